import { foldLabel } from '../language/fold-label.ts';
import type { MapNode } from '../model/process-map.ts';

/** A sheet whose entries stand on sheets before it already. */
export interface RepeatedSheet {
  readonly sheet: string;
  /** The sheets before it, by the first entry they have in common. */
  readonly of: readonly string[];
  /** Entries that stand there too, with the same label. */
  readonly entries: number;
  readonly first: MapNode;
  readonly original: MapNode;
}

/** One alone is a row too many, and told as such. */
const LEAST_ENTRIES = 2;
/** A copy in which somebody has changed something is still one. */
const LEAST_SHARE = 0.9;

/**
 * The sheets of a workbook that repeat sheets before them: nine of ten entries, and at least two, bear a code and a
 * label that stand on an earlier sheet. Cost: one pass.
 *
 * @param byCode entries per code, in source order
 */
export function repeatedSheets(
  nodes: readonly MapNode[],
  byCode: ReadonlyMap<string, readonly MapNode[]>,
): ReadonlyMap<string, RepeatedSheet> {
  const sheets = new Map<string, { entries: number; repeats: [again: MapNode, original: MapNode][] }>();
  for (const node of nodes) {
    const { sheet } = node.place;
    if (sheet === undefined) continue;
    const about = sheets.get(sheet) ?? { entries: 0, repeats: [] };
    sheets.set(sheet, about);
    about.entries++;
    const original = byCode.get(node.code.text)?.[0];
    if (original && isSameEntry(original, node)) about.repeats.push([node, original]);
  }
  const repeated = new Map<string, RepeatedSheet>();
  for (const [sheet, { entries, repeats }] of sheets) {
    const [pair] = repeats;
    if (!pair || repeats.length < Math.max(LEAST_ENTRIES, entries * LEAST_SHARE)) continue;
    const of = [...new Set(repeats.map(([, { place }]) => place.sheet ?? ''))];
    repeated.set(sheet, { sheet, of, entries: repeats.length, first: pair[0], original: pair[1] });
  }
  return repeated;
}

function isSameEntry(first: MapNode, node: MapNode): boolean {
  if (first.place.sheet === node.place.sheet || first.kind !== node.kind) return false;
  return foldLabel(first.label) === foldLabel(node.label);
}
