import type { CodesAbove } from './codes-above.ts';
import type { FlatTable } from './flat-table.ts';

/** A branch that a table names beside its entries, without a row of its own. */
export interface NamedGroup {
  readonly code: string;
  readonly label: string;
  readonly column: number;
}

/**
 * The branches that columns of names speak of (`P_1.1.1;Personale;Selezione` below `P_1.1`, Personale), by the row before
 * which they begin. A branch gets the code that stands above all entries under its name, and above no others; where there
 * is none such, or a row has it, the name stays what it is beside its entries.
 */
export function namedGroups(
  { rows, names }: FlatTable,
  codes: readonly string[],
  codesAbove: CodesAbove,
): ReadonlyMap<number, readonly NamedGroup[]> {
  const groups = new Map<number, NamedGroup[]>();
  const taken = new Set(codes);
  for (const column of names.slice(0, -1)) {
    const members = membersByName(rows, codes, { column, deeper: names.slice(names.indexOf(column) + 1) });
    const heads = new Map(
      [...members].map(([name, at]) => [
        name,
        headsOf(
          at.map((row) => codes[row] as string),
          codesAbove,
        ),
      ]),
    );
    for (const [label, at] of members) {
      const others = [...heads].filter(([name]) => name !== label).flatMap(([, each]) => each);
      const code = (heads.get(label) ?? []).find((head) => !taken.has(head) && !others.includes(head));
      if (code === undefined || at[0] === undefined) continue;
      taken.add(code);
      groups.set(at[0], [...(groups.get(at[0]) ?? []), { code, label, column }]);
    }
  }
  return groups;
}

/** The rows under each name, which say something more in a column to the right. */
function membersByName(
  rows: FlatTable['rows'],
  codes: readonly string[],
  { column, deeper }: { readonly column: number; readonly deeper: readonly number[] },
): ReadonlyMap<string, readonly number[]> {
  const members = new Map<string, number[]>();
  rows.forEach((row, at) => {
    const name = row[column] ?? '';
    if (name === '' || codes[at] === '' || deeper.every((each) => (row[each] ?? '') === '')) return;
    const known = members.get(name);
    if (known) known.push(at);
    else members.set(name, [at]);
  });
  return members;
}

/** Codes that could stand above all of these, the nearest first; those made up for headings (`1.0`) are left out. */
function headsOf(codes: readonly string[], codesAbove: CodesAbove): readonly string[] {
  const [first = '', ...rest] = codes;
  const above = rest.map((code) => new Set(codesAbove(code)));
  return codesAbove(first).filter((head) => first.startsWith(head) && above.every((each) => each.has(head)));
}
