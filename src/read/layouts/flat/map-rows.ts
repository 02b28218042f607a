import { codeKind, codeLevel } from '../../../model/code.ts';
import type { BookingType, NodeKind } from '../../../model/process-map.ts';
import { readCode } from '../../../model/read-code.ts';
import { foldBlanks } from '../../../values/fold-blanks.ts';
import { placeOf } from '../../table.ts';
import { addFound, found, noteWhitespace } from '../entries.ts';
import type { RowContext, RowResult } from '../layout.ts';
import {
  cell,
  codeColumn,
  codeText,
  type FlatTable,
  labelColumn,
  labelText,
  MAP_KINDS,
} from './flat-table.ts';

/** Reads a row of a process map: its code says what it is, unless a column does. */
export function readMapRow(context: RowContext, { names }: FlatTable): RowResult {
  const { builder, table, row, columns } = context;
  const column = codeColumn(context);
  const item = found(readCode(codeText(row.cells, columns)), column);
  if (item === null) return unreadable(context, names);
  const kind = ['kind', 'level'].map((role) => cell(context, role)).find((text) => MAP_KINDS.has(text));
  const level = levelOf(context);
  const own = codeKind(item.code);
  const mismatch = kind === 'activity' && codeLevel(item.code) < 4;
  const booking = cell(context, 'booking-code');
  const id = addFound(
    context,
    { ...item, label: labelText(context, names) },
    {
      type: bookingType(context),
      ...(kind === undefined ? {} : { kind: kind as NodeKind }),
      ...(mismatch ? { level: 4, bookingCode: item.code.text } : {}),
      ...(level > 0 ? { level } : {}),
      ...(booking === '' ? {} : { bookingCode: booking }),
    },
  );
  noteWhitespace(context, labelColumn(context, names), id);
  if (mismatch) {
    const proposed = own === 'sub-process' ? `${item.code.text}.1` : null;
    const place = placeOf(table, row, column);
    builder.addNote({ kind: 'level-mismatch', code: item.code.text, proposed, place, nodeId: id });
  }
  return 'entry';
}

const MAX_LEVEL = 50;

/** The number in the column of levels; 0 where there is none. */
function levelOf(context: RowContext): number {
  const level = Number(cell(context, 'level'));
  return Number.isInteger(level) && level > 0 && level <= MAX_LEVEL ? level : 0;
}

function bookingType(context: RowContext): BookingType | null {
  const { builder, table, row, columns } = context;
  const raw = cell(context, 'type');
  if (raw === '') return null;
  const type = raw.toUpperCase();
  if (type === 'A' || type === 'M' || type === 'G') return type;
  const place = placeOf(table, row, columns.get('type') as number);
  builder.addNote({ kind: 'type-unknown', raw, place, nodeId: builder.count() });
  return null;
}

/** A row without a code that can be read: told where something stands in its place, or a label beside it. */
export function unreadable(context: RowContext, names: readonly number[]): RowResult {
  const { builder, table, row } = context;
  const column = codeColumn(context);
  const raw = foldBlanks(row.cells[column] ?? '');
  const label = labelText(context, names);
  if (raw !== '' && (label !== '' || row.cells.length > 1)) {
    builder.addNote({ kind: 'code-unreadable', raw, place: placeOf(table, row, column) });
    return 'entry';
  }
  if (label === '') return 'text';
  const place = placeOf(table, row, labelColumn(context, names));
  builder.addNote({ kind: 'label-without-code', label, place });
  return 'entry';
}
