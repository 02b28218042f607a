import { type CsvRecord, emptyRecord, fieldValue, scanRecord } from '../model/csv-record.ts';
import { ProcmapError } from '../model/error.ts';
import type { RecodeReport } from '../model/recode-report.ts';
import { guessEncoding } from '../model/text-encoding.ts';
import type { Point } from './amount.ts';
import { auditHeader, auditTexts, refuseMarked } from './audit.ts';
import { type Books, codesRead, enterMisshapen, openBooks } from './books.ts';
import { buildRecodeReport } from './build-recode-report.ts';
import type { ColumnChoice, Columns } from './columns.ts';
import { type CsvLayout, recogniseLayout } from './csv-layout.ts';
import { type CsvWriter, csvWriter } from './csv-writer.ts';
import { isCodeOf, type RecodePlan } from './plan.ts';
import { type RawText, rawText } from './raw-text.ts';
import { type Booking, type Settlement, settler } from './settle.ts';

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
  readonly codesWritten: ReadonlyMap<string, number>;
}

/** Columns that the file of rejects has more than the time-sheet. */
export const REJECT_COLUMNS = ['procmap_reason', 'procmap_line'] as const;

const HEAD_BYTES = 1 << 18;
const MAX_RECORD = 1 << 23;

/**
 * Recodes a delimited time-sheet as a stream, at constant memory. What is not changed passes through bit by bit: other
 * columns, quotes, blanks, line ends, encoding, byte-order mark, titles above the header. Rows that cannot be mapped
 * come out unchanged on the other side, with the reason and their line in two columns more.
 *
 * @param chunks the bytes of the file, in pieces of any size
 * @returns a generator of what to write; its return value is the result, once all is balanced
 * @throws ProcmapError when the file is no time-sheet, or is marked as recoded
 */
export async function* recodeCsv(
  chunks: AsyncIterable<Uint8Array>,
  plan: RecodePlan,
  options: RecodeOptions,
): AsyncGenerator<RecodedChunk, RecodeResult> {
  const input = chunks[Symbol.asyncIterator]();
  const head = await readHead(input);
  const raw = rawText(guessEncoding(head.bytes));
  const text = raw.toRaw(head.bytes);
  const layout = layoutOf(text, head.final, { plan, options, raw });
  if (!options.evenIfMarked) refuseMarked(layout.columns.names, plan, options.file);
  const books = openBooks(layout.columns.amounts.length);
  const writer = csvWriter(layout, raw, options.file);
  const above = text.slice(0, layout.bodyStart);
  yield {
    recoded: raw.toBytes(writer.header(above, options.audit ? [auditHeader(plan)] : [])),
    rejected: raw.toBytes(writer.header(above, REJECT_COLUMNS)),
  };
  const recodeText = textRecoder({ layout, raw, plan, options, books, writer });
  let rest = text.slice(layout.bodyStart);
  for (let { final } = head; ; ) {
    const done = recodeText(rest, final);
    const written = writer.end(done);
    rest = rest.slice(done);
    yield { recoded: raw.toBytes(written.recoded), rejected: raw.toBytes(written.rejected) };
    if (final) break;
    const next = await input.next();
    final = next.done === true;
    if (next.done !== true) rest += raw.toRaw(next.value);
  }
  return resultOf(books, { layout, raw, validFrom: plan.validFrom });
}

/** Enough of the beginning to recognise encoding, layout and decimal sign from. */
async function readHead(input: AsyncIterator<Uint8Array>): Promise<{ bytes: Uint8Array; final: boolean }> {
  const parts: Uint8Array[] = [];
  for (let length = 0; length < HEAD_BYTES; ) {
    const next = await input.next();
    if (next.done === true) return { bytes: Buffer.concat(parts), final: true };
    parts.push(next.value);
    length += next.value.length;
  }
  return { bytes: Buffer.concat(parts), final: false };
}

function layoutOf(
  text: string,
  final: boolean,
  { plan, options, raw }: { plan: RecodePlan; options: RecodeOptions; raw: RawText },
): CsvLayout {
  return recogniseLayout(text, final, {
    file: options.file,
    choice: options.columns,
    isCode: isCodeOf(plan),
    needsDate: plan.validFrom !== null,
    point: options.point,
    raw,
  });
}

interface Recoding {
  readonly layout: CsvLayout;
  readonly raw: RawText;
  readonly plan: RecodePlan;
  readonly options: RecodeOptions;
  readonly books: Books;
  readonly writer: CsvWriter;
}

/** Makes the function that recodes the complete records of a text and tells where the first incomplete one begins. */
function textRecoder(recoding: Recoding): (text: string, final: boolean) => number {
  const { layout, writer, options } = recoding;
  const recodeRecord = recordRecoder(recoding);
  const record = emptyRecord();
  let line = layout.bodyLine;
  return (text, final) => {
    writer.begin(text);
    let from = 0;
    for (; scanRecord(record, text, { from, delimiter: layout.delimiter, final }); from = record.next) {
      if (record.unclosed) throw new ProcmapError('quote-unclosed', { file: options.file, line });
      if (!isBlank(text, record)) recodeRecord(text, record, line);
      line += record.lines;
    }
    if (text.length - from > MAX_RECORD)
      throw new ProcmapError('quote-unclosed', { file: options.file, line });
    return from;
  };
}

function recordRecoder({ layout, raw, plan, options, books, writer }: Recoding) {
  const { columns, points } = layout;
  const cells = { decode: raw.decode, encode: (text: string) => raw.encode(text) ?? text };
  const settle = settler(plan, books, { points, decimals: options.decimals, ...cells });
  const optional = [columns.person, columns.date, columns.year].map((column) => column ?? 0);
  const lastNeeded = Math.max(columns.code, ...columns.amounts, ...optional);
  return (text: string, record: CsvRecord, line: number): void => {
    if (record.fields <= lastNeeded || overflows(text, record, columns)) {
      enterMisshapen(books);
      writer.reject(record, ['row-shape', String(line)]);
    } else {
      write(writer, record, {
        settlement: settle(bookingOf(text, record, columns)),
        line,
        audit: options.audit,
      });
    }
  };
}

function write(
  writer: CsvWriter,
  record: CsvRecord,
  { settlement, line, audit }: { settlement: Settlement; line: number; audit: boolean },
): void {
  const added = audit ? auditTexts(settlement) : null;
  const { kind } = settlement;
  if (kind === 'reject') writer.reject(record, [settlement.reason, String(line)]);
  else if (kind === 'split') writer.split(record, settlement.parts, added);
  else writer.recode(record, kind === 'recode' ? settlement.code : null, added?.[0] ?? null);
}

function isBlank(text: string, record: CsvRecord): boolean {
  const start = record.starts[0] as number;
  return record.end - start < record.fields || /^[\s";,|]*$/.test(text.slice(start, record.end));
}

/** More cells than the header has columns: a delimiter stands inside a cell, and which cell is which nobody can tell. */
function overflows(text: string, record: CsvRecord, columns: Columns): boolean {
  for (let i = columns.names.length; i < record.fields; i++) {
    if (fieldValue(text, record.starts[i] as number, record.ends[i] as number).trim() !== '') return true;
  }
  return false;
}

function bookingOf(text: string, record: CsvRecord, columns: Columns): Booking {
  const cell = (column: number | null) =>
    column === null ? '' : fieldValue(text, record.starts[column] as number, record.ends[column] as number);
  const date = cell(columns.date);
  return {
    code: cell(columns.code),
    person: cell(columns.person),
    date: columns.year === null ? date : `${date} ${cell(columns.year)}`,
    amounts: columns.amounts.map(cell),
  };
}

function resultOf(
  books: Books,
  { layout, raw, validFrom }: { layout: CsvLayout; raw: RawText; validFrom: string | null },
): RecodeResult {
  const { columns } = layout;
  const name = (column: number) => columns.names[column] || String(column + 1);
  const taken = {
    code: name(columns.code),
    amounts: columns.amounts.map(name),
    person: columns.person === null ? null : name(columns.person),
    date: columns.date === null ? null : name(columns.date),
    repeated: columns.repeated.map(name),
  };
  const report = buildRecodeReport(books, taken, { validFrom, personName: (key) => raw.decode(key).trim() });
  return { report, codesRead: codesRead(books), codesWritten: books.written };
}
