import { batch } from '@preact/signals-core';
import type { Compared } from '../calls/compare.ts';
import type { Run } from './run.ts';
import { forgetFiles, type State } from './state.ts';

/** Shows a comparison as it has become: its counts at once, then what there is to decide, then the report. */
export async function showCompared(state: State, run: Run, compared: Compared): Promise<void> {
  batch(() => {
    state.compared.value = compared;
    forgetFiles(state);
  });
  await refresh(state, run);
}

/** Asks anew for what is shown of the comparison: after a decision, and in another language. */
export async function refresh(state: State, run: Run): Promise<void> {
  const { lang } = state;
  const compared = state.compared.value;
  if (compared === null) return;
  const isOutdated = () => state.compared.value !== compared;
  const review = await run('review', { lang: lang.value }, { quiet: true });
  if (isOutdated()) return;
  const tree = await run('tree', {}, { quiet: true });
  if (isOutdated()) return;
  batch(() => {
    state.review.value = review;
    state.tree.value = tree;
  });
  const report = await run('report', { lang: lang.value }, { quiet: true });
  if (!isOutdated()) state.report.value = report;
}
