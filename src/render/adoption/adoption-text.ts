import type { Adoption, AdoptionOutcome, OutcomeKind } from '../../model/adoption.ts';
import type { Lang } from '../../model/lang.ts';
import { adoptionTexts } from '../../words/adoption.ts';
import { kindTexts } from '../../words/kinds.ts';
import { fill, formatNumber } from '../../words/language.ts';
import { safeText } from '../../words/safe-text.ts';
import type { Style } from '../style.ts';
import { wrapText } from '../wrap.ts';
import { entryLine, isChanged, outcomesByKind, remarksOf } from './adoption-lines.ts';

/** How the report of an adoption is drawn. */
export interface AdoptionTextOptions {
  readonly lang: Lang;
  readonly style: Style;
  /** Characters in a line. */
  readonly width: number;
}

/** Draws the report for a terminal or a pipe: maps and counts, what is to be decided, then every outcome that changes. */
export function renderAdoptionText(adoption: Adoption, options: AdoptionTextOptions): string {
  const blocks = [
    heading(adoption, options),
    counts(adoption, options),
    ...outcomesByKind(adoption.outcomes).map(([kind, outcomes]) => section(kind, outcomes, options)),
    ending(adoption, options),
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}

type Lines = readonly string[];

function heading({ base, local, national, map }: Adoption, { lang, style }: AdoptionTextOptions): Lines {
  const texts = adoptionTexts[lang];
  const names = [texts.maps.base, texts.maps.local, texts.maps.national, texts.maps.result];
  const width = Math.max(...names.map((name) => name.length)) + 2;
  const bookable = map.nodes.filter(({ bookingCode }) => bookingCode !== null).length;
  const row = (name: string, text: string): string => `  ${name.padEnd(width)}${text}`;
  const summaryRow = (name: string, summary: Adoption['local']): string =>
    row(
      name,
      `${safeText(summary.name)} (${fill(texts.entries, { layout: kindTexts[lang].layout[summary.layout], bookable: formatNumber(lang, summary.bookable) })})`,
    );
  return [
    style.strong(texts.title),
    base === null ? row(texts.maps.base, texts.noBase) : summaryRow(texts.maps.base, base),
    summaryRow(texts.maps.local, local),
    summaryRow(texts.maps.national, national),
    row(
      texts.maps.result,
      fill(texts.entries, {
        layout: kindTexts[lang].layout[map.source.layout],
        bookable: formatNumber(lang, bookable),
      }),
    ),
  ];
}

function counts(adoption: Adoption, { lang, style, width }: AdoptionTextOptions): Lines {
  const texts = adoptionTexts[lang];
  const kinds = outcomesByKind(adoption.outcomes).map(([kind]) => kind);
  const names = Math.max(...kinds.map((kind) => texts.outcome[kind].length)) + 2;
  const meaning = (kind: OutcomeKind): Lines =>
    wrapText(texts.outcomeMeaning[kind], width, { first: '          ', rest: '          ' }).map(style.dim);
  return [
    style.strong(texts.whatBecame),
    ...kinds.flatMap((kind) => {
      const count = formatNumber(lang, adoption.counts[kind]).padStart(6);
      return [`  ${texts.outcome[kind].padEnd(names)}${count}`, ...meaning(kind)];
    }),
  ];
}

function section(
  kind: OutcomeKind,
  outcomes: readonly AdoptionOutcome[],
  options: AdoptionTextOptions,
): Lines {
  const { lang, style } = options;
  // What stands in the new map as it stood, and what stays out, is in the counts and in the other formats.
  if (kind === 'left-out') return [];
  const told = kind === 'taken-over' ? outcomes.filter(isChanged) : outcomes;
  if (told.length === 0) return [];
  const title = `${capital(adoptionTexts[lang].outcome[kind])} (${formatNumber(lang, told.length)})`;
  return [style.strong(title), ...told.flatMap((outcome) => outcomeLines(outcome, options))];
}

function outcomeLines(outcome: AdoptionOutcome, { lang, style, width }: AdoptionTextOptions): Lines {
  const indent = { first: '  ', rest: '      ' };
  const before = outcome.local.length > 0 ? outcome.local : outcome.base;
  const from = before.map(entryLine).join('; ');
  const to = outcome.result.map(entryLine).join('; ');
  const lines =
    from === '' || from === to ? [to] : [from, `-> ${to === '' ? adoptionTexts[lang].nothing : to}`];
  const remarks = remarksOf(outcome, lang);
  return [
    ...lines.flatMap((line, i) =>
      wrapText(line, width, i === 0 ? indent : { first: '    ', rest: '      ' }),
    ),
    ...remarks.flatMap((line) => wrapText(line, width, { first: '      ', rest: '      ' })).map(style.dim),
  ];
}

function ending({ open, stale }: Adoption, { lang, style }: AdoptionTextOptions): Lines {
  const texts = adoptionTexts[lang];
  return [
    ...(stale.length === 0 ? [] : [style.warn(fill(texts.stale, { count: stale.length }))]),
    open === 0 ? style.good(texts.noConflicts) : style.warn(fill(texts.openConflicts, { open })),
  ];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
