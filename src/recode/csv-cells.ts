import { type CsvRecord, rawField, recordValues, unquote } from '../values/csv-record.ts';
import { compareDecimals, type Decimal, formatDecimal } from '../values/decimal.ts';
import type { MeasureColumns } from './column-types.ts';
import { type TextMeasure, textMeasure } from './csv-measures.ts';
import type { Recoding } from './csv-recoding.ts';
import type { ChangedCell } from './csv-writer.ts';
import { followCode, followLabel } from './follow-label.ts';
import type { Rule } from './plan.ts';
import { refuseCopies } from './refuse-copies.ts';
import { noteLeftTotal } from './run.ts';
import {
  addPart,
  addRead,
  addWritten,
  markTotals,
  type RunningTotals,
  recomputeTotals,
} from './running-totals.ts';
import type { BookedAmount, Booking, Settlement } from './settle.ts';
import { isGrandTotal } from './total-rows.ts';

/** Keeps the sums of the columns, for the totals below. */
export function follow(running: RunningTotals, { amounts }: Booking, settlement: Settlement): void {
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
export function totalWriter({ layout, codec, options, run, writer }: Recoding, running: RunningTotals) {
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

/** What the cells of a row say once its code has changed. */
export function cellWriter({ layout, codec, options, run }: Recoding) {
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

export function inOrder(cells: readonly ChangedCell[]): readonly ChangedCell[] {
  return [...cells].sort((a, b) => a.column - b.column);
}

/** What is written has to say what was meant. */
export function verifyPart({ read }: TextMeasure, texts: readonly string[], amount: Decimal): void {
  const again = read(texts);
  if (again.reading.kind !== 'amount' || compareDecimals(again.exact, amount) !== 0)
    throw new Error(`${texts.join(' ')} does not say ${formatDecimal(amount)}`);
}
