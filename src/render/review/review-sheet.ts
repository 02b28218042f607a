import type { Cell, CellRichTextValue, DataValidation, RichText, Row, Workbook, Worksheet } from 'exceljs';
import { CODE_LABEL_SEPARATOR, NO_TARGET_MARK, reviewWords } from '../../model/decision-words.ts';
import type { Lang } from '../../model/error.ts';
import type { ReportEntry } from '../../model/report.ts';
import type { Review, ReviewGroup, ReviewRow } from '../../model/review.ts';
import { diffLabels } from '../label-diff.ts';
import { fill, formatNumber } from '../texts/language.ts';
import { reviewTexts } from '../texts/review.ts';
import { workbookText } from '../workbook-text.ts';
import { type SheetColumn, type SheetColumns, sheetColumns } from './review-columns.ts';
import type { DropDowns } from './review-lists.ts';
import { candidateText, reviewCandidates, reviewReasons } from './review-reasons.ts';

/** Rows for further targets of split entries. */
const FREE_ROWS = 20;
const FONT = { name: 'Calibri', size: 9 } as const;
const GREY = { argb: 'FF6B6B6B' } as const;
const LINE = { style: 'thin', color: { argb: 'FFBFBFBF' } } as const;
const COLOURS: Readonly<Record<ReviewGroup | 'free' | 'fill' | 'header', string>> = {
  open: 'FFF8CBAD',
  probable: 'FFFFE699',
  decided: 'FFC6E0B4',
  certain: 'FFEDEDED',
  free: 'FFDDEBF7',
  fill: 'FFFFFBE6',
  header: 'FF1F3864',
};

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

interface Drawing {
  readonly lang: Lang;
  readonly columns: SheetColumns;
  readonly lists: DropDowns;
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

function drawRow(row: Row, review: ReviewRow, drawing: Drawing): void {
  const { lang, columns } = drawing;
  const { old, target, decision, group } = review;
  const set = (column: SheetColumn, value: Cell['value']) => {
    if (value === '') return;
    row.getCell(columns.at(column)).value = typeof value === 'string' ? workbookText(value) : value;
  };
  set('group', reviewTexts[lang].groups[group]);
  set('old_code', old?.code ?? '');
  set('old_entry', oldEntry(review, lang));
  set('proposed_code', target?.code ?? (isDropProposal(review) ? NO_TARGET_MARK : ''));
  set('proposed_entry', newEntry(review, lang));
  if (typeof target?.confidence === 'number') set('confidence', target.confidence);
  set('why', reviewReasons(review, lang).join('\n'));
  if (review.hours !== null) set('hours', Number(review.hours));
  set('old_fingerprint', old?.fingerprint ?? '');
  set('new_fingerprint', target?.fingerprint ?? '');
  set('key', old?.code ?? '');
  if (decision) {
    set('verdict', reviewWords[lang].verdicts[decision.verdict]);
    if (decision.share !== null) set('share', shareValue(decision.share));
    if (decision.isDefault !== null)
      set('is_default', decision.isDefault ? reviewWords[lang].yes : reviewWords[lang].no);
    set('reason', decision.reason);
    set('decided_by', decision.by);
    if (decision.on !== '') set('decided_on', new Date(`${decision.on}T00:00:00Z`));
  }
  finishRow(row, group, drawing);
  addDropDowns(row, review, drawing);
  row.height = heightOf(review, drawing);
}

function isDropProposal({ change, group }: ReviewRow): boolean {
  return change?.kind === 'dropped' && group !== 'open';
}

/** A row for a further target of a split entry: the old entry is chosen, too. */
function drawFreeRow(row: Row, drawing: Drawing): void {
  const { lang, columns, lists } = drawing;
  row.getCell(columns.at('group')).value = reviewTexts[lang].groups.free;
  row.getCell(columns.at('why')).value = reviewTexts[lang].freeRow;
  finishRow(row, 'free', drawing);
  const old = row.getCell(columns.at('old_code'));
  fillable(old);
  old.dataValidation = listOf(lists.old, reviewTexts[lang].badChoice);
  addDropDowns(row, null, drawing);
  const code = `${columns.letter('old_code')}${row.number}`;
  const formula = `IFERROR(LEFT(${code},FIND("${CODE_LABEL_SEPARATOR}",${code})-1),${code}&"")`;
  row.getCell(columns.at('key')).value = { formula, result: '' };
  row.height = 15;
}

function finishRow(row: Row, group: ReviewGroup | 'free', { columns }: Drawing): void {
  for (const name of columns.names) {
    const cell = row.getCell(columns.at(name));
    if (cell.font === undefined) cell.font = FONT;
    cell.border = { top: LINE, bottom: LINE, left: LINE, right: LINE };
    cell.alignment = { vertical: 'top', wrapText: true };
    if (columns.look(name).fill) fillable(cell);
  }
  row.getCell(columns.at('group')).fill = solid(COLOURS[group]);
  row.getCell(columns.at('confidence')).numFmt = '0%';
  row.getCell(columns.at('share')).numFmt = '0.######';
  row.getCell(columns.at('decided_on')).numFmt = 'dd/mm/yyyy';
  if (columns.at('hours') > 0) row.getCell(columns.at('hours')).numFmt = '#,##0.##';
}

function addDropDowns(row: Row, review: ReviewRow | null, { lang, columns, lists }: Drawing): void {
  const texts = reviewTexts[lang];
  const { verdicts, yes, no } = reviewWords[lang];
  const at = (column: SheetColumn) => row.getCell(columns.at(column));
  const words = verdictsFor(review).map((verdict) => verdicts[verdict]);
  at('verdict').dataValidation = listOf(`"${words.join(',')}"`, texts.badVerdict);
  at('chosen_entry').dataValidation = listOf(lists.newFor(review), texts.badChoice);
  at('is_default').dataValidation = listOf(`"${yes},${no}"`, texts.badVerdict);
  at('share').dataValidation = {
    type: 'decimal',
    operator: 'between',
    formulae: [0, 1],
    ...complaint(texts.badShare),
  };
  at('decided_on').dataValidation = {
    type: 'date',
    operator: 'greaterThan',
    formulae: [new Date(Date.UTC(2000, 0, 1))],
    ...complaint(texts.badDate),
  };
}

function verdictsFor(review: ReviewRow | null): readonly ('accept' | 'reject' | 'drop' | 'add')[] {
  if (review === null) return ['accept'];
  if (review.old === null) return ['add'];
  if (review.target !== null) return ['accept', 'reject', 'drop'];
  return isDropProposal(review) ? ['accept', 'drop'] : ['drop'];
}

function listOf(formula: string, text: { readonly title: string; readonly text: string }): DataValidation {
  return { type: 'list', formulae: [formula], ...complaint(text) };
}

function complaint({ title, text }: { readonly title: string; readonly text: string }) {
  return { allowBlank: true, showErrorMessage: true, errorTitle: title, error: text };
}

/** The label, differing words in bold, and small below it where the entry stands. */
function oldEntry({ old, target }: ReviewRow, lang: Lang): Cell['value'] {
  if (old === null) return reviewTexts[lang].added;
  return entryText(old, labelRuns(old.label, target?.label ?? null, 'removed'), lang);
}

function newEntry(review: ReviewRow, lang: Lang): Cell['value'] {
  const { old, target } = review;
  if (target === null)
    return isDropProposal(review) ? reviewTexts[lang].dropped : candidateCell(review, lang);
  return entryText(target, labelRuns(target.label, old?.label ?? null, 'inserted'), lang);
}

/** What an open entry may correspond to, a line each. */
function candidateLines(review: ReviewRow, lang: Lang): readonly string[] {
  return review.group === 'open' ? reviewCandidates(review).map((each) => candidateText(each, lang)) : [];
}

function candidateCell(review: ReviewRow, lang: Lang): Cell['value'] {
  const candidates = candidateLines(review, lang);
  if (candidates.length === 0) return '';
  const head: RichText = { text: reviewTexts[lang].candidates, font: { ...FONT, italic: true, color: GREY } };
  return { richText: [head, { text: `\n${workbookText(candidates.join('\n'))}`, font: FONT }] };
}

function labelRuns(label: string, other: string | null, mark: 'removed' | 'inserted'): readonly RichText[] {
  if (other === null || other === label) return [{ text: workbookText(label), font: FONT }];
  const parts = mark === 'removed' ? diffLabels(label, other) : diffLabels(other, label);
  const own = parts.filter(({ kind }) => kind === 'same' || kind === mark);
  return own.map(({ kind, text }, i) => ({
    text: workbookText(i === 0 ? text : ` ${text}`),
    font: kind === 'same' ? FONT : { ...FONT, bold: true },
  }));
}

function entryText({ label, path }: ReportEntry, runs: readonly RichText[], lang: Lang): CellRichTextValue {
  const shown = label === '' ? [{ text: reviewTexts[lang].noLabel, font: { ...FONT, italic: true } }] : runs;
  const below: RichText = { text: `\n${workbookText(path)}`, font: { ...FONT, size: 7, color: GREY } };
  return { richText: [...shown, ...(path === '' ? [] : [below])] };
}

/** A share the number format shows as it is; one with more digits than a number keeps stays text. */
function shareValue(share: string): number | string {
  return String(Number(share)) === share ? Number(share) : share;
}

/** Characters that fit on a line of a column, per unit of its width, at the sizes labels and paths are set in. */
const LABEL_FIT = 1.28;
const PATH_FIT = 1.65;
/** The most points a row can have. */
const TALLEST = 409;

/** Excel fits the height of a row to wrapped text only when someone touches it, so it is estimated. */
function heightOf(row: ReviewRow, { lang, columns }: Drawing): number {
  const lines = (texts: readonly string[], column: SheetColumn, fit: number) => {
    const room = columns.look(column).width * fit;
    return texts.reduce((sum, text) => sum + (text === '' ? 0 : Math.ceil(text.length / room)), 0);
  };
  const entry = (each: ReportEntry | null, column: SheetColumn) =>
    each === null
      ? 0
      : 12 * lines([each.label || ' '], column, LABEL_FIT) + 9.5 * lines([each.path], column, PATH_FIT);
  const candidates = candidateLines(row, lang);
  const heights = [
    entry(row.old, 'old_entry'),
    entry(row.target, 'proposed_entry'),
    12 * lines(['', ...candidates], 'proposed_entry', LABEL_FIT) + (candidates.length > 0 ? 12 : 0),
    12 * lines(reviewReasons(row, lang), 'why', LABEL_FIT),
  ];
  return Math.min(TALLEST, Math.max(15, Math.ceil(Math.max(...heights)) + 4));
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

function fillable(cell: Cell): void {
  cell.protection = { locked: false };
  cell.fill = solid(COLOURS.fill);
  cell.border = { top: LINE, bottom: LINE, left: LINE, right: LINE };
  if (cell.font === undefined) cell.font = FONT;
}

function solid(argb: string) {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb } } as const;
}

/** Conditional formats take the colour from the background, where plain ones take it from the foreground. */
function background(argb: string) {
  return { type: 'pattern', pattern: 'solid', bgColor: { argb } } as const;
}
