import type { SeverityCounts } from '../model/check-report.ts';
import { catalogue } from './catalogue.ts';
import { counted, formatNumber } from './language.ts';

export const checkTexts = catalogue(
  {
    /** Heading of the findings of a severity. */
    section: { error: 'Errors', warning: 'Warnings', info: 'For information' },
    /** A finding's severity, beside it. */
    severity: { error: 'error', warning: 'warning', info: 'info' },
    counts: ({ error, warning, info }: SeverityCounts) =>
      [
        counted('en', error, 'error', 'errors'),
        counted('en', warning, 'warning', 'warnings'),
        `${formatNumber('en', info)} for information`,
      ].join(', '),
    clean: (rules: number) => `nothing found by ${counted('en', rules, 'rule', 'rules')}`,
    accepted: (count: number) => `${counted('en', count, 'finding', 'findings')} accepted by the baseline`,
    /** What to type to learn more. */
    more: 'procmap explain-rule RULE says what a rule means and what to do',
    seeAlso: (places: string, others: number) =>
      `see also ${places}${others > 0 ? ` and ${others} more` : ''}`,
    title: 'Check of the process map',
    place: 'Place',
    finding: 'Finding',
    rule: 'Rule',
    cut: (count: number) =>
      `${counted('en', count, 'more is', 'more are')} left out here; the other formats list them all.`,
    rules: 'Rules of procmap check',
    /** Parts of a rule's page. */
    page: {
      severity: 'Severity',
      why: 'Why it matters',
      fix: 'What to do',
      bad: 'An example it finds',
      good: 'An example it leaves alone',
      sheet: 'Sheet',
      hiddenRow: (row: number) => `row ${row} hidden`,
      printed: 'Printed, `/` where a line of a cell ends, every row as high as its text:',
      printedLow: (row: number) =>
        `Printed, \`/\` where a line of a cell ends, row ${row} as high as one line:`,
      configure: 'Configuration',
      configureHow: 'In `procmap.config.json`, as `off`, `info`, `warning` or `error`:',
    },
  },
  {
    section: { error: 'Errori', warning: 'Avvisi', info: 'Per conoscenza' },
    severity: { error: 'errore', warning: 'avviso', info: 'nota' },
    counts: ({ error, warning, info }: SeverityCounts) =>
      [
        counted('it', error, 'errore', 'errori'),
        counted('it', warning, 'avviso', 'avvisi'),
        `${formatNumber('it', info)} per conoscenza`,
      ].join(', '),
    clean: (rules: number) => `nessun rilievo da ${counted('it', rules, 'regola', 'regole')}`,
    accepted: (count: number) =>
      `${counted('it', count, 'rilievo già accettato', 'rilievi già accettati')} nel file di riferimento`,
    more: 'procmap explain-rule REGOLA spiega una regola e che cosa fare',
    seeAlso: (places: string, others: number) =>
      `vedi anche ${places}${others > 0 ? ` e ${others === 1 ? 'un altro' : `altri ${others}`}` : ''}`,
    title: 'Controllo della mappa dei processi',
    place: 'Posizione',
    finding: 'Rilievo',
    rule: 'Regola',
    cut: (count: number) =>
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
      hiddenRow: (row: number) => `riga ${row} nascosta`,
      printed: 'Stampata, `/` dove va a capo una cella, ogni riga alta quanto il suo testo:',
      printedLow: (row: number) =>
        `Stampata, \`/\` dove va a capo una cella, la riga ${row} alta quanto una linea di testo:`,
      configure: 'Configurazione',
      configureHow: 'In `procmap.config.json`, con `off`, `info`, `warning` o `error`:',
    },
  },
);
