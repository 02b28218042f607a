import { emptyRecord, QUOTE, recordValues, scanRecord } from '../values/csv-record.ts';
import type { Table } from '../values/table.ts';
import { ProcmapError } from '../words/procmap-error.ts';
import type { ByteCodec } from './byte-codec.ts';
import { emptySink, put, take } from './byte-sink.ts';
import type { CellChange, OutputRow } from './sheet-plan.ts';

/** A delimited text held whole: its records as a table, numbered through, and where their cells stand in its bytes. */
export interface CsvSheet {
  readonly table: Table;
  /** The line on which each record begins. */
  readonly lines: readonly number[];
  readonly text: Uint8Array;
  readonly separator: number;
  readonly newline: Uint8Array;
  readonly records: readonly RecordPlace[];
}

interface RecordPlace {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly end: number;
  readonly next: number;
}

const CRLF = Uint8Array.of(13, 10);

/**
 * Takes a delimited text apart.
 *
 * @param text in working bytes, byte-order mark included
 * @throws ProcmapError `quote-unclosed`
 */
export function openCsvSheet(
  text: Uint8Array,
  {
    file,
    separator,
    codec,
  }: { readonly file: string; readonly separator: number; readonly codec: ByteCodec },
): CsvSheet {
  const record = emptyRecord();
  record.next = codec.mark.length;
  const rows: { number: number; cells: string[] }[] = [];
  const records: RecordPlace[] = [];
  const lines: number[] = [];
  let line = 1;
  while (scanRecord(record, text, { separator, final: true })) {
    if (record.unclosed) throw new ProcmapError('quote-unclosed', { file, line });
    records.push({
      starts: record.starts.slice(0, record.fields),
      ends: record.ends.slice(0, record.fields),
      end: record.end,
      next: record.next,
    });
    lines.push(line);
    rows.push({ number: records.length, cells: recordValues(text, record, codec.decode) });
    line += record.lines;
  }
  const broken = records.find(({ end, next }) => next > end);
  const newline = broken ? text.slice(broken.end, broken.next) : CRLF;
  return { table: { file, sheet: null, rows }, lines, text, separator, newline, records };
}

/**
 * Writes the rows of a plan: what does not change is passed on bit by bit, quotes and blanks included.
 *
 * @param columns for each column of the output the column of the input (from 1) it is made of
 */
export function writeCsvRows(
  sheet: CsvSheet,
  {
    rows,
    columns,
  }: { readonly rows: readonly OutputRow[]; readonly columns?: readonly number[] | undefined },
  { codec, file }: { readonly codec: ByteCodec; readonly file: string },
): Uint8Array {
  const sink = emptySink();
  put(sink, sheet.text, 0, codec.mark.length);
  rows.forEach((row, i) => {
    writeRow(sink, sheet, row, { columns, codec, file, isLast: i === rows.length - 1 });
  });
  return codec.toFile(take(sink));
}

interface Writing {
  readonly columns: readonly number[] | undefined;
  readonly codec: ByteCodec;
  readonly file: string;
  readonly isLast: boolean;
}

function writeRow(
  sink: ReturnType<typeof emptySink>,
  { text, separator, newline, records }: CsvSheet,
  { from, cells }: OutputRow,
  { columns, codec, file, isLast }: Writing,
): void {
  const record = records[from - 1] as RecordPlace;
  const fields = record.starts.length;
  const isBlank = fields === 1 && record.starts[0] === record.ends[0];
  const own = isBlank ? 0 : columns === undefined ? fields : columns.length;
  const width = Math.max(own, ...(cells?.keys() ?? []));
  if (cells === undefined && columns === undefined) put(sink, text, record.starts[0] as number, record.end);
  else
    for (let column = 1; column <= width; column++) {
      if (column > 1) put(sink, Uint8Array.of(separator));
      const source =
        column > own ? -1 : columns === undefined ? column - 1 : (columns[column - 1] as number) - 1;
      const isThere = source >= 0 && source < fields;
      const [start, end] = isThere
        ? [record.starts[source] as number, record.ends[source] as number]
        : [0, 0];
      const change = cells?.get(column);
      if (change === undefined) put(sink, text, start, end);
      else putChange(sink, change, { text, start, end, separator, codec, file });
    }
  if (record.next > record.end) put(sink, text, record.end, record.next);
  else if (!isLast) put(sink, newline);
}

function putChange(
  sink: ReturnType<typeof emptySink>,
  change: CellChange,
  at: { text: Uint8Array; start: number; end: number; separator: number; codec: ByteCodec; file: string },
): void {
  const { text, start, end, separator, codec, file } = at;
  const quoted = end - start >= 2 && text[start] === QUOTE && text[end - 1] === QUOTE;
  const value = change.kind === 'empty' ? '' : (change.text ?? '');
  const encoded = codec.encode(value.replaceAll('"', '""'));
  if (encoded === null)
    throw new ProcmapError('code-unencodable', { file, code: value, encoding: codec.name });
  const plain = value.includes('"') ? null : encoded;
  const special = plain === null || plain.some((byte) => byte === separator || byte === 10 || byte === 13);
  if (quoted || special) {
    put(sink, Uint8Array.of(QUOTE));
    put(sink, encoded);
    put(sink, Uint8Array.of(QUOTE));
  } else put(sink, encoded);
}
