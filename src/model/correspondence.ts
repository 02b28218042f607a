/**
 * How sure a statement is. `certain` may be applied unseen (measured precision at least 0.995), `probable` is proposed
 * and wants a look, `open` is for a person to decide.
 */
export const TIERS = ['certain', 'probable', 'open'] as const;
export type Tier = (typeof TIERS)[number];

/** What can speak for or against a link. The renderers hold the words for each. */
export type EvidenceKind =
  | 'same-id'
  | 'same-label'
  | 'editorial-label'
  | 'label-similarity'
  | 'label-contained'
  | 'part-of-label'
  | 'same-code'
  | 'same-parent'
  | 'same-children'
  | 'position'
  | 'siblings'
  | 'other-level'
  | 'excluded'
  | 'elsewhere'
  | 'prior'
  | 'carried-by-rule'
  | 'published'
  | 'decision';

/**
 * One piece of evidence. `score` in [0, 1] says how strongly it holds; `weight` in [-1, 1] is what it contributed to the
 * confidence, negative when it speaks against.
 */
export interface Evidence {
  readonly kind: EvidenceKind;
  readonly score: number;
  readonly weight: number;
  /**
   * What it adds to the log-odds of the link, in hundredths, where a model weighed it: all pieces of a link together, the
   * prior among them, are the log-odds of its confidence.
   */
  readonly odds?: number;
  /** What it rests on, for the reader: shared words, a parent's code. */
  readonly detail?: string;
}

/** A proposed pair: ids in the old and the new map, what speaks for it, and the matcher that proposed it. */
export interface Link {
  readonly old: number;
  readonly new: number;
  /** In [0, 1], calibrated: of the links said to be 0.9, about 90 % hold. */
  readonly confidence: number;
  readonly tier: Tier;
  readonly evidence: readonly Evidence[];
  readonly matcher: string;
}

/** An entry of the new map that could be meant, and why; ranked lists of these are what a person decides from. */
export interface Candidate {
  readonly new: number;
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
}

/**
 * Why an old entry has no link. `decision`: a person dropped it; `rejected`: a person turned down what was proposed, and
 * nothing else stands out; `stale`: its decision no longer fits the maps; `published`: an imported table says so.
 */
export type NoLinkReason =
  | 'nothing-similar'
  | 'tie'
  | 'weak'
  | 'decision'
  | 'rejected'
  | 'stale'
  | 'published';

/** An old entry without a link. Tier `open`: a person decides. Otherwise it is taken to be dropped. */
export interface Unlinked {
  readonly old: number;
  readonly tier: Tier;
  /** That nothing corresponds to it, in [0, 1]. */
  readonly confidence: number;
  readonly reason: NoLinkReason;
}

/**
 * The correspondence between two maps: links of bookable entries, links of structure, and for every old entry that was
 * compared its candidates. Links are sorted by old id, then new id.
 */
export interface Correspondence {
  readonly links: readonly Link[];
  readonly unlinked: readonly Unlinked[];
  readonly structure: readonly Link[];
  readonly structureUnlinked: readonly Unlinked[];
  /** Per old id, best first; empty for entries that follow a rule. */
  readonly candidates: readonly (readonly Candidate[])[];
  /**
   * Old entries, by rising id, that go nowhere else than where they are linked to, as far as can be told: nothing speaks
   * for a further target. Where a link goes and whether that is all are two questions; a tier answers the first alone.
   */
  readonly complete: readonly number[];
  /** How many further targets are likely for each old entry that goes on: how much these two maps divide. */
  readonly splitRate: number;
}

/** Two maps divide much from this rate on: what is usual, doubled, so that one entry in three or four may be divided. */
export const DIVIDES_MUCH = 0.3;
