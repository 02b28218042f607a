import { codeKind, codeLevel, freeCode } from '../../model/code.ts';
import { type BookingType, NODE_KINDS, type NodeKind } from '../../model/process-map.ts';
import { readCode } from '../../model/read-code.ts';
import { foldBlanks } from '../../values/fold-blanks.ts';
import { fromPlainText } from '../../values/plain-text.ts';
import type { GivenParent } from '../map-builder.ts';
import { placeOf } from '../table.ts';
import { nestsByDigits, prefixes } from './digit-outline.ts';
import { addFound, found, noteWhitespace } from './entries.ts';
import { findColumns } from './header-words.ts';
import type { Columns, Layout, RowContext, RowResult } from './layout.ts';

const roles = [
  ['booking-code', /^(bookingcode|codicedirendicontazione)$/],
  ['parent', /^(parent|parentcode|padre|codicepadre|superiore|codicesuperiore|broader)$/],
  ['code', /^(code|codice|cod|id|notation|notazione|sigla)$/],
  ['label', /^(label|etichetta|descrizione|denominazione|title|titolo|nome|name|description|voce|testo)$/],
  ['type', /^(type|tipo|tipologia)$/],
  ['kind', /^(kind|genere)$/],
  ['level', /^(level|livello|liv)$/],
  ['label', /^(attivita|azione|attivitaazione)$/],
  ['code', /^(codice[a-z0-9]+|[a-z0-9]+code)$/],
  ['label', /^(descrizione[a-z0-9]+|titolo[a-z0-9]+|[a-z0-9]+(title|label|description))$/],
] as const;

/**
 * The flat table: one row for each entry, with its code and label in columns of their own. Any coded classification can
 * be read so. Codes of process maps get their kinds; other codes stay as they are, every row is an entry that can be
 * linked, and the tree comes from the column of parents, from levels, from the digits where codes nest by them, or from the
 * dots.
 */
export const flat: Layout = {
  name: 'flat',
  header: 'code | label [| parent] [| type] (codice | descrizione [| padre] [| tipo])',
  recognise: (cells, { hints } = {}) => {
    const columns = findColumns(cells, roles, hints);
    return columns.has('code') && columns.has('label') ? columns : null;
  },
  start: () => {
    let reader: ((context: RowContext) => RowResult) | null = null;
    return {
      read: (context) => {
        reader ??= isProcessMap(context)
          ? readMapRow
          : freeReader({ damageOf: damageMeter(context), codesAbove: outlineOf(context) });
        return reader(context);
      },
    };
  },
};

function cell({ row, columns }: RowContext, role: string): string {
  const column = columns.get(role);
  return column === undefined ? '' : foldBlanks(row.cells[column] ?? '');
}

/** Our own tables, told by their column of booking codes, keep labels from being run as formulas. */
function labelOf(context: RowContext): string {
  const label = cell(context, 'label');
  return context.columns.has('booking-code') ? fromPlainText(label) : label;
}

const MAP_KINDS: ReadonlySet<string> = new Set(
  NODE_KINDS.filter((kind) => kind !== 'group' && kind !== 'entry'),
);

/**
 * Whether the table holds a process map: a column names kinds of ours, or else most codes are in our grammar and
 * some reach the level of activities. Three levels alone (`V1.1.1`) are what many classifications have.
 */
function isProcessMap(context: RowContext): boolean {
  const { table, columns } = context;
  const kinds = ['kind', 'level'].flatMap((role) => columnOf(columns, role));
  if (table.rows.some(({ cells }) => kinds.some((column) => MAP_KINDS.has(foldBlanks(cells[column] ?? '')))))
    return true;
  const { codes, ours, deep } = countCodes(context);
  return deep > 0 && ours >= MOST * codes;
}

const MOST = 0.8;

/** What a spreadsheet makes of a code it takes for a day or a number: `2023-01-01`, `1.1`. */
const DATE = /^\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2}(?::\d{2})?)?$/;
const NUMBER = /^\d+(?:[.,]\d+)?$/;

/** How many codes of the table are what; days and numbers are counted apart. */
function countCodes({ table, columns, header }: RowContext) {
  const column = columns.get('code') as number;
  const count = { codes: 0, ours: 0, deep: 0, dates: 0 };
  for (const { cells } of table.rows) {
    const text = foldBlanks(cells[column] ?? '');
    if (text === '' || cells[column] === header[column]) continue;
    if (DATE.test(text)) count.dates++;
    else if (!NUMBER.test(text)) count.codes++;
    const { code } = readCode(text);
    if (code === null) continue;
    count.ours++;
    if (codeLevel(code) >= 4) count.deep++;
  }
  return count;
}

/** What a spreadsheet has made of a code; `expected` where other codes tell what it was. */
interface DamagedCode {
  readonly expected?: string;
}

/**
 * Tells whether a text among the codes of a classification is what a spreadsheet has made of one: a day among codes that
 * are none, a number among codes of our grammar, or a number less the nought that others begin with (`1.1` beside
 * `01.11.1`).
 */
function damageMeter(context: RowContext): (text: string) => DamagedCode | null {
  const { codes, ours, dates } = countCodes(context);
  const [datesAreRare, codesAreOurs] = [dates < codes, ours > 0 && ours >= MOST * codes];
  const known = new Set(codeTexts(context));
  const begun = new Set([...known].filter((code) => code.startsWith('0')).flatMap(prefixes));
  return (text) => {
    const padded = `0${text}`;
    if (NUMBER.test(text) && begun.has(padded) && !known.has(padded)) return { expected: padded };
    const isDamaged = (datesAreRare && DATE.test(text)) || (codesAreOurs && NUMBER.test(text));
    return isDamaged ? {} : null;
  };
}

function columnOf(columns: Columns, role: string): readonly number[] {
  const column = columns.get(role);
  return column === undefined ? [] : [column];
}

function readMapRow(context: RowContext): RowResult {
  const { builder, table, row, columns } = context;
  const column = columns.get('code') as number;
  const raw = row.cells[column] ?? '';
  const item = found(readCode(raw), column);
  if (item === null) return unreadable(context, column);
  const kind = ['kind', 'level'].map((role) => cell(context, role)).find((text) => MAP_KINDS.has(text));
  const level = levelOf(context);
  const own = codeKind(item.code);
  const mismatch = kind === 'activity' && codeLevel(item.code) < 4;
  const booking = cell(context, 'booking-code');
  const id = addFound(
    context,
    { ...item, label: labelOf(context) },
    {
      type: bookingType(context),
      ...(kind === undefined ? {} : { kind: kind as NodeKind }),
      ...(mismatch ? { level: 4, bookingCode: item.code.text } : {}),
      ...(level > 0 ? { level } : {}),
      ...(booking === '' ? {} : { bookingCode: booking }),
    },
  );
  noteWhitespace(context, columns.get('label') as number, id);
  if (mismatch) {
    const proposed = own === 'sub-process' ? `${item.code.text}.1` : null;
    const place = placeOf(table, row, column);
    builder.addNote({ kind: 'level-mismatch', code: item.code.text, proposed, place, nodeId: id });
  }
  return 'entry';
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

function unreadable(context: RowContext, column: number): RowResult {
  const { builder, table, row } = context;
  const raw = foldBlanks(row.cells[column] ?? '');
  const label = cell(context, 'label');
  if (raw !== '' && (label !== '' || row.cells.length > 1)) {
    builder.addNote({ kind: 'code-unreadable', raw, place: placeOf(table, row, column) });
    return 'entry';
  }
  if (label === '') return 'text';
  const place = placeOf(table, row, context.columns.get('label') as number);
  builder.addNote({ kind: 'label-without-code', label, place });
  return 'entry';
}

const GROUP = /^(group|gruppo|structure|struttura|heading|titolo|section|sezione)$/i;

interface FreeCodes {
  readonly damageOf: (text: string) => DamagedCode | null;
  /** The codes that could stand above one, the nearest first. */
  readonly codesAbove: (text: string) => readonly string[];
}

/** Reads rows of a classification with codes of its own. */
function freeReader({ damageOf, codesAbove }: FreeCodes): (context: RowContext) => RowResult {
  /** By level, the last entry, where a column gives levels. */
  const path: (number | undefined)[] = [];
  return (context) => {
    const { builder, table, row, columns } = context;
    const column = columns.get('code') as number;
    const text = foldBlanks(row.cells[column] ?? '');
    const label = labelOf(context);
    if (text === '') return unreadable(context, column);
    const kind = GROUP.test(cell(context, 'type')) || cell(context, 'kind') === 'group' ? 'group' : 'entry';
    const code = freeCode(text);
    const parent = parentOf(context, codesAbove(text), path);
    const place = placeOf(table, row, column);
    const damage = damageOf(text);
    if (damage) builder.addNote({ kind: 'code-unreadable', raw: text, place, ...damage });
    const id = builder.addEntry({ code, label, place, kind, parent });
    const level = levelOf(context);
    if (level > 0) {
      path.length = level;
      path[level - 1] = id;
    }
    noteWhitespace(context, columns.get('label') as number, id);
    return 'entry';
  };
}

const MAX_LEVEL = 50;

/** The number in the column of levels; 0 where there is none. */
function levelOf(context: RowContext): number {
  const level = Number(cell(context, 'level'));
  return Number.isInteger(level) && level > 0 && level <= MAX_LEVEL ? level : 0;
}

function parentOf(
  context: RowContext,
  codesAbove: readonly string[],
  path: readonly (number | undefined)[],
): GivenParent {
  if (context.columns.has('parent')) {
    const parent = cell(context, 'parent');
    return parent === '' ? { id: null } : { codes: [parent], named: true };
  }
  const level = levelOf(context);
  if (level > 0) return { id: path.slice(0, level - 1).findLast((id) => id !== undefined) ?? null };
  return { codes: codesAbove, named: false };
}

/** How the codes of a table say what stands above them. */
function outlineOf(context: RowContext): FreeCodes['codesAbove'] {
  return nestsByDigits(codeTexts(context)) ? prefixes : dottedPrefixes;
}

function codeTexts({ table, columns, header }: RowContext): string[] {
  const column = columns.get('code') as number;
  return table.rows
    .map(({ cells }) => cells[column] ?? '')
    .filter((cell) => cell !== header[column])
    .map(foldBlanks)
    .filter((code) => code !== '');
}

function dottedPrefixes(code: string): string[] {
  const parts = code.split('.');
  return parts.slice(1).map((_, dropped) => parts.slice(0, parts.length - 1 - dropped).join('.'));
}
