import type { Cell, Workbook, Worksheet } from 'exceljs';
import type { Lang } from '../../model/lang.ts';
import { REVIEW_GROUPS, type Review, type ReviewGroup } from '../../model/review.ts';
import { fill } from '../../words/language.ts';
import { reviewTexts } from '../../words/review.ts';
import type { SheetColumn } from './review-columns.ts';
import type { ReviewLayout } from './review-sheet.ts';

const FONT = { name: 'Calibri', size: 11 } as const;
const BAR = 20;
const BAR_FONT = { ...FONT, color: { argb: 'FF548235' } } as const;

/** Lays out the sheet that counts, by formulas, how far the review is, and says what comes next. */
export function addSummarySheet(workbook: Workbook, review: Review, lang: Lang, layout: ReviewLayout): void {
  const texts = reviewTexts[lang];
  const sheet = workbook.getWorksheet(texts.sheets.summary) as Worksheet;
  sheet.columns = [62, 10, 10, 10, 32, 12, 14].map((width) => ({ width }));
  const title = sheet.getCell('A1');
  title.value = texts.summary.title;
  title.font = { ...FONT, size: 16, bold: true };
  sheet.getCell('A2').value = fill(texts.maps, { old: review.old.name, new: review.new.name });
  addTable(sheet, review, lang, layout);
  addChecks(sheet, lang, layout);
  addNextSteps(sheet, review, lang);
  sheet.views = [{ showGridLines: false }];
  sheet.pageSetup = { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToHeight: 0 };
  sheet.eachRow((row) => {
    row.eachCell((cell) => {
      if (cell.font === undefined) cell.font = FONT;
    });
  });
  void sheet.protect('', { selectLockedCells: true, formatColumns: true });
}

const FIRST = 5;

function addTable(sheet: Worksheet, review: Review, lang: Lang, layout: ReviewLayout): void {
  const { summary, groups } = reviewTexts[lang];
  const hours = review.withHours ? [summary.hours, summary.hoursLeft] : [];
  const heads = [summary.group, summary.entries, summary.decided, summary.left, summary.progress, ...hours];
  heads.forEach((head, i) => {
    const cell = sheet.getCell(FIRST - 1, i + 1);
    cell.value = head;
    if (i !== 0 && i !== 4) cell.alignment = { horizontal: 'right' };
    cell.font = { ...FONT, bold: true, color: { argb: 'FFFFFFFF' } };
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF1F3864' } };
  });
  for (const [i, group] of REVIEW_GROUPS.entries()) {
    addGroup(sheet, FIRST + i, { group, review, name: groups[group], layout, lang });
  }
  addTotal(sheet, FIRST + REVIEW_GROUPS.length, review, lang);
}

interface GroupLine {
  readonly group: ReviewGroup;
  readonly name: string;
  readonly review: Review;
  readonly layout: ReviewLayout;
  readonly lang: Lang;
}

function addGroup(sheet: Worksheet, row: number, { group, name, review, layout, lang }: GroupLine): void {
  const range = rangesOf(layout, lang);
  const own = review.rows.filter((each) => each.group === group);
  const decided = own.filter((each) => each.decision !== null).length;
  const isGroup = `(${range('group')}=A${row})`;
  const isDecided = `((${range('verdict')}<>"")+(${range('chosen_entry')}<>"")>0)`;
  sheet.getCell(row, 1).value = name;
  formula(sheet.getCell(row, 2), `COUNTIF(${range('group')},A${row})`, own.length);
  formula(sheet.getCell(row, 3), `SUMPRODUCT(${isGroup}*${isDecided})`, decided);
  addProgress(sheet, row, own.length, group === 'certain' ? own.length : decided, group !== 'certain');
  if (!review.withHours) return;
  const sum = own.reduce((total, each) => total + Number(each.hours ?? 0), 0);
  const left = own
    .filter(({ decision }) => decision === null)
    .reduce((total, each) => total + Number(each.hours ?? 0), 0);
  formula(sheet.getCell(row, 6), `SUMIF(${range('group')},A${row},${range('hours')})`, sum);
  const unsettled = group === 'certain' ? '0' : `SUMPRODUCT(${isGroup}*(1-${isDecided})*${range('hours')})`;
  formula(sheet.getCell(row, 7), unsettled, group === 'certain' ? 0 : left);
  for (const column of [6, 7]) sheet.getCell(row, column).numFmt = '#,##0.00';
}

function addTotal(sheet: Worksheet, row: number, review: Review, lang: Lang): void {
  sheet.getCell(row, 1).value = reviewTexts[lang].summary.total;
  const columns = review.withHours ? [2, 3, 4, 6, 7] : [2, 3, 4];
  for (const column of columns) {
    const letter = 'ABCDEFG'[column - 1];
    const above = Array.from(
      { length: row - FIRST },
      (_, i) => sheet.getCell(FIRST + i, column).result as number,
    );
    const total = above.reduce((sum, value) => sum + value, 0);
    formula(sheet.getCell(row, column), `SUM(${letter}${FIRST}:${letter}${row - 1})`, total);
    sheet.getCell(row, column).numFmt = column < 6 ? '#,##0' : '#,##0.00';
  }
  sheet.getCell(row, 5).font = BAR_FONT;
  const [all, left] = [2, 4].map((column) => sheet.getCell(row, column).result as number) as [number, number];
  formula(sheet.getCell(row, 5), barFormula(`(B${row}-D${row})`, row), bar(all - left, all));
  for (let column = 1; column <= Math.max(5, ...columns); column++) {
    const cell = sheet.getCell(row, column);
    cell.font = { ...cell.font, ...FONT, bold: true };
    cell.border = { top: { style: 'thin' } };
  }
}

/** Certain rows need no decision, so none of them is left. */
function addProgress(sheet: Worksheet, row: number, all: number, done: number, counted: boolean): void {
  formula(sheet.getCell(row, 4), counted ? `B${row}-C${row}` : '0', all - done);
  formula(sheet.getCell(row, 5), barFormula(`(B${row}-D${row})`, row), bar(done, all));
  sheet.getCell(row, 5).font = BAR_FONT;
}

function barFormula(done: string, row: number): string {
  const filled = `ROUND(${BAR}*${done}/MAX(1,B${row}),0)`;
  return `REPT("█",${filled})&REPT("░",IF(B${row}=0,0,${BAR}-${filled}))`;
}

function bar(done: number, all: number): string {
  const filled = Math.round((BAR * done) / Math.max(1, all));
  return '█'.repeat(filled) + '░'.repeat(all === 0 ? 0 : BAR - filled);
}

function addChecks(sheet: Worksheet, lang: Lang, layout: ReviewLayout): void {
  const { summary } = reviewTexts[lang];
  const range = rangesOf(layout, lang);
  const first = FIRST + REVIEW_GROUPS.length + 3;
  const title = sheet.getCell(first - 1, 1);
  title.value = summary.checks;
  title.font = { ...FONT, bold: true };
  const isDecided = `((${range('verdict')}<>"")+(${range('chosen_entry')}<>"")>0)`;
  const sums = `SUMIF(${range('key')},${range('key')},${range('share')})`;
  const checks = [
    [summary.sharesWrong, `SUMPRODUCT((${range('key')}<>"")*(${sums}<>0)*(ABS(${sums}-1)>0.000000001))`],
    [
      summary.noAuthor,
      `IF(${quoted(reviewTexts[lang].sheets.review)}!$C$4<>"",0,SUMPRODUCT(${isDecided}*(${range('decided_by')}="")))`,
    ],
  ] as const;
  checks.forEach(([text, count], i) => {
    const label = sheet.getCell(first + i, 1);
    label.value = text;
    sheet.getCell(first + i, 2).alignment = { horizontal: 'right' };
    formula(sheet.getCell(first + i, 2), `IF(${count}=0,"${summary.ok}",${count})`, summary.ok);
  });
}

function addNextSteps(sheet: Worksheet, review: Review, lang: Lang): void {
  const { summary } = reviewTexts[lang];
  const first = FIRST + REVIEW_GROUPS.length + 7;
  const title = sheet.getCell(first - 1, 1);
  title.value = summary.next;
  title.font = { ...FONT, bold: true };
  reviewTexts[lang].nextSteps.forEach((step, i) => {
    const cell = sheet.getCell(first + i, 1);
    const isCommand = step.startsWith('procmap');
    cell.value = fill(step, { old: review.old.name, new: review.new.name });
    if (isCommand) cell.font = { name: 'Consolas', size: 10 };
  });
}

function rangesOf({ columns, firstRow, lastRow }: ReviewLayout, lang: Lang): (column: SheetColumn) => string {
  const sheet = quoted(reviewTexts[lang].sheets.review);
  return (column) => `${sheet}!$${columns.letter(column)}$${firstRow}:$${columns.letter(column)}$${lastRow}`;
}

function quoted(sheet: string): string {
  return `'${sheet}'`;
}

/** A formula with the result it has now, for programs that show files without calculating. */
function formula(cell: Cell, text: string, result: number | string): void {
  cell.value = { formula: text, result };
}
