import { noteUnit } from '../accounts.ts';
import type { Point } from '../amount.ts';
import { measureIn } from '../books.ts';
import { watchAmount } from '../clock-watch.ts';
import { pointOf } from '../csv-layout.ts';
import { orderEvidence } from '../period.ts';
import { measureId } from '../run.ts';
import type { RunningTotals } from '../running-totals.ts';
import { type CodeCase, caseOf, relationOf, type TimeRelation, timeOf } from '../settle.ts';
import type { Countable } from '../tally.ts';
import { isTotal } from '../total-rows.ts';
import type { AcrossTable } from './find-tables.ts';
import { daysOf, headerPeriod } from './header-period.ts';
import { amountAt, factAt, filledText, showsItsDigits, textAt } from './sheet-view.ts';
import type { TableSetting } from './table-setting.ts';
import { totalSources } from './total-columns.ts';

export interface Reading {
  readonly table: AcrossTable;
  readonly setting: TableSetting;
  readonly cases: ReadonlyMap<number, CodeCase>;
  readonly point: Point | null;
  readonly measure: number;
  readonly sources: ReadonlyMap<number, readonly number[]>;
  readonly timeAt: (row: number) => TimeRelation;
}

export function openReading(table: AcrossTable, setting: TableSetting): Reading {
  const { view, header, codes, start, end } = table;
  const { run, point } = setting;
  const cases = new Map(codes.map((column) => [column, caseOf(run, textAt(view, header, column))]));
  const texts = view.rows
    .slice(start, end)
    .flatMap((row, i) =>
      codes.flatMap((column) => (factAt(view, start + i, column)?.number == null ? [row[column] ?? ''] : [])),
    );
  const body = view.rows.slice(start, end).filter((_, i) => !isTotal(leftCells(table, start + i)));
  const sources = new Map(totalSources(body, table.totals, codes).map(({ column, of }) => [column, of]));
  return {
    ...{ table, setting, cases, sources },
    point: point ?? pointOf(texts.filter((text) => text !== '')),
    measure: measureIn(
      run.books,
      'ore',
      `${textAt(view, header, codes[0] ?? 0)}..${textAt(view, header, codes.at(-1) ?? 0)}`,
    ),
    timeAt: timesOf(table, setting),
  };
}

export function timesOf(
  { view, date, year, context, start, end }: AcrossTable,
  { run: { plan } }: TableSetting,
): (row: number) => TimeRelation {
  const { validFrom } = plan;
  if (validFrom === null) return () => 'after';
  if (date === null) {
    const month =
      context.month === null ? null : daysOf({ kind: 'month', year: null, month: null, number: 0 }, context);
    const relation = relationOf(month, validFrom);
    return () => relation;
  }
  let monthFirst = false;
  for (let row = start; row < end && !monthFirst; row++)
    monthFirst = orderEvidence(textAt(view, row, date)) === 'm';
  return (row) => {
    const text = filledText(view, row, date);
    const period = headerPeriod(text);
    const own =
      year === null ? context : { ...context, year: Number(filledText(view, row, year)) || context.year };
    const days = period === null ? null : daysOf(period, own);
    return days !== null && !monthFirst ? relationOf(days, validFrom) : timeOf(text, validFrom, monthFirst);
  };
}

export function leftCells({ view, codes }: AcrossTable, row: number): readonly string[] {
  return (view.rows[row] ?? []).slice(0, codes[0] ?? 0);
}

export function amountsAt(
  { table, point, cases, setting }: Reading,
  row: number,
): ReadonlyMap<number, Countable> {
  const found = new Map<number, Countable>();
  for (const column of cases.keys()) {
    const amount = amountAt(table.view, row, column, point);
    if (amount.reading.kind === 'blank') continue;
    found.set(column, amount);
    if (setting.point === null && showsItsDigits(table.view, row, column))
      watchAmount(setting.run.watch, {
        key: 'ore',
        name: textAt(table.view, table.header, column),
        text: amount.text.trim(),
        reading: amount.reading,
      });
  }
  return found;
}

export function noteUnits(reading: Reading): void {
  const { table, setting, measure } = reading;
  for (let row = table.start; row < table.end; row++) {
    for (const { reading: own, unit } of amountsAt(reading, row).values()) {
      if (own.kind !== 'amount') continue;
      const scale = Math.max(unit.scale, setting.run.decimals);
      noteUnit(setting.run.accounts, measureId(setting.run, measure, own.amount.measure), { ...unit, scale });
    }
  }
}

/** A row without person and date whose amounts are all computed. */
export function isSumRow({ table }: Reading, row: number, amounts: ReadonlyMap<number, Countable>): boolean {
  if (leftCells(table, row).some((cell) => cell.trim() !== '')) return false;
  return [...amounts.keys()].every((column) => {
    const formula = factAt(table.view, row, column)?.formula ?? null;
    return formula !== null && (formula === '' || /\bSUM\s*\(|\bSUBTOTAL\s*\(/i.test(formula));
  });
}

export interface OpenRow {
  readonly row: number;
  readonly amounts: ReadonlyMap<number, Countable>;
  readonly columns: readonly OutputColumn[];
  readonly totals: RunningTotals;
}

/** A column of the output: what it is made of, and the code that it has then. */
export interface OutputColumn {
  /** The column of the input, from 0. */
  readonly from: number;
  /** Whether it is the first that this column became. */
  readonly isFirst: boolean;
  /** `null` for a column that is none of a code, or keeps its code. */
  readonly target: { readonly code: string; readonly label: string } | null;
  /** Whether the amounts in it are those that keep their code. */
  readonly keeps: boolean;
}
