import { parseCode } from '../../model/code.ts';
import { foldBlanks } from '../../model/fold-blanks.ts';
import { readCodeAndLabel } from '../../model/read-code.ts';
import { kindOf } from '../map-builder.ts';
import { placeOf } from '../table.ts';
import {
  addFound,
  addMismatched,
  addStructure,
  type FoundCode,
  found,
  LEVEL_COLUMNS,
  noteColumn,
  noteWhitespace,
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
    const actions = new Map<number, number>();
    return (context) => readRow(context, actions);
  },
};

/** @param actions how many actions each sub-process has so far, by id */
function readRow(context: RowContext, actions: Map<number, number>): RowResult {
  const { row, builder, table } = context;
  // The sums below the table are numbers of processes and actions, not their names.
  if (row.cells.every((text) => !/\p{L}/u.test(text))) return 'text';
  const loose: number[] = [];
  let entries = 0;
  for (const [column, text] of row.cells.entries()) {
    if (foldBlanks(text) === '') continue;
    const item = found(readCodeAndLabel(text), column);
    if (item) addCoded(context, item);
    if (item || addUncoded(context, column, actions)) entries++;
    else loose.push(column);
  }
  if (entries === 0) return 'text';
  for (const column of loose) {
    const label = foldBlanks(row.cells[column] ?? '');
    builder.addNote({ kind: 'label-without-code', label, place: placeOf(table, row, column) });
  }
  return 'entry';
}

function addCoded(context: RowContext, item: FoundCode): void {
  const kind = kindOf(item.code);
  const isStructure = kind === 'macro-process' || kind === 'process' || kind === 'sub-process';
  const result = isStructure ? addStructure(context, item, context.columns.get(kind)) : 'added';
  if (!isStructure) addFound(context, item);
  if (result === 'continued') return;
  if (result === 'level-mismatch') addMismatched(context, item, null);
  else noteColumn(context, item);
  noteWhitespace(context, item.column, context.builder.count() - 1);
}

/** An action in its column, or the macro-function to the left of the structure; anything else is loose text. */
function addUncoded(context: RowContext, column: number, actions: Map<number, number>): boolean {
  const { builder, table, row, columns } = context;
  const label = foldBlanks(row.cells[column] ?? '');
  const place = placeOf(table, row, column);
  if (column === columns.get('activity')) {
    const parent = openStructure(context);
    if (parent === null) return false;
    const number = (actions.get(parent) ?? 0) + 1;
    const code = parseCode(`${builder.entry(parent).code.text}#${number}`);
    if (code === null) return false;
    actions.set(parent, number);
    const id = builder.addEntry({ code, label, place, kind: 'activity', level: 4, parent: { id: parent } });
    noteWhitespace(context, column, id);
    return true;
  }
  const others = row.cells.some((text, index) => index > column && foldBlanks(text) !== '');
  if (column >= (columns.get('macro-process') as number) || !others) return false;
  builder.openMacroFunction(label, place);
  return true;
}

/** The last macro-process, process or sub-process. */
function openStructure({ builder }: RowContext): number | null {
  for (let id = builder.count() - 1; id >= 0; id--) if (builder.entry(id).level <= 3) return id;
  return null;
}
