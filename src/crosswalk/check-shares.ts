import { entryKey } from '../model/crosswalk-rows.ts';
import { groupBy } from '../values/group-by.ts';
import { wrongSum } from '../values/wrong-sum.ts';
import type { ParsedRow, RowProblem } from './read-crosswalk-row.ts';

/**
 * Checks what only several rows together can show: that the shares of an old entry are all there and sum to exactly 1, or
 * are all left open; that no link stands twice; that no code is dropped and mapped at once.
 */
export function checkShares(rows: readonly ParsedRow[], profile: 'full' | 'payroll'): readonly RowProblem[] {
  const entries = groupBy(
    rows.filter(({ row }) => row.oldCode !== ''),
    ({ row }) => entryKey(row),
  );
  return [...entries.values()].flatMap((own) => [
    ...repeatedLinks(own),
    ...droppedAndMapped(own),
    ...shareProblems(own, profile),
  ]);
}

function repeatedLinks(own: readonly ParsedRow[]): readonly RowProblem[] {
  return own.flatMap(({ row, line }, i) => {
    const first = own.findIndex((other) => other.row.newCode === row.newCode);
    if (first === i) return [];
    const args = { oldCode: row.oldCode, newCode: row.newCode, line: own[first]?.line ?? line };
    return [{ kind: 'link-twice', line, args }];
  });
}

/** A code without target beside the same code with one contradicts itself, unless a share says how much of it ends. */
function droppedAndMapped(own: readonly ParsedRow[]): readonly RowProblem[] {
  const mapped = own.find(({ row }) => row.newCode !== '');
  const dropped = own.filter(({ row }) => row.newCode === '' && row.share === null && row.tier !== 'open');
  if (!mapped) return [];
  return dropped.map(({ row, line }) => ({
    kind: 'dropped-and-mapped',
    line,
    args: { code: row.oldCode, newCode: mapped.row.newCode },
  }));
}

function shareProblems(own: readonly ParsedRow[], profile: 'full' | 'payroll'): readonly RowProblem[] {
  const [first] = own;
  const withShare = own.filter(({ row }) => row.share !== null);
  const mapped = own.filter(({ row }) => row.newCode !== '');
  if (!first || (withShare.length === 0 && mapped.length === 0)) return [];
  const code = first.row.oldCode;
  if (withShare.length === 0)
    return profile === 'payroll' ? [{ kind: 'share-missing', line: first.line, args: { code } }] : [];
  const lacking = mapped.find(({ row }) => row.share === null);
  if (lacking) return [{ kind: 'shares-incomplete', line: lacking.line, args: { code } }];
  const sum = wrongSum(withShare.map(({ row }) => row.share ?? ''));
  return sum === null ? [] : [{ kind: 'shares-sum', line: first.line, args: { code, sum } }];
}
