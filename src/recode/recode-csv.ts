import type { RejectReason } from '../model/recode-report.ts';
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
import { compareDecimals, type Decimal, formatDecimal } from '../values/decimal.ts';
import { guessEncoding } from '../values/text-encoding.ts';
import { ProcmapError } from '../words/procmap-error.ts';
import { noteUnit } from './accounts.ts';
import type { Point } from './amount.ts';
import { auditHeader, auditTexts, refuseMarked } from './audit.ts';
import { type Account, enterMisshapen, measureIn } from './books.ts';
import { type ByteCodec, byteCodec } from './byte-codec.ts';
import { byteMemo } from './byte-memo.ts';
import { refuseUnclear } from './clock-watch.ts';
import { kindOf } from './column-names.ts';
import { amountColumnsOf, kindOfMeasure, type MeasureColumns } from './columns.ts';
import { type CsvLayout, recogniseLayout } from './csv-layout.ts';
import { type TextMeasure, textMeasure } from './csv-measures.ts';
import { type ChangedCell, type CsvWriter, csvWriter } from './csv-writer.ts';
import { followCode, followLabel } from './follow-label.ts';
import { memo } from './memo.ts';
import { dependsOnOrder, orderEvidence } from './period.ts';
import { isCodeOf, type RecodePlan, type Rule } from './plan.ts';
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
import { refuseCopies } from './refuse-copies.ts';
import { measureId, noteLeftTotal, openRun, type Run } from './run.ts';
import {
  addPart,
  addRead,
  addWritten,
  markTotals,
  openTotals,
  type RunningTotals,
  recomputeTotals,
} from './running-totals.ts';
import {
  type BookedAmount,
  type Booking,
  type CodeCase,
  caseOf,
  isGrandTotal,
  isTotal,
  personOf,
  type Settlement,
  settle,
  type TimeRelation,
  timeOf,
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
  const run = options.run ?? openRun(plan, options);
  const separator = wholeSeparator(text, head.final, { run, options, codec });
  if (separator !== null) {
    const bytes = await readRest(input, text, { final: head.final, codec });
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
  { final, codec }: { readonly final: boolean; readonly codec: ByteCodec },
): Promise<Uint8Array> {
  const parts = [text];
  for (let done = final; !done; ) {
    const next = await input.next();
    done = next.done === true;
    if (next.done !== true) parts.push(codec.toWork(next.value));
  }
  return joinBytes(parts);
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
  readonly run: Run;
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

function recordRecoder({ layout, codec, plan, options, run, writer }: Recoding) {
  const { columns } = layout;
  const lang = options.lang ?? 'en';
  const readBooking = bookingReader({ layout, codec, plan, options, run, writer });
  const codeOf = byteMemo((bytes) => caseOf(run, unquote(codec.decode(bytes))));
  const cellsOf = cellWriter({ layout, codec, plan, options, run, writer });
  const running = openTotals(columns.measures.length);
  const writeTotal = totalWriter({ layout, codec, plan, options, run, writer }, running);
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

/** Keeps the sums of the columns, for the totals below. */
function follow(running: RunningTotals, { amounts }: Booking, settlement: Settlement): void {
  for (let i = 0; i < amounts.length; i++) {
    const { amount } = amounts[i] as BookedAmount;
    addRead(running, i, amount);
    if (settlement.kind !== 'split' && settlement.kind !== 'reject') addWritten(running, i, amount);
  }
  if (settlement.kind !== 'split') return;
  for (const { values } of settlement.parts)
    values.forEach((value, i) => {
      if (value !== null) addPart(running, i, (amounts[i] as BookedAmount).amount.measure, value);
    });
}

/** Writes a row of totals anew: those of what stands in the output. */
function totalWriter({ layout, codec, options, run, writer }: Recoding, running: RunningTotals) {
  const { columns, points } = layout;
  const writers = columns.measures.map((measure, i) =>
    textMeasure(run, measure, { point: points[i] ?? null, asked: true }),
  );
  return (text: Uint8Array, record: CsvRecord, line: number): void => {
    const values = recordValues(text, record, codec.decode);
    const cells = columns.measures
      .map(({ columns: own }, column) => ({
        column,
        amount: (writers[column] as TextMeasure).read(own.map((each) => values[each] ?? '')),
      }))
      .filter(({ amount }) => amount.reading.kind === 'amount');
    const changes = recomputeTotals(running, cells, { ofAll: isGrandTotal(values) }).flatMap(
      ({ cell: { column, amount }, value, expected }) => {
        const measure = columns.measures[column] as MeasureColumns;
        if (value === null) {
          const found = formatDecimal(amount.exact);
          noteLeftTotal(run, {
            place: `${options.file}:${line}`,
            column: measure.name,
            found,
            expected: formatDecimal(expected),
          });
          return [];
        }
        if (compareDecimals(value, amount.exact) === 0) return [];
        const texts = (writers[column] as TextMeasure).write(amount, value);
        return measure.columns.map((each, at) => ({ column: each, text: texts[at] ?? '', inner: true }));
      },
    );
    markTotals(running);
    writer.change(record, inOrder(changes), options.audit ? '' : null);
  };
}

/** Cells repeat themselves: each text is looked up once, by its bytes. */
function bookingReader({ layout, codec, options, run, plan }: Recoding) {
  const { columns, points, sample } = layout;
  const value = (bytes: Uint8Array) => unquote(codec.decode(bytes));
  const personMemo = byteMemo((bytes) => personOf(run, value(bytes)));
  const nobody = personOf(run, '');
  const monthFirst =
    columns.date !== null && sample.some((row) => orderEvidence(row[columns.date ?? 0] ?? '') === 'm');
  const relation = (text: string) => timeOf(text, plan.validFrom, monthFirst);
  const watchOrder = orderWatch(options.file, { isActive: plan.validFrom !== null && !monthFirst });
  const timeMemo = byteMemo((bytes) => {
    const text = value(bytes);
    watchOrder(text);
    return relation(text);
  });
  const monthMemo = memo(relation);
  const kindMemo = byteMemo((bytes) => kindOf(value(bytes)));
  const amountsOf = columns.measures.map((measure, i) =>
    amountReader(measure, points[i] ?? null, { codec, options, run, sample }),
  );
  const { person, date, year, kind } = columns;
  const timeOfRow = (text: Uint8Array, record: CsvRecord): TimeRelation => {
    if (date === null) return 'after';
    if (year === null) return look(timeMemo, text, record, date);
    return monthMemo(`${value(rawField(text, record, date))} ${value(rawField(text, record, year))}`);
  };
  const personOfRow = (text: Uint8Array, record: CsvRecord): Account => {
    if (person.length === 0) return nobody;
    if (person.length === 1) return look(personMemo, text, record, person[0] as number);
    return personOf(run, person.map((column) => value(rawField(text, record, column)).trim()).join(' '));
  };
  return (text: Uint8Array, record: CsvRecord, code: CodeCase): Booking => {
    const kindKey = kind === null ? '' : look(kindMemo, text, record, kind);
    return {
      person: personOfRow(text, record),
      code,
      time: timeOfRow(text, record),
      amounts: amountsOf.map((read) => read(text, record, kindKey)),
    };
  };
}

function amountReader(
  measure: MeasureColumns,
  point: Point | null,
  { codec, options, run, sample }: Pick<Recoding, 'codec' | 'options' | 'run'> & Pick<CsvLayout, 'sample'>,
) {
  const { read } = textMeasure(run, measure, { point, asked: options.point !== null });
  const value = (bytes: Uint8Array) => unquote(codec.decode(bytes));
  const [column = 0] = measure.columns;
  const single = byteMemo((bytes) => read([value(bytes)]));
  const places = memo((kind: string) => ({ index: measureIn(run.books, ...kindOfMeasure(measure, kind)) }));
  for (const row of sample) {
    const { reading, unit } = read(measure.columns.map((each) => row[each] ?? ''));
    if (reading.kind === 'amount')
      noteUnit(run.accounts, measureId(run, places('').index, reading.amount.measure), {
        ...unit,
        scale: Math.max(unit.scale, run.decimals),
      });
  }
  return (text: Uint8Array, record: CsvRecord, kind: string): BookedAmount => ({
    amount:
      measure.columns.length === 1
        ? look(single, text, record, column)
        : read(measure.columns.map((each) => value(rawField(text, record, each)))),
    measure: places(kind).index,
  });
}

/** What the cells of a row say once its code has changed. */
function cellWriter({ layout, codec, options, run }: Recoding) {
  const { columns, points } = layout;
  const writers = columns.measures.map((measure, i) =>
    textMeasure(run, measure, { point: points[i] ?? null, asked: true }),
  );
  const value = (text: Uint8Array, record: CsvRecord, column: number) =>
    column < record.fields ? unquote(codec.decode(rawField(text, record, column))) : '';
  const labels = options.labels === false ? [] : columns.labels;
  const named = (
    text: Uint8Array,
    record: CsvRecord,
    rule: Rule,
    target: { code: string; label: string },
  ) => [
    {
      column: columns.code,
      text: followCode(value(text, record, columns.code), rule, target, options.labels !== false),
      inner: true,
    },
    ...labels.flatMap((column) => {
      const now = followLabel(value(text, record, column), rule, target);
      return now === null ? [] : [{ column, text: now, inner: true }];
    }),
  ];
  return {
    whole: (
      text: Uint8Array,
      record: CsvRecord,
      { rule, code, label }: Extract<Settlement, { kind: 'recode' }>,
    ) => inOrder(named(text, record, rule, { code, label })),
    split: (
      text: Uint8Array,
      record: CsvRecord,
      {
        booking,
        settlement,
        line,
      }: { booking: Booking; settlement: Extract<Settlement, { kind: 'split' }>; line: number },
    ): readonly (readonly ChangedCell[])[] => {
      if (settlement.parts.length > 1)
        refuseCopies(columns, (column) => value(text, record, column), { file: options.file, line });
      return settlement.parts.map((part) =>
        inOrder([
          ...named(text, record, settlement.rule, part),
          ...part.values.flatMap((amount, i) => {
            if (amount === null) return [];
            const whole = (booking.amounts[i] as BookedAmount).amount;
            const texts = (writers[i] as TextMeasure).write(whole, amount);
            verifyPart(writers[i] as TextMeasure, texts, amount);
            return (columns.measures[i] as MeasureColumns).columns.map((column, at) => ({
              column,
              text: texts[at] ?? '',
            }));
          }),
        ]),
      );
    },
  };
}

function inOrder(cells: readonly ChangedCell[]): readonly ChangedCell[] {
  return [...cells].sort((a, b) => a.column - b.column);
}

/** What is written has to say what was meant. */
function verifyPart({ read }: TextMeasure, texts: readonly string[], amount: Decimal): void {
  const again = read(texts);
  if (again.reading.kind !== 'amount' || compareDecimals(again.exact, amount) !== 0)
    throw new Error(`${texts.join(' ')} does not say ${formatDecimal(amount)}`);
}

/** Dates further down may say that the month comes first, when others have been read with the day first. */
function orderWatch(file: string, { isActive }: { readonly isActive: boolean }): (text: string) => void {
  let doubtful: string | null = null;
  return (text) => {
    if (!isActive) return;
    if (dependsOnOrder(text)) doubtful ??= text;
    if (doubtful !== null && orderEvidence(text) === 'm')
      throw new ProcmapError('dates-month-first', { file, date: text, doubtful });
  };
}

function look<T>(
  memory: (text: Uint8Array, start: number, end: number) => T,
  text: Uint8Array,
  record: CsvRecord,
  column: number,
): T {
  return memory(text, record.starts[column] as number, record.ends[column] as number);
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
