import type { ReadNote } from '../../model/process-map.ts';
import { rowAndColumn } from '../../values/place.ts';
import { defineRule } from '../define-rule.ts';

type Shift = Extract<ReadNote, { readonly kind: 'column-shifted' }>;

/**
 * A code in a column of another level. The code was followed, so the tree is right and the file wants a look. Rows in a
 * row that are shifted alike have one cause, such as a page break, and are one finding.
 */
export const columnMismatch = defineRule({
  id: 'column-mismatch',
  severity: 'info',
  check: ({ notes }) =>
    runsOf(notes('column-shifted')).map((run) => {
      const [first, ...others] = run as [Shift, ...Shift[]];
      const { place, code, found, expected } = first;
      return {
        place,
        code,
        args: { code, found, expected, count: run.length, last: (run.at(-1) ?? first).code },
        related: others.map((other) => other.place),
      };
    }),
});

function runsOf(shifts: readonly Shift[]): readonly (readonly Shift[])[] {
  const runs: Shift[][] = [];
  for (const shift of shifts) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    if (run && before && continues(before, shift)) run.push(shift);
    else runs.push([shift]);
  }
  return runs;
}

function continues(before: Shift, shift: Shift): boolean {
  const rows = [before, shift].map(({ place }) => rowAndColumn(place)?.line ?? 0) as [number, number];
  const alike = before.found === shift.found && before.expected === shift.expected;
  return alike && before.place.sheet === shift.place.sheet && rows[1] - rows[0] <= 1 && rows[1] >= rows[0];
}
