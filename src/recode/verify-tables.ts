import type { RecodeReport } from '../model/recode-report.ts';
import {
  addDecimals,
  type Decimal,
  formatDecimal,
  parseDecimal,
  trimDecimal,
  ZERO,
} from '../values/decimal.ts';
import { ProcmapError } from '../words/procmap-error.ts';
import type { RecodePlan } from './plan.ts';
import type { RecodeOptions } from './recode-result.ts';
import { resultOf } from './recode-result.ts';
import { recodeTables, type TablesInput } from './recode-tables.ts';
import { openRun, type Run } from './run.ts';
import { unchangedRules } from './unchanged-rules.ts';

/**
 * Adds up what was written: it must be what the report says, for every person and measure. An amount that a formula has
 * yet to calculate cannot be added up; then nothing is said.
 *
 * @throws Error when it does not: that is a fault of procmap, and nothing may be handed over
 */
export function verifyTables(
  output: TablesInput,
  {
    report,
    plan,
    options,
    written,
  }: {
    readonly report: RecodeReport;
    readonly plan: RecodePlan;
    readonly options: RecodeOptions;
    readonly written: Run;
  },
): void {
  const reading: RecodePlan = {
    ...plan,
    validFrom: null,
    rules: unchangedRules([...plan.rules.keys(), ...plan.newCodes]),
  };
  const run = openRun(reading, { keep: options.keep ?? [] });
  // The columns of the output may have other names where the user named them, and dates are not asked for again.
  const own: RecodeOptions = { ...options, evenIfMarked: true, audit: false, labels: false };
  try {
    recodeTables(output, run, own);
  } catch (error) {
    const isGone =
      error instanceof ProcmapError &&
      ['no-timesheet-header', 'timesheet-empty', 'column-not-found'].includes(error.code);
    if (isGone && written.books.rows.written === 0) return;
    throw error;
  }
  const found = resultOf(run, report.columns).report;
  if (found.rejects.some(({ reason }) => reason === 'amount-missing')) return;
  const read = sumsByPerson(found, 'before');
  const expected = sumsByPerson(report, 'after');
  for (const key of new Set([...read.keys(), ...expected.keys()])) {
    if (read.get(key) === expected.get(key)) continue;
    throw new Error(`${key}: ${read.get(key) ?? 0} in what was written, expected ${expected.get(key) ?? 0}`);
  }
}

/** By person and measure: how columns are called changes with their codes. */
function sumsByPerson({ persons }: RecodeReport, side: 'before' | 'after'): ReadonlyMap<string, string> {
  const sums = new Map<string, Decimal>();
  for (const { person, balances } of persons)
    for (const { measure, [side]: value } of balances) {
      const key = `${person} ${measure}`;
      sums.set(key, addDecimals(sums.get(key) ?? ZERO, parseDecimal(value) ?? ZERO));
    }
  return new Map(
    [...sums]
      .map(([key, sum]) => [key, formatDecimal(trimDecimal(sum))] as const)
      .filter(([, value]) => value !== '0'),
  );
}
