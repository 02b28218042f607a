import { ProcmapError } from '../../words/procmap-error.ts';
import { noteUnit } from '../accounts.ts';
import type { Point } from '../amount.ts';
import { type Account, measureIn } from '../books.ts';
import { watchAmount } from '../clock-watch.ts';
import { kindOf } from '../column-names.ts';
import { amountColumnsOf, kindOfMeasure, type MeasureColumns } from '../column-types.ts';
import { pointOf } from '../csv-layout.ts';
import { readPair } from '../csv-measures.ts';
import { memo } from '../memo.ts';
import { orderEvidence } from '../period.ts';
import { measureId } from '../run.ts';
import {
  type CodeCase,
  caseOf,
  personOf,
  refusedCase,
  relationOf,
  type TimeRelation,
  timeOf,
} from '../settle.ts';
import type { BookedCell } from './booked-cells.ts';
import type { RowTable } from './find-tables.ts';
import { daysOf } from './header-period.ts';
import { amountAt, factAt, filledText, showsItsDigits, textAt } from './sheet-view.ts';
import type { TableSetting } from './table-setting.ts';

export interface Reading {
  readonly table: RowTable;
  readonly setting: TableSetting;
  readonly points: readonly (Point | null)[];
  readonly codeAt: (row: number) => CodeCase;
  readonly cellsAt: (row: number) => readonly RowCell[];
  readonly personAt: (row: number) => Account;
  /** Of a row without amounts. */
  readonly timeAt: (row: number) => TimeRelation;
}

/** An amount of a row, with the decimal sign of its column. */
export interface RowCell extends BookedCell {
  readonly point: Point | null;
}

export interface OpenRow {
  readonly row: number;
  readonly code: CodeCase;
  readonly cells: readonly RowCell[];
}

export function openReading(table: RowTable, setting: TableSetting): Reading {
  const { view, columns, context } = table;
  const { run } = setting;
  const points = columns.measures.map((measure) => pointIn(table, measure, setting));
  const codes = memo((text: string) => caseOf(run, text));
  const merged = mergedAmounts(table, codes);
  const people = memo((text: string) => personOf(run, text));
  const nobody = personOf(run, context.person);
  const timeAt = rowTimes(table, setting);
  noteUnits(table, setting, points);
  return {
    table,
    setting,
    points,
    codeAt: (row) =>
      merged.get(row) ?? numberCase(table, row, setting) ?? codes(filledText(view, row, columns.code)),
    personAt: (row) => {
      if (columns.person.length === 0) return nobody;
      const name = columns.person
        .map((column) => filledText(view, row, column).trim())
        .filter((part) => part !== '')
        .join(' ');
      return people(name === '' && columns.person.length > 0 ? '' : name);
    },
    timeAt,
    cellsAt: (row) => cellsOf(table, row, { setting, points, time: timeAt(row) }),
  };
}

/** Texts tell the decimal sign; numbers have a point in the file, whatever the screen shows. */
export function pointIn(table: RowTable, { columns }: MeasureColumns, { point }: TableSetting): Point | null {
  if (point !== null) return point;
  const texts: string[] = [];
  for (let row = table.start; row < table.end; row++)
    for (const column of columns) {
      const text = textAt(table.view, row, column);
      if (text !== '' && factAt(table.view, row, column)?.number == null) texts.push(text);
    }
  return pointOf(texts);
}

/** A code stored as a number may have lost a nought: `1.1` may be 1.10 where there is such a code. */
export function numberCase(
  { view, columns }: RowTable,
  row: number,
  { run: { plan } }: TableSetting,
): CodeCase | null {
  const at = view.covered.get(columns.code)?.get(row) ?? row;
  const fact = factAt(view, at, columns.code);
  const text = textAt(view, at, columns.code).trim();
  if (fact == null || fact.number === null || fact.decimals !== null || !/^\d+\.\d+$/.test(text)) return null;
  const longer = [`${text}0`, `${text}00`].some((code) => plan.rules.has(code) || plan.newCodes.has(code));
  return longer ? refusedCase(text, 'code-number') : null;
}

/** An amount that is merged over rows of several codes, or of a code that is divided, belongs to nobody for certain. */
export function mergedAmounts(
  { view, columns, start, end }: RowTable,
  codes: (text: string) => CodeCase,
): ReadonlyMap<number, CodeCase> {
  const refused = new Map<number, CodeCase>();
  const amounts = new Set(amountColumnsOf(columns));
  for (const [column, covered] of view.covered) {
    if (!amounts.has(column)) continue;
    const groups = new Map<number, number[]>();
    for (const [row, first] of covered)
      if (row >= start && row < end) groups.set(first, [...(groups.get(first) ?? [first]), row]);
    for (const rows of groups.values()) {
      const own = rows.map((row) => codes(filledText(view, row, columns.code)));
      const isOne =
        own.every((each) => each.rule.code === own[0]?.rule.code) && (own[0]?.whole !== null || own[0]?.kept);
      if (isOne) continue;
      rows.forEach((row, i) => {
        refused.set(row, refusedCase(own[i]?.rule.code ?? '', 'amount-merged'));
      });
    }
  }
  return refused;
}

export function rowTimes(
  { view, columns, context, start, end }: RowTable,
  { run, file }: TableSetting,
): (row: number) => TimeRelation {
  const { validFrom } = run.plan;
  const { date, year } = columns;
  if (validFrom === null) return () => 'after';
  if (date !== null) {
    let monthFirst = false;
    for (let row = start; row < end && !monthFirst; row++)
      monthFirst = orderEvidence(textAt(view, row, date)) === 'm';
    const read = memo((text: string) => timeOf(text, validFrom, monthFirst));
    const written = (row: number) => {
      const text = filledText(view, row, date);
      if (year === null) return text;
      return `${text} ${filledText(view, row, year)}`;
    };
    return (row) => read(written(row));
  }
  const days = columns.measures.flatMap(({ run: own }) => own?.periods ?? []);
  const dated = days.map((period) => relationOf(period === null ? null : daysOf(period, context), validFrom));
  if (days.length > 0) return () => (dated.every((time) => time === 'before') ? 'before' : 'after');
  if (context.year === null)
    throw new ProcmapError('column-not-found', { file, role: 'date', wanted: '', found: '' });
  const month = { kind: 'month', year: null, month: null, number: 0 } as const;
  const period = context.month === null ? yearDays(context.year) : daysOf(month, context);
  const relation = relationOf(period, validFrom);
  return () => relation;
}

export function yearDays(year: number) {
  return { first: `${year}-01-01`, last: `${year}-12-31` };
}

/** How fine the amounts of each measure are, known before the first is divided. */
export function noteUnits(
  { view, columns, start, end }: RowTable,
  { run }: TableSetting,
  points: readonly (Point | null)[],
): void {
  columns.measures.forEach((measure, i) => {
    for (let row = start; row < end; row++) {
      const kind = columns.kind === null ? '' : kindOf(textAt(view, row, columns.kind));
      const index = measureIn(run.books, ...kindOfMeasure(measure, kind));
      for (const column of measure.shape === 'hours-minutes' ? [] : measure.columns) {
        if (textAt(view, row, column) === '') continue;
        const { reading, unit } = amountAt(view, row, column, points[i] ?? null);
        if (reading.kind !== 'amount') continue;
        noteUnit(run.accounts, measureId(run, index, reading.amount.measure), {
          ...unit,
          scale: Math.max(unit.scale, run.decimals),
        });
      }
    }
  });
}

/** The amounts of a row that are not blank. */
export function cellsOf(
  { view, columns, context }: RowTable,
  row: number,
  {
    setting,
    points,
    time,
  }: {
    readonly setting: TableSetting;
    readonly points: readonly (Point | null)[];
    readonly time: TimeRelation;
  },
): readonly RowCell[] {
  const { run } = setting;
  const kind = columns.kind === null ? '' : kindOf(textAt(view, row, columns.kind));
  return columns.measures.flatMap((measure, i): RowCell[] => {
    const index = measureIn(run.books, ...kindOfMeasure(measure, kind));
    const point = points[i] ?? null;
    if (measure.shape === 'hours-minutes') {
      const amount = readPair(measure.columns.map((column) => textAt(view, row, column)));
      return amount.reading.kind === 'blank'
        ? []
        : [{ amount, measure: index, columns: measure.columns, time, point }];
    }
    return measure.columns.flatMap((column, at): RowCell[] => {
      const amount = amountAt(view, row, column, point);
      if (amount.reading.kind === 'blank') return [];
      if (setting.point === null && showsItsDigits(view, row, column))
        watchAmount(run.watch, {
          key: measure.key,
          name: measure.name,
          text: amount.text.trim(),
          reading: amount.reading,
        });
      const period = measure.run?.periods[at] ?? null;
      const own = period === null ? time : relationOf(daysOf(period, context), run.plan.validFrom);
      return [{ amount, measure: index, columns: [column], time: own, point }];
    });
  });
}
