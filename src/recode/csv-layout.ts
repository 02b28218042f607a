import { emptyRecord, recordValues, scanRecord } from '../model/csv-record.ts';
import { ProcmapError } from '../model/error.ts';
import { type Point, pointEvidence } from './amount.ts';
import { type ColumnContext, type Columns, findColumns } from './columns.ts';
import type { RawText } from './raw-text.ts';

/** How a delimited time-sheet is laid out. */
export interface CsvLayout {
  readonly delimiter: string;
  /** As the header ends. */
  readonly newline: string;
  readonly columns: Columns;
  /** The decimal sign of each amount column; `null` where the first rows do not tell, or say both. */
  readonly points: readonly (Point | null)[];
  /** Where the rows below the header begin, in the raw text, and in which line. */
  readonly bodyStart: number;
  readonly bodyLine: number;
}

export interface LayoutContext extends ColumnContext {
  readonly raw: RawText;
  /** The decimal sign, where the user gives it. */
  readonly point: Point | null;
}

const DELIMITERS = [';', ',', '\t', '|'];

/**
 * Recognises the layout of a delimited time-sheet from its beginning.
 *
 * @param head raw text of the beginning, byte-order mark included
 * @param final whether that is all there is
 * @throws ProcmapError when there is no header that names the columns
 */
export function recogniseLayout(head: string, final: boolean, context: LayoutContext): CsvLayout {
  const start = context.raw.mark.length;
  if (head.slice(start).trim() === '') throw new ProcmapError('timesheet-empty', { file: context.file });
  const tries = delimitersIn(head.slice(start)).map((delimiter) => {
    const sample = readSample(head, { from: start, delimiter, final }, context.raw);
    try {
      return { delimiter, sample, columns: findColumns(sample.rows, context), error: null };
    } catch (error) {
      return { delimiter, sample, columns: null, error };
    }
  });
  for (const { delimiter, sample, columns } of tries) {
    if (columns) return layoutOf(head, { delimiter, sample, columns, context });
  }
  throw tries[0]?.error;
}

interface Sample {
  readonly rows: readonly (readonly string[])[];
  /** Where each record ends, where the next begins, and in which line. */
  readonly marks: readonly { readonly end: number; readonly next: number; readonly line: number }[];
}

function readSample(
  head: string,
  at: { readonly from: number; readonly delimiter: string; readonly final: boolean },
  raw: RawText,
): Sample {
  const record = emptyRecord();
  const rows: string[][] = [];
  const marks: { end: number; next: number; line: number }[] = [];
  let line = 1;
  for (let from = at.from; scanRecord(record, head, { ...at, from }); from = record.next) {
    line += record.lines;
    rows.push(recordValues(head, record).map(raw.decode));
    marks.push({ end: record.end, next: record.next, line });
  }
  return { rows, marks };
}

/** Excel may announce the delimiter (`sep=;`); otherwise the one that stands most often comes first. */
function delimitersIn(head: string): readonly string[] {
  const announced = /^"?sep=(.)/i.exec(head)?.[1];
  if (announced !== undefined && DELIMITERS.includes(announced)) return [announced];
  const lines = head.slice(0, 1 << 13);
  return [...DELIMITERS].sort((a, b) => lines.split(b).length - lines.split(a).length);
}

function layoutOf(
  head: string,
  found: { delimiter: string; sample: Sample; columns: Columns; context: LayoutContext },
): CsvLayout {
  const { delimiter, sample, columns, context } = found;
  const mark = sample.marks[columns.headerRow];
  const below = sample.rows.slice(columns.headerRow + 1);
  const { end, next, line } = mark ?? { end: head.length, next: head.length, line: 1 };
  return {
    delimiter,
    newline: head.slice(end, next) || '\r\n',
    columns,
    points: columns.amounts.map((column) => context.point ?? pointOf(below.map((row) => row[column] ?? ''))),
    bodyStart: next,
    bodyLine: line,
  };
}

/** What the cells of a column agree on. */
function pointOf(cells: readonly string[]): Point | null {
  const found = new Set(cells.map(pointEvidence).filter((point) => point !== null));
  const [only] = found;
  return found.size === 1 && only !== undefined ? only : null;
}
