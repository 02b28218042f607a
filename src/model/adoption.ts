import type { Place } from '../values/place.ts';
import type { DecisionNote } from './decision.ts';
import type { ProcessMap } from './process-map.ts';
import type { MapSummary, ReportEntry } from './report.ts';

/**
 * What becomes of a family of entries: those of the base, of the chamber's own map and of the nation's new one that name
 * the same matter. Every entry of the three maps stands in exactly one family.
 */
export const OUTCOMES = [
  /** The chamber left it as it was: what the nation made of it is taken over. */
  'taken-over',
  /** The chamber reworded it and the nation did not: the chamber's words stay. */
  'kept-wording',
  /** The chamber moved or renumbered it and the nation did not: it stays where the chamber put it. */
  'kept-place',
  /** The chamber divided or joined it and the nation did nothing: the chamber's entries stay. */
  'kept-content',
  /** The chamber had left it out: what became of it stays out. */
  'left-out',
  /** The chamber added it and the nation has nothing alike. */
  'addition-kept',
  /** The chamber added it and the nation now has the like. */
  'addition-replaced',
  /** The nation dropped it and the chamber had left it as it was. */
  'dropped',
  /** The nation added it. */
  'added',
  /** Both did something that does not go together: a person decides. */
  'conflict',
] as const;
export type OutcomeKind = (typeof OUTCOMES)[number];

/** What a conflict is about. */
export const CONFLICTS = [
  /** Both changed the wording. */
  'wording',
  /** Both changed the place. */
  'place',
  /** One side divided or joined what the other changed, too. */
  'content',
  /** The nation joined what the chamber keeps with what it had left out. */
  'left-out-in-part',
  /** The nation dropped what the chamber had made its own. */
  'dropped-by-nation',
  /** The new national file has a gap in its numbering where the entry would stand. */
  'possibly-lost',
  /** The correspondence of base and either map is open. */
  'uncertain',
  /** The nation added something that may be what the chamber had added. */
  'alike',
  /** Without a base: a local addition, or dropped by the nation. */
  'no-base',
] as const;
export type ConflictKind = (typeof CONFLICTS)[number];

/** What is told of an outcome besides its kind. */
export const ADOPTION_NOTES = [
  /** The chamber had given the code of a national entry to something else. */
  'recycled-code',
  /** An entry of the chamber's own stands under another code. */
  'new-code',
  /** What stood above it is gone; it went where its siblings went. */
  'parent-gone',
  /** Nobody knows yet where its hours go: the crosswalk has it open. */
  'fate-open',
  /** A branch of the nation's that the chamber had left out came back, for something below it is new. */
  'branch-needed',
] as const;
export type AdoptionNote = (typeof ADOPTION_NOTES)[number];

/** Which side a conflict was decided for: the nation's, or the chamber's own. */
export const SIDES = ['national', 'local'] as const;
export type Side = (typeof SIDES)[number];

/** The fate of one family, with its entries of all four maps. */
export interface AdoptionOutcome {
  readonly kind: OutcomeKind;
  /** Set on a conflict, decided or not. */
  readonly conflict: ConflictKind | null;
  readonly notes: readonly AdoptionNote[];
  readonly base: readonly ReportEntry[];
  readonly local: readonly ReportEntry[];
  readonly national: readonly ReportEntry[];
  /** New national entries that may be what the chamber had added. */
  readonly candidates: readonly ReportEntry[];
  /** Entries of the new local map. */
  readonly result: readonly ReportEntry[];
  /** The least confidence among the links the outcome rests on, in [0, 1]; 1 where it rests on none. */
  readonly confidence: number;
  /** The side that stands in the new map where there is a conflict. */
  readonly side: Side;
  readonly decision: DecisionNote | null;
  /** Hours booked on its local entries, where time-sheets are known. */
  readonly hours: string | null;
}

/** A person's word on one conflict, as it stands in the file of such decisions. */
export interface AdoptionDecision extends DecisionNote {
  readonly localCode: string;
  readonly nationalCode: string;
  readonly side: Side;
  readonly localFingerprint: string;
  readonly nationalFingerprint: string;
  readonly place: Place;
}

/** Columns of a file of decisions on conflicts. Names are public API and never change with the language. */
export const ADOPTION_COLUMNS = [
  'local_code',
  'national_code',
  'conflict',
  'verdict',
  'decided_by',
  'decided_on',
  'reason',
  'local_fingerprint',
  'national_fingerprint',
  'local_label',
  'national_label',
] as const;

/** A conflict as it is laid before a person: both sides with the fingerprints that a decision keeps. */
export interface AdoptionConflict {
  readonly outcome: AdoptionOutcome;
  readonly localCode: string;
  readonly nationalCode: string;
  readonly localFingerprint: string;
  readonly nationalFingerprint: string;
}

/** The new local map, and how it came about. */
export interface Adoption {
  readonly base: MapSummary | null;
  readonly local: MapSummary;
  readonly national: MapSummary;
  readonly map: ProcessMap;
  /** In the order of the codes of the new map; what is not in it stands where it stood. */
  readonly outcomes: readonly AdoptionOutcome[];
  readonly counts: Readonly<Record<OutcomeKind, number>>;
  /** All conflicts, decided or not, in the order of the outcomes. */
  readonly conflicts: readonly AdoptionConflict[];
  /** Conflicts that nobody has decided. */
  readonly open: number;
  /** Decisions that no longer fit the maps, or fit nothing. */
  readonly stale: readonly AdoptionDecision[];
  /** Ids in `map` of entries that stand there until their conflict is decided. */
  readonly marked: readonly number[];
}
