import { type CsvRecord, rawField, unquote } from '../values/csv-record.ts';
import { ProcmapError } from '../words/procmap-error.ts';
import { noteUnit } from './accounts.ts';
import type { Point } from './amount.ts';
import { type Account, measureIn } from './books.ts';
import { byteMemo } from './byte-memo.ts';
import { kindOf } from './column-names.ts';
import { kindOfMeasure, type MeasureColumns } from './column-types.ts';
import type { CsvLayout } from './csv-layout.ts';
import { textMeasure } from './csv-measures.ts';
import type { Recoding } from './csv-recoding.ts';
import { memo } from './memo.ts';
import { dependsOnOrder, orderEvidence } from './period.ts';
import { measureId } from './run.ts';
import {
  type BookedAmount,
  type Booking,
  type CodeCase,
  personOf,
  type TimeRelation,
  timeOf,
} from './settle.ts';

/** Cells repeat themselves: each text is looked up once, by its bytes. */
export function bookingReader({ layout, codec, options, run, plan }: Recoding) {
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

export function amountReader(
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

/** Dates further down may say that the month comes first, when others have been read with the day first. */
export function orderWatch(
  file: string,
  { isActive }: { readonly isActive: boolean },
): (text: string) => void {
  let doubtful: string | null = null;
  return (text) => {
    if (!isActive) return;
    if (dependsOnOrder(text)) doubtful ??= text;
    if (doubtful !== null && orderEvidence(text) === 'm')
      throw new ProcmapError('dates-month-first', { file, date: text, doubtful });
  };
}

export function look<T>(
  memory: (text: Uint8Array, start: number, end: number) => T,
  text: Uint8Array,
  record: CsvRecord,
  column: number,
): T {
  return memory(text, record.starts[column] as number, record.ends[column] as number);
}
