import type { Link } from '../model/correspondence.ts';

/** A link that a person has settled. */
export function decidedLink(oldId: number, newId: number): Link {
  return {
    old: oldId,
    new: newId,
    confidence: 1,
    tier: 'certain',
    evidence: [{ kind: 'decision', score: 1, weight: 1 }],
    matcher: 'decision',
  };
}
