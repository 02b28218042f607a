import { type Census, type CensusEntry, LOCAL_DOINGS, type LocalDoing } from '../../model/census.ts';
import type { Lang } from '../../model/lang.ts';
import { censusTexts } from '../../words/census.ts';
import { fill, formatNumber } from '../../words/language.ts';
import { safeText } from '../../words/safe-text.ts';
import type { Style } from '../style.ts';
import { wrapText } from '../wrap.ts';

/** How a census is drawn as text. */
export interface CensusTextOptions {
  readonly lang: Lang;
  readonly style: Style;
  readonly width: number;
}

type Lines = readonly string[];

const LISTED = 12;
const LABEL = 110;
const INDENT = { first: '  ', rest: '    ' };

/** Draws the maps in numbers, the entries that most maps changed or left out, and the additions that recur. */
export function renderCensusText(census: Census, options: CensusTextOptions): string {
  const blocks = [
    headLines(census, options),
    mapLines(census, options),
    strangerLines(census, options),
    entryLines(census, options, 'changed'),
    entryLines(census, options, 'leftOut'),
    additionLines(census, options),
  ].filter((lines) => lines.length > 0);
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** How many maps changed an entry without leaving it out. */
export function changedIn({ counts }: CensusEntry): number {
  return LOCAL_DOINGS.filter((doing) => doing !== 'as-it-is' && doing !== 'left-out').reduce(
    (sum, doing) => sum + counts[doing],
    0,
  );
}

function headLines({ national, maps, entries }: Census, { lang, style, width }: CensusTextOptions): Lines {
  const texts = censusTexts[lang];
  const values = { maps: formatNumber(lang, maps.length), national: safeText(national) };
  const summary = fill(texts.summary, {
    entries: formatNumber(lang, entries.length),
    untouched: formatNumber(lang, entries.filter(({ counts }) => counts['as-it-is'] === maps.length).length),
    unused: formatNumber(lang, entries.filter(({ counts }) => counts['left-out'] === maps.length).length),
  });
  return [style.strong(fill(texts.title, values)), ...wrapText(summary, width, INDENT)];
}

function mapLines({ maps }: Census, { lang, style }: CensusTextOptions): Lines {
  const texts = censusTexts[lang];
  const heads = ['', ...LOCAL_DOINGS.map((doing) => texts.short[doing]), texts.additions];
  const rows = maps.map(({ map, counts, additions }) => [
    safeText(map),
    ...LOCAL_DOINGS.map((doing) => formatNumber(lang, counts[doing])),
    formatNumber(lang, additions),
  ]);
  const widths = heads.map((head, i) => Math.max(head.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `  ${cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  ')}`;
  return [style.strong(texts.maps), line(heads), ...rows.map(line)];
}

function strangerLines({ strangers }: Census, { lang, style, width }: CensusTextOptions): Lines {
  if (strangers.length === 0) return [];
  const texts = censusTexts[lang];
  return [
    style.warn(texts.strangers),
    ...strangers.flatMap(({ map, percent }) =>
      wrapText(safeText(fill(texts.stranger, { map, percent: String(percent) })), width, INDENT),
    ),
  ];
}

function entryLines(census: Census, options: CensusTextOptions, what: 'changed' | 'leftOut'): Lines {
  const { lang, style, width } = options;
  const texts = censusTexts[lang];
  const sizeOf = (entry: CensusEntry) => (what === 'changed' ? changedIn(entry) : entry.counts['left-out']);
  const own = census.entries.filter((entry) => sizeOf(entry) > 0).sort((a, b) => sizeOf(b) - sizeOf(a));
  if (own.length === 0) return [];
  const shown: readonly LocalDoing[] =
    what === 'leftOut'
      ? ['left-out']
      : LOCAL_DOINGS.filter((doing) => doing !== 'as-it-is' && doing !== 'left-out');
  return [
    style.strong(what === 'changed' ? texts.changed : texts.leftOut),
    ...own.slice(0, LISTED).flatMap(({ code, label, counts }) => {
      const told = shown.filter((doing) => counts[doing] > 0);
      const line = fill(texts.changedLine, {
        ...{ code, label: cut(label) },
        counts: told
          .map((doing) =>
            fill(texts.count, { doing: texts.doing[doing], count: formatNumber(lang, counts[doing]) }),
          )
          .join(', '),
      });
      return wrapText(safeText(line), width, INDENT);
    }),
    ...moreLine(own.length - LISTED, lang),
  ];
}

function additionLines({ additions }: Census, { lang, style, width }: CensusTextOptions): Lines {
  const texts = censusTexts[lang];
  const recurring = additions.filter(({ maps }) => maps > 1);
  const single = additions.length - recurring.length;
  return [
    style.strong(texts.candidates),
    ...(recurring.length === 0 ? [`  ${texts.noCandidates}`] : []),
    ...recurring.slice(0, LISTED).flatMap(({ maps, label, under }) => [
      ...wrapText(
        safeText(fill(texts.candidate, { maps: formatNumber(lang, maps), label: cut(label) })),
        width,
        INDENT,
      ),
      ...(under === null
        ? []
        : wrapText(safeText(fill(texts.below, { code: under.code, label: cut(under.label) })), width, {
            first: '    ',
            rest: '      ',
          })),
    ]),
    ...moreLine(recurring.length - LISTED, lang),
    ...(single === 0 ? [] : [`  ${fill(texts.single, { count: formatNumber(lang, single) })}`]),
  ];
}

function moreLine(left: number, lang: Lang): Lines {
  return left > 0 ? [`  ${fill(censusTexts[lang].more, { count: formatNumber(lang, left) })}`] : [];
}

function cut(text: string): string {
  return text.length <= LABEL ? text : `${text.slice(0, LABEL - 1).trimEnd()}…`;
}
