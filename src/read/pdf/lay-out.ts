import type { ReadNote } from '../../model/process-map.ts';
import { foldBlanks } from '../../values/fold-blanks.ts';
import type { Place } from '../../values/place.ts';
import type { Table, TableRow } from '../table.ts';
import { alignmentsOf } from './alignment.ts';
import { type Alignments, type Area, type Measures, measure, splitAtCells } from './blocks.ts';
import { median } from './columns.ts';
import { mayBeCut } from './cut-text.ts';
import type { Fragment } from './fragments.ts';
import { linesOf, takeFurniture } from './furniture.ts';
import { findGrids, type Grid } from './grid.ts';
import { joinPages, type PageCell, type PageRow, SAME_COLUMN } from './join-pages.ts';
import { openAreas } from './open-areas.ts';
import type { Frame } from './page-frame.ts';
import { type PrintedRow, rowsOf, textOf } from './rows.ts';

type IsCode = (text: string) => boolean;

/** A page with its tables, and the lines beside them. */
interface LaidPage {
  readonly areas: readonly Area[];
  readonly loose: readonly Fragment[];
}

/** Lays pages out as one table, whose rows know their page. */
export function layOut(
  file: string,
  frames: readonly (Frame & { readonly fragments: readonly Fragment[] })[],
  isCode: IsCode,
): Table {
  const { pages, furniture } = takeFurniture(
    frames.map(({ fragments }) => fragments),
    isCode,
  );
  const laid = findAreas(frames, pages, isCode);
  const areas = laid.flatMap((page) => page.areas);
  const measures = measure(areas, isCode);
  const alignments = alignmentsOf(areas, measures);
  const printed = joinPages(
    laid.map((page) => pageRows(page, measures, alignments)),
    isCode,
  );
  const columns = columnEdges(printed.flat());
  const rows = printed.flatMap((page, i) =>
    page.map((row, number) => tableRow(row, number + 1, i + 1, columns)),
  );
  const notes = furniture.map(({ page, kind, text }) => ({ kind, text, place: { file, page } }));
  const cuts = printed.flatMap((page, i) =>
    page.flatMap((row, number) => cutsOf(row, { file, page: i + 1, line: number + 1 }, columns)),
  );
  return { file, sheet: null, rows, notes: [...notes, ...cuts] };
}

function findAreas(
  frames: readonly Frame[],
  pages: readonly (readonly Fragment[])[],
  isCode: IsCode,
): readonly LaidPage[] {
  const size = median(pages.flat().map((fragment) => fragment.size)) || 10;
  const ruled = frames.map(({ rules }, i) =>
    ruledAreas(findGrids(rules, Math.min(4, 0.6 * size)), pages[i] ?? []),
  );
  const codes = ruled.map(({ loose }) => loose.filter(({ text }) => isCode(text)).length);
  const isOpen = codes.reduce((sum, count) => sum + count, 0) > 1;
  const open = ruled.map(({ loose }, i) => (isOpen && codes[i] !== 0 ? loose : []));
  const free = openAreas(open, frames, isCode);
  return ruled.map(({ areas, loose }, i) => {
    const own = free[i] ?? [];
    const taken = new Set(own.flatMap(({ members }) => members));
    return {
      areas: [...areas, ...own.map(({ area }) => area)].sort((a, b) => a.top - b.top),
      loose: loose.filter((fragment) => !taken.has(fragment)),
    };
  });
}

function ruledAreas(grids: readonly Grid[], fragments: readonly Fragment[]): LaidPage {
  const taken = new Set<Fragment>();
  const areas = grids.flatMap((grid): readonly Area[] => {
    const inside = insideOf(grid, fragments);
    if (inside.length === 0) return [];
    for (const fragment of inside) taken.add(fragment);
    return [
      {
        top: grid.top,
        bottom: grid.bottom,
        ruled: true,
        fragments: splitAtCells(inside, grid.cellAt, 1.2),
        cellAt: (x, y) => grid.cellAt(clamp(x, grid.left, grid.right), clamp(y, grid.top, grid.bottom)),
      },
    ];
  });
  return {
    areas: areas.sort((a, b) => a.top - b.top),
    loose: fragments.filter((fragment) => !taken.has(fragment)),
  };
}

function clamp(value: number, from: number, to: number): number {
  return Math.min(Math.max(value, from + 0.1), to - 0.1);
}

/** What stands between the rules of a table; also the further lines of a cell that is too low for its text. */
function insideOf(grid: Grid, fragments: readonly Fragment[]): readonly Fragment[] {
  const inside: Fragment[] = [];
  for (const fragment of fragments) {
    const { left, right, y, size } = fragment;
    const isWithin = (left + Math.min(right, left + 4 * size)) / 2 >= grid.left && left <= grid.right;
    const height = y - 0.3 * size;
    const before = inside.at(-1);
    const goesOn =
      before !== undefined &&
      fragment.order - before.order === 1 &&
      Math.abs(before.left - left) < 0.3 * size &&
      y - before.y > 0.7 * size &&
      y - before.y < 1.6 * size &&
      height <= grid.bottom + 3 * size;
    if (isWithin && height >= grid.top && (height <= grid.bottom || goesOn)) inside.push(fragment);
  }
  return inside;
}

function pageRows(
  { areas, loose }: LaidPage,
  measures: Measures,
  alignments: Alignments,
): readonly PageRow[] {
  const lines = linesOf(loose).map((line) => ({
    y: line[0]?.y ?? 0,
    rows: [besideTables(line)],
  }));
  const tables = areas.map((area) => ({
    y: area.top,
    rows: rowsOf(area, measures, alignments).map((row) => cellsOf(row, area, measures)),
  }));
  return [...lines, ...tables].sort((a, b) => a.y - b.y).flatMap(({ rows }) => rows);
}

function besideTables(line: readonly Fragment[]): PageRow {
  const text = line.map((fragment) => fragment.text).join(' ');
  return {
    isTable: false,
    cells: new Map([[Number.NEGATIVE_INFINITY, { text, size: line[0]?.size ?? 1, isCut: false }]]),
  };
}

function cellsOf({ blocks }: PrintedRow, { ruled }: Area, measures: Measures): PageRow {
  const lefts = [...new Set(blocks.map(({ cell }) => cell.left))].sort((a, b) => a - b);
  const cellIn = (left: number): PageCell => {
    const own = blocks.filter(({ cell }) => cell.left === left);
    const isCut = ruled && own.some((block) => mayBeCut(block, measures));
    return { text: textOf(own), size: own[0]?.lines[0]?.size ?? 1, isCut };
  };
  return { isTable: true, cells: new Map(lefts.map((left) => [left, cellIn(left)])) };
}

/** The columns of the document: the left edges of all cells with text. */
function columnEdges(rows: readonly PageRow[]): readonly number[] {
  const lefts = rows.flatMap(({ cells }) => [...cells.keys()].filter(Number.isFinite)).sort((a, b) => a - b);
  const edges: number[] = [];
  for (const left of lefts)
    if (edges.length === 0 || left - (edges.at(-1) as number) > SAME_COLUMN) edges.push(left);
  return edges;
}

function tableRow({ cells }: PageRow, number: number, page: number, columns: readonly number[]): TableRow {
  const texts: string[] = [];
  for (const [left, { text }] of cells) {
    const column = columnAt(left, columns);
    while (texts.length <= column) texts.push('');
    texts[column] = foldBlanks(`${texts[column] ?? ''} ${text}`);
  }
  return { number, page, cells: texts };
}

function columnAt(left: number, columns: readonly number[]): number {
  return Math.max(
    0,
    columns.findLastIndex((edge) => edge <= left + 0.01),
  );
}

/** The cells of a row whose text the print may have cut. */
function cutsOf({ cells }: PageRow, place: Place, columns: readonly number[]): readonly ReadNote[] {
  return [...cells].flatMap(([left, { text, isCut }]): readonly ReadNote[] =>
    isCut
      ? [
          {
            kind: 'text-cut',
            text: foldBlanks(text),
            place: { ...place, column: columnAt(left, columns) + 1 },
          },
        ]
      : [],
  );
}
