import type { Fragment } from './fragments.ts';
import { fragmentOf } from './fragments.ts';
import type { GridCell } from './grid.ts';

/** An area of a page that holds a table: who stands where. */
export interface Area {
  readonly top: number;
  readonly bottom: number;
  readonly ruled: boolean;
  readonly fragments: readonly Fragment[];
  readonly cellAt: (x: number, y: number) => GridCell | null;
}

/** The lines of one cell, or of a part of it. */
export interface Block {
  readonly lines: Fragment[];
  /** The cell in which its first line stands; it may reach into the cells below. */
  readonly cell: GridCell;
  readonly hasCode: boolean;
}

/** How the text stands in its row: what decides which row a block of several lines belongs to. */
export type Alignment = 'top' | 'middle' | 'bottom';

/** What the lines of a document have in common. */
export interface Measures {
  readonly isCode: (text: string) => boolean;
  /** From one line of a cell to the next, in sizes. */
  readonly pitch: number;
  /** From the upper rule of a cell to its first baseline, in sizes, where cells begin alike; `null` where they do not. */
  readonly offset: number | null;
}

/** How far lines may be off what they have in common, in sizes. */
const EXACT = 0.07;
const MAX_PITCH = 1.9;
const MIN_PITCH = 0.7;

/**
 * Cuts what is joined across the side of a cell: the text of the one ends where that of the other begins.
 *
 * @param nearEdge how far from the edge of its cell, in sizes, text may begin
 */
export function splitAtCells(
  fragments: readonly Fragment[],
  cellAt: Area['cellAt'],
  nearEdge: number,
): readonly Fragment[] {
  return fragments.flatMap((fragment) => {
    const { pieces } = fragment;
    if (pieces.length < 2) return [fragment];
    const runs: (typeof pieces)[number][][] = [];
    let left = Number.NaN;
    for (const piece of pieces) {
      const cell = cellAt(piece.left + 0.2 * piece.size, piece.y - 0.3 * piece.size);
      const begins = cell !== null && Math.abs(piece.left - cell.left) < nearEdge * piece.size;
      if (runs.length > 0 && !(begins && cell.left !== left)) runs.at(-1)?.push(piece);
      else runs.push([piece]);
      if (cell !== null && (begins || Number.isNaN(left))) left = cell.left;
    }
    return runs.length === 1 ? [fragment] : runs.map((run, i) => fragmentOf(run, fragment.order + i / 1000));
  });
}

/** Where a fragment stands: by its beginning, a little above the baseline. */
export function cellOf(fragment: Fragment, cellAt: Area['cellAt']): GridCell | null {
  return cellAt(fragment.left + 0.2 * fragment.size, fragment.y - 0.3 * fragment.size);
}

/** Joins the lines of an area to blocks, in the order in which they were drawn. */
export function blocksOf(area: Area, measures: Measures): readonly Block[] {
  const blocks: Block[] = [];
  const lastIn = new Map<number, Block>();
  for (const fragment of [...area.fragments].sort((a, b) => a.order - b.order)) {
    const cell = cellOf(fragment, area.cellAt);
    if (cell === null) continue;
    const hasCode = measures.isCode(fragment.text);
    const last = lastIn.get(cell.left);
    if (last && !hasCode && continues(last, fragment, cell, measures)) last.lines.push(fragment);
    else {
      const block = { lines: [fragment], cell, hasCode };
      blocks.push(block);
      lastIn.set(cell.left, block);
    }
  }
  return blocks;
}

function continues({ lines, cell }: Block, next: Fragment, own: GridCell, measures: Measures): boolean {
  const last = lines.at(-1) as Fragment;
  const size = Math.max(last.size, next.size);
  if (Math.abs(last.size - next.size) > 0.15 * size) return false;
  const step = (next.y - last.y) / size;
  // The rest of a line, drawn in another font or after a tab.
  if (Math.abs(step) < 0.1 && own === cell && next.left >= last.right - 0.5 * size) return true;
  if (step < MIN_PITCH || step > MAX_PITCH) return false;
  const inPitch = Math.abs(step - measures.pitch) <= EXACT;
  if (own === cell) return inPitch || measures.offset !== null;
  // A line beyond a rule goes on only where the row is too low for its text, and not where a cell's text begins.
  const begins =
    measures.offset !== null && Math.abs((next.y - own.top) / size - measures.offset) <= 2 * EXACT;
  return inPitch && !begins && next.order - last.order < 1.5;
}

/**
 * Measures what the lines of a document have in common.
 *
 * The pitch is the smallest step that lines drawn one after the other in one column often take; the offset is that at
 * which most cells with a single line begin.
 */
export function measure(areas: readonly Area[], isCode: (text: string) => boolean): Measures {
  const steps: number[] = [];
  const offsets: number[] = [];
  for (const { fragments, cellAt, ruled } of areas) {
    let last: Fragment | null = null;
    for (const fragment of [...fragments].sort((a, b) => a.order - b.order)) {
      const cell = cellOf(fragment, cellAt);
      const before: GridCell | null = last && cellOf(last, cellAt);
      if (last && cell && before && cell.left === before.left && !isCode(fragment.text)) {
        const step = (fragment.y - last.y) / fragment.size;
        if (step >= MIN_PITCH && step <= MAX_PITCH) steps.push(step);
      }
      if (ruled && cell && cell !== before) offsets.push((fragment.y - cell.top) / fragment.size);
      last = fragment;
    }
  }
  return { isCode, pitch: smallestFrequent(steps) ?? 1.2, offset: mostFrequent(offsets) };
}

const BIN = 0.05;

function histogram(values: readonly number[]): ReadonlyMap<number, number> {
  const bins = new Map<number, number>();
  for (const value of values) {
    const bin = Math.round(value / BIN);
    bins.set(bin, (bins.get(bin) ?? 0) + 1);
  }
  return bins;
}

function centreOf(values: readonly number[], bin: number): number {
  const near = values.filter((value) => Math.abs(value - bin * BIN) <= 1.5 * BIN);
  return near.reduce((sum, value) => sum + value, 0) / near.length;
}

function smallestFrequent(values: readonly number[]): number | null {
  const bins = histogram(values);
  const often = Math.max(2, values.length / 25);
  const found = [...bins].filter(([bin, count]) => bin * BIN >= 0.9 && count >= often).map(([bin]) => bin);
  return found.length === 0 ? null : centreOf(values, Math.min(...found));
}

function mostFrequent(values: readonly number[]): number | null {
  const bins = histogram(values);
  const [best] = [...bins].sort(([a, m], [b, n]) => n - m || a - b);
  if (best === undefined) return null;
  const near = values.filter((value) => Math.abs(value - best[0] * BIN) <= 1.5 * BIN).length;
  return near >= 0.5 * values.length ? centreOf(values, best[0]) : null;
}

/** How the text of each column stands in its rows, by the left edge of the column. */
export type Alignments = (left: number) => Alignment;

/** The baseline that stands for a block, given how text stands in its row. */
export function baselineOf({ lines }: Block, alignment: Alignment): number {
  const ys = lines.map(({ y }) => y);
  const [first, last] = [Math.min(...ys), Math.max(...ys)];
  return alignment === 'top' ? first : alignment === 'bottom' ? last : (first + last) / 2;
}
