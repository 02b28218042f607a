import { parseCode } from '../../model/code.ts';
import { readCodeAndLabel } from '../../model/read-code.ts';
import { foldBlanks } from '../../values/fold-blanks.ts';
import { kindOf } from '../map-builder.ts';
import { placeOf } from '../table.ts';
import { PARAGRAPH } from '../text/strip-markup.ts';
import {
  addFound,
  addMismatched,
  type FoundCode,
  found,
  LEVEL_COLUMNS,
  noteColumn,
  noteMends,
} from './entries.ts';
import { findColumns, levelRoles } from './header-words.ts';
import type { Layout, RowContext, RowResult } from './layout.ts';

const roles = [
  ['macro-process', /^liv(ello)?1$/],
  ['process', /^liv(ello)?2$/],
  ['sub-process', /^liv(ello)?3$/],
  ['activity', /^liv(ello)?4$/],
  ...levelRoles,
] as const;

/**
 * The level map: structure columns of `CODE label` (`A1: TITLE`), and actions without codes, which are numbered within
 * their sub-process (`A1.1.1#1`). Its header has two rows, `LIV 1`.. and `MACRO-PROCESSI`..
 *
 * Such maps come out of documents, with several actions in one cell and cells out of their columns. An action is what
 * stands in its column, or to the right of its sub-process; once cells are seen out of their columns, also a line by
 * itself right below an entry.
 */
export const level: Layout = {
  name: 'level',
  header: 'LIV 1 | LIV 2 | LIV 3 | LIV 4; MACRO-PROCESSI | PROCESSI | SOTTO-PROCESSI | AZIONI',
  recognise: (cells, { hints, forced = false } = {}) => {
    const columns = findColumns(cells, roles, hints);
    const own = forced || cells.some((cell) => /^\s*(liv(ello)?\s*\d|azioni)\s*$/i.test(cell));
    return own && LEVEL_COLUMNS.every((name) => columns.has(name)) ? columns : null;
  },
  start: () => {
    const state: LevelState = { open: null, actions: new Map(), shifted: false, lastRow: 0 };
    return {
      read: (context) => {
        const result = readRow(context, state);
        if (result === 'entry') state.lastRow = context.row.number;
        return result;
      },
    };
  },
};

/** What is remembered from row to row of a table. */
interface LevelState {
  /** The entry that actions belong to. */
  open: number | null;
  /** How many actions each entry has so far. */
  readonly actions: Map<number, number>;
  /** Whether cells were seen out of their columns. */
  shifted: boolean;
  lastRow: number;
}

/** A piece of a cell: cells that hold paragraphs have several. */
interface Piece {
  readonly text: string;
  readonly column: number;
}

function readRow(context: RowContext, state: LevelState): RowResult {
  const { row, builder, table } = context;
  // The sums below the table are numbers of processes and actions, not their names.
  if (row.cells.every((text) => !/\p{L}/u.test(text))) return 'text';
  const pieces = piecesOf(row.cells).filter(({ column }) => !context.foreign.has(column));
  const coded = pieces.map(({ text, column }) => found(readCodeAndLabel(text), column));
  const first = coded.findIndex((item) => item !== null);
  const before = builder.count();
  const loose: Piece[] = [];
  pieces.forEach((piece, index) => {
    const item = coded[index];
    if (item) addCoded(context, state, item);
    else if (first >= 0 && index < first) openMacroFunction(context, piece, loose);
    else if (isAction(context, state, piece, first >= 0)) addAction(context, state, piece);
    else loose.push(piece);
  });
  if (first < 0 && builder.count() === before) return 'text';
  for (const { text, column } of loose) {
    builder.addNote({ kind: 'label-without-code', label: text, place: placeOf(table, row, column) });
  }
  return 'entry';
}

function piecesOf(cells: readonly string[]): readonly Piece[] {
  return cells.flatMap((cell, column) =>
    cell
      .split(PARAGRAPH)
      .map((text) => ({ text: foldBlanks(text), column }))
      .filter(({ text }) => text !== ''),
  );
}

function isAction(
  { row, columns, builder }: RowContext,
  state: LevelState,
  piece: Piece,
  inRow: boolean,
): boolean {
  if (state.open === null) return false;
  if (piece.column === columns.get('activity')) return true;
  if (inRow) return builder.entry(state.open).level === 3;
  const alone = row.cells.filter((text) => foldBlanks(text) !== '').length === 1;
  return state.shifted && alone && row.number === state.lastRow + 1;
}

function addAction({ builder, table, row }: RowContext, state: LevelState, { text, column }: Piece): void {
  const parent = state.open as number;
  const number = (state.actions.get(parent) ?? 0) + 1;
  const code = parseCode(`${builder.entry(parent).code.text}#${number}`);
  if (code === null) return;
  state.actions.set(parent, number);
  const place = placeOf(table, row, column);
  builder.addEntry({ code, label: text, place, kind: 'activity', level: 4, parent: { id: parent } });
}

function addCoded(context: RowContext, state: LevelState, item: FoundCode): void {
  const kind = kindOf(item.code);
  if (kind !== 'macro-process' && kind !== 'process' && kind !== 'sub-process') {
    addFound(context, item);
    noteColumn(context, item);
    return;
  }
  const [label, action] = kind === 'sub-process' ? splitTwice(item.label) : [item.label, null];
  const own = context.columns.get(kind) as number;
  const same = sameEntry(context, item, label);
  if (same === 'mismatch' && item.column > own) addMismatched(context, item, null);
  else if (typeof same === 'number') {
    state.open = same;
    noteMends(context, item, same);
  } else {
    state.open = addFound(context, { ...item, label });
    noteColumn(context, item);
  }
  if (item.column !== own) state.shifted = true;
  if (action !== null) addAction(context, state, { text: action, column: item.column });
}

/** The entry with this code that the cell goes on with: a label cut at the end of a page is the same label. */
function sameEntry({ builder }: RowContext, { code }: FoundCode, label: string): number | 'mismatch' | null {
  const id = builder.withCode(code.text).find((candidate) => builder.entry(candidate).level <= 3);
  if (id === undefined) return null;
  const before = builder.entry(id);
  const [short, long] = before.label.length < label.length ? [before.label, label] : [label, before.label];
  if (!long.toLowerCase().startsWith(short.toLowerCase())) return builder.isOpen(code) ? 'mismatch' : null;
  before.label = long;
  return id;
}

/** A sub-process and its only action often bear the same name; extracted text then has it twice in one cell. */
function splitTwice(label: string): readonly [label: string, action: string | null] {
  const half = label.slice(0, (label.length - 1) / 2);
  return half !== '' && label === `${half} ${half}` ? [half, half] : [label, null];
}

/** What stands to the left of the structure is the macro-function; of several texts the first. */
function openMacroFunction({ builder, table, row, columns }: RowContext, piece: Piece, loose: Piece[]): void {
  if (piece.column >= (columns.get('sub-process') as number)) loose.push(piece);
  else builder.openMacroFunction(piece.text, placeOf(table, row, piece.column));
}
