import { readCode, readCodeAndLabel } from '../../model/read-code.ts';
import { foldBlanks } from '../../values/fold-blanks.ts';
import { placeOf } from '../table.ts';
import { addFound, type FoundCode, found, noteMends, noteWhitespace } from './entries.ts';
import { findColumns } from './header-words.ts';
import type { Layout, RowContext, RowResult } from './layout.ts';

const roles = [
  ['code', /^(codifica|codice|cod|code)(unioncamere|nazionale)?$/],
  ['name', /^(nomeprocesso(attivita)?|processolocale|processname|processocamerale)$/],
  ['label', /^(label|etichetta|denominazione|descrizione|attivita)$/],
] as const;

/**
 * The register: the chamber's own processes, filed under codes of the national map (`CODE label` in one cell, or code
 * and label in two). A code occurs once for each process; it is one entry, with the processes in file order.
 */
export const register: Layout = {
  name: 'register',
  header: "CODIFICA UNIONCAMERE | NOME PROCESSO - ATTIVITA' | ...",
  recognise: (cells, { hints } = {}) => {
    const columns = findColumns(cells, roles, hints);
    return columns.has('code') && columns.has('name') ? columns : null;
  },
  start: () => {
    let last: number | null = null;
    return {
      read: (context) => {
        const item = readItem(context);
        if (item) last = fileUnder(context, item);
        return readProcess(context, last) || item !== null ? 'entry' : unread(context);
      },
    };
  },
};

function readItem(context: RowContext): FoundCode | null {
  const { row, columns } = context;
  const column = columns.get('code') as number;
  const labelColumn = columns.get('label');
  const raw = row.cells[column] ?? '';
  if (labelColumn === undefined) return found(readCodeAndLabel(raw), column);
  const reading = readCode(raw);
  return reading.code && found({ ...reading, label: foldBlanks(row.cells[labelColumn] ?? '') }, column);
}

/** The entry of this code, or a new one. A label cut short is the same label; another one makes another entry. */
function fileUnder(context: RowContext, item: FoundCode): number {
  const { builder } = context;
  const same = builder
    .withCode(item.code.text)
    .find((id) => isSameLabel(builder.entry(id).label, item.label));
  if (same === undefined) {
    const id = addFound(context, item);
    noteWhitespace(context, item.column, id);
    return id;
  }
  const entry = builder.entry(same);
  if (item.label.length > entry.label.length) entry.label = item.label;
  noteMends(context, item, same);
  return same;
}

function isSameLabel(a: string, b: string): boolean {
  const [short = '', long = ''] = [a.toLowerCase(), b.toLowerCase()].sort((x, y) => x.length - y.length);
  return long.startsWith(short);
}

/** The chamber's process of this row. Without a code of its own it belongs to the entry above. */
function readProcess({ builder, table, row, columns }: RowContext, entry: number | null): boolean {
  const column = columns.get('name') as number;
  const name = foldBlanks(row.cells[column] ?? '');
  if (name === '' || entry === null) return false;
  const node = builder.entry(entry);
  node.localProcesses = [...(node.localProcesses ?? []), { name, place: placeOf(table, row, column) }];
  return true;
}

function unread({ builder, table, row, columns }: RowContext): RowResult {
  const column = columns.get('code') as number;
  const raw = foldBlanks(row.cells[column] ?? '');
  if (raw === '' || columns.get('label') === undefined) return 'text';
  builder.addNote({ kind: 'code-unreadable', raw, place: placeOf(table, row, column) });
  return 'entry';
}
