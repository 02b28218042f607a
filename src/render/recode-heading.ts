import type { Lang } from '../model/lang.ts';
import type { RecodeReport } from '../model/recode-report.ts';
import { fill, formatNumber } from '../words/language.ts';
import { recodeTexts } from '../words/recode.ts';
import { safeText } from '../words/safe-text.ts';
import { repeatedSheetsTexts, sheetsText } from './sheets-text.ts';

/** What a sentence is to whoever reads it. */
export type Tone = 'plain' | 'good' | 'warn' | 'bad' | 'alarm';

/** A sentence of the report. */
export interface RecodeSentence {
  readonly kind: 'sentence';
  readonly text: string;
  readonly tone: Tone;
}

/** A table of the report: the first columns and the last ones are text, those between are numbers. */
export interface RecodeTable {
  readonly kind: 'table';
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly left: number;
  readonly leftAtEnd: number;
}

/** A part of the report of a recoding, with its heading. */
export interface RecodeBlock {
  readonly title: string | null;
  readonly parts: readonly (RecodeSentence | RecodeTable)[];
}

/** What the report of a recoding says, and how much of it. */
export interface RecodeBlockOptions {
  readonly lang: Lang;
  readonly file: string;
  readonly crosswalk: string;
  /** Whether nothing was written. */
  readonly dryRun: boolean;
  /** Characters of a label. */
  readonly labelWidth: number;
  /** Persons that are listed. */
  readonly maxPersons: number;
}

/** What was recoded and how it was read: the columns, the sheets, the rows. */
export function recodeHeading(
  { columns, rows, sheets, validFrom }: RecodeReport,
  { lang, file, crosswalk, dryRun }: RecodeBlockOptions,
): RecodeBlock {
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
  return {
    title: fill(dryRun ? texts.dryTitle : texts.title, names),
    parts: [
      sentence(taken),
      ...when(columns.repeated.length > 0, () => fill(texts.repeated, { columns: quoted(columns.repeated) })),
      ...when(columns.totals.length > 0, () => fill(texts.rowTotals, { columns: quoted(columns.totals) })),
      ...columns.chosen.map(({ text, as }) => sentence(fill(texts.chosen[as], { text: safeText(text) }))),
      ...when(sheets.length > 0, () => fill(texts.sheets, { sheets: sheetsText(lang, sheets) })),
      ...repeatedSheetsTexts(lang, sheets).map((text) => sentence(text, 'warn')),
      sentence(
        fill(texts.rows, {
          read: count(read),
          recoded: count(recoded),
          split: count(split),
          rejected: count(rejected),
          written: count(written),
        }),
      ),
      ...when(rows.asTold > 0, () => fill(texts.asTold, { count: count(rows.asTold) })),
      ...when(rows.totals > 0, () => fill(texts.totalRows, { count: count(rows.totals) })),
      ...(validFrom === null
        ? []
        : [sentence(fill(texts.rowsKept, { kept: count(kept), date: dateText(lang, validFrom) }))]),
    ],
  };
}

/** A sentence, where it is to be said. */
function when(isSaid: boolean, text: () => string): readonly RecodeSentence[] {
  return isSaid ? [sentence(text())] : [];
}

/** A sentence of the report. */
export function sentence(text: string, tone: Tone = 'plain'): RecodeSentence {
  return { kind: 'sentence', text, tone };
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

function quoted(names: readonly string[]): string {
  return names.map((name) => `"${safeText(name)}"`).join(', ');
}

function dateText(lang: Lang, iso: string): string {
  return lang === 'it' ? iso.split('-').reverse().join('/') : iso;
}
