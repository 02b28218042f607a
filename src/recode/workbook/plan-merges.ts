import { ProcmapError } from '../../words/procmap-error.ts';
import type { CellChange } from '../sheet-plan.ts';
import type { Area } from './area.ts';
import type { Moves } from './moves.ts';
import { cellType, type SheetCell, type SheetDocument, type SheetRow } from './sheet-document.ts';

/** What a cell below a merge holds besides what the plan says of it: nothing, or what the merge's first cell held. */
export type Covering = 'nothing' | SheetCell;

export interface MergePlan {
  readonly areas: readonly Area[];
  /** By `row column` of the output. */
  readonly covering: ReadonlyMap<string, Covering>;
  /** The cells of an output row that hold now what the first cell of a merge held, by column. */
  readonly contentIn: (row: number) => ReadonlyMap<number, SheetCell>;
  /** Merges that hid values in the input, which are shown now. */
  readonly undone: readonly Area[];
}

interface Planning {
  readonly moves: Moves;
  readonly isBlank: (cell: SheetCell) => boolean;
  readonly rows: ReadonlyMap<number, SheetRow>;
  readonly covering: Map<string, Covering>;
  readonly content: Map<number, Map<number, SheetCell>>;
  readonly areas: Area[];
  readonly undone: Area[];
}

/** Rows below merges that are looked at: more than a sheet has, fewer than merges upon merges claim. */
const MAX_ROWS_COVERED = 4_000_000;

/**
 * Says what merged ranges become. A merge follows its rows and covers what they became, as long as one value stands there;
 * where rows got values of their own, each of them is its own range, and no amount is ever covered. What the first cell of
 * a merge says is said by the first cell of each range it became; a number stands once. A range of one cell is no merge.
 *
 * @throws ProcmapError `workbook-too-large` when merges lie upon each other over and over
 */
export function planMerges(
  { rows }: SheetDocument,
  merges: readonly Area[],
  {
    moves,
    file,
    sheet,
    isBlank,
  }: {
    readonly moves: Moves;
    readonly file: string;
    readonly sheet: string;
    /** Whether a cell says nothing: below a merge it hides nothing then. */
    readonly isBlank: (cell: SheetCell) => boolean;
  },
): MergePlan {
  const covered = merges.reduce((sum, { top, bottom }) => sum + bottom - top + 1, 0);
  if (covered > MAX_ROWS_COVERED)
    throw new ProcmapError('workbook-too-large', { file, sheet, measure: 'cells', limit: MAX_ROWS_COVERED });
  const planning: Planning = {
    moves,
    isBlank,
    rows: new Map(rows.map((row) => [row.number, row])),
    covering: new Map(),
    content: new Map(),
    areas: [],
    undone: [],
  };
  for (const merge of merges) planMerge(merge, planning);
  return { ...planning, contentIn: (row) => planning.content.get(row) ?? NOTHING };
}

const NOTHING: ReadonlyMap<number, SheetCell> = new Map();

function planMerge(merge: Area, planning: Planning): void {
  const { moves } = planning;
  const down =
    merge.top === merge.bottom
      ? moves.rows.images(merge.top).map((at) => ({ first: at, last: at }))
      : moves.rows.runs(merge.top, merge.bottom);
  const across =
    merge.left === merge.right
      ? moves.columns.images(merge.left).map((at) => ({ first: at, last: at }))
      : moves.columns.runs(merge.left, merge.right);
  const anchor = cellAt(planning, merge.top, merge.left);
  const state = { merge, anchor, isPlaced: false };
  for (const rows of down)
    for (const columns of across)
      planRectangle(
        { top: rows.first, bottom: rows.last, left: columns.first, right: columns.last },
        state,
        planning,
      );
}

interface MergeState {
  readonly merge: Area;
  readonly anchor: SheetCell | null;
  /** Whether the number of its first cell stands somewhere already. */
  isPlaced: boolean;
}

/** What an output cell below a merge says for itself. */
type Says =
  | { readonly kind: 'text' | 'number'; readonly text: string }
  | { readonly kind: 'hidden' }
  /** The same as the first cell of the merge, because it is a copy of it. */
  | { readonly kind: 'anchor' };

function planRectangle(area: Area, state: MergeState, planning: Planning): void {
  const isTall = area.bottom > area.top;
  const lines = isTall ? rowsIn(area) : columnsIn(area);
  const groups: Area[] = [];
  const said: (Says | null)[] = [];
  for (const line of lines) {
    const cells = saysIn(line, state, planning);
    const first = cells.find(({ row, column }) => row === line.top && column === line.left)?.says ?? null;
    const others = cells.filter(({ row, column }) => row !== line.top || column !== line.left);
    const hasOthers = others.some(({ says }) => says.kind !== 'anchor');
    const last = groups.at(-1);
    if (last && !hasOthers && joins(first, said.at(-1) ?? null)) {
      groups[groups.length - 1] = { ...last, bottom: line.bottom, right: line.right };
      continue;
    }
    if (hasOthers || first?.kind === 'hidden') planning.undone.push(line);
    if (hasOthers) placeFirst(line, first, state, planning);
    else {
      groups.push(line);
      said.push(first);
    }
  }
  groups.forEach((group, i) => {
    placeGroup(group, said[i] ?? null, state, planning);
  });
}

function joins(says: Says | null, group: Says | null): boolean {
  if (says === null || says.kind === 'anchor') return true;
  return says.kind === 'text' && group?.kind === 'text' && says.text === group.text;
}

function placeGroup(group: Area, first: Says | null, state: MergeState, planning: Planning): void {
  placeFirst(group, first, state, planning);
  if (group.top === group.bottom && group.left === group.right) return;
  planning.areas.push(group);
  for (const { row, column } of saysIn(group, state, planning))
    if (row !== group.top || column !== group.left) planning.covering.set(`${row} ${column}`, 'nothing');
}

/** The first cell of a range says what the first cell of the merge said, unless it says something of its own. */
function placeFirst(
  { top, left }: Area,
  says: Says | null,
  state: MergeState,
  { covering, content }: Planning,
): void {
  if (says !== null && says.kind !== 'anchor') {
    state.isPlaced ||= says.kind === 'number';
    return;
  }
  const { anchor, merge } = state;
  const isOneLine = merge.top === merge.bottom;
  const repeats = anchor !== null && (isOneLine || isText(anchor));
  if (says?.kind === 'anchor' && (repeats || !state.isPlaced)) state.isPlaced = true;
  else if (says?.kind === 'anchor') covering.set(`${top} ${left}`, 'nothing');
  else if (anchor !== null && isText(anchor)) {
    covering.set(`${top} ${left}`, anchor);
    content.set(top, (content.get(top) ?? new Map<number, SheetCell>()).set(left, anchor));
  }
}

function isText(cell: SheetCell): boolean {
  return cell.formula === null && ['s', 'str', 'inlineStr'].includes(cellType(cell));
}

interface SaidCell {
  readonly row: number;
  readonly column: number;
  readonly says: Says;
}

/** All cells of an area that say something. */
function saysIn(area: Area, { merge, anchor }: MergeState, planning: Planning): readonly SaidCell[] {
  const { moves } = planning;
  const found: SaidCell[] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    const from = moves.rows.sourceOf(row);
    const changes = moves.changes(row);
    for (const cell of planning.rows.get(from)?.cells ?? [])
      for (const column of moves.columns.images(cell.column)) {
        if (column < area.left || column > area.right || changes.has(column)) continue;
        if (planning.isBlank(cell)) continue;
        const isAnchor = from === merge.top && cell.column === merge.left;
        const says: Says = isAnchor || isSame(cell, anchor) ? { kind: 'anchor' } : { kind: 'hidden' };
        found.push({ row, column, says });
      }
    for (const [column, change] of changes) {
      if (column < area.left || column > area.right) continue;
      const says = changeSays(change);
      if (says !== null) found.push({ row, column, says });
    }
  }
  return found;
}

function changeSays(change: CellChange): Says | null {
  if (change.kind === 'empty') return null;
  if (change.kind === 'renew') return { kind: 'anchor' };
  return { kind: change.kind, text: change.text };
}

/** Text that says again, out of sight, what the first cell says. */
function isSame(cell: SheetCell, anchor: SheetCell | null): boolean {
  if (anchor === null || !isText(cell)) return false;
  return cellType(cell) === cellType(anchor) && cell.value === anchor.value;
}

function rowsIn(area: Area): readonly Area[] {
  const count = area.bottom - area.top + 1;
  return Array.from({ length: count }, (_, i) => ({ ...area, top: area.top + i, bottom: area.top + i }));
}

function columnsIn(area: Area): readonly Area[] {
  const count = area.right - area.left + 1;
  return Array.from({ length: count }, (_, i) => ({ ...area, left: area.left + i, right: area.left + i }));
}

function cellAt({ rows }: Planning, row: number, column: number): SheetCell | null {
  return rows.get(row)?.cells.find((cell) => cell.column === column) ?? null;
}
