import { type Code, parentCode, parseCode } from '../../model/code.ts';
import { foldBlanks } from '../../model/fold-blanks.ts';
import type { BookingType } from '../../model/process-map.ts';
import { readCode, readCodeAndLabel } from '../../model/read-code.ts';
import { kindOf } from '../map-builder.ts';
import { placeOf } from '../table.ts';
import {
  addFound,
  addMismatched,
  addStructure,
  type FoundCode,
  found,
  noteMends,
  noteWhitespace,
} from './entries.ts';
import { findColumns, levelRoles } from './header-words.ts';
import type { Layout, RowContext, RowResult } from './layout.ts';

/**
 * The local map: structure columns of `CODE label`, an activity column with a bare label, and its code in a column of
 * its own, with the type and often the code again. A coordination entry stands in the process column, a training entry
 * in the sub-process column, under label codes (`A1.C`, `A1.1.F`) that differ from those they are booked on.
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
  start: () => readRow,
};

const roles = [
  ...levelRoles,
  ['code', /^codice(attivita|azione)?$/],
  ['code-again', /^cod(ice)?$/],
  ['type', /^tipo(logia)?$/],
] as const;

/** What the structure and activity cells of a row hold. */
interface RowParts {
  /** The label of a coordination or training entry, under the label code it stands with. */
  readonly service: FoundCode | null;
  /** The label of an activity, with its own code where the cell repeats it. */
  readonly activity:
    | FoundCode
    | { readonly code: null; readonly label: string; readonly column: number }
    | null;
  readonly structures: number;
}

function readRow(context: RowContext): RowResult {
  readMacroFunction(context);
  const parts = readParts(context);
  const booking = readBooking(context);
  if (booking === null) {
    if (parts.service) addService(context, parts.service, null, readType(context));
    else if (parts.activity) return leaveUnbooked(context, parts);
    return parts.service !== null || parts.structures > 0 ? 'entry' : 'text';
  }
  addBooked(context, booking, parts);
  return 'entry';
}

/** The macro-function stands beside the first entry below it; alone in its row it is a line of text. */
function readMacroFunction({ builder, table, row, columns }: RowContext): void {
  const column = columns.get('macro-function');
  const name = column === undefined ? '' : foldBlanks(row.cells[column] ?? '');
  const others = row.cells.some((text, index) => index !== column && foldBlanks(text) !== '');
  if (column !== undefined && name !== '' && others)
    builder.openMacroFunction(name, placeOf(table, row, column));
}

function readParts(context: RowContext): RowParts {
  const { row, columns } = context;
  let service: FoundCode | null = null;
  let activity: RowParts['activity'] = null;
  let structures = 0;
  for (const role of ['macro-process', 'process', 'sub-process', 'activity'] as const) {
    const column = columns.get(role);
    const text = column === undefined ? '' : (row.cells[column] ?? '');
    if (column === undefined || foldBlanks(text) === '') continue;
    const item = found(readCodeAndLabel(text), column);
    const kind = item && kindOf(item.code);
    if (item === null) activity = { code: null, label: foldBlanks(text), column };
    else if (kind === 'coordination' || kind === 'training') service = item;
    else if (role === 'activity' || kind === 'activity' || kind === 'general') activity = item;
    else {
      const result = addStructure(context, item, columns.get(kind as string));
      if (result === 'added') noteWhitespace(context, column, context.builder.count() - 1);
      structures++;
    }
  }
  return { service, activity, structures };
}

/** The code hours are booked on, from `Codice`, or from `Cod` where that cannot be read. */
function readBooking(context: RowContext): FoundCode | null {
  const { builder, table, row, columns, header } = context;
  const [first, second] = (['code', 'code-again'] as const).map((role) => {
    const column = columns.get(role);
    const raw = column === undefined ? '' : (row.cells[column] ?? '');
    const item = column === undefined ? null : found(readCode(raw), column);
    if (column !== undefined && item === null && foldBlanks(raw) !== '') {
      builder.addNote({ kind: 'code-unreadable', raw: foldBlanks(raw), place: placeOf(table, row, column) });
    }
    return item;
  });
  if (first && second && first.code.text !== second.code.text) {
    builder.addNote({
      kind: 'code-columns-disagree',
      code: first.code.text,
      other: second.code.text,
      column: foldBlanks(header[second.column] ?? ''),
      place: placeOf(table, row, second.column),
      nodeId: builder.count(),
    });
  }
  return first ?? second ?? null;
}

function readType({ builder, table, row, columns }: RowContext): BookingType | null {
  const column = columns.get('type');
  const raw = column === undefined ? '' : foldBlanks(row.cells[column] ?? '');
  if (column === undefined || raw === '') return null;
  const type = raw.toUpperCase();
  if (type === 'A' || type === 'M' || type === 'G') return type;
  builder.addNote({ kind: 'type-unknown', raw, place: placeOf(table, row, column), nodeId: builder.count() });
  return null;
}

function addBooked(context: RowContext, booking: FoundCode, { service, activity }: RowParts): void {
  const type = readType(context);
  const kind = kindOf(booking.code);
  const label = activity?.label ?? '';
  const isService = kind === 'macro-process' || kind === 'coordination' || kind === 'training';
  if (isService) addService(context, service ?? { ...booking, mends: [], label }, booking, type);
  else if (kind === 'activity' || kind === 'general') addFound(context, { ...booking, label }, { type });
  else addMismatched(context, { ...booking, label }, type);
  const id = context.builder.count() - 1;
  if (!isService && activity?.code) noteLabelCode(context, activity, booking.code);
  const column = isService ? service?.column : activity?.column;
  if (column !== undefined) noteWhitespace(context, column, id);
}

/**
 * Adds a coordination or training entry under the code that its place in the tree asks for, whatever its label says.
 *
 * @param label the cell with its label; the code in it is the label code
 * @param booking the code it is booked on; `null` when the row has none, and the label code tells
 */
function addService(
  context: RowContext,
  label: FoundCode,
  booking: FoundCode | null,
  type: BookingType | null,
): void {
  const { builder, table, row } = context;
  const source = booking ?? label;
  const code = serviceCode(source.code);
  const place = booking ? { column: booking.column } : { column: label.column };
  const id = addFound(
    context,
    { code, label: label.label, mends: [], ...place },
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

function noteLabelCode({ builder, table, row, header }: RowContext, label: FoundCode, code: Code): void {
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

/** An activity without a code in its column: one that has it in its label is read, a bare label is not. */
function leaveUnbooked(context: RowContext, { activity, structures }: RowParts): RowResult {
  if (activity === null) return 'text';
  if (activity.code) {
    addFound(context, activity, { type: readType(context) });
    return 'entry';
  }
  if (structures === 0) return 'text';
  const { builder, table, row } = context;
  builder.addNote({
    kind: 'label-without-code',
    label: activity.label,
    place: placeOf(table, row, activity.column),
  });
  return 'entry';
}
