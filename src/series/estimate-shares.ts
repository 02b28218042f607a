import { compareCodes } from '../model/code.ts';
import type { Crosswalk } from '../model/crosswalk.ts';
import { codeOfText, rowsByOldCode } from '../model/crosswalk-rows.ts';
import type { EstimatedEntry, EstimatedTarget, ShareObstacle } from '../model/dual-shares.ts';
import { allocate } from '../values/allocate.ts';
import { type Decimal, formatDecimal, sumDecimals, trimDecimal, unitsAt } from '../values/decimal.ts';
import { groupBy } from '../values/group-by.ts';
import { randomFrom } from '../values/random.ts';
import { bootstrap, wilson } from './intervals.ts';

/** A booking that was coded in both revisions. */
export interface DualBooking {
  readonly oldCode: string;
  readonly newCode: string;
  readonly amount: Decimal;
}

/** How shares are estimated. */
export interface EstimateOptions {
  /** Entries with fewer bookings get no share. */
  readonly minimum: number;
  /** Which targets an entry may have, where that is known. */
  readonly crosswalk: Crosswalk | null;
}

/** The same bookings give the same interval, on any machine. */
const SEED = 20230101;
/** Digits of a share: more than an interval of less than a million bookings can tell apart. */
const SCALE = 4;
const FINER = 6;

/**
 * Estimates the shares of every old entry that was booked on several new ones: a target's part of the amounts, with the
 * interval of its part of the bookings and of the amounts. An entry on which too little is known gets no decision, and says
 * why.
 *
 * @returns the entries with several targets in the order of their codes, and how many have one only
 */
export function estimateShares(
  bookings: readonly DualBooking[],
  options: EstimateOptions,
): { readonly entries: readonly EstimatedEntry[]; readonly single: number } {
  const byOld = groupBy(bookings, ({ oldCode }) => oldCode);
  const known = options.crosswalk === null ? null : rowsByOldCode(options.crosswalk);
  const split = [...byOld].filter(([, own]) => new Set(own.map(({ newCode }) => newCode)).size > 1);
  const entries = split
    .map(([code, own]) =>
      entryOf(code, own, { ...options, rows: known?.get(code) ?? null, isKnown: known !== null }),
    )
    .sort((a, b) => compareTexts(a.code, b.code));
  return { entries, single: byOld.size - split.length };
}

interface EntrySetting extends EstimateOptions {
  readonly rows: Crosswalk['rows'] | null;
  readonly isKnown: boolean;
}

function entryOf(code: string, own: readonly DualBooking[], setting: EntrySetting): EstimatedEntry {
  const byNew = [...groupBy(own, ({ newCode }) => newCode)].sort(([a], [b]) => compareTexts(a, b));
  const amounts = byNew.map(([, bookings]) => sumDecimals(bookings.map(({ amount }) => amount)));
  const negative = byNew.flatMap(([target], i) => ((amounts[i]?.units ?? 0n) <= 0n ? [target] : []));
  const { obstacle, about } = obstacleOf(
    byNew.map(([target]) => target),
    { ...setting, count: own.length, negative },
  );
  return {
    code,
    label: setting.rows?.[0]?.oldLabel ?? '',
    bookings: own.length,
    amount: textOf(sumDecimals(amounts)),
    targets: negative.length > 0 ? [] : targetsOf(byNew, amounts),
    obstacle,
    about,
    fingerprint: setting.rows?.[0]?.fingerprint ?? '',
  };
}

function targetsOf(
  byNew: readonly (readonly [string, readonly DualBooking[]])[],
  amounts: readonly Decimal[],
): readonly EstimatedTarget[] {
  const all = byNew.flatMap(([, own], target) =>
    own.map(({ amount }) => ({ amount: numberOf(amount), target })),
  );
  const intervals = bootstrap(all, byNew.length, randomFrom(SEED));
  const shares = sharesOf(amounts);
  return byNew.map(([code, own], i) => ({
    code,
    bookings: own.length,
    amount: textOf(amounts[i] as Decimal),
    share: shares[i] as string,
    byBookings: wilson(own.length, all.length),
    byAmount: intervals[i] as EstimatedTarget['byAmount'],
  }));
}

/** Parts of the amounts that sum to exactly 1, none of them nothing. */
function sharesOf(amounts: readonly Decimal[]): readonly string[] {
  const scale = Math.max(...amounts.map((amount) => amount.scale));
  const weights = amounts.map((amount) => unitsAt(amount, scale));
  const coarse = allocate(10n ** BigInt(SCALE), weights);
  const digits = coarse.some((part) => part === 0n) ? FINER : SCALE;
  const parts = digits === SCALE ? coarse : allocate(10n ** BigInt(FINER), weights);
  return parts.map((units) => textOf({ units, scale: digits }));
}

function obstacleOf(
  targets: readonly string[],
  {
    minimum,
    count,
    negative,
    rows,
    isKnown,
  }: EntrySetting & { readonly count: number; readonly negative: readonly string[] },
): { readonly obstacle: ShareObstacle | null; readonly about: readonly string[] } {
  const meant = new Set((rows ?? []).map(({ newCode }) => newCode).filter((code) => code !== ''));
  const elsewhere = isKnown ? targets.filter((target) => !meant.has(target)) : [];
  const missing = [...meant].filter((code) => !targets.includes(code));
  if (negative.length > 0) return { obstacle: 'negative', about: negative };
  if (elsewhere.length > 0) return { obstacle: 'elsewhere', about: elsewhere };
  if (missing.length > 0) return { obstacle: 'missing', about: missing };
  return count < minimum ? { obstacle: 'few', about: [] } : { obstacle: null, about: [] };
}

function numberOf(amount: Decimal): number {
  return Number(formatDecimal(amount));
}

function textOf(amount: Decimal): string {
  return formatDecimal(trimDecimal(amount));
}

function compareTexts(a: string, b: string): number {
  return compareCodes(codeOfText(a), codeOfText(b)) || (a < b ? -1 : a > b ? 1 : 0);
}
