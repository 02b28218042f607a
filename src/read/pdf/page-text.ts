import { farCorner, isShown } from './clip.ts';
import { apply, multiply } from './matrix.ts';
import type { PageReading } from './page-state.ts';

interface Glyph {
  readonly unicode?: string;
  readonly width?: number;
  readonly isSpace?: boolean;
}

/** Beyond these a page is a drawing. */
const MAX_PIECES = 200_000;
/** A gap in thousandths of the size from which two glyphs of one operator are two words. */
const WORD_GAP = 0.18;
/** A gap in sizes from which one operator shows two cells. */
const CELL_GAP = 1.6;

/** Notes what an operator shows, as one piece, or as several where it leaves a gap as wide as between cells. */
export function showText(reading: PageReading, glyphs: readonly unknown[]): void {
  const { state } = reading;
  const unit = reading.fontUnit(state.font) * state.size;
  let [text, start, end, x] = ['', 0, 0, 0];
  const flush = () => {
    if (text.trim() !== '') addPiece(reading, text, start, end);
    text = '';
  };
  for (const item of glyphs) {
    if (typeof item === 'number') {
      x -= (item * state.size * state.scale) / 1000;
      continue;
    }
    const { unicode = '', width = 0, isSpace = false } = (item ?? {}) as Glyph;
    const gap = (x - end) / Math.abs(state.size * state.scale || 1);
    if (text !== '' && (gap > CELL_GAP || gap < -CELL_GAP)) flush();
    if (text !== '' && gap > WORD_GAP && !/\s$/.test(text) && unicode.trim() !== '') text += ' ';
    if (text === '') start = x;
    const spacing = state.charSpacing + (isSpace ? state.wordSpacing : 0);
    const advance = width * unit * state.scale;
    if (text !== '' || unicode.trim() !== '') text += unicode;
    if (unicode.trim() !== '') end = x + advance;
    x += advance + spacing * state.scale;
  }
  flush();
  reading.text = multiply(reading.text, [1, 0, 0, 1, x, 0]);
}

function addPiece(reading: PageReading, text: string, start: number, end: number): void {
  const { state, pieces } = reading;
  if (pieces.length >= MAX_PIECES) return;
  const matrix = multiply(state.ctm, reading.text);
  const [x0, y0] = apply(matrix, start, state.rise);
  const [x1, y1] = apply(matrix, end, state.rise);
  const turn = turnOf(matrix[0] * Math.sign(state.size || 1), matrix[1] * Math.sign(state.size || 1));
  const size = Math.abs(state.size) * Math.hypot(matrix[2], matrix[3]);
  if (turn === null || ![x0, y0, x1, y1, size].every(Number.isFinite)) return;
  // The height of small letters, without which a line cannot be read.
  const [x2, y2] = apply(matrix, end, state.rise + 0.4 * state.size);
  if (!isShown(state.clip, x0, y2, x2, y2)) return;
  const [left, y] = turned(x0, y0, turn);
  const [right] = turned(x1, y1, turn);
  const edge = farCorner(state.clip, turn);
  const invisible = state.mode === 3 || state.mode === 7;
  pieces.push({ text, left, right, y, size, turn, below: edge[1] - y, beyond: edge[0] - right, invisible });
}

/** How often the direction of writing is turned by a right angle; slanted text is a stamp or a watermark. */
function turnOf(dx: number, dy: number): number | null {
  const angle = Math.atan2(dy, dx) / (Math.PI / 2);
  const turn = Math.round(angle);
  return Math.abs(angle - turn) > 0.03 ? null : (turn + 4) % 4;
}

/** A point in the frame in which text so turned runs to the right. */
export function turned(x: number, y: number, turn: number): readonly [number, number] {
  if (turn === 1) return [y, -x];
  if (turn === 2) return [-x, -y];
  return turn === 3 ? [-y, x] : [x, y];
}

/** Goes on to another line. */
export function move(reading: PageReading, x: number, y: number): void {
  reading.line = multiply(reading.line, [1, 0, 0, 1, x, y]);
  reading.text = reading.line;
}
