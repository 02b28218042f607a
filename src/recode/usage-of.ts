import type { TimesheetUsage } from '../model/timesheet-usage.ts';
import { addDecimals, type Decimal, formatDecimal, parseDecimal, ZERO } from '../values/decimal.ts';
import type { Table } from '../values/table.ts';
import { type Books, tallyOf } from './books.ts';
import { recodeTables } from './recode-tables.ts';
import { openRun } from './run.ts';
import { holds, sumOf } from './tally.ts';
import { unchangedRules } from './unchanged-rules.ts';

const SECONDS = 3600;

/**
 * Adds up what a time-sheet books on each code, in its column of hours, or in the first of its amount columns. Of a workbook
 * the sheets that `recode` would take: the first time-sheet and all others with its header, none of them twice. For putting
 * entries in order: what cannot be read is left out, and nothing is refused but a file without the columns.
 *
 * @param codes the booking codes of the old map
 * @param amounts the columns to add up, as `recode` takes them
 * @throws ProcmapError when no table has a code and an amount column
 */
export function usageOf(
  tables: readonly Table[],
  {
    file,
    codes,
    amounts,
  }: { readonly file: string; readonly codes: readonly string[]; readonly amounts?: readonly string[] },
): TimesheetUsage {
  const run = openRun({ rules: unchangedRules(codes), newCodes: new Set(), validFrom: null, revision: '' });
  const { sheets, leftOut } = recodeTables({ tables }, run, {
    ...{ file, audit: false, point: null, decimals: 0, evenIfMarked: true, lenient: true },
    columns: amounts === undefined ? {} : { amounts },
  });
  const measure = measureOf(run.books);
  const byCode = new Map<string, Decimal>();
  const unknown = new Map<string, Decimal>();
  for (const { rule, totals } of run.books.codes.values()) {
    const amount = amountIn(tallyOf(totals, measure.index));
    if (rule.code === '' || amount.units === 0n) continue;
    const sums = rule.kind === 'map' ? byCode : unknown;
    sums.set(rule.code, addDecimals(sums.get(rule.code) ?? ZERO, amount));
  }
  return { byCode, unknown, sheets, leftOut, measured: { column: measure.name, isHours: measure.isHours } };
}

interface Measured {
  readonly index: number;
  readonly name: string;
  readonly isHours: boolean;
}

/** Hours where there are any; else the first kind of amount, which is called by its name. */
function measureOf(books: Books): Measured {
  const found = books.measures.map(({ key, name }, index): Measured => {
    const tallies = [...books.codes.values()].map(({ totals }) => tallyOf(totals, index));
    const isPercent = tallies.some((tally) => holds(tally, 'percent') || holds(tally, 'euro'));
    const isClock = tallies.some((tally) => holds(tally, 'clock'));
    return { index, name, isHours: !isPercent && (isClock || /^(?:ore|hours?|hrs?)\b/.test(key)) };
  });
  return found.find(({ isHours }) => isHours) ?? found[0] ?? { index: 0, name: '', isHours: true };
}

/** Clock times count in hours, to the hundredth. */
function amountIn(tally: Parameters<typeof sumOf>[0]): Decimal {
  const clock = sumOf(tally, 'clock');
  const hours = parseDecimal((Number(formatDecimal(clock)) / SECONDS).toFixed(2)) ?? ZERO;
  const all = [
    sumOf(tally, 'number'),
    sumOf(tally, 'percent'),
    sumOf(tally, 'euro'),
    ...(clock.units === 0n ? [] : [hours]),
  ];
  return all.reduce(addDecimals);
}
