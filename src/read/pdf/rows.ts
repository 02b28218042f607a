import type { Alignments, Area, Block, Measures } from './blocks.ts';
import { baselineOf, blocksOf, cellOf } from './blocks.ts';
import type { Fragment } from './fragments.ts';

/** A row of a table on a page: its blocks by the left edge of their column. */
export interface PrintedRow {
  readonly y: number;
  readonly blocks: readonly Block[];
}

/** How far, in sizes, the baselines of one row may be apart. */
const SAME_ROW = 0.45;

/** Lays the blocks of an area out in rows. */
export function rowsOf(area: Area, measures: Measures, alignments: Alignments): readonly PrintedRow[] {
  const blocks = blocksOf(area, measures).map((block) => placed(block, area, alignments));
  const byRow = new Map<number, Block[]>();
  for (const block of blocks) {
    const { row } = block.cell;
    byRow.set(row, [...(byRow.get(row) ?? []), block]);
  }
  return [...byRow]
    .sort(([a], [b]) => a - b)
    .flatMap(([, members]) =>
      needsBands(members, area) ? bandsOf(members, alignments) : [rowOf(members, alignments)],
    );
}

/** A block whose text is too high for its row belongs to the row that its alignment says. */
function placed(block: Block, area: Area, alignments: Alignments): Block {
  const alignment = alignments(block.cell.left);
  if (alignment === 'top' || block.lines.length < 2) return block;
  const [line] = block.lines as [Fragment];
  const cell = cellOf({ ...line, y: baselineOf(block, alignment) }, area.cellAt);
  return cell === null || cell.left !== block.cell.left ? block : { ...block, cell };
}

/** Without rules between them, or with several codes in one cell, rows are told by where their text stands. */
function needsBands(blocks: readonly Block[], { ruled }: Area): boolean {
  if (!ruled) return true;
  const codes = new Map<number, number>();
  for (const { hasCode, cell } of blocks) if (hasCode) codes.set(cell.left, (codes.get(cell.left) ?? 0) + 1);
  return [...codes.values()].some((count) => count > 1);
}

function rowOf(blocks: readonly Block[], alignments: Alignments): PrintedRow {
  return { y: Math.min(...blocks.map((block) => baselineOf(block, alignments(block.cell.left)))), blocks };
}

interface Band {
  readonly y: number;
  readonly size: number;
  readonly blocks: Block[];
}

/** Every code begins a row, with whatever stands on its line; so do texts of several columns that stand on one line. */
function bandsOf(blocks: readonly Block[], alignments: Alignments): readonly PrintedRow[] {
  const located = blocks
    .map((block) => ({
      block,
      y: baselineOf(block, alignments(block.cell.left)),
      size: block.lines[0]?.size ?? 1,
    }))
    .sort((a, b) => a.y - b.y || a.block.cell.left - b.block.cell.left);
  const bands: Band[] = [];
  for (const { block, y, size } of located) {
    const near = bands.findLast((band) => Math.abs(band.y - y) <= SAME_ROW * size);
    if (near) near.blocks.push(block);
    else bands.push({ y, size, blocks: [block] });
  }
  return joinLoose(bands).map(({ y, blocks: members }) => ({ y, blocks: members }));
}

/** A band without a code and with one text goes on in the band above it, when that has text in its column close above. */
function joinLoose(bands: readonly Band[]): readonly Band[] {
  const kept: Band[] = [];
  for (const band of bands) {
    const [only] = band.blocks;
    const above = kept.findLast(({ blocks }) => blocks.some(({ cell }) => cell.left === only?.cell.left));
    const last = above?.blocks
      .filter(({ cell }) => cell.left === only?.cell.left)
      .at(-1)
      ?.lines.at(-1);
    const first = only?.lines[0];
    const close = first && last && first.y - last.y <= 1.9 * first.size && first.y > last.y;
    if (
      band.blocks.length === 1 &&
      only &&
      !only.hasCode &&
      close &&
      above?.blocks.some(({ hasCode }) => hasCode)
    ) {
      above.blocks.push(only);
    } else kept.push({ ...band, blocks: [...band.blocks] });
  }
  return kept;
}

/** The text of some blocks of one cell, from the top. */
export function textOf(blocks: readonly Block[]): string {
  const lines = [...blocks]
    .sort(
      (a, b) =>
        (a.lines[0]?.y ?? 0) - (b.lines[0]?.y ?? 0) || (a.lines[0]?.left ?? 0) - (b.lines[0]?.left ?? 0),
    )
    .flatMap(({ lines }) => lines);
  let text = '';
  lines.forEach((line, i) => {
    text += i === 0 ? line.text : joint(lines[i - 1] as Fragment, line) + line.text;
  });
  return text.replace(/\u00ad /g, '').replaceAll('\u00ad', '');
}

/** A line that was broken after a stroke or a hyphen had no blank there. */
function joint(before: Fragment, after: Fragment): string {
  if (before.endsBlank) return ' ';
  if (/[\p{L}\d][/\u2010\u00ad-]$/u.test(before.text) && /^[\p{L}\d]/u.test(after.text)) return '';
  return ' ';
}
