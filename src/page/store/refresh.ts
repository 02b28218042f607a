import { batch } from '@preact/signals-core';
import type { Compared } from '../calls/compare.ts';
import type { Run } from './run.ts';
import { forgetFiles, type State } from './state.ts';

/** Shows a comparison as it has become: its counts at once, then what of it is looked at. */
export async function showCompared(state: State, run: Run, compared: Compared): Promise<void> {
  batch(() => {
    state.compared.value = compared;
    state.taken.value = compared.decisionFile;
    forgetFiles(state);
  });
  await refresh(state, run);
}

/**
 * Asks anew for what is shown of the comparison: after a decision, and in another language. Of a large map the report and the
 * tree are much to hand over, so they come when somebody looks at them.
 */
export async function refresh(state: State, run: Run): Promise<void> {
  const compared = state.compared.value;
  if (compared === null) return;
  const review = await run('review', { lang: state.lang.value }, { quiet: true });
  if (state.compared.value !== compared) return;
  batch(() => {
    state.review.value = review;
    state.tree.value = null;
    state.isReportOld.value = true;
  });
  if (state.panel.value === 'report') await bringReport(state, run);
}

/** Brings the report, unless it is there as it is now. */
export async function bringReport(state: State, run: Run): Promise<void> {
  const compared = state.compared.value;
  if (compared === null || !state.isReportOld.value) return;
  state.isReportOld.value = false;
  const report = await run('report', { lang: state.lang.value }, { quiet: true });
  if (state.compared.value === compared) state.report.value = report;
}

/** Brings the tree of the new map, unless it is there. */
export async function bringTree(state: State, run: Run): Promise<void> {
  if (state.tree.value !== null) return;
  const compared = state.compared.value;
  const tree = await run('tree', {}, { quiet: true });
  if (state.compared.value === compared) state.tree.value = tree;
}
