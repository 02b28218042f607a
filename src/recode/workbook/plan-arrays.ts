import { type Area, areaText, followHull, parseArea } from './area.ts';
import type { EditedSheet } from './edited-sheet.ts';
import type { SheetFormula } from './sheet-formulas.ts';
import { attributesOf } from './xml-tree.ts';

/** An array formula or a data table, where it stands in the output. */
export interface PlacedArray {
  readonly formula: SheetFormula;
  /** The attributes of its `f`, with its range. */
  readonly attributes: string;
}

export interface ArrayPlan {
  /** By `row column` of the output, the first cell of the range. */
  readonly placed: ReadonlyMap<string, PlacedArray>;
  /** Those of an output row, by column. */
  readonly placedIn: (row: number) => ReadonlyMap<number, PlacedArray>;
  /** Ranges some cells of which the plan changed: they hold values now. */
  readonly undone: ReadonlySet<SheetFormula>;
  /** Ranges whose rows do not stand together any more. */
  readonly parted: readonly Area[];
}

/**
 * Says where the array formulas of a sheet stand. One in a single row goes into each row that it became; one over several
 * rows stands once, in the first cell of what they became.
 */
export function planArrays({ formulas, moves }: EditedSheet): ArrayPlan {
  const placed = new Map<string, PlacedArray>();
  const byRow = new Map<number, Map<number, PlacedArray>>();
  const undone = new Set<SheetFormula>();
  const parted: Area[] = [];
  for (const formula of formulas) {
    const { area, row, column } = formula;
    if (formula.kind !== 'array' && formula.kind !== 'data-table') continue;
    const own = area ?? { top: row, bottom: row, left: column, right: column };
    const areas = areasOf(own, formula, moves);
    const isOne = own.top === own.bottom && own.left === own.right;
    if (!isOne && areas.some((each) => isChanged(each, moves))) {
      undone.add(formula);
      continue;
    }
    if (areas.length > 1 && own.top < own.bottom) parted.push(areas[0] as Area);
    for (const each of areas) {
      const attributes = attributesFor(formula, each, moves);
      if (attributes === null) undone.add(formula);
      else {
        placed.set(`${each.top} ${each.left}`, { formula, attributes });
        const row = byRow.get(each.top) ?? new Map<number, PlacedArray>();
        byRow.set(each.top, row.set(each.left, { formula, attributes }));
      }
    }
  }
  return { placed, placedIn: (row) => byRow.get(row) ?? NONE, undone, parted };
}

const NONE: ReadonlyMap<number, PlacedArray> = new Map();

function areasOf(area: Area, { kind }: SheetFormula, moves: EditedSheet['moves']): readonly Area[] {
  const isSpread = area.left < area.right || kind === 'data-table';
  const across = isSpread
    ? moves.columns.runs(area.left, area.right)
    : moves.columns.images(area.left).map((at) => ({ first: at, last: at }));
  const down =
    area.top === area.bottom
      ? moves.rows.images(area.top).map((at) => ({ first: at, last: at }))
      : moves.rows.runs(area.top, area.bottom);
  return down.flatMap((rows) =>
    across.map((columns) => ({
      top: rows.first,
      bottom: rows.last,
      left: columns.first,
      right: columns.last,
    })),
  );
}

function isChanged({ top, bottom, left, right }: Area, { changes }: EditedSheet['moves']): boolean {
  for (let row = top; row <= bottom; row++)
    for (const [column, { kind }] of changes(row))
      if (kind !== 'renew' && column >= left && column <= right) return true;
  return false;
}

/** `null` when the cells that a data table puts its values into are gone. */
function attributesFor(formula: SheetFormula, area: Area, moves: EditedSheet['moves']): string | null {
  let attributes = formula.cell.formula?.attributes ?? '';
  const known = attributesOf({ attributes });
  for (const name of ['r1', 'r2'] as const) {
    const input = known[name] === undefined ? null : parseArea(known[name]);
    if (input === null) continue;
    const now = followHull(input, moves);
    if (now === null) return null;
    attributes = withValue(attributes, name, areaText({ ...now, bottom: now.top, right: now.left }));
  }
  return withValue(attributes, 'ref', areaText(area));
}

function withValue(attributes: string, name: string, value: string): string {
  const others = attributes.replace(new RegExp(`\\s+${name}\\s*=\\s*(?:"[^"]*"|'[^']*')`), '');
  return `${others} ${name}="${value}"`;
}
