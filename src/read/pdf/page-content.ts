import { type Box, EVERYWHERE, farCorner, isShown, narrowed, type Segment } from './clip.ts';
import { apply, asMatrix, IDENTITY, type Matrix, multiply } from './matrix.ts';

/** Text that one operator of the page shows, as a reader sees it: x to the right, y down the page, in points. */
export interface Piece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** The baseline. */
  readonly y: number;
  readonly size: number;
  /** Shown by no ink: a text layer that a recogniser laid below a scan. */
  readonly invisible: boolean;
  /** Quarter turns by which the text stands against the page. */
  readonly turn: number;
  /** How far the page shows anything below its baseline, and beyond its end; without bounds where nothing is cut off. */
  readonly below: number;
  readonly beyond: number;
}

/** A line of ink along one axis. */
export interface Rule {
  readonly axis: 'horizontal' | 'vertical';
  /** Its y when it is horizontal, its x when it is vertical. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface PageContent {
  readonly pieces: readonly Piece[];
  readonly rules: readonly Rule[];
}

/** The operators of a page as the library lists them. */
export interface OperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

/** What the operators are called. */
export type Operators = Readonly<Record<string, number>>;

interface GraphicsState {
  ctm: Matrix;
  font: string;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  mode: number;
  clip: Box;
}

interface Reading {
  readonly names: ReadonlyMap<number, string>;
  readonly fontUnit: (font: string) => number;
  readonly pieces: Piece[];
  readonly rules: Rule[];
  readonly stack: GraphicsState[];
  state: GraphicsState;
  text: Matrix;
  line: Matrix;
  path: Segment[];
  clips: boolean;
}

/** Beyond these a page is a drawing. */
const MAX_PIECES = 200_000;
const MAX_RULES = 50_000;

/**
 * Follows the operators of a page and notes what text stands where, and the straight lines. The library's own list of
 * texts joins what two cells show next to each other; here each operator stays by itself, in the order of the page, so
 * that a label that runs into the next column is still told from what stands there.
 *
 * @param view from the page's own coordinates to those of the reader
 * @param fontUnit the size of a glyph's unit in a font, for fonts that are no thousandths
 */
export function readPage(
  list: OperatorList,
  operators: Operators,
  view: Matrix,
  fontUnit: (font: string) => number,
): PageContent {
  const names = new Map(Object.entries(operators).map(([name, code]) => [code, name]));
  const start: GraphicsState = {
    ctm: view,
    font: '',
    size: 0,
    charSpacing: 0,
    wordSpacing: 0,
    scale: 1,
    leading: 0,
    rise: 0,
    mode: 0,
    clip: EVERYWHERE,
  };
  const reading: Reading = {
    names,
    fontUnit,
    pieces: [],
    rules: [],
    stack: [],
    state: start,
    text: IDENTITY,
    line: IDENTITY,
    path: [],
    clips: false,
  };
  list.fnArray.forEach((code, at) => {
    const args = list.argsArray[at];
    step(reading, names.get(code) ?? '', Array.isArray(args) ? args : []);
  });
  return { pieces: reading.pieces, rules: reading.rules };
}

function step(reading: Reading, name: string, args: readonly unknown[]): void {
  const handler = Object.hasOwn(HANDLERS, name) ? HANDLERS[name] : undefined;
  if (handler) handler(reading, args);
}

const number = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? value : 0);

type Handler = (reading: Reading, args: readonly unknown[]) => void;

const save: Handler = (reading) => {
  if (reading.stack.length < 10_000) reading.stack.push({ ...reading.state });
};
const restore: Handler = (reading) => {
  reading.state = reading.stack.pop() ?? reading.state;
};

const HANDLERS: Readonly<Record<string, Handler>> = {
  save,
  restore,
  transform: ({ state }, args) => {
    state.ctm = multiply(state.ctm, asMatrix(args));
  },
  paintFormXObjectBegin: (reading, [matrix]) => {
    save(reading, []);
    if (matrix) reading.state.ctm = multiply(reading.state.ctm, asMatrix(matrix));
  },
  paintFormXObjectEnd: restore,
  beginText: (reading) => {
    reading.text = reading.line = IDENTITY;
  },
  setFont: ({ state }, [font, size]) => {
    state.font = String(font);
    state.size = number(size);
  },
  setGState: ({ state }, [entries]) => {
    for (const [key, value] of Array.isArray(entries) ? entries : []) {
      if (key === 'Font' && Array.isArray(value))
        [state.font, state.size] = [String(value[0]), number(value[1])];
    }
  },
  setCharSpacing: ({ state }, [value]) => {
    state.charSpacing = number(value);
  },
  setWordSpacing: ({ state }, [value]) => {
    state.wordSpacing = number(value);
  },
  setHScale: ({ state }, [value]) => {
    state.scale = number(value) / 100;
  },
  setLeading: ({ state }, [value]) => {
    state.leading = -number(value);
  },
  setTextRise: ({ state }, [value]) => {
    state.rise = number(value);
  },
  setTextRenderingMode: ({ state }, [value]) => {
    state.mode = number(value);
  },
  setTextMatrix: (reading, args) => {
    reading.text = reading.line = asMatrix(args);
  },
  moveText: (reading, [x, y]) => move(reading, number(x), number(y)),
  setLeadingMoveText: (reading, [x, y]) => {
    reading.state.leading = number(y);
    move(reading, number(x), number(y));
  },
  nextLine: (reading) => move(reading, 0, reading.state.leading),
  showText: (reading, [glyphs]) => showText(reading, Array.isArray(glyphs) ? glyphs : []),
  constructPath: (reading, [operators, coordinates]) =>
    addPath(reading, operators as readonly number[], coordinates as readonly number[]),
  stroke: (reading) => paint(reading, true, false),
  closeStroke: (reading) => paint(reading, true, false),
  fill: (reading) => paint(reading, false, true),
  eoFill: (reading) => paint(reading, false, true),
  fillStroke: (reading) => paint(reading, true, true),
  eoFillStroke: (reading) => paint(reading, true, true),
  closeFillStroke: (reading) => paint(reading, true, true),
  closeEOFillStroke: (reading) => paint(reading, true, true),
  clip: (reading) => {
    reading.clips = true;
  },
  eoClip: (reading) => {
    reading.clips = true;
  },
  endPath: (reading) => paint(reading, false, false),
};

function move(reading: Reading, x: number, y: number): void {
  reading.line = multiply(reading.line, [1, 0, 0, 1, x, y]);
  reading.text = reading.line;
}

interface Glyph {
  readonly unicode?: string;
  readonly width?: number;
  readonly isSpace?: boolean;
}

/** A gap in thousandths of the size from which two glyphs of one operator are two words. */
const WORD_GAP = 0.18;
/** A gap in sizes from which one operator shows two cells. */
const CELL_GAP = 1.6;

function showText(reading: Reading, glyphs: readonly unknown[]): void {
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

function addPiece(reading: Reading, text: string, start: number, end: number): void {
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

function addPath(reading: Reading, operators: readonly number[], coordinates: readonly number[]): void {
  const { names, state } = reading;
  let at = 0;
  let [startX, startY, x, y] = [0, 0, 0, 0];
  const next = () => apply(state.ctm, number(coordinates[at++]), number(coordinates[at++]));
  const push = (segment: Segment) => {
    if (reading.path.length < MAX_RULES) reading.path.push(segment);
  };
  for (const code of operators ?? []) {
    const name = names.get(code);
    if (name === 'moveTo') [startX, startY] = [x, y] = next();
    else if (name === 'lineTo') {
      const [toX, toY] = next();
      push([x, y, toX, toY, false]);
      [x, y] = [toX, toY];
    } else if (name === 'rectangle') {
      const [left, top, width, height] = coordinates.slice(at, at + 4).map(number) as [
        number,
        number,
        number,
        number,
      ];
      at += 4;
      const [x0, y0] = apply(state.ctm, left, top);
      const [x1, y1] = apply(state.ctm, left + width, top + height);
      push([x0, y0, x1, y1, true]);
      [startX, startY] = [x, y] = [x0, y0];
    } else if (name === 'closePath') {
      push([x, y, startX, startY, false]);
      [x, y] = [startX, startY];
    } else {
      at += name === 'curveTo' ? 4 : 2;
      [x, y] = next();
    }
  }
}

/** What is thinner than this, in points, is a line even when it is drawn as a surface. */
const THIN = 3;

function paint(reading: Reading, stroked: boolean, filled: boolean): void {
  const { path, rules } = reading;
  reading.path = [];
  if (reading.clips) reading.state.clip = narrowed(reading.state.clip, path);
  reading.clips = false;
  if (!stroked && !filled) return;
  const shape = filled && !stroked ? boxOf(path) : null;
  for (const segment of shape === null ? path : [shape]) {
    if (rules.length >= MAX_RULES) return;
    const [x0, y0, x1, y1, isBox] = segment;
    const [width, height] = [Math.abs(x1 - x0), Math.abs(y1 - y0)];
    if (isBox && stroked && width > THIN && height > THIN) {
      for (const y of [y0, y1]) addRule(rules, 'horizontal', y, x0, x1);
      for (const x of [x0, x1]) addRule(rules, 'vertical', x, y0, y1);
    } else if (height <= (isBox ? THIN : 0.5) && width > height) {
      addRule(rules, 'horizontal', (y0 + y1) / 2, x0, x1);
    } else if (width <= (isBox ? THIN : 0.5) && height > width) {
      addRule(rules, 'vertical', (x0 + x1) / 2, y0, y1);
    }
  }
}

/** A surface bounded by straight lines, when it is as thin as a line: the four sides of it are one. */
function boxOf(path: readonly Segment[]): Segment | null {
  if (path.some(([, , , , isBox]) => isBox) || path.length < 3 || path.length > 5) return null;
  const xs = path.flatMap(([x0, , x1]) => [x0, x1]);
  const ys = path.flatMap(([, y0, , y1]) => [y0, y1]);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys), true];
}

function addRule(rules: Rule[], axis: Rule['axis'], at: number, a: number, b: number): void {
  if ([at, a, b].every(Number.isFinite)) rules.push({ axis, at, from: Math.min(a, b), to: Math.max(a, b) });
}
