import type { Row } from './rows.ts';

/** Least certain first: that is what wants a look. */
const TIERS = ['open', 'probable', 'certain', ''];

/** How rows are put in order by a column; rows that are equal there keep the order they came in. */
export function rowOrder(
  key: string,
  descending: boolean,
  kinds: readonly string[],
): (a: Row, b: Row) => number {
  const sign = descending ? -1 : 1;
  const collator = new Intl.Collator(undefined, { numeric: true });
  const columns: Readonly<Record<string, (a: Row, b: Row) => number>> = {
    new: (a, b) =>
      Number(a.newCode === '') - Number(b.newCode === '') || collator.compare(a.newCode, b.newCode),
    kind: (a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind),
    label: (a, b) => collator.compare(labelOf(a), labelOf(b)),
    tier: (a, b) => TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier),
    hours: (a, b) => a.hours - b.hours,
  };
  const compare = columns[key];
  return (a, b) => sign * ((compare?.(a, b) ?? 0) || a.order - b.order);
}

function labelOf(row: Row): string {
  return row.element.cells[3]?.textContent ?? '';
}
