import { batch } from '@preact/signals-core';
import type { Lang } from '../../model/lang.ts';
import type { PageFile } from '../calls/page-file.ts';
import { ADOPTION_SLOTS, type AdoptionSlot } from './adopting-state.ts';
import { type Author, PANELS, type PanelName, type State } from './state.ts';

/** The files of somebody's work, as the browser keeps them. */
export interface KeptFiles {
  readonly old: PageFile | null;
  readonly fresh: PageFile | null;
  readonly decisions: PageFile | null;
  readonly timesheets: readonly PageFile[];
  readonly crosswalkFile: PageFile | null;
  /** Of the chamber's own map, and of a map that is looked at alone. Earlier pages kept none. */
  readonly adopting?: Readonly<Record<AdoptionSlot, PageFile | null>>;
  readonly oneMap?: PageFile | null;
  /** What was decided on other maps before. */
  readonly setAside: PageFile | null;
}

/** What somebody has done with them. */
export interface KeptWork {
  readonly version: 1;
  readonly lang: Lang;
  readonly panel: PanelName;
  /** Whether the two maps were compared: what a reload takes up again. */
  readonly isCompared: boolean;
  readonly taken: string;
  readonly author: Author;
  readonly current: number | null;
  readonly past: readonly string[];
  readonly future: readonly string[];
  /** What was decided of the chamber's own map; `null` before it was carried over. */
  readonly conflictFile?: string | null;
}

/** What is to be kept of the files: of the two maps those that were compared, until others are. */
export function keptFiles(state: State): KeptFiles {
  const { old, fresh, decisions, timesheets, crosswalkFile, pair, setAside, adopting, oneMap } = state;
  const { base, local, national, decided } = adopting;
  return {
    old: pair.value?.old ?? old.value,
    fresh: pair.value?.fresh ?? fresh.value,
    setAside: setAside.value,
    decisions: decisions.value,
    timesheets: timesheets.value,
    crosswalkFile: crosswalkFile.value,
    adopting: { base: base.value, local: local.value, national: national.value, decided: decided.value },
    oneMap: oneMap.map.value,
  };
}

/** What is to be kept of the work. */
export function keptWork(state: State): KeptWork {
  const { lang, panel, pair, taken, author, current, past, future, adopting } = state;
  return {
    version: 1,
    lang: lang.value,
    panel: panel.value,
    isCompared: pair.value !== null,
    taken: taken.value,
    author: author.value,
    current: current.value,
    past: past.value,
    future: future.value,
    conflictFile: adopting.taken.value,
  };
}

/** Takes up what was kept. */
export function takeUp(state: State, files: KeptFiles | undefined, work: KeptWork | undefined): void {
  batch(() => {
    if (files !== undefined) {
      state.old.value = files.old;
      state.fresh.value = files.fresh;
      state.decisions.value = files.decisions;
      state.timesheets.value = files.timesheets;
      state.crosswalkFile.value = files.crosswalkFile;
      state.oneMap.map.value = files.oneMap ?? null;
      for (const slot of ADOPTION_SLOTS) state.adopting[slot].value = files.adopting?.[slot] ?? null;
      state.setAside.value = files.setAside ?? null;
    }
    if (work?.version !== 1) return;
    state.lang.value = work.lang;
    state.panel.value = PANELS.includes(work.panel) ? work.panel : 'report';
    const [old, fresh] = [state.old.value, state.fresh.value];
    if (work.isCompared && old !== null && fresh !== null) state.pair.value = { old, fresh };
    state.taken.value = work.taken;
    state.author.value = work.author;
    state.current.value = work.current;
    state.past.value = work.past;
    state.future.value = work.future;
    state.adopting.taken.value = work.conflictFile ?? null;
  });
}
