import { batch } from '@preact/signals-core';
import type { Lang } from '../../model/lang.ts';
import type { Notice } from '../../model/notice.ts';
import { type Filters, NO_FILTERS } from '../../render/html/client/row-filter.ts';
import { pageTexts } from '../../words/page.ts';
import type { PageFile } from '../calls/page-file.ts';
import type { Asker } from '../client/ask.ts';
import { type Adopting, adopting } from './adopting.ts';
import { type Deciding, deciding } from './deciding.ts';
import { type OneMapActions, oneMapActions } from './one-map.ts';
import { type Recoding, recoding } from './recoding.ts';
import { bringReport, bringTree, refresh, showCompared } from './refresh.ts';
import { type Run, runner } from './run.ts';
import { forgetResults, type PanelName, type State } from './state.ts';

/** A place for one file. */
export type FileSlot = 'old' | 'fresh' | 'decisions' | 'crosswalkFile';

/** All that can be done in the page. */
export interface Actions extends Deciding, Recoding, OneMapActions, Adopting {
  choose(slot: FileSlot, file: PageFile | null): void;
  chooseTimesheets(files: readonly PageFile[]): Promise<void>;
  swap(): void;
  show(panel: PanelName): Promise<void>;
  /** Brings the tree of the new map, for whoever looks for an entry. */
  bringTree(): Promise<void>;
  speak(lang: Lang): Promise<void>;
  /** Compares the two maps; with the decisions of an earlier sitting, or with those of the file that was chosen. */
  compare(decisionFile?: string | null): Promise<void>;
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
    choose: (slot, file) => {
      state[slot].value = file;
    },
    chooseTimesheets: async (files) => {
      state.timesheets.value = files;
      if (state.compared.value !== null) await addUp(state, run);
    },
    swap: () =>
      batch(() => {
        [state.old.value, state.fresh.value] = [state.fresh.value, state.old.value];
      }),
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
    compare: (decisionFile) => compare(state, run, decisionFile ?? null),
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
      batch(() => {
        state.isWanted.value = false;
        forgetResults(state);
      });
    },
    clear: () => world.startAnew(pageTexts[state.lang.value].clearAsk),
    example: async () => {
      const maps = await world.example();
      if (maps === null) return;
      batch(() => {
        state.old.value = maps.old;
        state.fresh.value = maps.fresh;
        state.decisions.value = null;
      });
      await compare(state, run, null);
    },
  };
}

/** The name by which decisions taken in the page go. */
const TAKEN = 'decisions.csv';

async function compare(state: State, run: Run, decisionFile: string | null): Promise<void> {
  const [old, fresh] = [state.old.value, state.fresh.value];
  if (old === null || fresh === null) return;
  batch(() => {
    forgetResults(state);
    state.isWanted.value = true;
    state.filters.value = NO_FILTERS;
    if (decisionFile !== null) return;
    state.past.value = [];
    state.future.value = [];
    state.current.value = null;
  });
  const taken = decisionFile ? { name: TAKEN, bytes: new TextEncoder().encode(decisionFile) } : null;
  const decisions = decisionFile === null ? state.decisions.value : taken;
  const answer = await run('compare', { old, new: fresh, decisions });
  if (answer === null) {
    state.isWanted.value = false;
    return;
  }
  if (decisionFile === null) state.panel.value = 'report';
  // What was decided here before a reload is no news, unless it no longer fits.
  else state.notices.value = state.notices.value.filter(isNews);
  await showCompared(state, run, answer);
  if (state.timesheets.value.length > 0) await addUp(state, run);
}

function isNews(notice: Notice): boolean {
  return notice.kind !== 'decisions-applied' || notice.stale.length > 0;
}

/** Adds up the hours of the time-sheets. */
async function addUp(state: State, run: Run): Promise<void> {
  const usage = await run('usage', { timesheets: state.timesheets.value });
  state.usage.value = usage;
  await refresh(state, run);
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
