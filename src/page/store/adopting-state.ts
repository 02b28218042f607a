import { type Signal, signal } from '@preact/signals-core';
import type { Adopted } from '../calls/adopt.ts';
import type { PageFile } from '../calls/page-file.ts';
import type { Answer } from '../calls/protocol.ts';

/** The places for files of an adoption; `decided`: conflicts that were decided earlier. */
export const ADOPTION_SLOTS = ['base', 'local', 'national', 'decided'] as const;
export type AdoptionSlot = (typeof ADOPTION_SLOTS)[number];

/** What the page knows of carrying the chamber's own map over. */
export interface AdoptingState extends Readonly<Record<AdoptionSlot, Signal<PageFile | null>>> {
  /** Whether the hours of the time-sheets count. */
  readonly withHours: Signal<boolean>;
  readonly adopted: Signal<Adopted | null>;
  /** What was decided in the page, as a file of decisions; `null` before the map was carried over. */
  readonly taken: Signal<string | null>;
  readonly files: Signal<Answer<'adoptionFiles'> | null>;
  /** Whether conflicts that are decided are shown, too. */
  readonly showsAll: Signal<boolean>;
}

/** The chamber's own map as the page opens. */
export function newAdopting(): AdoptingState {
  return {
    base: signal(null),
    local: signal(null),
    national: signal(null),
    decided: signal(null),
    withHours: signal(false),
    adopted: signal(null),
    taken: signal(null),
    files: signal(null),
    showsAll: signal(true),
  };
}
