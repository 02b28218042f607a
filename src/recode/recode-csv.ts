import { joinBytes } from '../values/bytes.ts';
import {
  type CsvRecord,
  emptyRecord,
  QUOTE,
  rawField,
  recordValues,
  scanRecord,
  unquote,
} from '../values/csv-record.ts';
import { guessEncoding } from '../values/text-encoding.ts';
import { ProcmapError } from '../words/procmap-error.ts';
import { auditHeader, auditTexts, refuseMarked } from './audit.ts';
import { type Books, enterMisshapen, openBooks } from './books.ts';
import { type ByteCodec, byteCodec } from './byte-codec.ts';
import { byteMemo } from './byte-memo.ts';
import type { Columns } from './columns.ts';
import { type CsvLayout, recogniseLayout } from './csv-layout.ts';
import { type CsvWriter, csvWriter } from './csv-writer.ts';
import { memo } from './memo.ts';
import { isCodeOf, type RecodePlan } from './plan.ts';
import {
  REJECT_COLUMNS,
  type RecodedChunk,
  type RecodeOptions,
  type RecodeResult,
  resultOf,
} from './recode-result.ts';
import {
  type Booking,
  type Clerk,
  type CodeCase,
  isTotal,
  openClerk,
  type Settlement,
  type TimeRelation,
} from './settle.ts';

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
  const codec = byteCodec(guessEncoding(head.bytes));
  const text = codec.toWork(head.bytes);
  const layout = layoutOf(text, head.final, { plan, options, codec });
  if (!options.evenIfMarked) refuseMarked(layout.columns.names, plan, options.file);
  const books = openBooks(layout.columns.amounts.length);
  const writer = csvWriter(layout, codec, options.file);
  writer.begin(text);
  writer.header(layout.bodyStart, {
    recoded: options.audit ? [auditHeader(plan)] : [],
    rejected: REJECT_COLUMNS,
  });
  yield writer.end(layout.bodyStart);
  const recodeText = textRecoder({ layout, codec, plan, options, books, writer });
  let rest = text.subarray(layout.bodyStart);
  for (let { final } = head; ; ) {
    const done = recodeText(rest, final);
    yield writer.end(done);
    if (final) break;
    const next = await input.next();
    final = next.done === true;
    rest = rest.subarray(done);
    if (next.done !== true) rest = joinBytes([rest, codec.toWork(next.value)]);
  }
  return resultOf(books, layout.columns, plan);
}

/** Enough of the beginning to recognise encoding, layout and decimal sign from. */
async function readHead(input: AsyncIterator<Uint8Array>): Promise<{ bytes: Uint8Array; final: boolean }> {
  const parts: Uint8Array[] = [];
  for (let length = 0; length < HEAD_BYTES; ) {
    const next = await input.next();
    if (next.done === true) return { bytes: joinBytes(parts), final: true };
    parts.push(next.value);
    length += next.value.length;
  }
  return { bytes: joinBytes(parts), final: false };
}

function layoutOf(
  text: Uint8Array,
  final: boolean,
  { plan, options, codec }: { plan: RecodePlan; options: RecodeOptions; codec: ByteCodec },
): CsvLayout {
  return recogniseLayout(text, final, {
    file: options.file,
    choice: options.columns,
    isCode: isCodeOf(plan),
    needsDate: plan.validFrom !== null,
    point: options.point,
    codec,
  });
}

interface Recoding {
  readonly layout: CsvLayout;
  readonly codec: ByteCodec;
  readonly plan: RecodePlan;
  readonly options: RecodeOptions;
  readonly books: Books;
  readonly writer: CsvWriter;
}

/** Makes the function that recodes the complete records of a text and tells where the first incomplete one begins. */
function textRecoder(recoding: Recoding): (text: Uint8Array, final: boolean) => number {
  const { layout, writer, options } = recoding;
  const { separator } = layout;
  const recodeRecord = recordRecoder(recoding);
  const record = emptyRecord();
  let line = layout.bodyLine;
  return (text, final) => {
    writer.begin(text);
    record.next = 0;
    const scan = { separator, final };
    while (scanRecord(record, text, scan)) {
      if (record.unclosed) throw new ProcmapError('quote-unclosed', { file: options.file, line });
      if (!isBlank(text, record, separator)) recodeRecord(text, record, line);
      line += record.lines;
    }
    if (text.length - record.next > MAX_RECORD)
      throw new ProcmapError('quote-unclosed', { file: options.file, line });
    return record.next;
  };
}

function recordRecoder({ layout, codec, plan, options, books, writer }: Recoding) {
  const { columns, points } = layout;
  const clerk = openClerk(plan, books, { points, decimals: options.decimals });
  const readBooking = bookingReader(columns, codec, clerk);
  const codeOf = byteMemo((bytes) => clerk.codeOf(unquote(codec.decode(bytes))));
  const optional = [columns.person, columns.date, columns.year].map((column) => column ?? 0);
  const lastNeeded = Math.max(columns.code, ...columns.amounts, ...optional);
  return (text: Uint8Array, record: CsvRecord, line: number): void => {
    if (record.fields <= lastNeeded || overflows(text, record, layout)) {
      enterMisshapen(books);
      writer.reject(record, ['row-shape', String(line)]);
      return;
    }
    const code = look(codeOf, text, record, columns.code);
    if (code.mayBeTotal && isTotal(recordValues(text, record, codec.decode))) {
      books.rows.totals++;
      return;
    }
    const settlement = clerk.settle(readBooking(text, record, code));
    write(writer, record, { settlement, line, audit: options.audit });
  };
}

/** Cells repeat themselves: each text is looked up once, by its bytes. */
function bookingReader(columns: Columns, codec: ByteCodec, clerk: Clerk) {
  const value = (bytes: Uint8Array) => unquote(codec.decode(bytes));
  const personOf = byteMemo((bytes) => clerk.personOf(value(bytes)));
  const timeOf = byteMemo((bytes) => clerk.timeOf(value(bytes)));
  const monthOf = memo(clerk.timeOf);
  const amountsOf = columns.amounts.map((column, i) => ({
    column,
    read: byteMemo((bytes) => clerk.amountOf(i, value(bytes))),
  }));
  const { person, date, year } = columns;
  const timeOfRow = (text: Uint8Array, record: CsvRecord): TimeRelation => {
    if (date === null) return 'after';
    if (year === null) return look(timeOf, text, record, date);
    return monthOf(`${value(rawField(text, record, date))} ${value(rawField(text, record, year))}`);
  };
  return (text: Uint8Array, record: CsvRecord, code: CodeCase): Booking => ({
    person: person === null ? clerk.personOf('') : look(personOf, text, record, person),
    code,
    time: timeOfRow(text, record),
    amounts: amountsOf.map(({ column, read }) => look(read, text, record, column)),
  });
}

function look<T>(
  memory: (text: Uint8Array, start: number, end: number) => T,
  text: Uint8Array,
  record: CsvRecord,
  column: number,
): T {
  return memory(text, record.starts[column] as number, record.ends[column] as number);
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

function isBlank(text: Uint8Array, record: CsvRecord, separator: number): boolean {
  return holdsNothing(text, separator, record.starts[0] as number, record.end);
}

/** More cells than the header has columns: a delimiter stands inside a cell, and which cell is which nobody can tell. */
function overflows(text: Uint8Array, record: CsvRecord, { columns, separator }: CsvLayout): boolean {
  const width = columns.names.length;
  return record.fields > width && !holdsNothing(text, separator, record.starts[width] as number, record.end);
}

function holdsNothing(text: Uint8Array, separator: number, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const byte = text[at] as number;
    if (byte > 32 && byte !== separator && byte !== QUOTE) return false;
  }
  return true;
}
