import {
  compareDecimals,
  formatDecimal,
  ONE,
  parseDecimal,
  sumDecimals,
  trimDecimal,
  ZERO,
} from './decimal.ts';

/**
 * What shares sum to when that is not exactly 1, in decimal text.
 *
 * @param shares in machine notation; what is none counts as nothing
 * @returns `null` when they sum to 1
 */
export function wrongSum(shares: readonly string[]): string | null {
  const sum = sumDecimals(shares.map((share) => parseDecimal(share) ?? ZERO));
  return compareDecimals(sum, ONE) === 0 ? null : formatDecimal(trimDecimal(sum));
}
