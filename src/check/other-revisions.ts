import { foldLabel } from '../language/fold-label.ts';
import type { MapNode } from '../model/process-map.ts';
import type { RepeatedSheet } from './repeated-sheets.ts';

/** A sheet whose codes stand on a sheet before it too, and name other things there. */
export interface OtherRevision {
  readonly sheet: string;
  /** The sheet that has most of its codes. */
  readonly of: string;
  /** Codes that stand on both and name something else. */
  readonly differing: number;
  readonly first: MapNode;
  readonly original: MapNode;
}

/** A code or two on a second sheet are slips, which are told one by one. */
const LEAST_CODES = 3;
const LEAST_SHARE = 0.5;

/**
 * The sheets of a workbook that hold another revision of the map: half of their codes, and three at least, stand on one
 * sheet before them, some with another label. Exact copies are told as such. Cost: one pass.
 *
 * @param byCode entries per code, in source order
 */
export function otherRevisions(
  nodes: readonly MapNode[],
  byCode: ReadonlyMap<string, readonly MapNode[]>,
  repeated: ReadonlyMap<string, RepeatedSheet>,
): ReadonlyMap<string, OtherRevision> {
  const sheets = new Map<string, MapNode[]>();
  for (const node of nodes) {
    const { sheet } = node.place;
    if (sheet === undefined) return new Map();
    const known = sheets.get(sheet);
    if (known) known.push(node);
    else sheets.set(sheet, [node]);
  }
  const found = new Map<string, OtherRevision>();
  const before = new Set<string>();
  for (const [sheet, own] of sheets) {
    const other = repeated.has(sheet) ? null : compare(sheet, own, { byCode, before });
    if (other) found.set(sheet, other);
    before.add(sheet);
  }
  return found;
}

function compare(
  sheet: string,
  own: readonly MapNode[],
  known: {
    readonly byCode: ReadonlyMap<string, readonly MapNode[]>;
    readonly before: ReadonlySet<string>;
  },
): OtherRevision | null {
  const pairs = own.flatMap((node) => {
    const original = known.byCode
      .get(node.code.text)
      ?.find((each) => known.before.has(each.place.sheet ?? '') && each.kind === node.kind);
    return original ? [{ node, original }] : [];
  });
  const counts = new Map<string, number>();
  for (const { original } of pairs) {
    const name = original.place.sheet ?? '';
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  if (!most || most[1] < Math.max(LEAST_CODES, own.length * LEAST_SHARE)) return null;
  const differing = pairs.filter(({ node, original }) => foldLabel(node.label) !== foldLabel(original.label));
  const [first] = differing;
  return first
    ? { sheet, of: most[0], differing: differing.length, first: first.node, original: first.original }
    : null;
}
