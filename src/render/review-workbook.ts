import type { Lang } from '../model/lang.ts';
import type { Review } from '../model/review.ts';
import { reviewTexts } from '../words/review.ts';
import { addEntriesSheet, addLists } from './review/review-lists.ts';
import { addReviewSheet, type ReviewLayout } from './review/review-sheet.ts';
import { addSummarySheet } from './review/summary-sheet.ts';
import { saveWorkbook } from './workbook/save-workbook.ts';
import { escapeXml } from './xml.ts';

/**
 * The review as a workbook that a person works through: a sheet of rows with cells to fill in, a summary that counts how
 * far the work is, the new entries to look things up, and the hidden lists of the drop-downs. The same review gives the
 * same bytes.
 */
export async function renderReviewWorkbook(
  review: Review,
  { lang }: { readonly lang: Lang },
): Promise<Uint8Array> {
  const library = await import('./workbook/workbook-library.ts');
  const { sheets, title, groups } = reviewTexts[lang];
  const workbook = new library.Workbook();
  workbook.title = title;
  for (const name of [sheets.review, sheets.summary, sheets.entries]) workbook.addWorksheet(name);
  workbook.addWorksheet(sheets.lists, { state: 'hidden' });
  const lists = addLists(workbook, review, lang);
  const layout = addReviewSheet(workbook, review, lang, lists);
  addSummarySheet(workbook, review, lang, layout);
  addEntriesSheet(workbook, review, lang);
  const shown = Object.entries(groups)
    .filter(([group]) => group !== 'certain')
    .map(([, name]) => name);
  return saveWorkbook(workbook, [
    { part: 'xl/worksheets/sheet1.xml', change: (xml) => filterRows(xml, shown, layout) },
    { part: 'xl/workbook.xml', change: (xml) => nameFilter(xml, sheets.review, layout) },
  ]);
}

/** Hides the certain rows by a filter: unlike a folded group, it can be opened while the sheet is protected. */
function filterRows(xml: string, shown: readonly string[], { columns }: ReviewLayout): string {
  const filters = shown.map((name) => `<filter val="${escapeXml(name)}"/>`).join('');
  const column = `<filterColumn colId="${columns.at('group') - 1}"><filters>${filters}</filters></filterColumn>`;
  return xml.replace(
    /<autoFilter ref="([^"]+)"\/>/,
    (_, ref: string) => `<autoFilter ref="${ref}">${column}</autoFilter>`,
  );
}

/** Excel looks a filter that is in force up by a hidden name. */
function nameFilter(xml: string, sheet: string, { columns, headerRow, lastRow }: ReviewLayout): string {
  const range = `'${sheet}'!$A$${headerRow}:$${columns.letter('decided_on')}$${lastRow}`;
  const name = `<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">${escapeXml(range)}</definedName>`;
  return xml.replace('<definedNames>', () => `<definedNames>${name}`);
}
