import type { SeverityCounts } from '../model/check-report.ts';
import type { Severity } from '../model/finding.ts';
import type { Lang } from '../model/lang.ts';
import { counted, formatNumber } from './language.ts';

interface CheckTexts {
  /** Heading of the findings of a severity. */
  readonly section: Readonly<Record<Severity, string>>;
  /** A finding's severity, beside it. */
  readonly severity: Readonly<Record<Severity, string>>;
  readonly counts: (counts: SeverityCounts) => string;
  readonly clean: (rules: number) => string;
  readonly accepted: (count: number) => string;
  /** What to type to learn more. */
  readonly more: string;
  readonly seeAlso: (places: string, others: number) => string;
  readonly title: string;
  readonly place: string;
  readonly finding: string;
  readonly rule: string;
  readonly cut: (count: number) => string;
  readonly rules: string;
  /** Parts of a rule's page. */
  readonly page: {
    readonly severity: string;
    readonly why: string;
    readonly fix: string;
    readonly bad: string;
    readonly good: string;
    readonly sheet: string;
    readonly hiddenRow: (row: number) => string;
    readonly configure: string;
    readonly configureHow: string;
  };
}

export const checkTexts: Readonly<Record<Lang, CheckTexts>> = {
  en: {
    section: { error: 'Errors', warning: 'Warnings', info: 'For information' },
    severity: { error: 'error', warning: 'warning', info: 'info' },
    counts: ({ error, warning, info }) =>
      [
        counted('en', error, 'error', 'errors'),
        counted('en', warning, 'warning', 'warnings'),
        `${formatNumber('en', info)} for information`,
      ].join(', '),
    clean: (rules) => `nothing found by ${counted('en', rules, 'rule', 'rules')}`,
    accepted: (count) => `${counted('en', count, 'finding', 'findings')} accepted by the baseline`,
    more: 'procmap explain-rule RULE says what a rule means and what to do',
    seeAlso: (places, others) => `see also ${places}${others > 0 ? ` and ${others} more` : ''}`,
    title: 'Check of the process map',
    place: 'Place',
    finding: 'Finding',
    rule: 'Rule',
    cut: (count) =>
      `${counted('en', count, 'more is', 'more are')} left out here; the other formats list them all.`,
    rules: 'Rules of procmap check',
    page: {
      severity: 'Severity',
      why: 'Why it matters',
      fix: 'What to do',
      bad: 'An example it finds',
      good: 'An example it leaves alone',
      sheet: 'Sheet',
      hiddenRow: (row) => `row ${row} hidden`,
      configure: 'Configuration',
      configureHow: 'In `procmap.config.json`, as `off`, `info`, `warning` or `error`:',
    },
  },
  it: {
    section: { error: 'Errori', warning: 'Avvisi', info: 'Per conoscenza' },
    severity: { error: 'errore', warning: 'avviso', info: 'nota' },
    counts: ({ error, warning, info }) =>
      [
        counted('it', error, 'errore', 'errori'),
        counted('it', warning, 'avviso', 'avvisi'),
        `${formatNumber('it', info)} per conoscenza`,
      ].join(', '),
    clean: (rules) => `nessun rilievo da ${counted('it', rules, 'regola', 'regole')}`,
    accepted: (count) =>
      `${counted('it', count, 'rilievo già accettato', 'rilievi già accettati')} nel file di riferimento`,
    more: 'procmap explain-rule REGOLA spiega una regola e che cosa fare',
    seeAlso: (places, others) =>
      `vedi anche ${places}${others > 0 ? ` e ${others === 1 ? 'un altro' : `altri ${others}`}` : ''}`,
    title: 'Controllo della mappa dei processi',
    place: 'Posizione',
    finding: 'Rilievo',
    rule: 'Regola',
    cut: (count) =>
      count === 1
        ? 'Un altro è omesso qui; gli altri formati li elencano tutti.'
        : `Altri ${formatNumber('it', count)} sono omessi qui; gli altri formati li elencano tutti.`,
    rules: 'Regole di procmap check',
    page: {
      severity: 'Gravità',
      why: 'Perché conta',
      fix: 'Che cosa fare',
      bad: 'Un esempio che viene segnalato',
      good: 'Un esempio corretto',
      sheet: 'Foglio',
      hiddenRow: (row) => `riga ${row} nascosta`,
      configure: 'Configurazione',
      configureHow: 'In `procmap.config.json`, con `off`, `info`, `warning` o `error`:',
    },
  },
};
