import { exportDecisions, takenDecisions } from '../decide/export-decisions.ts';
import type { Decision } from '../model/decision.ts';
import type { Comparison } from './comparison.ts';

/**
 * The decisions in a comparison, with today's fingerprints: those that people took, or, with `proposed`, every link that
 * is not open as if it were decided, so that comparing again with them changes nothing.
 */
export function decisionsOf(
  comparison: Comparison,
  { proposed = false }: { readonly proposed?: boolean } = {},
): readonly Decision[] {
  return proposed ? exportDecisions(comparison) : takenDecisions(comparison);
}
