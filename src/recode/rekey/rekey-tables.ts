import { foldHeader } from '../../language/fold-header.ts';
import type { Lang } from '../../model/lang.ts';
import { REKEY_COLUMNS, type RekeyReport, type RowFate } from '../../model/rekey-report.ts';
import { ProcmapError } from '../../words/procmap-error.ts';
import { followCode, followLabel } from '../follow-label.ts';
import { type CellChange, type OutputRow, rowsBut, type SheetPlan } from '../sheet-plan.ts';
import { buildRekeyReport, type SettledSheet } from './build-rekey-report.ts';
import { type NumberDivider, openDivider } from './divide-numbers.ts';
import { findKeyColumn, type KeyColumn } from './find-key-column.ts';
import { type KeyBlock, keyBlocks, repeatsHeader } from './key-blocks.ts';
import { isCarried, type KeyFate, type KeyFates, type KeyTarget } from './key-fates.ts';
import type { KeyTable } from './key-table.ts';
import { type NumberChoice, type NumberColumns, numberColumns, refuseDoubled } from './number-columns.ts';
import { wordsBehind } from './read-key.ts';
import { rowNote } from './row-note.ts';

/** How a table is carried over. */
export interface RekeyOptions {
  readonly file: string;
  readonly lang: Lang;
  readonly split: 'repeat' | 'main';
  /** The column of codes, where the user names it. */
  readonly column: string | null;
  readonly numbers: NumberChoice;
  /** Whether words beside the code become those of the new one. */
  readonly labels: boolean;
  /** Whether to go on though the codes say that the table is carried over already. */
  readonly evenIfRekeyed: boolean;
}

/** What to write, sheet by sheet, and what became of the rows; `notes` are for who writes. */
export interface RekeyedTables {
  readonly plans: readonly SheetPlan[];
  readonly report: Omit<RekeyReport, 'notes'>;
}

interface Sheet extends SettledSheet {
  readonly dividers: ReadonlyMap<number, NumberDivider>;
}

/** Rows on which nothing of the old code may be left standing: in the new map it may mean something else. */
const EMPTIED: readonly RowFate[] = [
  ...(['dropped', 'partly-dropped', 'possibly-lost', 'open', 'ambiguous-code'] as const),
  ...(['no-main-target', 'shares-undecided', 'amount-unclear', 'branch-divided'] as const),
];

/**
 * Carries tables that are keyed by code over to the new codes: each row once. What goes to several codes is repeated, or given
 * to the main one; what goes nowhere stays, without a code. No number comes to stand in several rows unasked.
 *
 * @throws ProcmapError `table-without-codes`, `key-column-unclear`, `named-column-missing`, `number-unclear`,
 *   `already-rekeyed`
 */
export function rekeyTables(
  tables: readonly KeyTable[],
  fates: KeyFates,
  options: RekeyOptions,
): RekeyedTables {
  const found = tables.map((table) => ({
    table,
    found: findKeyColumn(table.table, fates.read, options.column),
  }));
  const keyed = found.flatMap(({ table, found: column }) =>
    column === null ? [] : [{ table, found: column }],
  );
  if (keyed.length === 0) throw withoutCodes(tables, options);
  refuseRekeyed(keyed, fates, options);
  const named = keyed.map(({ found: { names } }) => numberColumns(names, options.numbers));
  refuseMissing(named, keyed, options.file);
  const sheets = keyed.map((each, i) => settle({ ...each, numbers: named[i] as NumberColumns }, fates));
  const left = found.flatMap(({ table, found: column }) =>
    column === null ? [table.table.sheet ?? ''] : [],
  );
  const plans = sheets.map((sheet) => planOf(sheet, { fates, options }));
  return {
    plans,
    report: buildRekeyReport(sheets, {
      left,
      split: options.split,
      isOldCode: fates.isOldCode,
      read: fates.read,
    }),
  };
}

function withoutCodes(tables: readonly KeyTable[], { file, column }: RekeyOptions): ProcmapError {
  const rows = tables.flatMap(({ table }) => table.rows);
  const first = rows.find(({ cells }) => cells.filter((cell) => cell.trim() !== '').length > 1);
  const found = (first?.cells ?? []).filter((cell) => cell.trim() !== '').map((cell) => `"${cell.trim()}"`);
  return new ProcmapError('table-without-codes', { file, wanted: column ?? '', found: found.join(', ') });
}

type Keyed = Pick<Sheet, 'table' | 'found'>;

function refuseRekeyed(
  sheets: readonly Keyed[],
  fates: KeyFates,
  { file, evenIfRekeyed }: RekeyOptions,
): void {
  const marked = sheets.flatMap(({ found }) => found.names).find((name) => name === REKEY_COLUMNS[0]);
  if (marked !== undefined)
    throw new ProcmapError('already-rekeyed', { file, evidence: 'column', detail: marked });
  if (evenIfRekeyed) return;
  const codes = new Set<string>();
  for (const { found } of sheets)
    for (const { cells } of found.rows) {
      const key = fates.read(cells[found.column] ?? '');
      if (key.kind === 'code') codes.add(key.code);
    }
  const newOnly = [...codes].filter(fates.isNewOnly);
  if (newOnly.length === 0 || [...codes].some(fates.isOldOnly)) return;
  throw new ProcmapError('already-rekeyed', {
    file,
    evidence: 'codes',
    detail: newOnly.slice(0, 5).join(', '),
  });
}

/** A column may be missing in some sheets, but not in all. */
function refuseMissing(
  named: readonly { readonly missing: readonly string[] }[],
  sheets: readonly Keyed[],
  file: string,
): void {
  const wanted = named[0]?.missing.find((name) => named.every(({ missing }) => missing.includes(name)));
  if (wanted === undefined) return;
  const names = sheets.flatMap(({ found }) => found.names).filter((name) => name !== '');
  const found = [...new Set(names)].map((name) => `"${name}"`).join(', ');
  throw new ProcmapError('named-column-missing', { file, wanted, found });
}

function settle(sheet: Keyed & { readonly numbers: NumberColumns }, fates: KeyFates): Sheet {
  const { table, found, numbers } = sheet;
  const blocks = keyBlocks(table, found);
  const rows = blocks.flatMap((block) => block.rows);
  const dividers = new Map([...numbers.divided].map((column) => [column, openDivider(table, column, rows)]));
  const settled = blocks.map((block) => ({ block, fate: fateOf(block, { ...sheet, dividers }, fates) }));
  const several = settled.filter(({ fate }) => isCarried(fate) && fate.targets.length > 1);
  const doubled = several.flatMap(({ block }) => block.rows);
  refuseDoubled(table, doubled, { ...numbers, names: found.names, column: found.column });
  const sources = new Map<string, Set<string>>();
  for (const { fate } of settled)
    if (isCarried(fate))
      for (const { code } of fate.targets) sources.set(code, (sources.get(code) ?? new Set()).add(fate.code));
  return { ...sheet, dividers, settled, sources };
}

function fateOf(
  { text, first, rows }: KeyBlock,
  { table, found, dividers }: Pick<Sheet, 'table' | 'found' | 'dividers'>,
  fates: KeyFates,
): KeyFate {
  const fate = fates.of(text);
  if (isCutNumber(table, first.number, found.column, fates)) return { ...fate, fate: 'ambiguous-code' };
  const width = found.names.length;
  if (table.table.sheet === null && first.cells.slice(width).some((cell) => cell.trim() !== ''))
    return { ...fate, fate: 'row-shape' };
  if (!isCarried(fate) || fate.targets.length < 2) return fate;
  if (dividers.size === 0) return fate;
  if (fate.weights === null) return { ...fate, fate: 'shares-undecided' };
  const canDivide = [...dividers.values()].every((divider) => rows.every(divider.canDivide));
  return canDivide ? fate : { ...fate, fate: 'amount-unclear' };
}

/** A cell that holds the number 1.1 may have held 1.10. */
function isCutNumber(table: KeyTable, row: number, column: number, { read }: KeyFates): boolean {
  if (!table.isStored(row, column)) return false;
  const text = table.textOf(row, column);
  return read(text).kind === 'code' && text.includes('.') && read(`${text}0`).kind === 'code';
}

function planOf(sheet: Sheet, { fates, options }: Omit<Writing, 'sheet'>): SheetPlan {
  const { table, found, settled } = sheet;
  const become = new Map<number, readonly OutputRow[]>();
  const headings = new Map(REKEY_COLUMNS.map((name, i) => [table.width + i + 1, textCell(name)]));
  for (const row of table.table.rows)
    if (row === found.header || repeatsHeader(row, found.header, found.column))
      become.set(row.number, [{ from: row.number, cells: headings }]);
  for (const { block, fate } of settled) {
    const [first = 0, ...others] = block.rows;
    become.set(first, outputOf(block, fate, { sheet, fates, options }));
    for (const row of others) become.set(row, []);
  }
  const last = Math.max(0, ...table.table.rows.map(({ number }) => number), ...become.keys());
  return { sheet: table.table.sheet ?? '', rows: rowsBut(last, become) };
}

interface Writing {
  readonly sheet: Sheet;
  readonly fates: KeyFates;
  readonly options: RekeyOptions;
}

/** The rows of a block once for each of its targets. */
function outputOf(block: KeyBlock, fate: KeyFate, writing: Writing): readonly OutputRow[] {
  const { dividers } = writing.sheet;
  const carried: readonly (KeyTarget | null)[] = isCarried(fate) ? fate.targets : [null];
  const parts =
    carried.length > 1 && fate.weights !== null
      ? block.rows.map((row) =>
          [...dividers].map(([column, divider]) => ({
            column,
            parts: divider.divide(row, fate.code, fate.weights ?? []) ?? [],
          })),
        )
      : [];
  return carried.flatMap((target, part) =>
    block.rows.map((from, at) => {
      const cells = cellsOf({ block, from, isFirst: at === 0 }, { fate, target, part }, writing);
      for (const { column, parts: own } of parts[at] ?? [])
        setNumber(cells, { from, column, text: own[part] ?? '' }, writing.sheet.table);
      return { from, cells };
    }),
  );
}

function cellsOf(
  { block, from, isFirst }: { block: KeyBlock; from: number; isFirst: boolean },
  { fate, target, part }: { fate: KeyFate; target: KeyTarget | null; part: number },
  { sheet, fates, options }: Writing,
): Map<number, CellChange> {
  const { table, found, sources } = sheet;
  const cells = new Map<number, CellChange>();
  const set = (column: number, text: string, before: string) => {
    if (text !== before) cells.set(column + 1, textCell(table.safe(text)));
  };
  if (isFirst && target !== null) {
    const text = followCode(block.text, fate, target, options.labels);
    set(found.column, text, block.text.trim());
  } else if (isFirst && EMPTIED.includes(fate.fate)) set(found.column, wordsBehind(block.text), block.text);
  const isLabel = labelColumns(found);
  for (let column = 0; target !== null && column < table.width; column++) {
    const text = column === found.column ? '' : table.textOf(from, column);
    const key = text === '' ? null : fates.read(text);
    if (key?.kind === 'code' && key.code === fate.code)
      set(column, followCode(text, fate, target, options.labels), text.trim());
    else if (options.labels && isLabel.has(column))
      set(column, followLabel(text, fate, target) ?? text, text);
  }
  const joins = target === null ? [] : [...(sources.get(target.code) ?? [])];
  const note = rowNote(options.lang, fate, { part, joins: joins.filter((code) => code !== fate.code) });
  const oldCode = fate.fate === 'no-code' || fate.fate === 'new-code' ? '' : fate.code;
  [oldCode, fate.fate, note].forEach((text, i) => {
    cells.set(table.width + i + 1, textCell(table.safe(text)));
  });
  return cells;
}

/** The columns beside the code, and those that are called so. */
function labelColumns({ names, column }: KeyColumn): ReadonlySet<number> {
  const isLabel = (name: string, i: number) => Math.abs(i - column) === 1 || LABELS.test(foldHeader(name));
  return new Set(names.flatMap((name, i) => (isLabel(name, i) ? [i] : [])));
}

const LABELS =
  /(?:^| )(?:attivita|activity|descrizione|description|denominazione|label|etichetta|voce|azione|processo|process|sottoprocesso|oggetto|titolo|title|nome|name)(?: |$)/;

function setNumber(
  cells: Map<number, CellChange>,
  { from, column, text }: { from: number; column: number; text: string },
  table: KeyTable,
): void {
  if (text === table.textOf(from, column)) return;
  cells.set(column + 1, { kind: table.isStored(from, column) ? 'number' : 'text', text });
}

function textCell(text: string): CellChange {
  return text === '' ? { kind: 'empty' } : { kind: 'text', text };
}
