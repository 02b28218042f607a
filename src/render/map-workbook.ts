import type { Style, Workbook, Worksheet } from 'exceljs';
import type { ProcessMap } from '../model/process-map.ts';
import { type MapSheet, mapSheets, type RowKind, type SheetRow, type WorkbookLayout } from './map-sheets.ts';
import { saveWorkbook } from './workbook/save-workbook.ts';
import { workbookText } from './workbook-text.ts';

const GREY = { style: 'thin', color: { argb: 'FF9E9E9E' } } as const;
const BORDER = { top: GREY, left: GREY, bottom: GREY, right: GREY };

/** A map as a workbook in the local or the national layout, with merged cells as the real ones have them. */
export async function renderMapWorkbook(map: ProcessMap, layout: WorkbookLayout): Promise<Uint8Array> {
  const library = await import('./workbook/workbook-library.ts');
  const workbook: Workbook = new library.Workbook();
  workbook.title = map.title ?? '';
  for (const sheet of mapSheets(map, layout)) addSheet(workbook, sheet);
  return saveWorkbook(workbook);
}

function addSheet(workbook: Workbook, sheet: MapSheet): void {
  const header = sheet.rows.findIndex(({ kind }) => kind === 'header') + 1;
  const target = workbook.addWorksheet(sheet.name, {
    views: [{ state: 'frozen', ySplit: header }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToHeight: 0 },
  });
  target.pageSetup.printTitlesRow = `${header}:${header}`;
  target.columns = sheet.widths.map((width) => ({ width }));
  sheet.rows.forEach(({ kind, cells }, i) => {
    const row = target.getRow(i + 1);
    cells.forEach((text, column) => {
      const cell = row.getCell(column + 1);
      // A string stays text whatever it begins with: only a formula object is written as a formula.
      if (text !== '') cell.value = workbookText(text);
      cell.style = LOOKS[kind];
    });
  });
  mergeDown(target, sheet.rows);
}

/** Shared by all cells of a kind: the library knows a style it has seen by its object. */
const LOOKS: Readonly<Record<RowKind, Partial<Style>>> = {
  title: { font: { size: 14, bold: true } },
  heading: { font: { bold: true } },
  header: { font: { bold: true }, alignment: { vertical: 'top', wrapText: true }, border: BORDER },
  entry: { alignment: { vertical: 'top', wrapText: true }, border: BORDER },
};

/** Merging costs the square of the merged cells; in larger maps a branch stands in its first row only, as in CSV. */
const MERGED_ROWS = 5000;

/** The cell of a branch reaches down to the end of the branch. */
function mergeDown(target: Worksheet, rows: readonly SheetRow[]): void {
  if (rows.length > MERGED_ROWS) return;
  const starts = new Map<number, number>();
  const end = (from: number, row: number) => {
    for (const [column, start] of starts) {
      if (column < from) continue;
      if (row - 1 > start) target.mergeCells(start + 1, column + 1, row, column + 1);
      starts.delete(column);
    }
  };
  rows.forEach(({ endsFrom, branches }, row) => {
    end(endsFrom, row);
    for (const column of branches) starts.set(column, row);
  });
  end(0, rows.length);
}
