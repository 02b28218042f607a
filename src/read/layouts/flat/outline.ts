import { nestsByDigits, prefixes } from '../digit-outline.ts';
import type { CodesAbove } from './codes-above.ts';
import { noughtOutline } from './nought-outline.ts';
import { signOutline } from './sign-outline.ts';

/**
 * How the codes of a table say what stands above them: digit by digit (ATECO's `01`, `01.1`, `01.11`), by trailing noughts
 * (`03000000-1`, `03100000-2`), or by the signs between their parts (`1.2.3`, `I/1`, `AC-2(1)`). Codes that nest by
 * digits look like an outline of dots too, so they go first; of the others the one that hangs more codes wins, and
 * signs win a tie.
 */
export function outlineOf(codes: readonly string[]): CodesAbove {
  if (nestsByDigits(codes)) return prefixes;
  const bySigns = signOutline(codes);
  const byNoughts = noughtOutline(codes);
  if (byNoughts === null) return bySigns;
  return coverage(codes, byNoughts) > coverage(codes, bySigns) ? byNoughts : bySigns;
}

/** The part of the codes that have another one above them. */
export function coverage(codes: readonly string[], above: CodesAbove): number {
  const known = new Set(codes);
  const hung = codes.filter((code) => above(code).some((each) => each !== code && known.has(each)));
  return codes.length === 0 ? 0 : hung.length / codes.length;
}
