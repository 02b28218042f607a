import type { Code } from '../model/code.ts';
import type { BookingType, EntryAbout, LocalProcess, MapNode, NodeKind } from '../model/process-map.ts';
import type { Place } from '../values/place.ts';

/** An entry as a layout found it. What is left out follows from the code. */
export interface NewEntry {
  readonly code: Code;
  readonly label: string;
  readonly place: Place;
  readonly kind?: NodeKind;
  readonly level?: number;
  readonly type?: BookingType | null;
  readonly bookingCode?: string | null;
  /** For codes that do not tell what stands above them. */
  readonly parent?: GivenParent;
}

/**
 * Where an entry hangs when its code does not say: on an entry that is there already, nowhere, or on the first of some
 * codes that is an entry of the map, here or below. With `named`, the file itself names that code, so that it is noted
 * when it is missing.
 */
export type GivenParent =
  | { readonly id: number | null }
  | { readonly codes: readonly string[]; readonly named: boolean };

/** An entry while it is being read: its label and its local processes may still grow, and what is said of it. */
export type DraftNode = Omit<MapNode, 'parent' | 'label' | 'about' | 'localProcesses'> & {
  label: string;
  readonly givenParent: GivenParent | undefined;
  about?: EntryAbout;
  localProcesses?: LocalProcess[];
};
