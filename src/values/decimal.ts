/**
 * Exact decimal numbers, for shares, amounts and their sums: nothing here rounds. `units` counts the last digit, so
 * `7.50` is 750 units of scale 2. BigInt carries it all; no library would be smaller than this page.
 */
export interface Decimal {
  readonly units: bigint;
  /** Digits after the point, 0 or more. */
  readonly scale: number;
}

export const ZERO: Decimal = { units: 0n, scale: 0 };
export const ONE: Decimal = { units: 1n, scale: 0 };

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

/**
 * Reads decimal text in machine notation: digits, perhaps a minus, perhaps a point.
 *
 * @returns `null` for anything else (`1,5`, `.5`, `1e3`)
 */
export function parseDecimal(text: string): Decimal | null {
  const match = DECIMAL.exec(text);
  if (!match) return null;
  const [, sign = '', whole = '', fraction = ''] = match;
  const units = BigInt(whole + fraction);
  return { units: sign === '-' ? -units : units, scale: fraction.length };
}

/** Decimal text with as many digits after the point as the scale says: 750 units of scale 2 are `7.50`. */
export function formatDecimal({ units, scale }: Decimal): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const fraction = scale === 0 ? '' : `.${digits.slice(-scale)}`;
  return `${units < 0n ? '-' : ''}${whole}${fraction}`;
}

/** The same number without zeros at its end: `7.50` becomes `7.5`. Equal numbers become equal values. */
export function trimDecimal({ units, scale }: Decimal): Decimal {
  let [trimmed, left] = [units, scale];
  while (left > 0 && trimmed % 10n === 0n) {
    trimmed /= 10n;
    left--;
  }
  return { units: trimmed, scale: left };
}

/** The units the number has at a scale at least its own. */
export function unitsAt({ units, scale }: Decimal, target: number): bigint {
  if (target < scale) throw new RangeError(`scale ${target} would lose digits of scale ${scale}`);
  return units * 10n ** BigInt(target - scale);
}

export function addDecimals(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { units: unitsAt(a, scale) + unitsAt(b, scale), scale };
}

export function negateDecimal({ units, scale }: Decimal): Decimal {
  return { units: -units, scale };
}

export function multiplyDecimals(a: Decimal, b: Decimal): Decimal {
  return { units: a.units * b.units, scale: a.scale + b.scale };
}

/** Negative, zero or positive, as for sorting. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const scale = Math.max(a.scale, b.scale);
  const difference = unitsAt(a, scale) - unitsAt(b, scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function sumDecimals(numbers: Iterable<Decimal>): Decimal {
  let sum = ZERO;
  for (const number of numbers) sum = addDecimals(sum, number);
  return sum;
}

/** The nearest number with at most so many digits after the point; halves go away from nothing. */
export function roundDecimal(number: Decimal, digits: number): Decimal {
  const { units, scale } = number;
  if (scale <= digits) return number;
  const step = 10n ** BigInt(scale - digits);
  const half = units < 0n ? -step / 2n : step / 2n;
  return { units: (units + half) / step, scale: digits };
}

/** A number of a spreadsheet to the 15 digits that it holds for sure; `null` for what is no number, or too large to matter. */
export function decimalOf(value: number): Decimal | null {
  if (!Number.isFinite(value) || Math.abs(value) >= 1e15) return null;
  const text = String(Number(value.toPrecision(15)));
  return parseDecimal(
    text.includes('e')
      ? Number(text)
          .toFixed(20)
          .replace(/\.?0+$/, '')
      : text,
  );
}
