import { auditHeader, auditTexts } from '../audit.ts';
import type { MapRule } from '../plan.ts';
import { rejectColumns } from '../recode-result.ts';
import { refuseCopies } from '../refuse-copies.ts';
import { addRead, markTotals } from '../running-totals.ts';
import { type Booking, type CodeCase, type Part, settle } from '../settle.ts';
import type { OutputRow } from '../sheet-plan.ts';
import { isTotal } from '../total-rows.ts';
import { settleCells } from './booked-cells.ts';
import type { RowTable } from './find-tables.ts';
import { type OpenRow, openReading, type Reading, type RowCell } from './row-reading.ts';
import { type RowTotal, totalsOf, writeTotals } from './row-totals.ts';
import { rejectedRow, writtenRow } from './row-writing.ts';
import { outputRow, withTexts } from './sheet-draft.ts';
import { factAt, filledText, textAt } from './sheet-view.ts';
import type { TableSetting } from './table-setting.ts';

/**
 * Recodes a table with a row for each code: writes into the draft what becomes of its rows, and enters them into the books.
 *
 * @throws ProcmapError when dividing a row would copy a number that nobody has named, or when the dates are missing
 */
export function recodeRowTable(table: RowTable, setting: TableSetting): void {
  const reading = openReading(table, setting);
  const { view } = table;
  markTotals(setting.totals);
  writeHeader(table, setting);
  for (let row = table.start; row < table.end; row++) {
    setting.draft.body.add(view.numbers[row] as number);
    const cells = view.rows[row] as readonly string[];
    if (!cells.some((cell) => cell.trim() !== '')) continue;
    const code = reading.codeAt(row);
    const amounts = reading.cellsAt(row);
    if (code.mayBeTotal && (isTotal(cells) || isSumRow(table, row, amounts)))
      writeTotals(reading, row, amounts);
    else if (amounts.length > 0 || isBooking(code)) recodeRow(reading, { row, code, cells: amounts });
  }
}

/** A code that the crosswalk or the user knows: its row is a booking even where it has no amounts. */
function isBooking({ rule, kept }: CodeCase): boolean {
  return !kept && (rule.kind === 'map' || !['no-code', 'unknown-code'].includes(rule.reason));
}

const SUM_FORMULA =
  /\b(?:SUM|SUBTOTAL|AGGREGATE|SUMIFS?)\s*\(|^[+]?\$?[A-Z]{1,3}\$?\d+(?:\+\$?[A-Z]{1,3}\$?\d+)+$/i;

/** A row without a code whose amounts are all sums of others. */
function isSumRow({ view, columns }: RowTable, row: number, cells: readonly RowCell[]): boolean {
  if (cells.length === 0 || filledText(view, row, columns.code).trim() !== '') return false;
  const formulas = cells.flatMap((cell) =>
    cell.columns.map((column) => factAt(view, row, column)?.formula ?? null),
  );
  return formulas.every((formula) => formula !== null && (formula === '' || SUM_FORMULA.test(formula)));
}

function writeHeader(
  { view, header, start }: RowTable,
  { draft, width, isWorkbook, audit, run }: TableSetting,
): void {
  for (let row = header; row < start; row++) {
    const number = view.numbers[row] as number;
    const texts = row === header ? rejectColumns(isWorkbook) : [];
    draft.rejected.set(number, [outputRow(number, withTexts(new Map(), width, texts))]);
    if (audit && row === header)
      draft.recoded.set(number, [outputRow(number, withTexts(new Map(), width, [auditHeader(run.plan)]))]);
  }
}

function recodeRow(reading: Reading, open: OpenRow): void {
  const { table, setting } = reading;
  for (const { columns, amount } of open.cells) addRead(setting.totals, columns[0] as number, amount);
  const rowTotals = totalsOf(reading, open);
  for (const { column, amount } of rowTotals) addRead(setting.totals, column, amount);
  const isWide = table.columns.measures.some(({ run }) => run !== null);
  if (isWide && open.cells.length > 0) recodeWide(reading, open, rowTotals);
  else recodeLong(reading, open, rowTotals);
}

/** A row with one date: it keeps its code, moves or is rejected as a whole. */
function recodeLong(reading: Reading, open: OpenRow, rowTotals: readonly RowTotal[]): void {
  const { setting, table } = reading;
  const number = table.view.numbers[open.row] as number;
  const booking: Booking = {
    person: reading.personAt(open.row),
    code: open.code,
    time: open.code.kept ? 'after' : reading.timeAt(open.row),
    amounts: open.cells,
  };
  const settlement = settle(setting.run, booking);
  const notes = setting.audit ? auditTexts(settlement) : [];
  const all = { cells: open.cells, whole: true };
  switch (settlement.kind) {
    case 'reject':
      setting.draft.recoded.set(number, []);
      setting.draft.rejected.set(number, [
        rejectedRow(reading, open, { cells: open.cells, rowTotals, reason: settlement.reason }),
      ]);
      return;
    case 'split': {
      if (settlement.parts.length > 1) refuseRowCopies(reading, open.row);
      const rows = settlement.parts.map((part, i) =>
        writtenRow(reading, open, {
          part,
          rule: settlement.rule,
          cells: open.cells,
          rowTotals,
          note: notes[i] ?? null,
          whole: settlement.parts.length === 1,
        }),
      );
      setting.draft.recoded.set(number, rows);
      return;
    }
    default: {
      const target = settlement.kind === 'recode' ? settlement : null;
      const part = {
        code: target?.code ?? '',
        label: target?.label ?? '',
        weight: 1n,
        of: 1n,
        values: open.cells.map(({ amount }) => amount.exact),
      };
      setting.draft.recoded.set(number, [
        writtenRow(reading, open, {
          part,
          rule: target?.rule ?? null,
          rowTotals,
          note: notes[0] ?? null,
          ...all,
        }),
      ]);
    }
  }
}

/** A row whose cells have dates of their own. */
function recodeWide(reading: Reading, open: OpenRow, rowTotals: readonly RowTotal[]): void {
  const { setting, table } = reading;
  const number = table.view.numbers[open.row] as number;
  const person = reading.personAt(open.row);
  const { kept, moved, parts, rejected } = settleCells(setting.run, {
    person,
    code: open.code,
    cells: open.cells,
  });
  const rule = open.code.rule.kind === 'map' ? open.code.rule : null;
  const whole = rejected.size === 0 && parts.length + (kept.length > 0 ? 1 : 0) === 1;
  const rows: OutputRow[] = [];
  if (parts.length + (kept.length > 0 ? 1 : 0) > 1) refuseRowCopies(reading, open.row);
  if (kept.length > 0) {
    const part = { code: '', label: '', weight: 1n, of: 1n, values: kept.map(({ amount }) => amount.exact) };
    rows.push(
      writtenRow(reading, open, {
        part,
        rule: null,
        cells: kept as readonly RowCell[],
        rowTotals,
        note: setting.audit ? 'kept' : null,
        whole,
      }),
    );
  }
  const notes = setting.audit && rule !== null && parts.length > 0 ? partNotes(open.code, rule, parts) : [];
  parts.forEach((part, i) => {
    rows.push(
      writtenRow(reading, open, {
        part,
        rule,
        cells: moved as readonly RowCell[],
        rowTotals,
        note: notes[i] ?? null,
        whole,
      }),
    );
  });
  setting.draft.recoded.set(number, rows);
  if (rejected.size > 0)
    setting.draft.rejected.set(
      number,
      [...rejected].map(([reason, cells]) =>
        rejectedRow(reading, open, { cells: cells as readonly RowCell[], rowTotals, reason }),
      ),
    );
}

function partNotes(code: CodeCase, rule: MapRule, parts: readonly Part[]): readonly string[] {
  return auditTexts(code.whole ?? { kind: 'split', rule, parts });
}

/** Numbers that nobody has named are not copied; a formula over its own row is computed anew in each. */
function refuseRowCopies({ table, setting }: Reading, row: number): void {
  const { view, columns } = table;
  const line = view.lines?.[row] ?? (view.numbers[row] as number);
  const isFollowing = (column: number) => {
    const formula = factAt(view, row, column)?.formula ?? null;
    return (
      formula !== null &&
      (formula === '' || new RegExp(String.raw`\$?[A-Z]{1,3}\$?${view.numbers[row]}(?!\d)`).test(formula))
    );
  };
  refuseCopies(
    columns,
    (column) =>
      isFollowing(column) || factAt(view, row, column)?.shown === 'date' ? '' : textAt(view, row, column),
    { file: setting.file, line },
  );
}
