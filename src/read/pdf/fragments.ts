import type { Piece } from './page-state.ts';

/** Text that stands on one line of one cell, as far as the gaps tell. */
export interface Fragment {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  /** When the page shows it; programs draw the lines of a cell one after another. */
  readonly order: number;
  /** Whether a blank was drawn after its last word: the line ended where a word did. */
  readonly endsBlank: boolean;
  /** How much is shown below its baseline, and beyond its last word. */
  readonly below: number;
  readonly beyond: number;
  readonly pieces: readonly Piece[];
}

/** Gaps in sizes: from which two pieces are two words, from which they are two cells, how far one may overlap. */
const WORD_GAP = 0.13;
const CELL_GAP = 1.1;
const OVERLAP = -0.45;
const SAME_LINE = 0.25;

/** Joins the pieces that follow each other on a line. What is drawn twice, to look bold, counts once. */
export function joinPieces(pieces: readonly Piece[]): readonly Fragment[] {
  const runs: Piece[][] = [];
  for (const piece of pieces) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (last && isTwin(last, piece)) continue;
    if (run && last && follows(last, piece)) run.push(piece);
    else runs.push([piece]);
  }
  return runs.map((run, order) => fragmentOf(run, order)).filter(({ text }) => text !== '');
}

/** The fragment that these pieces make. */
export function fragmentOf(pieces: readonly Piece[], order: number): Fragment {
  const first = pieces[0] as Piece;
  let text = '';
  let end = first.left;
  for (const piece of pieces) {
    const gap = (piece.left - end) / piece.size;
    text +=
      text !== '' && gap > WORD_GAP && !/\s$/.test(text) && !/^\s/.test(piece.text)
        ? ` ${piece.text}`
        : piece.text;
    end = piece.right;
  }
  return {
    text: plain(text),
    left: first.left,
    right: Math.max(...pieces.map(({ right }) => right)),
    y: first.y,
    size: Math.max(...pieces.map(({ size }) => size)),
    order,
    endsBlank: /\s$/.test(text),
    below: Math.min(...pieces.map(({ below }) => below)),
    beyond: Math.min(...pieces.map(({ beyond }) => beyond)),
    pieces,
  };
}

/** Blanks folded, and letters that the font joins (`ﬁ`) as they are written. */
function plain(text: string): string {
  return text
    .replace(/[\ufb00-\ufb06]/g, (ligature) => ligature.normalize('NFKC'))
    .replace(/\s+/g, ' ')
    .trim();
}

function isTwin(a: Piece, b: Piece): boolean {
  return a.text === b.text && Math.abs(a.left - b.left) < 0.1 * a.size && Math.abs(a.y - b.y) < 0.1 * a.size;
}

function follows(last: Piece, next: Piece): boolean {
  const size = Math.max(last.size, next.size);
  if (Math.abs(next.y - last.y) > SAME_LINE * size || last.invisible !== next.invisible) return false;
  const gap = (next.left - last.right) / size;
  return gap > OVERLAP && gap < CELL_GAP;
}
