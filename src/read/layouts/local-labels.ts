import { codeLevel, parentCode } from '../../model/code.ts';
import type { ReadNote } from '../../model/process-map.ts';
import { kindOf } from '../map-builder.ts';
import { placeOf } from '../table.ts';
import type { RowContext } from './layout.ts';
import {
  type CodeCell,
  isService,
  isServiceBooking,
  isStructure,
  type LocalRow,
  parseLocalRow,
  type TextCell,
  textCell,
} from './local-row.ts';

/** A row with its texts in their roles. Rows are read one by one, but labels may come from the rows around them. */
export interface LabelledRow extends Omit<LocalRow, 'cells'> {
  readonly structures: CodeCell[];
  /** The label of a coordination or training entry, under the code it stands with. */
  readonly service: CodeCell | null;
  /** The label of the booked entry, with its own code where the cell repeats it. */
  label: CodeCell | TextCell | null;
  /** On the row of a training entry, the label of an activity that has no code there. */
  surplus: TextCell | null;
  macroFunction: TextCell | null;
  readonly notes: ReadNote[];
}

/** The column of a label that was put in its place from another row. */
const ELSEWHERE = -1;

/** What is remembered while labels are placed. */
export interface LabelState {
  /** Structure cells by code, the last of each. */
  readonly structures: Map<string, CodeCell>;
  /** The last row that is booked. */
  last: LabelledRow | null;
}

/**
 * Reads a row and gives its texts their roles.
 *
 * @returns `null` when the row holds no code: it is a line of text, or it was the label that the row above lacks
 */
export function labelRow(context: RowContext, state: LabelState): LabelledRow | 'text' | 'label' {
  const parsed = parseLocalRow(context);
  const texts = parsed.cells.filter((cell) => cell.code === null);
  const coded = parsed.cells.filter((cell) => cell.code !== null);
  const attempts = parsed.cells.length > 0 ? parsed.unreadable : [];
  if (parsed.booking === null && coded.length === 0 && attempts.length === 0) {
    if (parsed.type && texts.length > 0) return noteWithoutCode(context, texts);
    return labelAbove(context, [...texts, ...parsed.unreadable], state);
  }
  const service = coded.find((cell) => isService(cell.code)) ?? null;
  if (parsed.booking === null && service && coded.length === 1 && completesLast(service, state)) {
    return fillLast(context, service, state);
  }
  const row = placeTexts(parsed, coded, service, state);
  for (const cell of row.structures) rememberStructure(cell, state);
  if (row.booking) state.last = row;
  return row;
}

/** A row with a type is an entry; without a code it cannot be one. */
function noteWithoutCode(context: RowContext, texts: readonly TextCell[]): 'label' {
  const { label, column } = texts.at(-1) as TextCell;
  const place = placeOf(context.table, context.row, column);
  context.builder.addNote({ kind: 'label-without-code', label, place });
  return 'label';
}

/** A text by itself, right below an entry without a label, is that label. */
function labelAbove(context: RowContext, texts: readonly TextCell[], state: LabelState): 'text' | 'label' {
  const { last } = state;
  const [text] = texts;
  if (!text || texts.length > 1 || !last?.booking || last.label !== null || last.service) return 'text';
  if (context.row.number !== last.context.row.number + 1) return 'text';
  return fillLast(context, text, state);
}

function fillLast(context: RowContext, cell: CodeCell | TextCell, state: LabelState): 'label' {
  const last = state.last as LabelledRow;
  last.label = textCell(cell.label, ELSEWHERE);
  last.notes.push({
    kind: 'label-elsewhere',
    code: last.booking?.code.text ?? '',
    label: cell.label,
    place: placeOf(context.table, context.row, cell.column),
  });
  return 'label';
}

/** Whether this label belongs to the service entry above, which has none. */
function completesLast(service: CodeCell, { last }: LabelState): boolean {
  if (!last?.booking || last.service || last.label !== null || !isService(last.booking.code)) return false;
  return parentCode(last.booking.code)?.text === parentCode(service.code)?.text;
}

function placeTexts(
  parsed: LocalRow,
  coded: readonly CodeCell[],
  service: CodeCell | null,
  state: LabelState,
): LabelledRow {
  const { cells } = parsed;
  const row: LabelledRow = {
    context: parsed.context,
    booking: parsed.booking,
    again: parsed.again,
    type: parsed.type,
    unreadable: parsed.unreadable,
    structures: coded.filter((cell) => isStructure(cell.code)),
    service,
    label: coded.find((cell) => !isStructure(cell.code) && !isService(cell.code)) ?? null,
    surplus: null,
    macroFunction: null,
    notes: [],
  };
  const first = cells.findIndex((cell) => cell.code !== null);
  const left = first < 0 ? [] : cells.slice(0, first).filter((cell) => cell.code === null);
  const right = placeLabels(row, first <= 0 ? cells : cells.slice(first));
  const beforeCodes = first < 0 ? right : left;
  if (beforeCodes.length > 0) row.macroFunction = placeLeft(row, beforeCodes, coded[0] ?? row.booking, state);
  if (first >= 0) for (const text of right) noteLoose(row, text);
  return row;
}

/**
 * Places the texts from the first code on. A code alone is followed by its label; the last text is the label of the
 * booked entry, or, when that is a service entry with a label, one too many.
 *
 * @returns the texts that found no place
 */
function placeLabels(row: LabelledRow, cells: readonly (CodeCell | TextCell)[]): readonly TextCell[] {
  const texts = cells.filter((cell) => cell.code === null);
  if (row.service && /^(coordinamento|formazione)$/i.test(row.service.label)) {
    const next = cells[cells.indexOf(row.service) + 1];
    if (next?.code === null) {
      row.service.label += ` ${next.label}`;
      texts.splice(texts.indexOf(next), 1);
    }
  }
  if (row.booking && isServiceBooking(row.booking.code)) {
    if (row.service === null) row.label ??= texts.pop() ?? null;
    else row.surplus = texts.pop() ?? null;
  } else if (row.booking) row.label ??= texts.pop() ?? null;
  for (const cell of row.structures) {
    const next = cells[cells.indexOf(cell) + 1];
    if (cell.label !== '' || next?.code !== null || !texts.includes(next)) continue;
    cell.label = next.label;
    texts.splice(texts.indexOf(next), 1);
  }
  return texts;
}

/**
 * Places the texts to the left of the first code: the last one may be the label of the structure above, or go on with it
 * where a page broke it (it then begins with a small letter); otherwise they name the macro-function.
 */
function placeLeft(
  row: LabelledRow,
  texts: readonly TextCell[],
  first: CodeCell | null,
  state: LabelState,
): TextCell | null {
  const rest = [...texts];
  const nearest = rest.at(-1);
  const above = first && state.structures.get(parentCode(first.code)?.text ?? '');
  if (nearest && above && (above.label === '' || beginsSmall(nearest.label))) {
    above.label = `${above.label} ${nearest.label}`.trim();
    row.notes.push({
      kind: 'label-elsewhere',
      code: above.code.text,
      label: nearest.label,
      place: placeOf(row.context.table, row.context.row, nearest.column),
    });
    rest.pop();
  }
  const macroFunction = rest.shift() ?? null;
  for (const text of rest) noteLoose(row, text);
  return macroFunction;
}

/** Without a regular expression: one for all small letters takes 3 ms to build. */
function beginsSmall(text: string): boolean {
  const first = text.charAt(0);
  return first !== first.toUpperCase();
}

function noteLoose({ notes, context }: LabelledRow, { label, column }: TextCell): void {
  notes.push({ kind: 'label-without-code', label, place: placeOf(context.table, context.row, column) });
}

function rememberStructure(cell: CodeCell, { structures }: LabelState): void {
  const before = structures.get(cell.code.text);
  if (before && before.label !== '' && cell.label === '') return;
  structures.set(cell.code.text, cell);
}

/**
 * Moves labels that stand one row too high back to their codes.
 *
 * Such a block begins where the row of a training entry has the label of an activity beside its own, and ends at the
 * first activity without a label, in the same process. The sub-process of an activity in it may have lost its cell
 * altogether; it is added without a label.
 *
 * @returns sub-processes to add, by the row above which they belong
 */
export function mendShiftedLabels(rows: readonly LabelledRow[]): ReadonlyMap<LabelledRow, CodeCell> {
  const known = new Set(rows.flatMap(({ structures }) => structures.map(({ code }) => code.text)));
  const missing = new Map<LabelledRow, CodeCell>();
  for (const [at, row] of rows.entries()) {
    const block = row.surplus && blockBelow(rows, at);
    if (row.surplus && !block) noteLoose(row, row.surplus);
    if (row.surplus && block) shiftLabels(row, row.surplus, block);
    for (const shifted of block ?? []) {
      const parent = shifted.booking && parentCode(shifted.booking.code);
      if (!parent || known.has(parent.text)) continue;
      known.add(parent.text);
      missing.set(shifted, { code: parent, mends: [], label: '', column: shifted.booking?.column ?? 0 });
    }
  }
  return missing;
}

function blockBelow(rows: readonly LabelledRow[], start: number): readonly LabelledRow[] | null {
  const training = rows[start]?.booking?.code;
  const process = training && parentCode(training)?.text;
  const block: LabelledRow[] = [];
  for (const row of rows.slice(start + 1)) {
    const code = row.booking?.code;
    if (!code || kindOf(code) !== 'activity' || codeLevel(code) !== 4 || row.surplus) return null;
    const own = parentCode(code);
    if (own === null || parentCode(own)?.text !== process) return null;
    block.push(row);
    if (row.label === null) return block;
  }
  return null;
}

function shiftLabels(row: LabelledRow, surplus: TextCell, block: readonly LabelledRow[]): void {
  let label: LabelledRow['label'] = surplus;
  for (const shifted of block)
    [label, shifted.label] = [shifted.label, textCell(label?.label ?? '', ELSEWHERE)];
  row.notes.push({
    kind: 'labels-shifted',
    firstCode: block[0]?.booking?.code.text ?? '',
    lastCode: block.at(-1)?.booking?.code.text ?? '',
    rows: -1,
    place: placeOf(row.context.table, row.context.row, surplus.column),
  });
}
