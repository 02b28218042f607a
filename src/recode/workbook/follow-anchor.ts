import { addressOf, parseArea } from './area.ts';
import { type Axis, MAX_COLUMNS, MAX_ROWS } from './axis.ts';
import type { Moves } from './moves.ts';
import { type Patch, textPatch } from './patches.ts';
import { childOf, type XmlNode } from './xml-tree.ts';

/** Where a position is now; where it went away, what came to stand there. */
export function placeOf(at: number, axis: Axis, limit: number): number {
  const own = axis.hull(at, at) ?? axis.hull(at, limit);
  return own?.first ?? (axis.hull(1, at)?.last ?? 0) + 1;
}

/** A single cell that has to stay somewhere: a selection, the corner of a window. */
export function followPoint(text: string, { rows, columns }: Moves): string {
  const area = parseArea(text.split(':')[0] ?? '');
  if (area === null) return text;
  return addressOf(placeOf(area.top, rows, MAX_ROWS), placeOf(area.left, columns, MAX_COLUMNS));
}

/**
 * Moves what a drawing hangs on: `from` and `to` name a cell by its row and column from 0. The start goes with the first row
 * of what its row became, the end with the last.
 */
export function anchorPatches(anchor: XmlNode, moves: Moves): readonly Patch[] {
  if (moves.isIdentity) return [];
  return anchor.children.flatMap((end) => {
    if (end.name !== 'from' && end.name !== 'to') return [];
    return (['row', 'col'] as const).flatMap((name) => {
      const node = childOf(end, name);
      const at = Number(node?.text);
      if (!node || !Number.isInteger(at)) return [];
      return [
        textPatch(
          node,
          String(followZero(at, end.name === 'to', name === 'row' ? moves.rows : moves.columns)),
        ),
      ];
    });
  });
}

/** A position that counts from 0. */
export function followZero(at: number, isEnd: boolean, axis: Axis): number {
  const own = axis.hull(at + 1, at + 1);
  if (own) return (isEnd ? own.last : own.first) - 1;
  const above = axis.hull(1, at + 1)?.last ?? 0;
  return isEnd ? Math.max(0, above - 1) : above;
}
