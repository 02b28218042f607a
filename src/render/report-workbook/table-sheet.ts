import type { Alignment, Border, CellValue, Fill, Font, Workbook, Worksheet } from 'exceljs';
import type { Lang } from '../../model/lang.ts';
import { reportWorkbookTexts } from '../../words/report-workbook.ts';
import { rowHeight } from './row-height.ts';

/** A column of a table: what heads it, how wide it is, and what it shows of a row. */
export interface Column<Row> {
  readonly head: string;
  /** In characters. */
  readonly width: number;
  readonly value: (row: Row) => CellValue;
  /** `text` cells stay text when they are edited; the default. */
  readonly type?: 'text' | 'percent' | 'number';
  /** Whether it is left to the screen: a page has no room for everything. */
  readonly offPage?: true;
}

export const FONT: Partial<Font> = { name: 'Calibri', size: 11 };
export const HEAD_FONT: Partial<Font> = { ...FONT, bold: true, color: { argb: 'FFFFFFFF' } };
export const HEAD_FILL: Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF12283D' } };
const LINE: Partial<Border> = { style: 'hair', color: { argb: 'FF9AA7B4' } };
const TOP: Partial<Alignment> = { vertical: 'top', wrapText: true };

/** Shared by all cells of a type: the library knows a style it has seen by its object. */
const LOOKS = {
  text: { font: FONT, alignment: TOP, border: { bottom: LINE }, numFmt: '@' },
  percent: { font: FONT, alignment: TOP, border: { bottom: LINE }, numFmt: '0%' },
  number: { font: FONT, alignment: TOP, border: { bottom: LINE }, numFmt: '#,##0.##' },
} as const;

/**
 * Adds a sheet that is one table: headings that stay in view and stand on every printed page, filters, wrapped text, as
 * wide as an A4 page on its side. Columns that are left to the screen stand last.
 */
export function addTableSheet<Row>(
  workbook: Workbook,
  name: string,
  {
    columns,
    rows,
    lang,
  }: { readonly columns: readonly Column<Row>[]; readonly rows: readonly Row[]; readonly lang: Lang },
): Worksheet {
  const sheet = workbook.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: 1, xSplit: 1 }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '1:1',
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: `&L&A&R${reportWorkbookTexts[lang].page}` },
  });
  sheet.columns = columns.map(({ width }) => ({ width }));
  addHead(sheet, columns);
  rows.forEach((row, i) => {
    const line = sheet.getRow(i + 2);
    columns.forEach(({ value, type = 'text' }, column) => {
      const cell = line.getCell(column + 1);
      cell.value = value(row);
      cell.style = LOOKS[type];
    });
    line.height = rowHeight(
      columns.map(({ width }, column) => ({ value: line.getCell(column + 1).value, width })),
    );
  });
  sheet.autoFilter = {
    from: { row: 1, column: 1 },
    to: { row: Math.max(1, rows.length + 1), column: columns.length },
  };
  const printed = columns.filter(({ offPage }) => !offPage).length;
  // The library writes a `$` before either end, and none before the rows.
  sheet.pageSetup.printArea = `A$1:${sheet.getColumn(printed).letter}$${rows.length + 1}`;
  return sheet;
}

function addHead<Row>(sheet: Worksheet, columns: readonly Column<Row>[]): void {
  columns.forEach(({ head }, i) => {
    const cell = sheet.getCell(1, i + 1);
    cell.value = head;
    cell.style = { font: HEAD_FONT, fill: HEAD_FILL, alignment: { vertical: 'middle', wrapText: true } };
  });
  sheet.getRow(1).height = 32;
}
