/** Columns of a census. Names are public API and never change with the language. */
export const CENSUS_COLUMNS = [
  'kind',
  'code',
  'label',
  'path',
  'maps',
  'as_it_is',
  'reworded',
  'moved',
  'reworded_and_moved',
  'divided',
  'left_out',
  'wordings',
] as const;

/**
 * What a local map made of a national entry. `as-it-is`: the same words in the same place. `reworded`, `moved`: other words;
 * another place or number. `divided`: it became several entries, or was joined with others. `left-out`: it is not there.
 */
export const LOCAL_DOINGS = [
  'as-it-is',
  'reworded',
  'moved',
  'reworded-and-moved',
  'divided',
  'left-out',
] as const;
export type LocalDoing = (typeof LOCAL_DOINGS)[number];

/** An entry of one local map. */
export interface LocalEntry {
  /** The file of the map. */
  readonly map: string;
  readonly code: string;
  readonly label: string;
}

/** A national entry, and how many local maps have it in which way. */
export interface CensusEntry {
  readonly code: string;
  readonly label: string;
  /** The labels above it. */
  readonly path: string;
  readonly isBooked: boolean;
  readonly counts: Readonly<Record<LocalDoing, number>>;
  /** The words of those that have others, the most frequent first. */
  readonly wordings: readonly { readonly label: string; readonly maps: number }[];
}

/** Local additions that are alike: a candidate for the next revision where several maps have one. */
export interface CensusAddition {
  /** The words of the one that is most like the others. */
  readonly label: string;
  /** In how many maps. */
  readonly maps: number;
  readonly entries: readonly LocalEntry[];
  /** The national entry that more than half of them stand below; `null` where none is. */
  readonly under: { readonly code: string; readonly label: string } | null;
}

/** One local map. */
export interface CensusMap {
  readonly map: string;
  readonly counts: Readonly<Record<LocalDoing, number>>;
  readonly additions: number;
}

/** How the local maps of a nation differ from the national one. */
export interface Census {
  readonly national: string;
  readonly maps: readonly CensusMap[];
  /** In the order of the national map. */
  readonly entries: readonly CensusEntry[];
  /** Those of most maps first. */
  readonly additions: readonly CensusAddition[];
  /** Maps that were not counted: fewer than the stated part of their entries are those of the national map. */
  readonly strangers: readonly { readonly map: string; readonly percent: number }[];
}
