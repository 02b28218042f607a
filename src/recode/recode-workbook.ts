import type { RecodeReport } from '../model/recode-report.ts';
import type { WorkbookNote } from '../model/workbook-note.ts';
import type { Table, TableRow } from '../values/table.ts';
import { type Point, readAmount } from './amount.ts';
import { auditHeader, auditTexts, refuseMarked } from './audit.ts';
import { type Books, openBooks } from './books.ts';
import type { Columns } from './columns.ts';
import { pointOf } from './csv-layout.ts';
import type { Part } from './divide-booking.ts';
import { memo } from './memo.ts';
import type { RecodePlan } from './plan.ts';
import { REJECT_COLUMNS, type RecodeOptions, type RecodeResult, resultOf } from './recode-result.ts';
import { isTotal, openClerk, type Settlement } from './settle.ts';
import type { CellChange, OutputRow, SheetPlan } from './sheet-plan.ts';
import { rowsBut } from './sheet-plan.ts';
import { countable } from './tally.ts';
import { amountEdit, cellText, isNumberCell } from './workbook/cell-amount.ts';
import { editWorkbook } from './workbook/edit-workbook.ts';
import { type RawCell, readCells } from './workbook/read-cells.ts';
import { type RepeatedSheet, repeatedSheets } from './workbook/repeated-sheets.ts';
import { findSheets, type TimesheetSheet } from './workbook/timesheet-sheets.ts';

/** A workbook: its sheets as tables of text, and the parts of its file. */
export interface WorkbookInput {
  readonly tables: readonly Table[];
  readonly parts: ReadonlyMap<string, Uint8Array>;
}

type Parts = Map<string, Uint8Array>;
/** The cells that change in one of the rows that a row becomes, by 0-based column. */
type RowEdit = ReadonlyMap<number, CellChange>;

/** The parts of the workbooks to write. */
export interface RecodedWorkbook {
  readonly recoded: Parts;
  /** `null` when nothing was rejected. */
  readonly rejected: Parts | null;
  readonly result: RecodeResult;
  /** The sheets that were recoded. */
  readonly sheets: readonly string[];
  /** What of the workbook could not follow its rows. */
  readonly told: readonly WorkbookNote[];
}

const SAMPLE_ROWS = 5000;
const NO_EDIT: RowEdit = new Map();

/**
 * Recodes the time-sheets in a workbook: the first sheet with a header that names its columns, and all others with the
 * same header, balanced together. Only the cells that change are written; other sheets, columns, formats, charts and
 * pivot tables stay as they are in the file, and formulas follow the rows they mean.
 *
 * @throws ProcmapError when no sheet is a time-sheet, when one is marked as recoded, or when time-sheets have different
 *   headers and nobody said which is meant
 */
export function recodeWorkbook(
  input: WorkbookInput,
  plan: RecodePlan,
  options: RecodeOptions,
): RecodedWorkbook {
  const sheets = findSheets(input.tables, plan, { options, cellsOf: cellsIn(input.parts, options.file) });
  if (!options.evenIfMarked) {
    for (const { columns } of sheets) refuseMarked(columns.names, plan, options.file);
  }
  const repeated = repeatedSheets(sheets);
  const { settled, result } = settleSheets(sheets, input.parts, { plan, options, repeated });
  const edits = settled.map((each) => ({ table: each.table, ...editsOf({ ...each, plan, options }) }));
  const write = (which: 'recoded' | 'rejected') =>
    editWorkbook(
      input.parts,
      edits.map((edit) => planOf(edit.table, edit[which])),
      { file: options.file, isOldCode: (text) => changesMeaning(text, plan) },
    );
  const recoded = write('recoded');
  const rejected = result.report.rows.rejected > 0 ? write('rejected').parts : null;
  const names = sheets.map(({ table }) => table.sheet ?? '');
  return { recoded: recoded.parts, rejected, result, sheets: names, told: recoded.told };
}

/**
 * Reads a recoded workbook again, and adds it up: what was written must be what the report says, for every person and
 * column. An amount that a formula has yet to calculate cannot be added up; then nothing is said.
 */
export function verifyWorkbook(
  output: WorkbookInput,
  plan: RecodePlan,
  options: RecodeOptions,
  report: RecodeReport,
): void {
  const reading = {
    ...plan,
    validFrom: null,
    rules: unchangedRules([...plan.rules.keys(), ...plan.newCodes]),
  };
  const sheets = findSheets(output.tables, reading, {
    options,
    cellsOf: cellsIn(output.parts, options.file),
  });
  // Two codes that became one may make sheets alike that were not: what repeats what is told by the input.
  const repeated = report.sheets.map(({ name, repeats, counted }) => ({
    sheet: name,
    of: repeats,
    certain: !counted,
  }));
  const { settled, result } = settleSheets(sheets, output.parts, { plan: reading, options, repeated });
  const uncalculated = ({ amounts }: SettledRow) =>
    amounts.some((cell) => cell?.hasFormula && cell.value === '');
  if (settled.some(({ byRow }) => [...byRow.values()].some(uncalculated))) return;
  const found = sumsByPerson(result.report, 'before');
  const expected = sumsByPerson(report, 'after');
  for (const key of new Set([...found.keys(), ...expected.keys()])) {
    if (found.get(key) === expected.get(key)) continue;
    throw new Error(
      `${key}: ${found.get(key) ?? 0} in the workbook written, expected ${expected.get(key) ?? 0}`,
    );
  }
}

function unchangedRules(codes: readonly string[]): RecodePlan['rules'] {
  const about = {
    label: '',
    recycled: false,
    kind: 'map',
    change: 'unchanged',
    tier: 'certain',
    decided: true,
  } as const;
  return new Map(codes.map((code) => [code, { ...about, code, targets: [{ code, weight: 1n }] }]));
}

function sumsByPerson({ persons }: RecodeReport, side: 'before' | 'after'): ReadonlyMap<string, string> {
  const sums = persons.flatMap(({ person, balances }) =>
    balances.map((balance) => [`${person} ${balance.column} ${balance.measure}`, balance[side]] as const),
  );
  return new Map(sums.filter(([, value]) => value !== '0'));
}

/** The cells of a sheet's rows as they stand in its file. */
function cellsIn(parts: WorkbookInput['parts'], file: string) {
  const cells = readCells(parts, file);
  return (table: Table) => cells(table.sheet ?? '');
}

/** Whether a code stands for something else after the recode, or for nothing. */
function changesMeaning(text: string, { rules }: RecodePlan): boolean {
  const rule = rules.get(text);
  return (
    rule !== undefined &&
    !(rule.kind === 'map' && rule.targets.length === 1 && rule.targets[0]?.code === text)
  );
}

interface SettledRow {
  readonly settlement: Settlement;
  /** Cells that hold an amount, to know how their parts are written. */
  readonly amounts: readonly (RawCell | undefined)[];
}

interface SettledSheet extends TimesheetSheet {
  readonly byRow: ReadonlyMap<number, SettledRow>;
  /** Rows below the header that are no bookings. */
  readonly totals: ReadonlySet<number>;
}

interface Settling extends TimesheetSheet {
  readonly plan: RecodePlan;
  readonly options: RecodeOptions;
  readonly cellsOf: (row: number) => ReadonlyMap<number, RawCell>;
}

interface SheetsSettling {
  readonly plan: RecodePlan;
  readonly options: RecodeOptions;
  readonly repeated: readonly RepeatedSheet[];
}

/**
 * All sheets are entered into the same books: the person of January is that of February. Only a sheet that certainly
 * repeats others gets books of its own, which have to balance too.
 */
function settleSheets(
  sheets: readonly TimesheetSheet[],
  parts: WorkbookInput['parts'],
  { plan, options, repeated }: SheetsSettling,
): { readonly settled: readonly SettledSheet[]; readonly result: RecodeResult } {
  const { columns } = sheets[0] as TimesheetSheet;
  const books = openBooks(columns.amounts.length);
  const cellsOf = cellsIn(parts, options.file);
  const settled = sheets.map((sheet) => {
    const name = sheet.table.sheet ?? '';
    const repeats = repeated.find((each) => each.sheet === name);
    const counted = repeats?.certain !== true;
    const own = counted ? books : openBooks(columns.amounts.length);
    const rows = settleRows({ ...sheet, plan, options, cellsOf: cellsOf(sheet.table) }, own);
    if (!counted) resultOf(own, columns, plan);
    return { ...rows, taken: { name, rows: rows.byRow.size, repeats: repeats?.of ?? [], counted } };
  });
  return {
    settled,
    result: resultOf(
      books,
      columns,
      plan,
      settled.map(({ taken }) => taken),
    ),
  };
}

function settleRows(settling: Settling, books: Books): SettledSheet {
  const { table, columns, plan, options, cellsOf } = settling;
  const body = table.rows.slice(columns.headerRow + 1);
  const points = columns.amounts.map((column) => decimalSign(body.slice(0, SAMPLE_ROWS), column, settling));
  const clerk = openClerk(plan, books, { points, decimals: options.decimals });
  const [codeOf, timeOf] = [memo(clerk.codeOf), memo(clerk.timeOf)];
  const byRow = new Map<number, SettledRow>();
  const totals = new Set<number>();
  for (const row of body) {
    const cell = (column: number | null) => (column === null ? '' : (row.cells[column] ?? ''));
    const code = codeOf(cell(columns.code));
    if (code.mayBeTotal && isTotal(row.cells)) {
      totals.add(row.number);
      books.rows.totals++;
      continue;
    }
    const raw = cellsOf(row.number);
    const amounts = columns.amounts.map((column) => raw.get(column));
    const settlement = clerk.settle({
      person: clerk.personOf(cell(columns.person)),
      code,
      time: columns.date === null ? 'after' : timeOf(dateText(row, columns)),
      amounts: columns.amounts.map((column, i) => amountIn(amounts[i], cell(column), points[i] ?? null)),
    });
    byRow.set(row.number, { settlement, amounts });
  }
  return { table, columns, byRow, totals };
}

/** Numbers have a point in the file, whatever the screen shows; of text, the first rows tell. */
function decimalSign(
  sample: readonly TableRow[],
  column: number,
  { options, cellsOf }: Settling,
): Point | null {
  if (sample.some((row) => isNumberCell(cellsOf(row.number).get(column)))) return '.';
  return options.point ?? pointOf(sample.map((row) => row.cells[column] ?? ''));
}

/** Text among numbers is not settled by them: `1.234` as text may be a thousand. */
function amountIn(cell: RawCell | undefined, text: string, point: Point | null) {
  if (isNumberCell(cell)) return countable(cellText(cell, text), '.');
  const isUncertain = point === '.' && readAmount(text, null).kind === 'ambiguous';
  return countable(text, isUncertain ? null : point);
}

function dateText(row: TableRow, { date, year }: Columns): string {
  const text = row.cells[date ?? -1] ?? '';
  return year === null ? text : `${text} ${row.cells[year] ?? ''}`;
}

function editsOf(
  settled: SettledSheet & { readonly plan: RecodePlan; readonly options: RecodeOptions },
): Readonly<Record<'recoded' | 'rejected', (row: number) => readonly RowEdit[]>> {
  const { table, columns, plan, options } = settled;
  const header = table.rows[columns.headerRow]?.number;
  const end = Math.max(...table.rows.map(({ cells }) => cells.length));
  const texts = new Map(table.rows.map((row) => [row.number, (row.cells[columns.code] ?? '').trim()]));
  const added = (...values: readonly string[]) => values.map((value, i) => [end + i, text(value)] as const);
  return {
    recoded: (row: number): readonly RowEdit[] => {
      const own = settled.byRow.get(row);
      if (own)
        return recodedRows(own, { columns, code: texts.get(row) ?? '', added: options.audit ? added : null });
      return [row === header && options.audit ? new Map(added(auditHeader(plan))) : NO_EDIT];
    },
    rejected: (row: number): readonly RowEdit[] => {
      const settlement = settled.byRow.get(row)?.settlement;
      if (settlement?.kind === 'reject') return [new Map(added(settlement.reason, String(row)))];
      if (settlement || settled.totals.has(row)) return [];
      return [row === header ? new Map(added(...REJECT_COLUMNS)) : NO_EDIT];
    },
  };
}

interface RowContext {
  readonly columns: Columns;
  /** The code as it stands there. */
  readonly code: string;
  readonly added: ((value: string) => readonly (readonly [number, CellChange])[]) | null;
}

function recodedRows(
  { settlement, amounts }: SettledRow,
  { columns, code, added }: RowContext,
): readonly RowEdit[] {
  if (settlement.kind === 'reject') return [];
  const notes = auditTexts(settlement);
  const note = (i: number) => added?.(notes[i] ?? '') ?? [];
  if (settlement.kind === 'keep') return [new Map(note(0))];
  const codeEdit = (now: string) => (now === code ? [] : [[columns.code, text(now)] as const]);
  if (settlement.kind === 'recode') return [new Map([...codeEdit(settlement.code), ...note(0)])];
  return settlement.parts.map(
    (part, i) => new Map([...codeEdit(part.code), ...amountEdits(part, columns, amounts), ...note(i)]),
  );
}

function amountEdits(part: Part, columns: Columns, cells: readonly (RawCell | undefined)[]) {
  return columns.amounts.flatMap((column, i) => {
    const amount = part.amounts[i];
    return amount === null || amount === undefined ? [] : [[column, amountEdit(cells[i], amount)] as const];
  });
}

function text(value: string): CellChange {
  return { kind: 'text', text: value };
}

function planOf(table: Table, edit: (row: number) => readonly RowEdit[]): SheetPlan {
  const until = table.rows.at(-1)?.number ?? 0;
  const become = new Map<number, readonly OutputRow[]>();
  for (const { number: from } of table.rows) {
    const rows = edit(from).map((cells) => ({
      from,
      cells: new Map([...cells].map(([column, change]) => [column + 1, change])),
    }));
    become.set(from, rows);
  }
  return { sheet: table.sheet ?? '', rows: rowsBut(until, become), until };
}
