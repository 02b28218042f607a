import { batch } from '@preact/signals-core';
import type { Lang } from '../../model/lang.ts';
import type { PageFile } from '../calls/page-file.ts';
import { type Author, PANELS, type PanelName, type State } from './state.ts';

/** The files of somebody's work, as the browser keeps them. */
export interface KeptFiles {
  readonly old: PageFile | null;
  readonly fresh: PageFile | null;
  readonly decisions: PageFile | null;
  readonly timesheets: readonly PageFile[];
  readonly crosswalkFile: PageFile | null;
}

/** What somebody has done with them. */
export interface KeptWork {
  readonly version: 1;
  readonly lang: Lang;
  readonly panel: PanelName;
  readonly isWanted: boolean;
  /** What was decided; `null` before there was a comparison. */
  readonly decisionFile: string | null;
  readonly author: Author;
  readonly current: number | null;
  readonly past: readonly string[];
  readonly future: readonly string[];
}

/** What is to be kept of the files. */
export function keptFiles({ old, fresh, decisions, timesheets, crosswalkFile }: State): KeptFiles {
  return {
    old: old.value,
    fresh: fresh.value,
    decisions: decisions.value,
    timesheets: timesheets.value,
    crosswalkFile: crosswalkFile.value,
  };
}

/** What is to be kept of the work. While a comparison is made anew, what was decided before still stands. */
export function keptWork(state: State, before: KeptWork | null): KeptWork {
  const { lang, panel, isWanted, compared, author, current, past, future } = state;
  const isUnderWay = compared.value === null && isWanted.value;
  return {
    version: 1,
    lang: lang.value,
    panel: panel.value,
    isWanted: isWanted.value,
    decisionFile: compared.value?.decisionFile ?? (isUnderWay ? (before?.decisionFile ?? null) : null),
    author: author.value,
    current: current.value,
    past: past.value,
    future: future.value,
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
    }
    if (work?.version !== 1) return;
    state.lang.value = work.lang;
    state.panel.value = PANELS.includes(work.panel) ? work.panel : 'report';
    state.author.value = work.author;
    state.current.value = work.current;
    state.past.value = work.past;
    state.future.value = work.future;
  });
}
