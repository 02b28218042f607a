import { type Signal, signal } from '@preact/signals-core';
import type { PageFile } from '../calls/page-file.ts';
import type { Answer } from '../calls/protocol.ts';

/** What the page knows of a map that is looked at alone. */
export interface OneMapState {
  readonly map: Signal<PageFile | null>;
  readonly checked: Signal<Answer<'check'> | null>;
  readonly converted: Signal<Answer<'convert'> | null>;
}

/** One map, as the page opens. */
export function newOneMap(): OneMapState {
  return { map: signal(null), checked: signal(null), converted: signal(null) };
}
