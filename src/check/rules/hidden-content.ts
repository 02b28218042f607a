import type { ReadNote } from '../../model/process-map.ts';
import { groupBy } from '../../values/group-by.ts';
import { defineRule } from '../define-rule.ts';

/**
 * A sheet, a row or a column that is hidden in the workbook. It is read like the others. The rows that a filter hides are
 * told together, a finding for each sheet.
 */
export const hiddenContent = defineRule({
  id: 'hidden-content',
  severity: 'info',
  check: ({ notes }) => {
    const rows = groupBy(
      notes('hidden').filter(({ what }) => what === 'row'),
      ({ place }) => place.sheet,
    );
    return [
      ...notes('hidden')
        .filter(({ what }) => what !== 'row')
        .map(({ place, what, name }) => ({ place, args: { what, name, count: 1 } })),
      ...[...rows.values()].flatMap(hiddenRows),
    ];
  },
});

function hiddenRows(rows: readonly Extract<ReadNote, { readonly kind: 'hidden' }>[]) {
  const [first] = rows;
  if (!first) return [];
  const name = runsOf(rows.map((row) => Number(row.name)));
  return [{ place: first.place, args: { what: 'row' as const, name, count: rows.length } }];
}

const MAX_RUNS = 8;

/** Ascending numbers, those in a row as one: `10-12, 40`. */
function runsOf(numbers: readonly number[]): string {
  const runs: { first: number; last: number }[] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run && number === run.last + 1) run.last = number;
    else runs.push({ first: number, last: number });
  }
  const texts = runs.map(({ first, last }) => (first === last ? `${first}` : `${first}-${last}`));
  return [...texts.slice(0, MAX_RUNS), ...(texts.length > MAX_RUNS ? ['…'] : [])].join(', ');
}
