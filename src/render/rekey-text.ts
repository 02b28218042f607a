import type { Lang } from '../model/lang.ts';
import { needsPerson, type RekeyReport, type ToldRow } from '../model/rekey-report.ts';
import { fill, formatNumber } from '../words/language.ts';
import { placeName } from '../words/place-text.ts';
import { rekeyTexts } from '../words/rekey.ts';
import { safeText } from '../words/safe-text.ts';
import { workbookNoteText } from '../words/workbook-notes.ts';
import { CARRIED_TEXT_DEFAULTS, type CarriedTextOptions } from './carried-text-options.ts';
import { wrapText } from './wrap.ts';

/** How the report on a table that was carried over is drawn. */
export type RekeyTextOptions = CarriedTextOptions;

type Lines = readonly string[];

/** Further rows are in the table itself. */
const MAX_TOLD = 100;

/** Draws what became of a table keyed by code: counts, alarms, what may be joined, and each row that wants a look. */
export function renderRekeyText(
  report: RekeyReport,
  given: Partial<RekeyTextOptions> & Pick<RekeyTextOptions, 'file' | 'crosswalk'>,
): string {
  const options = { ...CARRIED_TEXT_DEFAULTS, ...given };
  const blocks = [
    heading(report, options),
    fates(report, options),
    alarms(report, options),
    told(report, options),
    joins(report, options),
    others(report, options),
    notes(report, options),
    needsPerson(report) ? [] : [`  ${options.style.good(rekeyTexts[options.lang].done)}`],
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}

function heading({ sheets, left, rows, columns }: RekeyReport, options: RekeyTextOptions): Lines {
  const { lang, style } = options;
  const texts = rekeyTexts[lang];
  const names = { file: safeText(options.file), crosswalk: safeText(options.crosswalk) };
  const count = (value: number) => formatNumber(lang, value);
  return [
    style.strong(fill(options.dryRun ? texts.dryTitle : texts.title, names)),
    ...sheets.flatMap(({ name, column, rows: own }) => {
      const about = { column: safeText(column), rows: count(own) };
      const text =
        name === null ? fill(texts.text, about) : fill(texts.sheet, { ...about, sheet: quoted([name]) });
      return paragraph(text, options);
    }),
    ...(left.length > 0 ? paragraph(fill(texts.left, { sheets: quoted(left) }), options) : []),
    ...paragraph(
      fill(texts.rows, {
        read: count(rows.read),
        carried: count(rows.carried),
        repeated: count(rows.repeated),
        kept: count(rows.kept),
        written: count(rows.written),
      }),
      options,
    ),
    ...(['repeated', 'divided'] as const).flatMap((which) =>
      columns[which].length > 0
        ? paragraph(fill(texts[which], { columns: quoted(columns[which]) }), options)
        : [],
    ),
  ];
}

function fates({ fates: own }: RekeyReport, { lang, style }: RekeyTextOptions): Lines {
  const texts = rekeyTexts[lang];
  const rows = own.map(({ fate, codes, rows: count }) => [
    texts.fate[fate],
    formatNumber(lang, codes),
    formatNumber(lang, count),
  ]);
  const all = [['', texts.codes, texts.rowCount], ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  return [
    style.strong(texts.fates),
    ...all.map(
      ([name = '', codes = '', count = '']) =>
        `  ${name.padEnd(widths[0] ?? 0)}  ${codes.padStart(widths[1] ?? 0)}  ${count.padStart(widths[2] ?? 0)}`,
    ),
  ];
}

function alarms({ recycled, unconfirmed }: RekeyReport, options: RekeyTextOptions): Lines {
  const { lang, style } = options;
  const texts = rekeyTexts[lang];
  const sizes = ({ rows, codes }: RekeyReport['recycled']) => ({
    rows: formatNumber(lang, rows),
    codes: formatNumber(lang, codes),
  });
  return [
    ...(recycled.rows > 0
      ? paragraph(fill(texts.recycled, sizes(recycled)), options).map((line) => style.alarm(line))
      : []),
    ...(unconfirmed.rows > 0 ? paragraph(fill(texts.unconfirmed, sizes(unconfirmed)), options) : []),
  ];
}

function told({ told: rows }: RekeyReport, options: RekeyTextOptions): Lines {
  if (rows.length === 0) return [];
  const { lang, style } = options;
  const texts = rekeyTexts[lang];
  const more = rows.length - MAX_TOLD;
  return [
    style.strong(texts.told),
    ...rows.slice(0, MAX_TOLD).flatMap((row) => paragraph(toldText(row, lang), options)),
    ...(more > 0 ? [`  ${fill(texts.more, { count: formatNumber(lang, more) })}`] : []),
  ];
}

function toldText({ place, code, label, fate, targets }: ToldRow, lang: Lang): string {
  const texts = rekeyTexts[lang];
  const named = [safeText(code), safeText(label)].filter((text) => text !== '').join(' ');
  const goes = targets.length > 0 ? ` -> ${targets.map(safeText).join(', ')}` : '';
  const why = texts.why[fate] === '' ? '' : `: ${texts.why[fate]}`;
  return `${placeName(place, lang)}  ${named}${named === '' ? '' : '  '}${texts.fate[fate]}${why}${goes}`;
}

function joins({ joins: own }: RekeyReport, options: RekeyTextOptions): Lines {
  if (own.length === 0) return [];
  const { lang, style } = options;
  const texts = rekeyTexts[lang];
  const more = own.length - MAX_TOLD;
  return [
    style.strong(texts.joins),
    ...own.slice(0, MAX_TOLD).flatMap(({ code, label, rows }) => {
      const from = rows.map(({ place, oldCode }) => `${safeText(oldCode)} (${placeName(place, lang)})`);
      return paragraph(`${`${safeText(code)} ${safeText(label)}`.trim()}: ${from.join(', ')}`, options);
    }),
    ...(more > 0 ? [`  ${fill(texts.more, { count: formatNumber(lang, more) })}`] : []),
  ];
}

function others({ otherCodes, totals }: RekeyReport, options: RekeyTextOptions): Lines {
  const { lang, style } = options;
  const texts = rekeyTexts[lang];
  const codes = otherCodes.map(({ column, rows, place }) =>
    fill(texts.otherColumn, {
      column: safeText(column),
      rows: formatNumber(lang, rows),
      place: placeName(place, lang),
    }),
  );
  const sums = totals.map(({ column, place }) => `${quoted([column])}, ${placeName(place, lang)}`);
  return [
    ...(codes.length > 0 ? [style.strong(texts.otherCodes)] : []),
    ...codes.flatMap((text) => paragraph(text, options)),
    ...(sums.length > 0 ? [style.strong(texts.totals)] : []),
    ...sums.flatMap((text) => paragraph(text, options)),
  ];
}

function notes({ notes: own }: RekeyReport, options: RekeyTextOptions): Lines {
  if (own.length === 0) return [];
  const { lang, style } = options;
  return [
    style.strong(rekeyTexts[lang].notes),
    ...own.flatMap((note) => paragraph(workbookNoteText(lang, note), options)),
  ];
}

function paragraph(text: string, { width }: RekeyTextOptions): Lines {
  return wrapText(text, width, { first: '  ', rest: '    ' });
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `"${safeText(name)}"`).join(', ');
}
