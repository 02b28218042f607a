import type { Tier } from './correspondence.ts';

/**
 * What became of an entry (see `docs/changes.md`). `open` until a person has decided; `possibly-lost` where it goes
 * nowhere and the new file leaves out a number where its target would stand, so that the file may have lost it.
 */
export const CHANGE_KINDS = [
  'unchanged',
  'renamed',
  'moved',
  'moved-and-renamed',
  'split',
  'merged',
  'transfer',
  'dropped',
  'possibly-lost',
  'added',
  'open',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/**
 * Whether an entry of this kind passes under its tier in what people read: what is added comes from no old entry, and
 * what is dropped or possibly lost goes to no new one, so that none of them is *certain* or *probable* to be carried.
 */
export function hasTier(kind: ChangeKind): boolean {
  return kind !== 'added' && kind !== 'dropped' && kind !== 'possibly-lost';
}

/** The finer kind, where there is one. */
export type ChangeDetail =
  | 'editorial'
  | 'substantive'
  | 'renumbered'
  | 'relocated'
  | 'split-off'
  | 'breakdown'
  | 'take-over'
  | 'merger';

/** Code of the change in the GSIM typology that statistical offices use for classification revisions. */
export const GSIM_CODES = [
  'VC1',
  'VC2',
  'VC1+VC2',
  'RC1',
  'RC2',
  'RC3.1',
  'RC3.2',
  'RC4.1',
  'RC4.2',
  'RC5',
] as const;
export type GsimCode = (typeof GSIM_CODES)[number];

/**
 * An alarm lies across the kinds. `recycled`: the code exists in both revisions and does not link to itself, so a join on
 * the code misbooks hours. `possibly-lost`: the new file has a numbering gap where the target would stand. `reused-id`: an
 * identifier that should stay with its entry stands at one that means something else. `redefined`: the label is the same, and
 * what it is said to mean is not.
 */
export type Alarm =
  | { readonly kind: 'recycled'; readonly code: string; readonly oldLabel: string; readonly newLabel: string }
  | { readonly kind: 'possibly-lost'; readonly missingCode: string }
  | { readonly kind: 'reused-id'; readonly id: string; readonly oldLabel: string; readonly newLabel: string }
  | { readonly kind: 'redefined'; readonly before: string; readonly after: string };

/** A change of one old entry, or an added new one (`old: null`). Ids as in the maps. */
export interface Change {
  readonly kind: ChangeKind;
  readonly details: readonly ChangeDetail[];
  readonly gsim: GsimCode | null;
  readonly old: number | null;
  /** New ids, in the order of the new map. */
  readonly new: readonly number[];
  /** The least certain of its links. */
  readonly tier: Tier;
  readonly alarms: readonly Alarm[];
  /** The new id that carries the old entry on, in a split-off or take-over. */
  readonly carriedBy?: number;
}

/** An alarm as the machine formats write it: `recycled`, `reused-id`, `redefined`, or `possibly-lost=A1.1.4.1`. */
export function formatAlarm(alarm: Alarm): string {
  return alarm.kind === 'possibly-lost' ? `possibly-lost=${alarm.missingCode}` : alarm.kind;
}
