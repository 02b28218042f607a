import type { Lang } from '../model/lang.ts';
import type { RecodeReport } from '../model/recode-report.ts';
import { fill, formatNumber } from '../words/language.ts';
import { recodeTexts } from '../words/recode.ts';
import { safeText } from '../words/safe-text.ts';
import { repeatedSheetsTexts, sheetsText } from './sheets-text.ts';
import type { Style } from './style.ts';
import { wrapText } from './wrap.ts';

/** How the report of a recoding is drawn. */
export interface RecodeTextOptions {
  readonly lang: Lang;
  readonly style: Style;
  readonly width: number;
  readonly file: string;
  readonly crosswalk: string;
  /** Whether nothing was written. */
  readonly dryRun: boolean;
}

type Lines = readonly string[];

/** What was recoded and how it was read: the columns, the sheets, the rows. */
export function recodeHeading(
  { columns, rows, sheets, validFrom }: RecodeReport,
  options: RecodeTextOptions,
): Lines {
  const { lang, style, file, crosswalk } = options;
  const texts = recodeTexts[lang];
  const names = { file: safeText(file), crosswalk: safeText(crosswalk) };
  const count = (value: number) => formatNumber(lang, value);
  const taken = fill(texts.columns, {
    code: quoted([columns.code]),
    amounts: amountsText(columns, lang),
    person:
      columns.person === null
        ? texts.noPerson
        : columns.person === ''
          ? texts.personAbove
          : fill(texts.person, { column: quoted([columns.person]) }),
    date: columns.date === null ? texts.noDate : fill(texts.date, { column: quoted([columns.date]) }),
  });
  const { read, recoded, split, rejected, written, kept } = rows;
  return [
    style.strong(fill(options.dryRun ? texts.dryTitle : texts.title, names)),
    ...paragraph(taken, options),
    ...(columns.repeated.length > 0
      ? paragraph(fill(texts.repeated, { columns: quoted(columns.repeated) }), options)
      : []),
    ...(columns.totals.length > 0
      ? paragraph(fill(texts.rowTotals, { columns: quoted(columns.totals) }), options)
      : []),
    ...columns.chosen.flatMap(({ text, as }) =>
      paragraph(fill(texts.chosen[as], { text: safeText(text) }), options),
    ),
    ...(sheets.length > 0
      ? paragraph(fill(texts.sheets, { sheets: sheetsText(lang, sheets) }), options)
      : []),
    ...repeatedSheetsTexts(lang, sheets).flatMap((text) => paragraph(text, options).map(style.warn)),
    ...paragraph(
      fill(texts.rows, {
        read: count(read),
        recoded: count(recoded),
        split: count(split),
        rejected: count(rejected),
        written: count(written),
      }),
      options,
    ),
    ...(rows.asTold === 0 ? [] : paragraph(fill(texts.asTold, { count: count(rows.asTold) }), options)),
    ...(rows.totals === 0 ? [] : paragraph(fill(texts.totalRows, { count: count(rows.totals) }), options)),
    ...(validFrom === null
      ? []
      : paragraph(fill(texts.rowsKept, { kept: count(kept), date: dateText(lang, validFrom) }), options)),
  ];
}

/** Columns as people speak of them: 31 days are one amount. */
function amountsText({ amounts, runs }: RecodeReport['columns'], lang: Lang): string {
  return amounts
    .map((name) => {
      const text = runText(name, { runs }, lang);
      return text === null ? quoted([name]) : `${text} (${safeText(name)})`;
    })
    .join(', ');
}

/** `31 days`, for a run of columns; `null` for other columns. */
export function runText(
  name: string,
  { runs }: Pick<RecodeReport['columns'], 'runs'>,
  lang: Lang,
): string | null {
  const own = runs.find((run) => run.name === name);
  return own === undefined
    ? null
    : fill(recodeTexts[lang].runs[own.kind], { count: formatNumber(lang, own.count) });
}

/** A sentence below its heading, in lines. */
export function paragraph(text: string, { width }: RecodeTextOptions): Lines {
  return wrapText(text, width, { first: '  ', rest: '  ' });
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `"${safeText(name)}"`).join(', ');
}

function dateText(lang: Lang, iso: string): string {
  return lang === 'it' ? iso.split('-').reverse().join('/') : iso;
}
