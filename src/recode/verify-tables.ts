import { MEASURES, type RecodeReport } from '../model/recode-report.ts';
import {
  addDecimals,
  compareDecimals,
  type Decimal,
  formatDecimal,
  negateDecimal,
  parseDecimal,
  trimDecimal,
  ZERO,
} from '../values/decimal.ts';
import { ProcmapError } from '../words/procmap-error.ts';
import { tallyOf } from './books.ts';
import type { RecodePlan } from './plan.ts';
import type { RecodeOptions } from './recode-result.ts';
import { resultOf } from './recode-result.ts';
import { recodeTables, type TablesInput } from './recode-tables.ts';
import { openRun, type Run } from './run.ts';
import { sumOf } from './tally.ts';
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
    before = NOTHING,
  }: {
    readonly report: RecodeReport;
    readonly plan: RecodePlan;
    readonly options: RecodeOptions;
    readonly written: Run;
    /** What the files before this one came to, where the report is of all together. */
    readonly before?: WrittenSoFar;
  },
): void {
  const reading: RecodePlan = {
    ...plan,
    validFrom: null,
    rules: unchangedRules([...plan.rules.keys(), ...plan.newCodes]),
  };
  const run = openRun(reading, { keep: options.keep ?? [] });
  // The columns of the output may have other names where the user named them, and dates are not asked for again.
  const { run: _, ...alone } = options;
  const own: RecodeOptions = { ...alone, evenIfMarked: true, audit: false, labels: false };
  try {
    recodeTables(output, run, own);
  } catch (error) {
    const isGone =
      error instanceof ProcmapError &&
      ['no-timesheet-header', 'timesheet-empty', 'column-not-found'].includes(error.code);
    if (isGone && written.books.rows.written === before.rows) return;
    throw error;
  }
  const found = resultOf(run, report.columns).report;
  if (found.rejects.some(({ reason }) => reason === 'amount-missing')) return;
  const read = sumsByPerson(found, 'before');
  const after = sumsByPerson(report, 'after');
  for (const key of new Set([...read.keys(), ...after.keys()])) {
    const expected = addDecimals(after.get(key) ?? ZERO, negateDecimal(before.sums.get(key) ?? ZERO));
    const found = read.get(key) ?? ZERO;
    if (compareDecimals(found, expected) === 0) continue;
    const [is, wanted] = [found, expected].map((sum) => formatDecimal(trimDecimal(sum)));
    throw new Error(`${key}: ${is} in what was written, expected ${wanted}`);
  }
}

/** What a run has written so far: sums by person and measure, and rows. */
export interface WrittenSoFar {
  readonly sums: Sums;
  readonly rows: number;
}

type Sums = ReadonlyMap<string, Decimal>;

const NOTHING: WrittenSoFar = { sums: new Map(), rows: 0 };

/** What a run has come to, before a further file is recoded in it. */
export function writtenSoFar({ books }: Run): WrittenSoFar {
  const sums = new Map<string, Decimal>();
  for (const [person, { after }] of books.persons)
    for (const index of books.measures.keys())
      for (const measure of MEASURES) {
        const key = `${person} ${measure}`;
        sums.set(key, addDecimals(sums.get(key) ?? ZERO, sumOf(tallyOf(after, index), measure)));
      }
  return { sums, rows: books.rows.written };
}

/** By person and measure: how columns are called changes with their codes. */
function sumsByPerson({ persons }: RecodeReport, side: 'before' | 'after'): Sums {
  const sums = new Map<string, Decimal>();
  for (const { person, balances } of persons)
    for (const { measure, [side]: value } of balances) {
      const key = `${person} ${measure}`;
      sums.set(key, addDecimals(sums.get(key) ?? ZERO, parseDecimal(value) ?? ZERO));
    }
  return sums;
}
