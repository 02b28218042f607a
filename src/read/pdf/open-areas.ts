import { type Area, splitAtCells } from './blocks.ts';
import { findColumns, median } from './columns.ts';
import type { Fragment } from './fragments.ts';
import { linesOf } from './furniture.ts';
import type { GridCell } from './grid.ts';
import type { Rule } from './page-state.ts';

type IsCode = (text: string) => boolean;

/** A table without rules, on one page, and what was taken into it. */
interface OpenArea {
  readonly area: Area;
  readonly members: readonly Fragment[];
}

/** A line of a page. */
interface PageLine {
  readonly page: number;
  readonly fragments: readonly Fragment[];
}

/**
 * Finds the tables that have no rules between their columns. Wherever the header stands again, columns may be others.
 *
 * @returns the areas of each page
 */
export function openAreas(
  pages: readonly (readonly Fragment[])[],
  frames: readonly { readonly rules: readonly Rule[] }[],
  isCode: IsCode,
): readonly (readonly OpenArea[])[] {
  const lines = pages.flatMap((page, i) => linesOf(page).map((fragments) => ({ page: i, fragments })));
  const found: OpenArea[][] = pages.map(() => []);
  const segments = segmentsOf(lines, isCode);
  for (const segment of segments) {
    const alike = segments.filter(({ header }) => sameEdges(header, segment.header));
    const columns = findColumns(
      alike.flatMap((other) => byPages(other.lines, pages.length)),
      isCode,
    );
    if (columns.length === 0) continue;
    byPages(segment.lines, pages.length).forEach((members, page) => {
      if (members.length === 0) return;
      const area = openArea(members, columns, frames[page]?.rules ?? []);
      found[page]?.push({ area, members });
    });
  }
  return found;
}

function byPages(lines: readonly PageLine[], pages: number): readonly (readonly Fragment[])[] {
  const found: Fragment[][] = Array.from({ length: pages }, () => []);
  for (const { page, fragments } of lines) found[page]?.push(...fragments);
  return found;
}

/** Tables whose headers begin at the same places have the same columns. */
function sameEdges(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((left, i) => Math.abs(left - (b[i] as number)) < 2);
}

/** The lines of one table, and where the cells of its header begin. */
interface Segment {
  readonly header: readonly number[];
  readonly lines: PageLine[];
}

/** Cuts the lines where the header stands again, together with the heading above it. */
function segmentsOf(lines: readonly PageLine[], isCode: IsCode): readonly Segment[] {
  const firstCode = lines.findIndex(({ fragments }) => fragments.some(({ text }) => isCode(text)));
  const header = headerText(lines.slice(0, Math.max(0, firstCode)));
  const segments: Segment[] = [{ header: [], lines: [] }];
  for (const line of lines) {
    const current = segments.at(-1) as Segment;
    if (header === null || textOfLine(line) !== header) current.lines.push(line);
    else {
      const heading = current.lines.splice(current.lines.length - headingLines(current.lines, isCode));
      segments.push({ header: line.fragments.map(({ left }) => left), lines: [...heading, line] });
    }
  }
  return segments.filter((segment) => segment.lines.length > 0);
}

function textOfLine({ fragments }: PageLine): string {
  return fragments.map(({ text }) => text).join(' ');
}

/** The line above the codes with most cells. */
function headerText(above: readonly PageLine[]): string | null {
  let best: PageLine | null = null;
  for (const line of above.slice(-6)) if (line.fragments.length > (best?.fragments.length ?? 1)) best = line;
  return best && textOfLine(best);
}

/** How many lines at the end of a segment are a heading of what follows: alone, without a code, and set apart. */
function headingLines(lines: readonly PageLine[], isCode: IsCode): number {
  let count = 0;
  for (let i = lines.length - 1; i >= 0; i--) {
    const { fragments, page } = lines[i] as PageLine;
    const [only] = fragments;
    const above = lines[i - 1];
    if (!only || fragments.length > 1 || isCode(only.text)) break;
    const last = above?.fragments.at(-1);
    const apart =
      !last || above?.page !== page || only.y - last.y > 1.5 * only.size || only.size > 1.1 * last.size;
    if (!apart) break;
    count++;
  }
  return count;
}

/** Rows as far as there are rules across the table; columns where text begins. */
function openArea(fragments: readonly Fragment[], columns: readonly number[], rules: readonly Rule[]): Area {
  const ys = fragments.map(({ y }) => y);
  const [top, bottom] = [Math.min(...ys) - 20, Math.max(...ys) + 5];
  const slack = 0.6 * median(fragments.map(({ size }) => size));
  const edges = acrossTable(fragments, columns, rules).filter((y) => y > top && y < bottom);
  const limits = [top, ...edges, bottom];
  const rows = limits.slice(1).map((end, row) =>
    columns.map(
      (left, i): GridCell => ({
        left,
        right: columns[i + 1] ?? Number.POSITIVE_INFINITY,
        top: limits[row] as number,
        bottom: end,
        row,
        lastRow: row,
      }),
    ),
  );
  const cellAt = (x: number, y: number): GridCell | null => {
    const row = Math.max(0, edges.findLastIndex((edge) => edge <= y) + 1);
    const cells = rows[Math.min(row, rows.length - 1)] ?? [];
    return cells.findLast(({ left }) => left <= x + slack) ?? cells[0] ?? null;
  };
  return { top, bottom, ruled: false, fragments: splitAtCells(fragments, cellAt, 0.15), cellAt };
}

/** The heights of rules that reach from the first column into the last. */
function acrossTable(
  fragments: readonly Fragment[],
  columns: readonly number[],
  rules: readonly Rule[],
): readonly number[] {
  const [first, last] = [columns[0] ?? 0, columns.at(-1) ?? 0];
  const size = median(fragments.map((fragment) => fragment.size));
  const heights = rules
    .filter(({ axis, from, to }) => axis === 'horizontal' && from <= first + size && to >= last)
    .map(({ at }) => at)
    .sort((a, b) => a - b);
  return heights.filter((at, i) => i === 0 || at - (heights[i - 1] as number) > 0.6 * size);
}
