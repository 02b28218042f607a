import type { Crosswalk } from '../model/crosswalk.ts';
import { looksLikeNumber } from '../render/csv.ts';

/** Codes that Excel makes numbers and days of, which no way of writing CSV keeps it from; `null` where there are none. */
export function codesLikeNumbers({
  rows,
}: Crosswalk): { readonly count: number; readonly code: string } | null {
  const codes = new Set(rows.flatMap(({ oldCode, newCode }) => [oldCode, newCode]).filter(looksLikeNumber));
  const [code] = codes;
  return code === undefined ? null : { count: codes.size, code };
}
