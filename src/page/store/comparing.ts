import { batch } from '@preact/signals-core';
import type { Notice } from '../../model/notice.ts';
import { NO_FILTERS } from '../../render/html/client/row-filter.ts';
import type { PageFile } from '../calls/page-file.ts';
import { refresh, showCompared } from './refresh.ts';
import type { Run } from './run.ts';
import { forgetFiles, forgetResults, isOfChosen, type State } from './state.ts';

/** The name by which decisions taken in the page go. */
const TAKEN = 'decisions.csv';

/**
 * Compares the two maps that are chosen. What was decided on the same two maps stands; what was decided on others is set
 * aside, and the decision file that is chosen, if any, is applied.
 *
 * @param anew whether the decision file that is chosen is to stand for what was decided so far
 */
export async function compare(state: State, run: Run, anew = false): Promise<void> {
  const [old, fresh] = [state.old.value, state.fresh.value];
  if (old === null || fresh === null) return;
  const goesOn = isOfChosen(state) && state.taken.value !== '' && !anew;
  batch(() => {
    forgetResults(state);
    if (!goesOn) beginAnew(state);
    state.pair.value = { old, fresh };
  });
  const decisions = goesOn ? fileOf(state.taken.value) : state.decisions.value;
  const answer = await run('compare', { old, new: fresh, decisions });
  if (answer === null) return;
  // What was decided here is no news, unless it no longer fits.
  if (goesOn) state.notices.value = state.notices.value.filter(isNews);
  else state.panel.value = 'report';
  await showCompared(state, run, answer);
  if (state.timesheets.value.length > 0) await addUp(state, run);
}

/** Adds up the hours of the time-sheets. */
export async function addUp(state: State, run: Run): Promise<void> {
  const usage = await run('usage', { timesheets: state.timesheets.value });
  batch(() => {
    state.usage.value = usage;
    forgetFiles(state);
  });
  await refresh(state, run);
}

function beginAnew(state: State): void {
  state.setAside.value = state.taken.value === '' ? state.setAside.value : fileOf(state.taken.value);
  state.taken.value = '';
  state.filters.value = NO_FILTERS;
  state.past.value = [];
  state.future.value = [];
  state.current.value = null;
}

function fileOf(decisionFile: string): PageFile {
  return { name: TAKEN, bytes: new TextEncoder().encode(decisionFile) };
}

function isNews(notice: Notice): boolean {
  return notice.kind !== 'decisions-applied' || notice.stale.length > 0;
}
