import { effect } from '@preact/signals-core';
import { clear, createStore, get, set } from 'idb-keyval';
import { type KeptFiles, type KeptWork, keptFiles, keptWork, takeUp } from '../store/kept.ts';
import type { State } from '../store/state.ts';

/** The browser's own storage, on this PC. */
const store = () => createStore('procmap', 'work');

/**
 * Takes up what was kept, and keeps from then on whatever changes: files when other ones are chosen, the rest at every step.
 * A browser that keeps nothing (a private window) loses nothing but that.
 *
 * @returns what had been done, for the page to go on with
 */
export async function keepWork(state: State): Promise<KeptWork | undefined> {
  try {
    const place = store();
    const files = await get<KeptFiles>('files', place);
    const work = await get<KeptWork>('work', place);
    takeUp(state, files, work);
    effect(() => void set('files', keptFiles(state), place).catch(() => {}));
    effect(() => void set('work', keptWork(state), place).catch(() => {}));
    return work;
  } catch {
    return undefined;
  }
}

/** Takes everything away that was kept. */
export async function forgetWork(): Promise<void> {
  await clear(store()).catch(() => {});
}
