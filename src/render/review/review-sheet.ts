import type { Workbook, Worksheet } from 'exceljs';
import type { Lang } from '../../model/lang.ts';
import type { Review, ReviewRow } from '../../model/review.ts';
import { fill, formatNumber } from '../../words/language.ts';
import { reviewTexts } from '../../words/review.ts';
import { reviewWords } from '../../words/review-words.ts';
import { type SheetColumn, type SheetColumns, sheetColumns } from './review-columns.ts';
import type { DropDowns } from './review-lists.ts';
import { background, COLOURS, FONT, fillable, solid } from './review-look.ts';
import { drawFreeRow, drawRow } from './review-rows.ts';

/** Rows for further targets of split entries. */
const FREE_ROWS = 20;

/** Where the rows of the review sheet stand, for the formulas of others. */
export interface ReviewLayout {
  readonly columns: SheetColumns;
  readonly headerRow: number;
  readonly firstRow: number;
  readonly lastRow: number;
}

/** Lays out the sheet a person works through. */
export function addReviewSheet(
  workbook: Workbook,
  review: Review,
  lang: Lang,
  lists: DropDowns,
): ReviewLayout {
  const texts = reviewTexts[lang];
  const columns = sheetColumns(lang, review.withHours);
  const headerRow = 6;
  const layout: ReviewLayout = {
    columns,
    headerRow,
    firstRow: headerRow + 1,
    lastRow: headerRow + review.rows.length + FREE_ROWS,
  };
  const sheet = workbook.getWorksheet(texts.sheets.review) as Worksheet;
  sheet.columns = columns.names.map((name) => {
    const { width, hidden = false } = columns.look(name);
    return { width, hidden };
  });
  addHead(sheet, review, lang, layout);
  const { work, certain } = partition(review.rows);
  let at = layout.firstRow;
  for (const row of work) drawRow(sheet.getRow(at++), row, { lang, columns, lists });
  for (let i = 0; i < FREE_ROWS; i++) drawFreeRow(sheet.getRow(at++), { lang, columns, lists });
  for (const row of certain) {
    drawRow(sheet.getRow(at), row, { lang, columns, lists });
    sheet.getRow(at++).hidden = true;
  }
  addConditions(sheet, layout, lang);
  addFrame(sheet, layout, lang);
  return layout;
}

function partition(rows: readonly ReviewRow[]): {
  readonly work: readonly ReviewRow[];
  readonly certain: readonly ReviewRow[];
} {
  return {
    work: rows.filter(({ group }) => group !== 'certain'),
    certain: rows.filter(({ group }) => group === 'certain'),
  };
}

/** Title, help, and who decides: said once for all rows. */
function addHead(sheet: Worksheet, review: Review, lang: Lang, { columns, headerRow }: ReviewLayout): void {
  const texts = reviewTexts[lang];
  const last = columns.at('decided_on');
  const maps = fill(texts.maps, { old: review.old.name, new: review.new.name });
  const certain = review.rows.filter(({ group }) => group === 'certain').length;
  const hidden = fill(texts.hiddenCertain, { count: formatNumber(lang, certain) });
  [texts.title, maps, [...texts.help, ...(certain > 0 ? [hidden] : [])].join('\n')].forEach((text, i) => {
    const cell = sheet.getCell(i + 1, 1);
    cell.value = text;
    cell.font = i === 0 ? { ...FONT, size: 16, bold: true } : { ...FONT, size: i === 1 ? 11 : 9 };
    cell.alignment = { vertical: 'top', wrapText: i === 2 };
    sheet.mergeCells(i + 1, 1, i + 1, last);
  });
  sheet.getRow(3).height = 50;
  addAuthor(sheet, lang);
  for (const name of columns.names) {
    const cell = sheet.getCell(headerRow, columns.at(name));
    cell.value = columns.heading(name);
    cell.font = { ...FONT, bold: true, color: { argb: 'FFFFFFFF' } };
    cell.fill = solid(COLOURS.header);
    cell.alignment = { vertical: 'middle', wrapText: true };
  }
  sheet.getRow(headerRow).height = 28;
}

function addAuthor(sheet: Worksheet, lang: Lang): void {
  const { columns } = reviewWords[lang];
  for (const [at, text] of [
    [1, columns.decided_by],
    [4, columns.decided_on],
  ] as const) {
    const label = sheet.getCell(4, at);
    label.value = `${text}:`;
    label.font = { ...FONT, bold: true };
    const cell = sheet.getCell(4, at === 1 ? 3 : 5);
    fillable(cell);
    if (at === 4) cell.numFmt = 'dd/mm/yyyy';
    cell.alignment = { horizontal: 'left' };
  }
  sheet.getCell(4, 4).alignment = { horizontal: 'right' };
}

/** Rows that are decided turn green, what contradicts itself turns red. */
function addConditions(sheet: Worksheet, { columns, firstRow, lastRow }: ReviewLayout, lang: Lang): void {
  const cell = (column: SheetColumn) => `$${columns.letter(column)}${firstRow}`;
  const all = (column: SheetColumn) =>
    `$${columns.letter(column)}$${firstRow}:$${columns.letter(column)}$${lastRow}`;
  const range = (from: SheetColumn, to: SheetColumn) =>
    `${columns.letter(from)}${firstRow}:${columns.letter(to)}${lastRow}`;
  const sum = `SUMIF(${all('key')},${cell('key')},${all('share')})`;
  const { accept, reject } = reviewWords[lang].verdicts;
  const red = { fill: background('FFFF9999') };
  sheet.addConditionalFormatting({
    ref: range('share', 'share'),
    rules: [expression(`AND(${cell('key')}<>"",${sum}<>0,ABS(${sum}-1)>0.000000001)`, red, 1)],
  });
  sheet.addConditionalFormatting({
    ref: range('verdict', 'chosen_entry'),
    rules: [
      expression(
        `AND(OR(${cell('verdict')}="${accept}",${cell('verdict')}="${reject}"),${cell('proposed_code')}="",${cell('chosen_entry')}="")`,
        red,
        2,
      ),
    ],
  });
  sheet.addConditionalFormatting({
    ref: range('group', 'decided_on'),
    rules: [
      expression(
        `OR(${cell('verdict')}<>"",${cell('chosen_entry')}<>"")`,
        { fill: background('FFE2F0D9') },
        3,
      ),
    ],
  });
}

function expression(formula: string, style: { fill: ReturnType<typeof background> }, priority: number) {
  return { type: 'expression' as const, formulae: [formula], style, priority };
}

/** Only the cells to fill in can be changed; filtering, and the size of rows and columns, stay the reader's own. */
function addFrame(sheet: Worksheet, { columns, headerRow, lastRow }: ReviewLayout, lang: Lang): void {
  sheet.views = [{ state: 'frozen', xSplit: 2, ySplit: headerRow, zoomScale: 100, showGridLines: false }];
  sheet.autoFilter = {
    from: { row: headerRow, column: 1 },
    to: { row: lastRow, column: columns.at('decided_on') },
  };
  sheet.pageSetup = {
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    margins: { left: 0.3, right: 0.3, top: 0.4, bottom: 0.5, header: 0.2, footer: 0.25 },
    printTitlesRow: `${headerRow}:${headerRow}`,
    // The library makes the first half of each reference absolute, and leaves the rows as they are given.
    printArea: `A$1:${columns.letter('decided_on')}$${lastRow}`,
  };
  sheet.headerFooter.oddFooter = `&L${reviewTexts[lang].title}&R${reviewTexts[lang].page}`;
  void sheet.protect('', {
    selectLockedCells: true,
    selectUnlockedCells: true,
    formatRows: true,
    formatColumns: true,
    autoFilter: true,
  });
}
