import type { Lang } from '../model/lang.ts';
import type { Remainder } from '../model/recode-record.ts';
import type { RecodeReport, RejectReason, SheetTaken } from '../model/recode-report.ts';
import type { WorkbookNote } from '../model/workbook-note.ts';
import { recodeTexts } from '../words/recode.ts';
import { remaindersOf } from './accounts.ts';
import type { Point } from './amount.ts';
import { codesAsked, codesRead, codesWritten } from './books.ts';
import { buildRecodeReport } from './build-recode-report.ts';
import type { ColumnChoice, Columns } from './column-types.ts';
import type { Run } from './run.ts';

/** How a time-sheet is recoded. */
export interface RecodeOptions {
  /** Its name, for messages. */
  readonly file: string;
  readonly columns: ColumnChoice;
  /** Whether to add a column that tells the rule applied to each row. */
  readonly audit: boolean;
  /** The decimal sign, where the cells do not tell. */
  readonly point: Point | null;
  /** Digits after the point that the amounts of divided rows have at least; 0 keeps those of the row. */
  readonly decimals: number;
  /** Recode even a file that is marked as recoded. */
  readonly evenIfMarked: boolean;
  /** The sheets of a workbook to recode; without them, all with the header of the first time-sheet. */
  readonly sheets?: readonly string[];
  /** Codes that stay what they are, such as `FERIE`. */
  readonly keep?: readonly string[];
  /** Whether descriptions beside the code follow it; they do unless this is `false`. */
  readonly labels?: boolean;
  /** The language of reasons in the rejects. */
  readonly lang?: Lang;
  /** What an earlier run still owed, from its record. */
  readonly carried?: readonly Remainder[];
  /** Whether only sums are wanted, so that nothing is refused that is not in their way. */
  readonly lenient?: boolean;
  /** The run that this file is a part of; it has one of its own otherwise. */
  readonly run?: Run;
}

/** What comes out of a stretch of the time-sheet. */
export interface RecodedChunk {
  readonly recoded: Uint8Array;
  readonly rejected: Uint8Array;
}

/** What a recoding came to, with what is needed to tell whether the file had been recoded before. */
export interface RecodeResult {
  readonly report: RecodeReport;
  /** Rows per code, as read (in canonical form) and as written. */
  readonly codesRead: ReadonlyMap<string, number>;
  /** Codes of the rows that the crosswalk applies to. */
  readonly codesAsked: ReadonlySet<string>;
  readonly codesWritten: ReadonlyMap<string, number>;
  /** What rounding still owes, for the run after this one. */
  readonly remainders: readonly Remainder[];
}

/** Columns that a file of rejects has more than the time-sheet. The line stays the last. */
export function rejectColumns(isWorkbook: boolean): readonly string[] {
  return ['procmap_reason', 'procmap_code', ...(isWorkbook ? ['procmap_sheet'] : []), 'procmap_line'];
}

/** The cells of a rejected row in these columns. */
export function rejectCells(
  lang: Lang,
  reason: RejectReason,
  { line, sheet = null }: { readonly line: number; readonly sheet?: string | null },
): readonly string[] {
  return [recodeTexts[lang].reasons[reason], reason, ...(sheet === null ? [] : [sheet]), String(line)];
}

/** How the columns of a table were taken. */
export function takenColumns(columns: Columns): RecodeReport['columns'] {
  const name = (column: number) => columns.names[column] || String(column + 1);
  return {
    code: name(columns.code),
    amounts: columns.measures.map((measure) => measure.name),
    person: columns.person.length === 0 ? null : columns.person.map(name).join(' + '),
    date: columns.date === null ? null : name(columns.date),
    repeated: columns.repeated.map(name),
    runs: columns.measures.flatMap(({ name: own, run, columns: { length } }) =>
      run === null ? [] : [{ name: own, kind: run.kind, count: length }],
    ),
    totals: columns.totals.map(({ column }) => name(column)),
    chosen: columns.taken.map(({ text, as }) => ({ text, as })),
  };
}

/**
 * Closes the books: the report, once every measure of every person balances.
 *
 * @param sheets the sheets of a workbook
 */
export function resultOf(
  run: Run,
  columns: RecodeReport['columns'],
  {
    sheets = [],
    continued = false,
    told = [],
  }: {
    readonly sheets?: readonly SheetTaken[];
    readonly continued?: boolean;
    readonly told?: readonly WorkbookNote[];
  } = {},
): RecodeResult {
  const { books, plan } = run;
  const report = buildRecodeReport(run, { columns, sheets, validFrom: plan.validFrom, continued, told });
  return {
    report,
    codesRead: codesRead(books),
    codesAsked: codesAsked(books),
    codesWritten: codesWritten(books),
    remainders: remaindersOf(run.accounts),
  };
}
