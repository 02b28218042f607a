import { type Code, parentCode, parseCode } from '../../model/code.ts';
import type { BookingType } from '../../model/process-map.ts';
import { foldBlanks } from '../../values/fold-blanks.ts';
import { kindOf } from '../map-builder.ts';
import { placeOf } from '../table.ts';
import { addFound, addMismatched, addStructure, noteColumn, noteMends, noteWhitespace } from './entries.ts';
import { findColumns, levelRoles } from './header-words.ts';
import type { Layout, RowContext, RowReader } from './layout.ts';
import { type LabelledRow, type LabelState, labelRow, mendShiftedLabels } from './local-labels.ts';
import { type CodeCell, isServiceBooking, isStructure } from './local-row.ts';

const roles = [
  ...levelRoles,
  ['code', /^codice(attivita|azione)?$/],
  ['code-again', /^cod(ice)?$/],
  ['type', /^tipo(logia)?$/],
] as const;

/**
 * The local map: structure columns of `CODE label`, an activity column with a bare label, and its code in a column of
 * its own, with the type and often the code again. A coordination entry stands in the process column, a training entry
 * in the sub-process column, under label codes (`A1.C`, `A1.1.F`) that differ from those they are booked on.
 *
 * Text extracted from documents moves cells to other columns and labels to other rows, so cells are told by what they
 * hold, and a table is read as a whole before its entries are made.
 */
export const local: Layout = {
  name: 'local',
  header:
    'Macro Funzione | Tema (MacroProcess) | Funzione (Processo) | Servizio/Ambito (SottoProcesso) | Attività (Azione) | Codice | Tipo | Cod',
  recognise: (cells, { hints } = {}) => {
    const columns = findColumns(cells, roles, hints);
    const complete = ['process', 'activity', 'code'].every((role) => columns.has(role));
    return complete ? columns : null;
  },
  start: startLocal,
};

function startLocal(): RowReader {
  const rows: LabelledRow[] = [];
  const state: LabelState = { structures: new Map(), last: null };
  return {
    read: (context) => {
      const row = labelRow(context, state);
      if (row === 'text') return 'text';
      if (row !== 'label') rows.push(row);
      return 'entry';
    },
    end: () => {
      const missing = mendShiftedLabels(rows);
      for (const row of rows) addRow(row, missing.get(row));
    },
  };
}

/** Adds the entries of a row in the order of its cells; the booked one last, unless it is the service entry among them. */
function addRow(row: LabelledRow, missing: CodeCell | undefined): void {
  const { context, booking, service, macroFunction } = row;
  const { builder, table } = context;
  if (macroFunction) {
    builder.openMacroFunction(macroFunction.label, placeOf(table, context.row, macroFunction.column));
  }
  const booksService = booking !== null && isServiceBooking(booking.code);
  const cells = service ? [...row.structures, service] : row.structures;
  for (const cell of cells.toSorted((a, b) => a.column - b.column)) {
    if (cell !== service) addStructureCell(context, cell);
    else if (booking && booksService) addBooked(row, booking);
    // Extraction may put a training entry on the row of the activity below it; its own code is lost then.
    else addService(context, service, null, booking ? null : readType(row));
  }
  if (missing) addFound(context, missing);
  if (booking && !(booksService && service)) addBooked(row, booking);
  if (!booking && row.label?.code) addFound(context, row.label, { type: readType(row) });
  if (!booking) noteCodes(row);
  for (const note of row.notes) builder.addNote(note);
}

function addStructureCell(context: RowContext, cell: CodeCell): void {
  const own = context.columns.get(kindOf(cell.code));
  if (addStructure(context, cell, undefined) !== 'added') return;
  if (own !== cell.column) noteColumn(context, cell);
  noteWhitespace(context, cell.column, context.builder.count() - 1);
}

function readType({ context, type }: LabelledRow): BookingType | null {
  const { builder, table, row } = context;
  if (type === null) return null;
  const letter = type.label.toUpperCase();
  if (letter === 'A' || letter === 'M' || letter === 'G') return letter;
  const place = placeOf(table, row, type.column);
  builder.addNote({ kind: 'type-unknown', raw: type.label, place, nodeId: builder.count() });
  return null;
}

/** Notes on the code columns: what is no code, and codes that disagree. */
function noteCodes({ context, booking, again, unreadable }: LabelledRow): void {
  const { builder, table, row, header } = context;
  for (const { label, column } of unreadable) {
    builder.addNote({ kind: 'code-unreadable', raw: label, place: placeOf(table, row, column) });
  }
  if (!booking || !again || again.code.text === booking.code.text) return;
  builder.addNote({
    kind: 'code-columns-disagree',
    code: booking.code.text,
    other: again.code.text,
    column: foldBlanks(header[again.column] ?? ''),
    place: placeOf(table, row, again.column),
    nodeId: builder.count(),
  });
}

function addBooked(row: LabelledRow, booking: CodeCell): void {
  const { context, service } = row;
  noteCodes(row);
  const type = readType(row);
  const label = row.label?.label ?? '';
  const isService = isServiceBooking(booking.code);
  if (isService) addService(context, service ?? { ...booking, mends: [], label }, booking, type);
  else if (isStructure(booking.code)) addMismatched(context, { ...booking, label }, type);
  else addFound(context, { ...booking, label }, { type });
  if (!isService && row.label?.code) noteLabelCode(context, row.label, booking.code);
  const column = isService ? service?.column : row.label?.column;
  if (column !== undefined && column >= 0) noteWhitespace(context, column, context.builder.count() - 1);
}

/**
 * Adds a coordination or training entry under the code that its place in the tree asks for, whatever its label says.
 *
 * @param label the cell with its label; the code in it is the label code
 * @param booking the code it is booked on; `null` when the row has none, and the label code tells
 */
function addService(
  context: RowContext,
  label: CodeCell,
  booking: CodeCell | null,
  type: BookingType | null,
): void {
  const { builder, table, row } = context;
  const source = booking ?? label;
  const code = serviceCode(source.code);
  const id = addFound(
    context,
    { code, label: label.label, mends: [], column: source.column },
    { type, ...(booking ? { bookingCode: booking.code.text } : {}) },
  );
  if (booking) noteMends(context, booking, id);
  if (label.code === source.code && booking) return;
  noteMends(context, label, id);
  if (serviceCode(label.code).text === code.text) return;
  builder.addNote({
    kind: 'service-code-mismatch',
    code: code.text,
    raw: label.code.text,
    place: placeOf(table, row, label.column),
    nodeId: id,
  });
}

/** The code that names a service entry: `A1` and `A1.C` give `A1.C`, `A1.1.F` and `A1.1.F.F` give `A1.1.F.F`. */
function serviceCode(code: Code): Code {
  const kind = kindOf(code);
  if (kind === 'macro-process') return parseCode(`${code.text}.C`) ?? code;
  if (kind !== 'training') return code;
  return parseCode(`${parentCode(code)?.text ?? ''}.F.F`) ?? code;
}

function noteLabelCode({ builder, table, row, header }: RowContext, label: CodeCell, code: Code): void {
  if (label.code.text === code.text) return;
  builder.addNote({
    kind: 'code-columns-disagree',
    code: code.text,
    other: label.code.text,
    column: foldBlanks(header[label.column] ?? ''),
    place: placeOf(table, row, label.column),
    nodeId: builder.count() - 1,
  });
}
