import { type Delimiter, declaredDelimiter, rankDelimiters } from '../values/csv-dialect.ts';
import { emptyRecord, recordValues, scanRecord } from '../values/csv-record.ts';
import { ProcmapError } from '../words/procmap-error.ts';
import { mayBeDottedClock, type Point, pointEvidence } from './amount.ts';
import type { ByteCodec } from './byte-codec.ts';
import type { ColumnContext, Columns } from './column-types.ts';
import { findColumns } from './columns.ts';

/** How a delimited time-sheet is laid out. */
export interface CsvLayout {
  /** The byte between cells. */
  readonly separator: number;
  /** As the header ends. */
  readonly newline: Uint8Array;
  readonly columns: Columns;
  /** The decimal sign of each measure; `null` where the first rows do not tell, or say both. */
  readonly points: readonly (Point | null)[];
  /** The first rows below the header. */
  readonly sample: readonly (readonly string[])[];
  /** Where the rows below the header begin, and in which line. */
  readonly bodyStart: number;
  readonly bodyLine: number;
}

export interface LayoutContext extends ColumnContext {
  readonly codec: ByteCodec;
  /** The decimal sign, where the user gives it. */
  readonly point: Point | null;
}

const CRLF = Uint8Array.of(13, 10);
/** So many rows tell how a column is written. */
const SAMPLE_ROWS = 5000;
/** So much of the file tells what separates its cells. */
const SAMPLE_BYTES = 1 << 13;

/**
 * Recognises the layout of a delimited time-sheet from its beginning.
 *
 * @param head the beginning in working bytes, byte-order mark included
 * @param final whether that is all there is
 * @throws ProcmapError when there is no header that names the columns
 */
export function recogniseLayout(head: Uint8Array, final: boolean, context: LayoutContext): CsvLayout {
  const from = context.codec.mark.length;
  if (!head.subarray(from).some((byte) => byte > 32))
    throw new ProcmapError('timesheet-empty', { file: context.file });
  const tries = separatorsIn(context.codec.decode(head.subarray(from, from + SAMPLE_BYTES))).map(
    (separator) => {
      const sample = readSample(head, { from, separator, final }, context.codec);
      try {
        return { separator, sample, columns: findColumns(sample.rows, context), error: null };
      } catch (error) {
        return { separator, sample, columns: null, error };
      }
    },
  );
  for (const { separator, sample, columns } of tries) {
    if (columns) return layoutOf(head, { separator, sample, columns, context });
  }
  throw tries[0]?.error;
}

interface Sample {
  readonly rows: readonly (readonly string[])[];
  /** Where each record ends, where the next begins, and in which line. */
  readonly marks: readonly { readonly end: number; readonly next: number; readonly line: number }[];
}

export function readSample(
  head: Uint8Array,
  at: { readonly from: number; readonly separator: number; readonly final: boolean },
  codec: ByteCodec,
): Sample {
  const record = emptyRecord();
  const rows: string[][] = [];
  const marks: { end: number; next: number; line: number }[] = [];
  let line = 1;
  record.next = at.from;
  while (rows.length < SAMPLE_ROWS && scanRecord(record, head, at)) {
    line += record.lines;
    rows.push(recordValues(head, record, codec.decode));
    marks.push({ end: record.end, next: record.next, line });
  }
  return { rows, marks };
}

/** What the file announces (`sep=;`); otherwise the likeliest first, and the others after it. */
export function separatorsIn(text: string): readonly number[] {
  const announced = declaredDelimiter(text)?.delimiter;
  const likely: readonly Delimiter[] = announced === undefined ? rankDelimiters(text) : [announced];
  return (likely.length === 0 ? [','] : likely).map((delimiter) => delimiter.charCodeAt(0));
}

function layoutOf(
  head: Uint8Array,
  found: { separator: number; sample: Sample; columns: Columns; context: LayoutContext },
): CsvLayout {
  const { separator, sample, columns, context } = found;
  const last = columns.headerRow + columns.headerRows - 1;
  const below = sample.rows.slice(last + 1);
  const { end, next, line } = sample.marks[last] ?? {
    end: head.length,
    next: head.length,
    line: 1,
  };
  return {
    separator,
    newline: next > end ? head.slice(end, next) : CRLF,
    columns,
    points: columns.measures.map(
      ({ columns: own }) =>
        context.point ?? pointOf(below.flatMap((row) => own.map((column) => row[column] ?? ''))),
    ),
    sample: below,
    bodyStart: next,
    bodyLine: line,
  };
}

/** What the cells of a column agree on; `7.30` is not asked where others have a comma. */
export function pointOf(cells: readonly string[]): Point | null {
  const evidence = (own: readonly string[]) =>
    new Set(own.map(pointEvidence).filter((point) => point !== null));
  const all = evidence(cells);
  const found = all.size === 2 ? evidence(cells.filter((cell) => !mayBeDottedClock(cell))) : all;
  const [only] = found;
  return found.size === 1 && only !== undefined ? only : null;
}
