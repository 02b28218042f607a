import { freeCode } from '../../../model/code.ts';
import type { GivenParent } from '../../draft-node.ts';
import { placeOf } from '../../table.ts';
import { noteWhitespace } from '../entries.ts';
import type { RowContext, RowResult } from '../layout.ts';
import type { CodesAbove } from './codes-above.ts';
import { cell, codeColumn, codesOf, codeText, type FlatTable, labelColumn, labelText } from './flat-table.ts';
import { agrees, levelsOf } from './levels.ts';
import { unreadable } from './map-rows.ts';
import { type NamedGroup, namedGroups } from './named-groups.ts';
import { outlineOf } from './outline.ts';
import { type SpoiltCode, spoiltCodes } from './spoilt-codes.ts';

const GROUP = /^(group|gruppo|structure|struttura|heading|titolo|section|sezione)$/i;
/** What a column of parents says at the top of the tree. */
const NO_PARENT = /^(?:[^\p{L}\p{N}]*|root|radice|none|null|nessuno|n\.?[ad]\.?)$/iu;

/** What is known of a classification before its rows are read one by one. */
interface FreeTable {
  readonly flat: FlatTable;
  readonly codesAbove: CodesAbove;
  /** By row, the level that a column gives; `null` when codes tell the tree. */
  readonly levels: readonly (number | null)[] | null;
  readonly spoiltAt: (row: number) => SpoiltCode | null;
  readonly groups: ReadonlyMap<number, readonly NamedGroup[]>;
}

/** Reads rows of a classification with codes of its own: every row is an entry that can be linked. */
export function freeReader(flat: FlatTable): (context: RowContext) => RowResult {
  const codes = codesOf(flat);
  const filled = codes.filter((code) => code !== '');
  const codesAbove = outlineOf(filled);
  const column = flat.columns.get('level');
  const given = column === undefined ? null : levelsOf(flat.rows.map((row) => row[column] ?? ''));
  const free: FreeTable = {
    flat,
    codesAbove,
    levels: given !== null && !agrees(codes, given, codesAbove) ? given : null,
    spoiltAt: spoiltCodes(codes),
    groups: namedGroups(flat, codes, codesAbove),
  };
  const open: OpenEntry[] = [];
  return (context) => readRow(context, free, open);
}

/** An entry that entries of lower levels hang on. */
interface OpenEntry {
  readonly level: number;
  readonly id: number;
}

function readRow(context: RowContext, free: FreeTable, open: OpenEntry[]): RowResult {
  const { builder, table, row } = context;
  const { names, at, columns } = free.flat;
  const text = codeText(row.cells, columns);
  if (text === '') return unreadable(context, names);
  const index = at.get(row.number) ?? -1;
  for (const group of free.groups.get(index) ?? []) addGroup(context, group, free.codesAbove);
  const level = free.levels?.[index] ?? null;
  if (level !== null) while ((open.at(-1)?.level ?? -1) >= level) open.pop();
  const place = placeOf(table, row, codeColumn(context));
  const spoilt = free.spoiltAt(index);
  const id = builder.addEntry({
    code: freeCode(text),
    label: labelText(context, names),
    place,
    kind: GROUP.test(cell(context, 'type')) || cell(context, 'kind') === 'group' ? 'group' : 'entry',
    parent: parentOf(context, text, {
      ...free,
      above: level === null ? undefined : (open.at(-1)?.id ?? null),
    }),
  });
  if (spoilt) builder.addNote({ kind: 'code-spoilt', raw: text, ...spoilt, place, nodeId: id });
  if (level !== null) open.push({ level, id });
  noteWhitespace(context, labelColumn(context, names), id);
  return 'entry';
}

/** By the column of parents, by the level, or by the code. */
function parentOf(
  context: RowContext,
  code: string,
  { codesAbove, above }: { readonly codesAbove: CodesAbove; readonly above: number | null | undefined },
): GivenParent {
  if (context.columns.has('parent')) {
    const parent = cell(context, 'parent');
    const isTop = NO_PARENT.test(parent) && context.builder.withCode(parent).length === 0;
    return isTop ? { id: null } : { codes: [parent], named: true };
  }
  return above === undefined ? { codes: codesAbove(code), named: false } : { id: above };
}

function addGroup(context: RowContext, { code, label, column }: NamedGroup, codesAbove: CodesAbove): void {
  const place = placeOf(context.table, context.row, column);
  context.builder.addEntry({
    code: freeCode(code),
    label,
    place,
    kind: 'group',
    parent: { codes: codesAbove(code), named: false },
  });
}
