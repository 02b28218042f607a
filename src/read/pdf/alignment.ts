import {
  type Alignment,
  type Alignments,
  type Area,
  type Block,
  baselineOf,
  blocksOf,
  type Measures,
} from './blocks.ts';

const CANDIDATES: readonly Alignment[] = ['top', 'middle', 'bottom'];

/** How near, in sizes, two distances have to be to be the same. */
const SAME = 0.2;

/** How much better another alignment must fit than the top, where text mostly stands. */
const BETTER = 1.25;

/**
 * Finds out for each column how its text stands in the rows: between rules by the distance from them, without rules by the
 * codes on whose line it stands.
 */
export function alignmentsOf(areas: readonly Area[], measures: Measures): Alignments {
  const votes = new Map<number, Record<Alignment, number>>();
  const vote = (left: number, alignment: Alignment) => {
    const column = votes.get(columnOf(left)) ?? { top: 0, middle: 0, bottom: 0 };
    column[alignment]++;
    votes.set(columnOf(left), column);
  };
  for (const area of areas) {
    const blocks = blocksOf(area, measures);
    if (area.ruled) voteByRules(blocks, measures, vote);
    else voteByCodes(blocks, vote);
  }
  return (left) => {
    const column = votes.get(columnOf(left));
    if (!column) return 'top';
    return CANDIDATES.reduce((best, next) => (column[next] > BETTER * column[best] ? next : best));
  };
}

type Vote = (left: number, alignment: Alignment) => void;

const columnOf = (left: number): number => Math.round(left / 6);

/** Text is at the distance from the upper rule, from the lower one, or in between, that most of its column has. */
function voteByRules(blocks: readonly Block[], { pitch }: Measures, vote: Vote): void {
  // In rows as high as their text all distances are the same.
  const roomy = blocks.filter(({ cell, lines }) => {
    const size = lines[0]?.size ?? 1;
    return Math.abs(cell.bottom - cell.top - lines.length * pitch * size) > 0.5 * size;
  });
  for (const alignment of CANDIDATES) {
    const distances = roomy.map((block) => ({ block, distance: distanceOf(block, alignment) }));
    for (const { block, distance } of distances) {
      const same = distances.filter((other) => Math.abs(other.distance - distance) < SAME).length;
      if (same > Math.max(1, distances.length / 3)) vote(block.cell.left, alignment);
    }
  }
}

function distanceOf(block: Block, alignment: Alignment): number {
  const { cell, lines } = block;
  const size = lines[0]?.size ?? 1;
  const edge =
    alignment === 'top' ? cell.top : alignment === 'bottom' ? cell.bottom : (cell.top + cell.bottom) / 2;
  return (baselineOf(block, alignment) - edge) / size;
}

function voteByCodes(blocks: readonly Block[], vote: Vote): void {
  const codes = blocks
    .filter(({ hasCode, lines }) => hasCode && lines.length === 1)
    .map((b) => baselineOf(b, 'top'));
  for (const block of blocks.filter(({ lines }) => lines.length > 1)) {
    const size = block.lines[0]?.size ?? 1;
    const others = codes.filter((y) => Math.abs(y - (block.lines[0]?.y ?? 0)) < 12 * size);
    for (const alignment of CANDIDATES) {
      if (others.some((y) => Math.abs(y - baselineOf(block, alignment)) < SAME * size))
        vote(block.cell.left, alignment);
    }
  }
}
