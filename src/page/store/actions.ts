import { batch } from '@preact/signals-core';
import type { Lang } from '../../model/lang.ts';
import { type Filters, NO_FILTERS } from '../../render/html/client/row-filter.ts';
import { pageTexts } from '../../words/page.ts';
import type { PageFile } from '../calls/page-file.ts';
import type { Asker } from '../client/ask.ts';
import { type Adopting, adopting } from './adopting.ts';
import { addUp, compare } from './comparing.ts';
import { type Deciding, deciding } from './deciding.ts';
import { type OneMapActions, oneMapActions } from './one-map.ts';
import { type Recoding, recoding } from './recoding.ts';
import { bringReport, bringTree, refresh } from './refresh.ts';
import { type Run, runner } from './run.ts';
import { forgetResults, isOfChosen, type PanelName, type State } from './state.ts';

/** A place for one file. */
export type FileSlot = 'old' | 'fresh' | 'decisions' | 'crosswalkFile';

/** All that can be done in the page. */
export interface Actions extends Deciding, Recoding, OneMapActions, Adopting {
  choose(slot: FileSlot, file: PageFile | null): Promise<void>;
  chooseTimesheets(files: readonly PageFile[]): Promise<void>;
  show(panel: PanelName): Promise<void>;
  /** Brings the tree of the new map, for whoever looks for an entry. */
  bringTree(): Promise<void>;
  speak(lang: Lang): Promise<void>;
  /** Compares the two maps that are chosen. */
  compare(): Promise<void>;
  filter(filters: Partial<Filters>): void;
  explain(code: string | null): Promise<void>;
  /** Cells of rows, as markup. */
  cells(ids: readonly string[]): Promise<readonly string[] | null>;
  crosswalk(): Promise<void>;
  stop(): void;
  /** Forgets everything that the browser keeps, and begins anew. */
  clear(): Promise<void>;
  /** Takes the two maps that the page brings along. */
  example(): Promise<void>;
  /** The licences of what the page is made of. */
  licences(): Promise<void>;
}

/** What actions need of the world besides the state. */
export interface World {
  readonly worker: Pick<Asker, 'ask'> & { stop(): void };
  /** An ISO date. */
  today(): string;
  /** Characters that fit on a line of what stands beside. */
  columns(): number;
  /** Asks a person, forgets all that is kept, and begins anew. */
  startAnew(question: string): Promise<void>;
  /** The two maps that the page brings along. */
  example(): Promise<{ readonly old: PageFile; readonly fresh: PageFile } | null>;
  /** The licences of what the page is made of. */
  licences(): Promise<PageFile | null>;
}

/** Makes the actions of a page. */
export function pageActions(state: State, world: World): Actions {
  const { worker, today } = world;
  const run = runner(state, worker);
  return {
    ...deciding(state, run),
    ...recoding(state, run, today),
    ...oneMapActions(state, run),
    ...adopting(state, run),
    choose: async (slot, file) => {
      state[slot].value = file;
      // Decisions are of the comparison that is there, if there is one.
      if (slot === 'decisions' && state.compared.value !== null && isOfChosen(state))
        await compare(state, run, true);
    },
    chooseTimesheets: async (files) => {
      state.timesheets.value = files;
      if (state.compared.value !== null) await addUp(state, run);
    },
    show: async (panel) => {
      state.panel.value = panel;
      if (panel === 'report') await bringReport(state, run);
    },
    bringTree: () => bringTree(state, run),
    speak: async (lang) => {
      state.lang.value = lang;
      const { explained } = state;
      if (explained.value !== null) await explain(state, run, explained.value.code, world.columns());
      await refresh(state, run);
    },
    compare: () => compare(state, run),
    filter: (filters) => {
      const isAll = Object.keys(filters).length === 0;
      state.filters.value = isAll ? NO_FILTERS : { ...state.filters.value, ...filters };
    },
    explain: (code) => explain(state, run, code, world.columns()),
    cells: async (ids) =>
      (await run('rows', { lang: state.lang.value, ids }, { quiet: true }))?.cells ?? null,
    crosswalk: () => saveAll(state, run, today()),
    stop: () => {
      worker.stop();
      forgetResults(state);
    },
    clear: () => world.startAnew(pageTexts[state.lang.value].clearAsk),
    licences: async () => {
      state.licences.value = await world.licences();
    },
    example: async () => {
      const maps = await world.example();
      if (maps === null) return;
      batch(() => {
        state.old.value = maps.old;
        state.fresh.value = maps.fresh;
        state.decisions.value = null;
      });
      await compare(state, run);
    },
  };
}

async function explain(state: State, run: Run, code: string | null, width: number): Promise<void> {
  const lang = state.lang.value;
  const answer = code === null ? null : await run('explain', { code, lang, width }, { quiet: true });
  state.explained.value = code === null || answer === null ? null : { code, text: answer.text };
}

/** Writes all that can be saved. */
async function saveAll(state: State, run: Run, today: string): Promise<void> {
  const lang = state.lang.value;
  const crosswalk = await run('crosswalk', { lang });
  if (crosswalk === null) return;
  batch(() => {
    state.crosswalk.value = crosswalk;
    state.panel.value = 'save';
  });
  state.saved.value = await run('save', { lang, today });
}
