import type { Workbook, Worksheet } from 'exceljs';
import type { Lang } from '../../model/lang.ts';
import type { ReportEntry } from '../../model/report.ts';
import type { Review, ReviewChoice, ReviewRow } from '../../model/review.ts';
import { columnName } from '../../values/table.ts';
import { reviewTexts } from '../../words/review.ts';
import { CODE_LABEL_SEPARATOR, reviewWords, staysText } from '../../words/review-words.ts';
import { workbookText } from '../workbook-text.ts';
import { missingCodeOf } from './review-cells.ts';

/** Ranges that drop-downs choose from. */
export interface DropDowns {
  /** All old entries. */
  readonly old: string;
  /** All new entries; for a row that has candidates, these come first. */
  readonly newFor: (row: ReviewRow | null) => string;
}

/** A list of its own for each row that has candidates, unless that would be this many cells. */
const MAX_CELLS = 250_000;
/** Excel cuts what a cell of a drop-down shows; a label needs no more to be told from others. */
const MAX_LENGTH = 150;

/** Writes the hidden sheet that the drop-downs of the review sheet choose from. */
export function addLists(workbook: Workbook, review: Review, lang: Lang): DropDowns {
  const sheet = workbook.getWorksheet(reviewTexts[lang].sheets.lists) as Worksheet;
  const all = review.choices.map(choiceText);
  const old = [...new Map(review.rows.flatMap((row) => (row.old ? [[row.old.id, row.old] as const] : [])))]
    .sort(([a], [b]) => a - b)
    .map(([, entry]) => choiceText(entry));
  let used = 0;
  const add = (texts: readonly string[]): string => {
    used++;
    texts.forEach((text, i) => {
      sheet.getCell(i + 1, used).value = workbookText(text);
    });
    const column = columnName(used - 1);
    return `${quoted(sheet.name)}!$${column}$1:$${column}$${Math.max(1, texts.length)}`;
  };
  const ranges = { old: add(old), new: add(all) };
  const rows = review.rows.filter(hasCandidates);
  const own = rows.length * all.length <= MAX_CELLS;
  const listFor = (row: ReviewRow): readonly string[] => {
    const missing = missingCodeOf(row);
    return [...(missing === null ? [] : [staysText(lang, missing)]), ...candidatesFirst(row, all)];
  };
  const byRow = new Map(own ? rows.map((row) => [row, add(listFor(row))]) : []);
  return { old: ranges.old, newFor: (row) => (row && byRow.get(row)) || ranges.new };
}

/** The sheet where a person looks new entries up: what they are, and what goes there as things stand. */
export function addEntriesSheet(workbook: Workbook, review: Review, lang: Lang): void {
  const texts = reviewTexts[lang];
  const { columns } = reviewWords[lang];
  const sheet = workbook.getWorksheet(texts.sheets.entries) as Worksheet;
  sheet.columns = [
    { header: columns.new_code, width: 12 },
    { header: texts.headings.label, width: 60 },
    { header: texts.headings.path, width: 60 },
    { header: texts.headings.sources, width: 24 },
    { header: columns.new_fingerprint, width: 22, hidden: true },
  ];
  for (const { code, label, path, sources, fingerprint } of review.choices) {
    const from = sources.length === 0 ? texts.added : sources.join(', ');
    const shown = [code, label === '' ? texts.noLabel : label, path, from, fingerprint];
    sheet.addRow(shown.map(workbookText));
  }
  sheet.eachRow((row, at) => {
    row.font =
      at === 1
        ? { name: 'Calibri', size: 9, bold: true, color: { argb: 'FFFFFFFF' } }
        : { name: 'Calibri', size: 9 };
    row.alignment = { vertical: 'top', wrapText: true };
    row.height = at === 1 ? 18 : heightOf(review.choices[at - 2]);
    row.eachCell((cell) => {
      if (at === 1) cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF1F3864' } };
      cell.border = { bottom: { style: 'hair', color: { argb: 'FFBFBFBF' } } };
    });
  });
  sheet.views = [{ state: 'frozen', ySplit: 1 }];
  sheet.autoFilter = { from: 'A1', to: `D${review.choices.length + 1}` };
  sheet.pageSetup = {
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToHeight: 0,
    printTitlesRow: '1:1',
  };
  void sheet.protect('', {
    selectLockedCells: true,
    autoFilter: true,
    formatColumns: true,
    formatRows: true,
  });
}

const CHARACTERS_PER_LINE = 72;

/** Spreadsheets do not fit the height of rows to wrapped text by themselves. */
function heightOf(choice: ReviewChoice | undefined): number {
  const lines = (text = '') => Math.ceil(text.length / CHARACTERS_PER_LINE);
  return (
    12 * Math.max(1, lines(choice?.label), lines(choice?.path), lines(choice?.sources.join(', ')) * 3) + 3
  );
}

function hasCandidates({ change, group }: ReviewRow): boolean {
  return group === 'possibly-lost' || (group !== 'certain' && (change?.candidates.length ?? 0) > 0);
}

function candidatesFirst({ change }: ReviewRow, all: readonly string[]): readonly string[] {
  const best = (change?.candidates ?? []).map(choiceText);
  const first = new Set(best);
  return [...best, ...all.filter((text) => !first.has(text))];
}

function choiceText({ code, label }: ReportEntry): string {
  const text = label === '' ? code : `${code}${CODE_LABEL_SEPARATOR}${label}`;
  return text.length <= MAX_LENGTH ? text : `${text.slice(0, MAX_LENGTH - 1).trimEnd()}…`;
}

function quoted(sheet: string): string {
  return `'${sheet.replaceAll("'", "''")}'`;
}
