import { batch } from '@preact/signals-core';
import type { Lang } from '../../model/lang.ts';
import type { PageFile } from '../calls/page-file.ts';
import type { Asker } from '../client/ask.ts';
import { runner } from './run.ts';
import type { PanelName, State } from './state.ts';

/** A place for one file. */
export type FileSlot = 'old' | 'fresh' | 'decisions' | 'crosswalkFile';

/** All that can be done in the page. */
export interface Actions {
  choose(slot: FileSlot, file: PageFile | null): void;
  chooseTimesheets(files: readonly PageFile[]): void;
  swap(): void;
  show(panel: PanelName): void;
  speak(lang: Lang): void;
  compare(): Promise<void>;
  crosswalk(): Promise<void>;
  stop(): void;
}

/**
 * Makes the actions of a page.
 *
 * @param worker whom they ask
 */
export function pageActions(state: State, worker: Pick<Asker, 'ask'> & { stop(): void }): Actions {
  const run = runner(state, worker);
  return {
    choose: (slot, file) => {
      state[slot].value = file;
    },
    chooseTimesheets: (files) => {
      state.timesheets.value = files;
    },
    swap: () =>
      batch(() => {
        [state.old.value, state.fresh.value] = [state.fresh.value, state.old.value];
      }),
    show: (panel) => {
      state.panel.value = panel;
    },
    speak: (lang) => {
      state.lang.value = lang;
    },
    compare: async () => {
      const [old, fresh] = [state.old.value, state.fresh.value];
      if (old === null || fresh === null) return;
      batch(() => {
        state.compared.value = null;
        state.crosswalk.value = null;
      });
      const answer = await run('compare', { old, new: fresh, decisions: state.decisions.value });
      if (answer === null) return;
      batch(() => {
        state.compared.value = answer;
        state.panel.value = 'report';
      });
    },
    crosswalk: async () => {
      const answer = await run('crosswalk', { lang: state.lang.value });
      if (answer === null) return;
      batch(() => {
        state.crosswalk.value = answer;
        state.panel.value = 'save';
      });
    },
    stop: () => {
      worker.stop();
      state.compared.value = null;
    },
  };
}
