import type { RecodeReport, SheetTaken } from '../model/recode-report.ts';
import type { Table } from '../values/table.ts';
import { ProcmapError } from '../words/procmap-error.ts';
import { refuseMarked } from './audit.ts';
import { refuseUnclear } from './clock-watch.ts';
import type { ColumnContext } from './column-types.ts';
import { isCodeOf } from './plan.ts';
import { type RecodeOptions, takenColumns } from './recode-result.ts';
import { refuseStrays } from './refuse-strays.ts';
import { openRun, type Run } from './run.ts';
import { openTotals } from './running-totals.ts';
import type { OutputColumn } from './shapes/across-reading.ts';
import { copyOnce, outputColumns, recodeAcrossTable } from './shapes/across-table.ts';
import { type AcrossTable, type FoundTable, findTables } from './shapes/find-tables.ts';
import { isSummary, repeatedTables } from './shapes/repeated-tables.ts';
import { recodeRowTable } from './shapes/row-table.ts';
import { openDraft, recodedRows, rejectedRows } from './shapes/sheet-draft.ts';
import { type SheetView, sheetView, textAt } from './shapes/sheet-view.ts';
import type { TableSetting } from './shapes/table-setting.ts';
import type { SheetPlan } from './sheet-plan.ts';

/** What becomes of the sheets of a file. */
export interface RecodedTables {
  readonly recoded: readonly SheetPlan[];
  /** `null` when nothing was rejected. */
  readonly rejected: readonly SheetPlan[] | null;
  readonly columns: RecodeReport['columns'];
  readonly sheets: readonly SheetTaken[];
  /** Sheets below another header, where they are left out. */
  readonly leftOut: readonly string[];
}

/** Tables of a file, with the lines of their rows where they are those of a text. */
export interface TablesInput {
  readonly tables: readonly Table[];
  readonly lines?: readonly number[];
}

/**
 * Recodes the tables of a file, whatever their shape: enters their bookings into the books of the run, and says what
 * becomes of every row. Nothing is written here.
 *
 * @throws ProcmapError when no table is a time-sheet, when one is marked as recoded, when tables have different headers
 *   and nobody said which is meant, or when a number would be copied that nobody has named
 */
export function recodeTables(
  { tables, lines }: TablesInput,
  run: Run,
  options: RecodeOptions,
): RecodedTables {
  const { sheets: found, leftOut } = timesheetsOf(tables, run, { options, lines });
  const repeated = repeatedTables(found.map(({ tables: own }) => own));
  const before = run.books.rows.rejected;
  const sheets: SheetTaken[] = [];
  const drafts = found.map(({ view, tables: own }) => {
    const name = view.table.sheet ?? '';
    const repeats = repeated.find((each) => each.sheet === name);
    const counted = repeats?.certain !== true;
    if (!options.lenient)
      refuseStrays(view, own, { file: options.file, choice: options.columns, isCode: isCodeOf(run.plan) });
    const books = counted ? run : openRun(run.plan, { keep: options.keep ?? [], decimals: options.decimals });
    const rows = books.books.rows.read;
    const draft = recodeSheet(view, own, { run: books, options });
    if (view.table.sheet !== null)
      sheets.push({ name, rows: books.books.rows.read - rows, repeats: repeats?.of ?? [], counted });
    return { ...draft, hasRejects: books.books.rows.rejected > 0 };
  });
  if (!options.lenient) refuseUnclear(run.watch, options.file);
  const anyRejects = run.books.rows.rejected > before || drafts.some(({ hasRejects }) => hasRejects);
  return {
    recoded: drafts.map(({ recoded }) => recoded),
    rejected: anyRejects ? drafts.map(({ rejected }) => rejected) : null,
    columns: columnsTaken(found.flatMap(({ tables: own }) => own)),
    sheets,
    leftOut,
  };
}

interface FoundSheet {
  readonly view: SheetView;
  readonly tables: readonly FoundTable[];
}

/** The sheets that hold bookings, all below one kind of header. */
function timesheetsOf(
  tables: readonly Table[],
  run: Run,
  { options, lines }: { readonly options: RecodeOptions; readonly lines: readonly number[] | undefined },
): { readonly sheets: readonly FoundSheet[]; readonly leftOut: readonly string[] } {
  const { file } = options;
  const asked = askedFor(tables, options);
  const context: ColumnContext = {
    ...{ file, choice: options.columns, isCode: isCodeOf(run.plan), isKept: run.isKept },
    needsDate: run.plan.validFrom !== null,
  };
  let failure: ProcmapError | null = null;
  const looked = asked.map((table): FoundSheet => {
    const view = sheetView(table, lines);
    const found = findTables(view, context);
    failure ??= found.failure;
    return { view, tables: found.tables };
  });
  const all = looked.flatMap((sheet) => sheet.tables);
  const typed = all.filter((table) => !isSummary(table));
  const taken = typed.length > 0 ? typed : all;
  const [first] = taken;
  if (first === undefined) throw failure ?? noHeader(asked, context);
  const others = taken.filter(({ signature }) => signature !== first.signature);
  const meant = options.sheets !== undefined && options.sheets.length > 0;
  if (others.length > 0 && !meant && !options.lenient) refuseOthers(first, others, file);
  const kept = options.lenient ? taken.filter((table) => !others.includes(table)) : taken;
  const sheets = looked
    .map(({ view, tables: own }) => ({ view, tables: own.filter((table) => kept.includes(table)) }))
    .filter(({ tables: own }) => own.length > 0);
  const leftOut = others.filter((table) => !kept.includes(table)).map(({ view }) => view.table.sheet ?? '');
  return { sheets, leftOut: [...new Set(leftOut)] };
}

function refuseOthers(first: FoundTable, others: readonly FoundTable[], file: string): never {
  const named = ({ view, header }: FoundTable) =>
    view.table.sheet === null || view === first.view
      ? `row ${view.lines?.[header] ?? view.numbers[header]}`
      : `"${view.table.sheet}"`;
  throw new ProcmapError('sheets-differ', {
    file,
    sheet: first.view.table.sheet ?? `row ${first.view.lines?.[first.header] ?? first.header + 1}`,
    others: [...new Set(others.map(named))].join(', '),
  });
}

function noHeader(tables: readonly Table[], { file }: ColumnContext): ProcmapError {
  const rows = tables.flatMap(({ rows: own }) => own).map(({ cells }) => cells);
  if (!rows.some((cells) => cells.some((cell) => cell.trim() !== '')))
    return new ProcmapError('timesheet-empty', { file });
  const first = rows.find((row) => row.filter((cell) => cell.trim() !== '').length > 1) ?? [];
  const found = first.map((name) => `"${name.trim()}"`).join(', ');
  return new ProcmapError('no-timesheet-header', { file, found, wanted: '' });
}

function askedFor(tables: readonly Table[], { sheets, file }: RecodeOptions): readonly Table[] {
  if (sheets === undefined || sheets.length === 0) return tables;
  const known = tables.map(({ sheet }) => sheet ?? '');
  const missing = sheets.find((sheet) => !known.includes(sheet));
  if (missing !== undefined) {
    const found = known.map((sheet) => `"${sheet}"`).join(', ');
    throw new ProcmapError('sheet-not-found', { file, sheet: missing, found });
  }
  return tables.filter(({ sheet }) => sheets.includes(sheet ?? ''));
}

function recodeSheet(
  view: SheetView,
  tables: readonly FoundTable[],
  { run, options }: { readonly run: Run; readonly options: RecodeOptions },
): { readonly recoded: SheetPlan; readonly rejected: SheetPlan } {
  const width = Math.max(0, ...view.rows.map((row) => row.length));
  const draft = openDraft();
  const setting: TableSetting = {
    ...{ run, draft, width, file: options.file, lang: options.lang ?? 'en', point: options.point },
    labels: options.labels !== false,
    audit: options.audit,
    isWorkbook: view.table.sheet !== null,
    totals: openTotals(width),
  };
  if (!options.evenIfMarked)
    for (const { header } of tables) refuseMarked(view.rows[header] ?? [], run.plan, options.file);
  const across = tables.filter((table): table is AcrossTable => table.kind === 'across');
  const columns = across.length === 0 ? null : columnsOf(across, tables, setting);
  for (const table of tables) {
    if (table.kind === 'rows') recodeRowTable(table, setting);
    else recodeAcrossTable(table, setting, columns as readonly OutputColumn[]);
  }
  const [one] = across;
  if (one !== undefined && columns !== null)
    view.rows.forEach((_, row) => {
      const number = view.numbers[row] as number;
      if (!draft.recoded.has(number)) copyOnce({ table: one, setting }, row, columns);
    });
  const sheet = view.table.sheet ?? '';
  const last = Math.max(view.table.lastRow ?? 0, view.numbers.at(-1) ?? 0);
  const recoded = { sheet, rows: recodedRows(draft, last) };
  return {
    recoded: columns === null ? recoded : { ...recoded, columns: columns.map(({ from }) => from + 1) },
    rejected: { sheet, rows: rejectedRows(draft, last) },
  };
}

/** Where codes stand across, all tables of the sheet have to stand below the same codes: a column goes one way. */
function columnsOf(
  across: readonly AcrossTable[],
  tables: readonly FoundTable[],
  setting: TableSetting,
): readonly OutputColumn[] {
  const [first] = across as [AcrossTable];
  const head = ({ view, codes, header }: AcrossTable) =>
    codes.map((column) => `${column} ${textAt(view, header, column).trim()}`).join('\t');
  const other = tables.find((table) => table.kind !== 'across' || head(table) !== head(first));
  if (other !== undefined) refuseOthers(first, [other], setting.file);
  const maps = across.map((table) => outputColumns(table, setting));
  return maps.reduce((all, own) => (own.length > all.length ? own : all));
}

function columnsTaken(tables: readonly FoundTable[]): RecodeReport['columns'] {
  const [first] = tables as [FoundTable];
  if (first.kind === 'rows') {
    const taken = takenColumns(first.columns);
    const runs = tables.flatMap((table) => (table.kind === 'rows' ? takenColumns(table.columns).runs : []));
    const person = taken.person ?? (tables.some(({ context }) => context.person !== '') ? '' : null);
    return { ...taken, person, runs: runs.length > 0 ? runs : taken.runs };
  }
  const { view, header, codes, person, date, totals } = first;
  const name = (column: number) => textAt(view, header, column) || String(column + 1);
  const all = `${name(codes[0] ?? 0)}..${name(codes.at(-1) ?? 0)}`;
  return {
    ...{ code: all, amounts: [all], repeated: [], runs: [], chosen: [] },
    person: person === null ? (first.context.person === '' ? null : '') : name(person),
    date: date === null ? null : name(date),
    totals: totals.map(name),
  };
}
