import { type CsvRecord, QUOTE } from '../values/csv-record.ts';
import { ProcmapError } from '../words/procmap-error.ts';
import type { ByteCodec } from './byte-codec.ts';
import { emptySink, put, take } from './byte-sink.ts';
import type { CsvLayout } from './csv-layout.ts';
import { memo } from './memo.ts';

/** Writes the rows of a time-sheet: what does not change is passed on as it stands. */
export interface CsvWriter {
  /** Takes up the next stretch of text; everything in it is passed on unless said otherwise. */
  readonly begin: (text: Uint8Array) => void;
  /** Writes the text above the rows, with columns added to the header: of the output, and of the rejects. */
  readonly header: (end: number, added: { recoded: readonly string[]; rejected: readonly string[] }) => void;
  /** Puts other cells into a row, and one at its end. */
  readonly change: (record: CsvRecord, cells: readonly ChangedCell[], added: string | null) => void;
  /** Puts several rows in the place of one, each with a cell at its end where there are such. */
  readonly split: (
    record: CsvRecord,
    parts: readonly (readonly ChangedCell[])[],
    added: readonly string[] | null,
  ) => void;
  /** Moves a row to the rejects. */
  readonly reject: (record: CsvRecord, added: readonly string[]) => void;
  /** Ends the stretch at a position, and hands over what was written. */
  readonly end: (at: number) => { readonly recoded: Uint8Array; readonly rejected: Uint8Array };
}

/** What a cell of a row is to say. */
export interface ChangedCell {
  readonly column: number;
  readonly text: string;
  /** Whether blanks around the old text stay: they keep columns of a fixed width in line. */
  readonly inner?: boolean;
}

/** @param file the time-sheet, for messages */
export function csvWriter(layout: CsvLayout, codec: ByteCodec, file: string): CsvWriter {
  const { columns, newline } = layout;
  const delimiter = Uint8Array.of(layout.separator);
  const encode = memo((text) => encodeCell(text, { codec, separator: layout.separator, file }));
  const recoded = emptySink();
  const rejected = emptySink();
  let text: Uint8Array = new Uint8Array(0);
  let copied = 0;

  const passTo = (at: number) => {
    put(recoded, text, copied, at);
    copied = at;
  };
  const putOver = (cell: Span, now: EncodedCell) => {
    passTo(cell.start);
    put(recoded, cell.quoted ? now.inQuotes : now.alone);
    copied = cell.end;
  };
  const putCells = (sink: typeof recoded, cells: readonly string[]) => {
    for (const cell of cells) {
      put(sink, delimiter);
      put(sink, encode(cell).alone);
    }
  };
  /** @param cells from left to right */
  const putAll = (record: CsvRecord, cells: readonly ChangedCell[]) => {
    for (const { column, text: value, inner } of cells) {
      const cell = inner ? innerSpan(text, record, column) : quotedSpan(text, record, column);
      const now = encode(value);
      if (!stands(now.inQuotes, text, cell)) putOver(cell, now);
    }
  };
  /** What follows the last cell of a row: cells for the columns it lacks, then the added ones, then the line break. */
  const finish = (sink: typeof recoded, record: CsvRecord, added: readonly string[]) => {
    if (added.length > 0) for (let i = record.fields; i < columns.names.length; i++) put(sink, delimiter);
    putCells(sink, added);
    if (record.next > record.end) put(sink, text, record.end, record.next);
    else put(sink, newline);
    copied = record.next;
  };

  return {
    begin: (next) => {
      text = next;
      copied = 0;
    },
    header: (end, added) => {
      const breakAt = endsWith(text, end, newline) ? end - newline.length : end;
      for (const side of ['recoded', 'rejected'] as const) {
        const sink = side === 'recoded' ? recoded : rejected;
        put(sink, text, 0, breakAt);
        putCells(sink, added[side]);
        put(sink, text, breakAt, end);
      }
      copied = end;
    },
    change: (record, cells, added) => {
      putAll(record, cells);
      if (added !== null) {
        passTo(record.end);
        finish(recoded, record, [added]);
      }
    },
    split: (record, parts, added) => {
      const start = record.starts[0] as number;
      passTo(start);
      parts.forEach((cells, i) => {
        copied = start;
        putAll(record, cells);
        passTo(record.end);
        finish(recoded, record, added === null ? [] : [added[i] ?? '']);
      });
    },
    reject: (record, added) => {
      passTo(record.starts[0] as number);
      put(rejected, text, record.starts[0], record.end);
      finish(rejected, record, added);
    },
    end: (at) => {
      passTo(at);
      return { recoded: codec.toFile(take(recoded)), rejected: codec.toFile(take(rejected)) };
    },
  };
}

/** The bytes of a cell: as it stands between quotes, and as it stands by itself, with quotes if it needs them. */
interface EncodedCell {
  readonly inQuotes: Uint8Array;
  readonly alone: Uint8Array;
}

interface Span {
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
}

/** What stands between the quotes of a cell, or all of it. */
function quotedSpan(text: Uint8Array, record: CsvRecord, column: number): Span {
  const [start, end] = [record.starts[column] as number, record.ends[column] as number];
  const quoted = end - start >= 2 && text[start] === QUOTE && text[end - 1] === QUOTE;
  return quoted ? { start: start + 1, end: end - 1, quoted } : { start, end, quoted };
}

/** What stands between the blanks of a cell: they keep columns of a fixed width in line. */
function innerSpan(text: Uint8Array, record: CsvRecord, column: number): Span {
  let { start, end, quoted } = quotedSpan(text, record, column);
  while (start < end && isBlank(text[start])) start++;
  while (end > start && isBlank(text[end - 1])) end--;
  return { start, end, quoted };
}

function isBlank(byte: number | undefined): boolean {
  return byte === 32 || byte === 9;
}

function stands(cell: Uint8Array, text: Uint8Array, { start, end }: Span): boolean {
  if (cell.length !== end - start) return false;
  for (let i = 0; i < cell.length; i++) if (cell[i] !== text[start + i]) return false;
  return true;
}

function encodeCell(
  text: string,
  { codec, separator, file }: { codec: ByteCodec; separator: number; file: string },
): EncodedCell {
  const plain = codec.encode(text);
  const inQuotes = codec.encode(text.replaceAll('"', '""'));
  if (plain === null || inQuotes === null)
    throw new ProcmapError('code-unencodable', { file, code: text, encoding: codec.name });
  const special = plain.some((byte) => byte === separator || byte === QUOTE || byte === 10 || byte === 13);
  return { inQuotes, alone: special ? Uint8Array.of(QUOTE, ...inQuotes, QUOTE) : plain };
}

function endsWith(text: Uint8Array, end: number, tail: Uint8Array): boolean {
  return end >= tail.length && tail.every((byte, i) => text[end - tail.length + i] === byte);
}
