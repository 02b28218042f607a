import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { compareFiles } from '../../src/app/compare-files.ts';
import { memoryFiles } from '../../src/app/memory-files.ts';
import { openDecisionFile } from '../../src/app/open-decision-file.ts';
import { readCrosswalk } from '../../src/app/read-crosswalk.ts';
import { buildPlan } from '../../src/app/recode.ts';
import { recodeFile } from '../../src/app/recode-file.ts';
import { decisionsOfAnswer } from '../../src/app/review-answer.ts';
import { entriesToReview } from '../../src/app/review-entries.ts';
import { reviewOf } from '../../src/app/review-of.ts';
import type { Notice } from '../../src/model/notice.ts';

const encoded = (text: string) => new TextEncoder().encode(text);
const sources = { old: 'maps/old.csv', new: 'maps/new.csv' };

/** The real maps, in memory. */
function maps() {
  return memoryFiles([
    [sources.old, readFileSync('fixtures/massa-carrara-2021.csv')],
    [sources.new, readFileSync('fixtures/unioncamere-rev2023.csv')],
  ]);
}

it('decides in a review, keeps it beside the old map, and finds it there', async () => {
  const files = maps();
  const opened = await openDecisionFile(files, sources, {}, () => {});
  expect(opened.file).toBe('maps/decisions.csv');
  const open = entriesToReview(reviewOf(opened.comparison), ['open']);
  const [entry] = open;
  if (!entry) throw new Error('nothing is open');
  const answer = { verdict: 'drop' as const, targets: [], shares: [], reason: ' not done here ' };
  await opened.record(decisionsOfAnswer(entry, answer, { by: 'B. Rossi', on: '2024-05-02' }));
  const told: Notice[] = [];
  const { report } = await compareFiles(files, sources, {}, (notice) => told.push(notice));
  expect(told.map(({ kind }) => kind)).toEqual(['decisions-found', 'decisions-applied']);
  expect(report.tiers.open).toBe(opened.comparison.report.tiers.open - 1);
  expect(report.changes.find(({ old }) => old?.id === entry[0].old?.id)).toMatchObject({
    kind: 'dropped',
    decision: { by: 'B. Rossi', reason: 'not done here' },
  });
});

it('says so when the same file stands for both revisions', async () => {
  const files = maps();
  const told: Notice[] = [];
  await compareFiles(files, { ...sources, new: sources.old }, {}, (notice) => told.push(notice));
  expect(told).toEqual([{ kind: 'same-file', old: sources.old, new: sources.old }]);
});

it('recodes a time-sheet once, and leaves its record beside it', async () => {
  const files = memoryFiles([
    ['x.csv', encoded('old_code,new_code,share\nA1,B1,1\n')],
    ['hours.csv', encoded('code;hours\nA1;7,5\nZ9;1\n')],
  ]);
  const crosswalk = await readCrosswalk(files, 'x.csv', () => {});
  const job = (timesheet: string, output: string) => ({
    timesheet,
    crosswalk,
    plan: buildPlan(crosswalk.crosswalk),
    options: { file: timesheet, columns: {}, audit: false, point: null, decimals: 0, evenIfMarked: false },
    output,
    rejects: `${output}.rejects`,
    recodedOn: '2024-05-02',
  });
  const { written } = await recodeFile(files, job('hours.csv', 'out.csv'));
  expect(written).toEqual(['out.csv', 'out.csv.rejects', 'out.csv.recoded.json']);
  const text = (path: string) => new TextDecoder().decode(files.contents().get(path));
  expect(text('out.csv')).toBe('code;hours\nB1;7,5\n');
  expect(text('out.csv.rejects')).toContain('Z9;1;');
  expect(JSON.parse(text('out.csv.recoded.json'))).toMatchObject({
    rows: { rejected: 1 },
    recodedOn: '2024-05-02',
  });
  const again = recodeFile(files, job('out.csv', 'twice.csv'));
  await expect(again).rejects.toMatchObject({ code: 'already-recoded' });
  expect(files.contents().has('twice.csv')).toBe(false);
});
