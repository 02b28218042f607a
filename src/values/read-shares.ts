import {
  compareDecimals,
  formatDecimal,
  ONE,
  parseDecimal,
  sumDecimals,
  trimDecimal,
  ZERO,
} from './decimal.ts';

/** `60 40`, `0,6 0,4`, `60% 40%`: as shares that sum to exactly 1; `null` when they do not. */
export function readShares(text: string, count: number): readonly string[] | null {
  const numbers = text
    .trim()
    .split(/[\s;/]+/)
    .map((word) => parseDecimal(word.replace(/%$/, '').replace(',', '.')));
  const read = numbers.filter((number) => number !== null);
  if (
    read.length !== count ||
    numbers.length !== count ||
    read.some((number) => compareDecimals(number, ZERO) <= 0)
  )
    return null;
  const sum = sumDecimals(read);
  const hundred = { units: 100n, scale: 0 };
  if (compareDecimals(sum, ONE) === 0) return read.map((number) => formatDecimal(trimDecimal(number)));
  if (compareDecimals(sum, hundred) !== 0) return null;
  return read.map(({ units, scale }) => formatDecimal(trimDecimal({ units, scale: scale + 2 })));
}
