import { readCodeAndLabel } from '../../model/read-code.ts';
import { foldBlanks } from '../../values/fold-blanks.ts';
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

/**
 * The national map: four columns of `CODE label`. The code decides the level; at page breaks cells stand in a
 * neighbouring column, which is noted.
 */
export const national: Layout = {
  name: 'national',
  header: 'Macro-processo | Processo | Sotto-processo | Attività',
  recognise: (cells, { hints } = {}) => {
    const columns = findColumns(cells, levelRoles, hints);
    return LEVEL_COLUMNS.every((level) => columns.has(level)) ? columns : null;
  },
  start: () => ({ read: readRow }),
};

function readRow(context: RowContext): RowResult {
  const items: FoundCode[] = [];
  const loose: number[] = [];
  context.row.cells.forEach((text, column) => {
    if (foldBlanks(text) === '' || context.foreign.has(column)) return;
    const item = found(readCodeAndLabel(text), column);
    if (item) items.push(item);
    else loose.push(column);
  });
  if (items.length === 0) return 'text';
  for (const item of items) readItem(context, item);
  for (const column of loose) {
    const label = foldBlanks(context.row.cells[column] ?? '');
    context.builder.addNote({
      kind: 'label-without-code',
      label,
      place: placeOf(context.table, context.row, column),
    });
  }
  return 'entry';
}

function readItem(context: RowContext, item: FoundCode): void {
  const { builder, columns } = context;
  const kind = kindOf(item.code);
  const isStructure = kind === 'macro-process' || kind === 'process' || kind === 'sub-process';
  const ownColumn = isStructure ? columns.get(kind) : undefined;
  const result = isStructure ? addStructure(context, item, ownColumn) : addBookable(context, item);
  if (result === 'continued') return;
  if (result === 'level-mismatch') addMismatched(context, item, null);
  else noteColumn(context, item);
  noteWhitespace(context, item.column, builder.count() - 1);
}

function addBookable(context: RowContext, item: FoundCode): 'added' {
  addFound(context, item);
  return 'added';
}
