import type { Row, Worksheet } from 'exceljs';
import type { Crosswalk } from '../model/crosswalk.ts';
import type { Lang } from '../model/lang.ts';
import {
  type CrosswalkProfile,
  columnsOf,
  fieldOf,
  isWords,
  rowsOf,
  type WrittenColumn,
} from './crosswalk-csv.ts';
import { addPayrollSheet } from './payroll-sheet.ts';
import { saveWorkbook } from './workbook/save-workbook.ts';
import { workbookText } from './workbook-text.ts';

const WIDTHS: Partial<Readonly<Record<WrittenColumn, number>>> = {
  old_label: 50,
  old_path: 50,
  new_label: 50,
  new_path: 50,
  change: 18,
  evidence: 40,
  alternatives: 30,
  alarms: 22,
  reason: 40,
  decided_by: 18,
  fingerprint: 22,
};
const NUMBERS: ReadonlySet<WrittenColumn> = new Set(['share', 'confidence']);
const TIER_COLOURS: Readonly<Record<string, string>> = { open: 'FFF8CBAD', probable: 'FFFFE699' };

/**
 * The crosswalk as a workbook, columns as in the CSV; for payroll there is a sheet for people before it. Codes are text
 * cells, whatever they look like.
 */
export async function renderCrosswalkWorkbook(
  crosswalk: Crosswalk,
  profile: CrosswalkProfile,
  lang: Lang = 'it',
): Promise<Uint8Array> {
  const library = await import('./workbook/workbook-library.ts');
  const workbook = new library.Workbook();
  if (profile === 'payroll') addPayrollSheet(workbook, crosswalk, lang);
  const columns = columnsOf(profile, crosswalk);
  const sheet = workbook.addWorksheet('crosswalk', {
    views: [{ state: 'frozen', ySplit: 1, xSplit: 1 }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToHeight: 0 },
  });
  sheet.pageSetup.printTitlesRow = '1:1';
  sheet.columns = columns.map((name) => ({ width: WIDTHS[name] ?? 12 }));
  sheet.addRow([...columns]).font = { bold: true };
  for (const row of rowsOf(profile, crosswalk)) {
    const fields = columns.map((column) => fieldOf(column, row, crosswalk));
    fillRow(sheet, columns, fields, TIER_COLOURS[row.tier]);
  }
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: sheet.rowCount, column: columns.length } };
  return saveWorkbook(workbook);
}

function fillRow(
  sheet: Worksheet,
  columns: readonly WrittenColumn[],
  fields: readonly string[],
  colour: string | undefined,
): void {
  const row: Row = sheet.addRow(columns.map((column, i) => cellValue(column, fields[i] ?? '')));
  row.eachCell((cell, at) => {
    const column = columns[at - 1];
    if (column === undefined) return;
    cell.alignment = { vertical: 'top', wrapText: isWords(column) };
    if (!NUMBERS.has(column)) cell.numFmt = '@';
    if (column === 'tier' && colour !== undefined) {
      cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: colour } };
    }
  });
}

/** A string stays text whatever it begins with: only a formula object is written as a formula. */
function cellValue(column: WrittenColumn, field: string): string | number | null {
  if (field === '') return null;
  const number = Number(field);
  const exact = column === 'confidence' || String(number) === field;
  return NUMBERS.has(column) && exact ? number : workbookText(field);
}
