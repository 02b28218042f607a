import type { RejectReason } from '../model/recode-report.ts';
import { joinBytes } from '../values/bytes.ts';
import {
  type CsvRecord,
  emptyRecord,
  QUOTE,
  recordValues,
  scanRecord,
  unquote,
} from '../values/csv-record.ts';
import { MAX_CELL } from '../values/table.ts';
import { guessEncoding } from '../values/text-encoding.ts';
import { ProcmapError } from '../words/procmap-error.ts';
import { auditHeader, auditTexts, refuseMarked } from './audit.ts';
import { enterMisshapen } from './books.ts';
import { type ByteCodec, byteCodec } from './byte-codec.ts';
import { byteMemo } from './byte-memo.ts';
import { refuseUnclear } from './clock-watch.ts';
import { amountColumnsOf } from './column-types.ts';
import { bookingReader, look } from './csv-booking.ts';
import { cellWriter, follow, totalWriter } from './csv-cells.ts';
import { type CsvLayout, recogniseLayout } from './csv-layout.ts';
import type { Recoding } from './csv-recoding.ts';
import { csvWriter } from './csv-writer.ts';
import { isCodeOf, type RecodePlan } from './plan.ts';
import {
  type RecodedChunk,
  type RecodeOptions,
  type RecodeResult,
  rejectCells,
  rejectColumns,
  resultOf,
  takenColumns,
} from './recode-result.ts';
import { recodeWholeCsv, wholeSeparator } from './recode-whole-csv.ts';
import { mayStray, refuseStray, rowSearch } from './refuse-strays.ts';
import { openRun, type Run } from './run.ts';
import { openTotals } from './running-totals.ts';
import { type Booking, caseOf, settle } from './settle.ts';
import { isTotal } from './total-rows.ts';

const HEAD_BYTES = 1 << 18;
const MAX_RECORD = 1 << 23;
/** A text that is held whole, as maps are; long tables are streamed whatever their size. */
const MAX_WHOLE = 1 << 26;

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
  const run = options.run ?? openRun(plan, options);
  const separator = wholeSeparator(text, head.final, { run, options, codec });
  if (separator !== null) {
    const bytes = await readRest(input, text, { final: head.final, codec, file: options.file });
    return yield* recodeWholeCsv(bytes, { run, options, codec, separator });
  }
  const layout = layoutOf(text, head.final, { plan, options, codec });
  if (!options.evenIfMarked) refuseMarked(layout.columns.names, plan, options.file);
  const writer = csvWriter(layout, codec, options.file);
  writer.begin(text);
  writer.header(layout.bodyStart, {
    recoded: options.audit ? [auditHeader(plan)] : [],
    rejected: rejectColumns(false),
  });
  yield writer.end(layout.bodyStart);
  const recodeText = textRecoder({ layout, codec, plan, options, run, writer });
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
  refuseUnclear(run.watch, options.file);
  return resultOf(run, takenColumns(layout.columns), { continued: options.carried !== undefined });
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

async function readRest(
  input: AsyncIterator<Uint8Array>,
  text: Uint8Array,
  { final, codec, file }: { readonly final: boolean; readonly codec: ByteCodec; readonly file: string },
): Promise<Uint8Array> {
  const parts = [text];
  let size = text.length;
  for (let done = final; !done; ) {
    const next = await input.next();
    done = next.done === true;
    if (next.done === true) continue;
    const part = codec.toWork(next.value);
    size += part.length;
    if (size > MAX_WHOLE) throw new ProcmapError('text-too-large', { file, ...tooLarge(size) });
    parts.push(part);
  }
  return joinBytes(parts);
}

function tooLarge(size: number) {
  const [found, limit] = [Math.ceil(size / 2 ** 20), MAX_WHOLE / 2 ** 20];
  return { measure: 'megabytes', found, limit } as const;
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
      if (record.end - (record.starts[0] as number) > MAX_CELL) refuseLongCell(record, options.file, line);
      if (!isBlank(text, record, separator)) recodeRecord(text, record, line);
      line += record.lines;
    }
    if (text.length - record.next > MAX_RECORD)
      throw new ProcmapError('quote-unclosed', { file: options.file, line });
    return record.next;
  };
}

function recordRecoder({ layout, codec, plan, options, run, writer }: Recoding) {
  const { columns } = layout;
  const lang = options.lang ?? 'en';
  const readBooking = bookingReader({ layout, codec, plan, options, run, writer });
  const codeOf = byteMemo((bytes) => caseOf(run, unquote(codec.decode(bytes))));
  const cellsOf = cellWriter({ layout, codec, plan, options, run, writer });
  const running = openTotals(columns.measures.length);
  const writeTotal = totalWriter({ layout, codec, plan, options, run, writer }, running);
  const searchStray = mayStray(columns) ? strayRefuser({ layout, codec, plan, options, run, writer }) : null;
  const optional = [...columns.person, columns.date ?? 0, columns.year ?? 0];
  const lastNeeded = Math.max(columns.code, ...amountColumnsOf(columns), ...optional);
  return (text: Uint8Array, record: CsvRecord, line: number): void => {
    if (record.fields <= lastNeeded || overflows(text, record, layout)) {
      enterMisshapen(run.books);
      run.rejects?.push({
        person: '',
        code: '',
        column: '',
        amount: '',
        reason: 'row-shape',
        sheet: '',
        line,
      });
      writer.reject(record, rejectCells(lang, 'row-shape', { line }));
      return;
    }
    const code = look(codeOf, text, record, columns.code);
    if (code.mayBeTotal && isTotal(recordValues(text, record, codec.decode))) {
      run.books.rows.totals++;
      writeTotal(text, record, line);
      return;
    }
    searchStray?.(text, record, line);
    const booking = readBooking(text, record, code);
    const settlement = settle(run, booking);
    follow(running, booking, settlement);
    const added = options.audit ? auditTexts(settlement) : null;
    if (settlement.kind === 'reject') {
      listReject(run, booking, { reason: settlement.reason, line });
      writer.reject(record, rejectCells(lang, settlement.reason, { line }));
    } else if (settlement.kind === 'split')
      writer.split(record, cellsOf.split(text, record, { booking, settlement, line }), added);
    else
      writer.change(
        record,
        settlement.kind === 'recode' ? cellsOf.whole(text, record, settlement) : [],
        added?.[0] ?? null,
      );
  };
}

/** Searches the rows of a text whose header leaves room for a second booking beside the first. */
function strayRefuser({ layout: { columns }, codec, plan, options: { file, columns: choice } }: Recoding) {
  const search = rowSearch(columns, { file, choice, isCode: isCodeOf(plan) });
  return (text: Uint8Array, record: CsvRecord, line: number): void => {
    const cells = recordValues(text, record, codec.decode);
    const stray = search(cells, () => true);
    if (stray !== null) refuseStray(stray, cells, { file, sheet: null, line });
  };
}

/** Lists the amounts of a rejected row, where that is wanted. */
function listReject(
  { rejects, books }: Run,
  { person, code, amounts }: Booking,
  { reason, line }: { readonly reason: RejectReason; readonly line: number },
): void {
  for (const { amount, measure } of rejects === null ? [] : amounts) {
    const column = books.measures[measure]?.name ?? '';
    rejects?.push({
      person: person.person,
      code: code.rule.code,
      column,
      amount: amount.text.trim(),
      reason,
      sheet: '',
      line,
    });
  }
}

/** In bytes, of which a character has one or more. */
function refuseLongCell({ starts, ends, fields }: CsvRecord, file: string, line: number): void {
  for (let at = 0; at < fields; at++) {
    const found = (ends[at] as number) - (starts[at] as number);
    if (found > MAX_CELL)
      throw new ProcmapError('outsized', { place: { file, line }, measure: 'cell', found, limit: MAX_CELL });
  }
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
