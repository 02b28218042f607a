/**
 * Divides an amount by weights so that the parts are whole units and add up to it exactly: every part gets the whole
 * units of its quota, and the units left over go one each to the largest remainders (method of Hamilton). Equal
 * remainders are served in the order of the weights, so that the same input always gives the same parts. The parts of a
 * negative amount mirror those of the positive one.
 *
 * @param units the amount, in units of its last digit
 * @param weights at least one, none negative, not all zero
 * @returns one part per weight
 */
export function allocate(units: bigint, weights: readonly bigint[]): bigint[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  if (total <= 0n || weights.some((weight) => weight < 0n)) throw new RangeError('weights must be positive');
  const size = units < 0n ? -units : units;
  const parts = weights.map((weight) => (size * weight) / total);
  const remainders = weights.map((weight) => (size * weight) % total);
  const left = Number(size - parts.reduce((sum, part) => sum + part, 0n));
  const byRemainder = weights.map((_, i) => i).sort((a, b) => compare(remainders, a, b));
  for (const i of byRemainder.slice(0, left)) parts[i] = (parts[i] as bigint) + 1n;
  return units < 0n ? parts.map((part) => -part) : parts;
}

function compare(remainders: readonly bigint[], a: number, b: number): number {
  const difference = (remainders[b] as bigint) - (remainders[a] as bigint);
  return difference > 0n ? 1 : difference < 0n ? -1 : a - b;
}
