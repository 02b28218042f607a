import { EVERYWHERE } from './clip.ts';
import { asMatrix, IDENTITY, type Matrix, multiply } from './matrix.ts';
import { addPath, paint } from './page-lines.ts';
import { type GraphicsState, operand, type PageContent, type PageReading } from './page-state.ts';
import { move, showText } from './page-text.ts';

/** The operators of a page as the library lists them. */
export interface OperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

/** What the operators are called. */
export type Operators = Readonly<Record<string, number>>;

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
  const reading: PageReading = {
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

function step(reading: PageReading, name: string, args: readonly unknown[]): void {
  const handler = Object.hasOwn(HANDLERS, name) ? HANDLERS[name] : undefined;
  if (handler) handler(reading, args);
}

type Handler = (reading: PageReading, args: readonly unknown[]) => void;

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
    state.size = operand(size);
  },
  setGState: ({ state }, [entries]) => {
    for (const [key, value] of Array.isArray(entries) ? entries : []) {
      if (key === 'Font' && Array.isArray(value))
        [state.font, state.size] = [String(value[0]), operand(value[1])];
    }
  },
  setCharSpacing: ({ state }, [value]) => {
    state.charSpacing = operand(value);
  },
  setWordSpacing: ({ state }, [value]) => {
    state.wordSpacing = operand(value);
  },
  setHScale: ({ state }, [value]) => {
    state.scale = operand(value) / 100;
  },
  setLeading: ({ state }, [value]) => {
    state.leading = -operand(value);
  },
  setTextRise: ({ state }, [value]) => {
    state.rise = operand(value);
  },
  setTextRenderingMode: ({ state }, [value]) => {
    state.mode = operand(value);
  },
  setTextMatrix: (reading, args) => {
    reading.text = reading.line = asMatrix(args);
  },
  moveText: (reading, [x, y]) => move(reading, operand(x), operand(y)),
  setLeadingMoveText: (reading, [x, y]) => {
    reading.state.leading = operand(y);
    move(reading, operand(x), operand(y));
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
