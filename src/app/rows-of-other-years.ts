import type { FileInput } from '../read/read-tables.ts';
import type { RecodePlan } from '../recode/plan.ts';
import { openRun } from '../recode/run.ts';
import { ProcmapError } from '../words/procmap-error.ts';
import { type BookingOptions, readBookings } from './read-bookings.ts';

/** Later than any booking. */
const NEVER = '9999-12-31';

/**
 * How many rows of a time-sheet are dated in another year than it was named for: those that would keep their codes if others
 * held from the first of January of the year, and of the next one. Rows without a date say nothing.
 *
 * @throws ProcmapError when most of the dated rows are of other years
 */
export async function rowsOfOtherYears(
  input: FileInput,
  year: string,
  { plan, options }: { readonly plan: RecodePlan; readonly options: BookingOptions },
): Promise<number> {
  const before = (day: string) => rowsBefore(input, { ...plan, validFrom: day }, options);
  const next = String(Number(year) + 1).padStart(4, '0');
  const dated = await before(NEVER);
  if (dated === 0) return 0;
  const [past, upTo] = [await before(`${year}-01-01`), await before(`${next}-01-01`)];
  const others = past + dated - upTo;
  if (others * 2 > dated)
    throw new ProcmapError('series', {
      problem: { kind: 'other-year', file: input.name, year, rows: others, of: dated },
    });
  return others;
}

/** Rows that are dated before a day; none where nothing is dated. */
async function rowsBefore(input: FileInput, plan: RecodePlan, options: BookingOptions): Promise<number> {
  const run = openRun(plan);
  try {
    await readBookings(input, run, options);
  } catch (error) {
    // Whoever asks for dates refuses a time-sheet without any.
    if (error instanceof ProcmapError) return 0;
    throw error;
  }
  return run.books.rows.kept;
}
