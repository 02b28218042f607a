import type { CellObject, WorkSheet } from '@e965/xlsx';
import type { ReadLimits } from '../limits.ts';
import type { Table } from '../table.ts';
import { damaged } from '../workbook/damaged.ts';
import { formatNumber, MAX_FORMAT, numberFormat, type ShownNumber } from '../workbook/number-format.ts';
import { parseOldWorkbook } from './parse-old-workbook.ts';
import { type CellBudget, sheetTable } from './sheet-table.ts';

/**
 * Reads the sheets of a workbook of Excel's older or binary formats, with the library that knows them. Only values are
 * taken from it: what a number looks like is decided as for other workbooks.
 *
 * @throws ProcmapError `workbook-damaged`, `workbook-too-large`, `text-too-large`, `format-unsupported` for a password
 */
export async function readOldWorkbook(
  file: string,
  bytes: Uint8Array,
  limits: ReadLimits,
): Promise<readonly Table[]> {
  const book = await parseOldWorkbook(file, bytes, { limits, looks: false });
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  const { shownNumber } = await import('../workbook/shown-number.ts');
  const budget: CellBudget = { left: limits.cells };
  const names = book.SheetNames.filter((name) => book.Sheets[name] !== undefined);
  if (names.length === 0) throw damaged(file, 'no-sheets');
  return names.map((name, i) => {
    const hidden = (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) !== 0;
    return tableOf(file, name, book.Sheets[name] as WorkSheet, {
      hidden,
      date1904,
      shown: shownNumber,
      budget,
      limits,
    });
  });
}

interface SheetOptions {
  readonly hidden: boolean;
  readonly date1904: boolean;
  readonly shown: ShownNumber;
  readonly budget: CellBudget;
  readonly limits: ReadLimits;
}

function tableOf(file: string, name: string, sheet: WorkSheet, options: SheetOptions): Table {
  const { hidden, date1904, shown, budget, limits } = options;
  const table = sheetTable(file, name, hidden, budget, limits);
  sheet['!cols']?.forEach((column, i) => {
    if (column?.hidden) table.hide('column', i, i);
  });
  sheet['!rows']?.forEach((row, i) => {
    if (row?.hidden) table.hide('row', i, i);
  });
  const rows = (sheet['!data'] ?? []) as readonly (readonly (CellObject | undefined)[] | undefined)[];
  const covered = coveredCells(sheet);
  rows.forEach((cells, row) => {
    cells?.forEach((cell, column) => {
      if (!cell || covered(row, column)) return;
      if (cell.t === 'e')
        table.note('cell-error', row, column, String(cell.w ?? ERRORS[Number(cell.v)] ?? '#ERR!'));
      else if (cell.v === undefined && cell.f !== undefined)
        table.note('formula-without-value', row, column, cell.f);
      else table.set(row, column, cellText(cell, date1904, shown));
    });
  });
  return table.build();
}

const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
};

function cellText({ t, v, z }: CellObject, date1904: boolean, shown: ShownNumber): string {
  if (t === 'b') return v === true ? 'true' : 'false';
  if (t === 'n') {
    const code = typeof z === 'string' && z !== 'General' ? z.slice(0, MAX_FORMAT) : undefined;
    return formatNumber(String(v), numberFormat(0, code), { date1904, shown });
  }
  return v === undefined ? '' : String(v);
}

/** What a merge covers says nothing, whatever the file keeps there. */
function coveredCells(sheet: WorkSheet): (row: number, column: number) => boolean {
  const merges = (sheet['!merges'] ?? []).slice(0, 100_000);
  const byRow = new Map<number, (typeof merges)[number][]>();
  let left = 1_000_000;
  for (const merge of merges) {
    for (let row = merge.s.r; row <= merge.e.r && left-- > 0; row++) {
      const own = byRow.get(row);
      if (own) own.push(merge);
      else byRow.set(row, [merge]);
    }
  }
  return (row, column) =>
    byRow.get(row)?.some(({ s, e }) => column >= s.c && column <= e.c && (row !== s.r || column !== s.c)) ??
    false;
}
