import type { PageContent, Piece, Rule } from './page-state.ts';
import { turned } from './page-text.ts';

/** A page turned so that most of its text runs to the right. */
export interface Frame {
  readonly pieces: readonly Piece[];
  readonly rules: readonly Rule[];
  readonly top: number;
  readonly bottom: number;
}

/**
 * Turns a page the way it is read, whichever way it was laid into the file, and leaves out what lies beyond its edges: a
 * cell that goes on overleaf is often drawn on both pages. Text that runs otherwise is set at its middle, upright.
 */
export function framePage(content: PageContent, width: number, height: number): Frame {
  const turn = mainTurn(content.pieces);
  const corners = [turned(0, 0, turn), turned(width, height, turn)] as const;
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const pieces = content.pieces
    .map((piece) => (piece.turn === turn ? piece : uprighted(piece, turn)))
    .filter(({ left: x, y, size }) => x >= left - 1 && x <= right + 1 && y >= top && y <= bottom + size);
  return { pieces, rules: content.rules.map((rule) => turnedRule(rule, turn)), top, bottom };
}

function mainTurn(pieces: readonly Piece[]): number {
  const letters = [0, 0, 0, 0];
  for (const { turn, text } of pieces) letters[turn] = (letters[turn] ?? 0) + text.length;
  return letters.indexOf(Math.max(...letters));
}

function uprighted(piece: Piece, turn: number): Piece {
  const back = (x: number, y: number) => turned(x, y, (4 - piece.turn) % 4);
  const [x0, y0] = turned(...back(piece.left, piece.y), turn);
  const [x1, y1] = turned(...back(piece.right, piece.y), turn);
  return {
    ...piece,
    left: Math.min(x0, x1),
    right: Math.max(x0, x1),
    y: Math.min(y0, y1) + piece.size,
    turn,
  };
}

function turnedRule(rule: Rule, turn: number): Rule {
  if (turn === 0) return rule;
  const isAcross = rule.axis === 'horizontal';
  const [x0, y0] = turned(isAcross ? rule.from : rule.at, isAcross ? rule.at : rule.from, turn);
  const [x1, y1] = turned(isAcross ? rule.to : rule.at, isAcross ? rule.at : rule.to, turn);
  return Math.abs(x1 - x0) > Math.abs(y1 - y0)
    ? { axis: 'horizontal', at: y0, from: Math.min(x0, x1), to: Math.max(x0, x1) }
    : { axis: 'vertical', at: x0, from: Math.min(y0, y1), to: Math.max(y0, y1) };
}
