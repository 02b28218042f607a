import type { RecodeReport, SheetTaken } from '../model/recode-report.ts';
import type { Point } from './amount.ts';
import { type Books, codesAsked, codesRead, codesWritten } from './books.ts';
import { buildRecodeReport } from './build-recode-report.ts';
import type { ColumnChoice, Columns } from './columns.ts';
import type { RecodePlan } from './plan.ts';

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
}

/** Columns that the file of rejects has more than the time-sheet. */
export const REJECT_COLUMNS = ['procmap_reason', 'procmap_line'] as const;

/**
 * Closes the books: the report, once every column of every person balances.
 *
 * @param sheets the sheets of a workbook
 */
export function resultOf(
  books: Books,
  columns: Columns,
  { validFrom }: Pick<RecodePlan, 'validFrom'>,
  sheets: readonly SheetTaken[] = [],
): RecodeResult {
  const name = (column: number) => columns.names[column] || String(column + 1);
  const taken = {
    code: name(columns.code),
    amounts: columns.amounts.map(name),
    person: columns.person === null ? null : name(columns.person),
    date: columns.date === null ? null : name(columns.date),
    repeated: columns.repeated.map(name),
  };
  const report = buildRecodeReport(books, { columns: taken, sheets, validFrom });
  return {
    report,
    codesRead: codesRead(books),
    codesAsked: codesAsked(books),
    codesWritten: codesWritten(books),
  };
}
