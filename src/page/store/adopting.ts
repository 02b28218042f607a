import { batch } from '@preact/signals-core';
import type { AdoptionConflict, Side } from '../../model/adoption.ts';
import type { PageFile } from '../calls/page-file.ts';
import type { AdoptingState, AdoptionSlot } from './adopting-state.ts';
import type { Run } from './run.ts';
import type { State } from './state.ts';

/** What can be done with the chamber's own map. */
export interface Adopting {
  chooseForAdoption(slot: AdoptionSlot, file: PageFile | null): void;
  countHours(withHours: boolean): void;
  showConflicts(all: boolean): void;
  /** Carries the map over; with what was decided in the page, or with the file that was chosen. */
  adopt(): Promise<void>;
  /** Decides a conflict; `null` takes back what was said of it. */
  settle(conflict: AdoptionConflict, side: Side | null): Promise<void>;
  makeAdoptionFiles(): Promise<void>;
}

/** The name by which decisions taken in the page go. */
const TAKEN = 'conflicts.csv';

/** Makes the actions of the chamber's own map. */
export function adopting(state: State, run: Run): Adopting {
  const own = state.adopting;
  return {
    chooseForAdoption: (slot, file) =>
      batch(() => {
        own[slot].value = file;
        if (slot === 'decided') own.taken.value = null;
        forget(own);
      }),
    countHours: (withHours) =>
      batch(() => {
        own.withHours.value = withHours;
        forget(own);
      }),
    showConflicts: (all) => {
      own.showsAll.value = all;
    },
    adopt: () => adopt(state, run),
    settle: async ({ localCode, nationalCode }, side) => {
      const answer = side === null ? null : { side, note: state.author.value };
      const adopted = await run('settle', { localCode, nationalCode, answer }, { quiet: true });
      if (adopted === null) return;
      batch(() => {
        own.adopted.value = adopted;
        own.taken.value = adopted.decisionFile;
        own.files.value = null;
      });
    },
    makeAdoptionFiles: async () => {
      const before = own.adopted.value;
      const files = await run('adoptionFiles', { lang: state.lang.value });
      if (own.adopted.value === before) own.files.value = files;
    },
  };
}

/** What came of other files is of no use to anybody. */
function forget({ adopted, files }: AdoptingState): void {
  adopted.value = null;
  files.value = null;
}

async function adopt(state: State, run: Run): Promise<void> {
  const { base, local, national, decided, withHours, adopted, taken } = state.adopting;
  if (local.value === null || national.value === null) return;
  forget(state.adopting);
  const own = taken.value ? { name: TAKEN, bytes: new TextEncoder().encode(taken.value) } : null;
  const asked = {
    ...{ local: local.value, national: national.value, base: base.value },
    decisions: own ?? decided.value,
    timesheets: withHours.value ? state.timesheets.value : [],
  };
  const answer = await run('adopt', asked);
  const isSame =
    local.value === asked.local && national.value === asked.national && base.value === asked.base;
  if (!isSame || answer === null) return;
  batch(() => {
    adopted.value = answer;
    taken.value = answer.decisionFile;
  });
}
