import { foldBlanks } from '../../values/fold-blanks.ts';
import { ProcmapError } from '../../words/procmap-error.ts';
import { placeOfRow } from '../table.ts';
import { holdsCodesAndLabels } from './flat/code-and-label.ts';
import { flatRoles } from './flat/flat-columns.ts';
import { type FlatTable, flatTable, isProcessMap } from './flat/flat-table.ts';
import { freeReader } from './flat/free-rows.ts';
import { readMapRow } from './flat/map-rows.ts';
import { findColumns, headerWord } from './header-words.ts';
import type { Columns, Layout, RecogniseOptions, RowContext, RowResult } from './layout.ts';

/**
 * The flat table: one row for each entry, with its code and label in columns of their own, or in one. Any coded
 * classification can be read so. Codes of process maps get their kinds; other codes stay as they are, every row is an entry
 * that can be linked, and the tree comes from the column of parents, from levels, or from the codes themselves.
 */
export const flat: Layout = {
  name: 'flat',
  isGeneral: true,
  header: 'code | label [| parent] [| type] (codice | descrizione [| padre] [| tipo])',
  recognise: (cells, options = {}) => {
    const columns = findColumns(cells, flatRoles, options.hints);
    if (columns.has('code') && columns.has('label')) return withHints(cells, columns, options);
    return codesWithLabels(cells, columns, options);
  },
  start: () => {
    let read: ((context: RowContext) => RowResult) | null = null;
    return {
      read: (context) => {
        read ??= startTable(context);
        return read(context);
      },
    };
  },
};

/** Columns that the user names are not chosen anew. */
function withHints(
  cells: readonly string[],
  columns: Map<string, number>,
  { hints }: RecogniseOptions,
): Columns {
  const code = columns.get('code') as number;
  if (hints?.get(headerWord(cells[code] ?? '')) === 'code') columns.set('given', code);
  return columns;
}

/** The names of columns that hold codes and labels in one cell. */
const BOTH =
  /^(cod(ice|e)?(e|and)?(descrizione|denominazione|titolo|nome|voce|label|title|name)|classificazione|classification|voci?|item)$/;

/** A column that is called like a label or like both, and holds a code before every label. */
function codesWithLabels(
  cells: readonly string[],
  columns: Map<string, number>,
  { below }: RecogniseOptions,
): Columns | null {
  if (below === undefined || cells.some((cell) => cell.length > MAX_NAME)) return null;
  const words = cells.map(headerWord);
  const label = flatRoles
    .filter(([role]) => role === 'label' || role === 'code')
    .map(([, pattern]) => pattern);
  const named = words.flatMap((word, column) =>
    word !== '' && [BOTH, ...label].some((pattern) => pattern.test(word)) ? [column] : [],
  );
  const found = named.find((column) => holdsCodesAndLabels(below().map((row) => row[column] ?? '')));
  return found === undefined
    ? null
    : new Map([...columns, ['code-and-label', found], ['code', found], ['label', found]]);
}

const MAX_NAME = 80;

function startTable(first: RowContext): (context: RowContext) => RowResult {
  const table = flatTable(first);
  noteChoice(first, table);
  const readFree = isProcessMap(table) ? null : freeReader(table);
  return (context) => {
    const own = { ...context, columns: table.columns };
    return readFree === null ? readMapRow(own, table) : readFree(own);
  };
}

/** Says which of several columns was taken for the code. */
function noteChoice({ builder, table, row }: RowContext, { chosen, header }: FlatTable): void {
  if (chosen === null || chosen.others.length === 0) return;
  const name = (column: number) => foldBlanks(header[column] ?? '');
  const alike = chosen.others.filter(
    (column) => headerWord(name(column)) === headerWord(name(chosen.column)),
  );
  if (!chosen.clear && alike.length > 0) {
    const columns = [chosen.column, ...alike].sort((a, b) => a - b).map(name);
    throw new ProcmapError('code-columns-unclear', { file: table.file, columns });
  }
  builder.addNote({
    kind: 'code-column-chosen',
    column: name(chosen.column),
    number: chosen.column + 1,
    others: chosen.others.map(name),
    clear: chosen.clear,
    place: placeOfRow(table, row),
  });
}
