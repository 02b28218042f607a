import type { ADOPTION_COLUMNS, Adoption, AdoptionConflict } from '../../model/adoption.ts';
import type { Lang } from '../../model/lang.ts';
import { adoptionSheetWords, adoptionTexts } from '../../words/adoption.ts';
import { saveWorkbook } from '../workbook/save-workbook.ts';
import { workbookText } from '../workbook-text.ts';
import { ADOPTION_FIELDS } from './adoption-decisions.ts';

type Column = (typeof ADOPTION_COLUMNS)[number];

const SHEET_COLUMNS: readonly (readonly [Column, number])[] = [
  ['conflict', 36],
  ['local_code', 13],
  ['local_label', 50],
  ['national_code', 13],
  ['national_label', 50],
  ['verdict', 14],
  ['reason', 30],
  ['decided_by', 16],
  ['decided_on', 13],
  ['local_fingerprint', 22],
  ['national_fingerprint', 22],
];

/** All conflicts as a workbook: both sides beside each other, the decision from a drop-down. */
export async function renderAdoptionWorkbook(
  { conflicts }: Adoption,
  { lang }: { readonly lang: Lang },
): Promise<Uint8Array> {
  const library = await import('../workbook/workbook-library.ts');
  const workbook = new library.Workbook();
  const words = adoptionSheetWords[lang];
  const sheet = workbook.addWorksheet(words.sheet, {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToHeight: 0 },
  });
  sheet.columns = SHEET_COLUMNS.map(([, width]) => ({ width }));
  const head = sheet.addRow(SHEET_COLUMNS.map(([column]) => words.columns[column]));
  head.font = { bold: true };
  for (const conflict of conflicts) {
    const row = sheet.addRow(SHEET_COLUMNS.map(([column]) => workbookText(cellOf(column, conflict, lang))));
    row.alignment = { vertical: 'top', wrapText: true };
    for (let i = 1; i <= SHEET_COLUMNS.length; i++) row.getCell(i).numFmt = '@';
    row.getCell(SHEET_COLUMNS.findIndex(([column]) => column === 'verdict') + 1).dataValidation = {
      type: 'list',
      allowBlank: true,
      formulae: [`"${words.verdicts.national},${words.verdicts.local}"`],
      showInputMessage: true,
      prompt: words.hint,
      showErrorMessage: true,
    };
  }
  for (const [i, [column]] of SHEET_COLUMNS.entries())
    if (column.endsWith('_fingerprint')) sheet.getColumn(i + 1).hidden = true;
  return saveWorkbook(workbook);
}

function cellOf(column: Column, conflict: AdoptionConflict, lang: Lang): string {
  const { conflict: about, decision, side } = conflict.outcome;
  if (column === 'conflict') return about === null ? '' : adoptionTexts[lang].conflict[about];
  if (column === 'verdict') return decision === null ? '' : adoptionSheetWords[lang].verdicts[side];
  return ADOPTION_FIELDS[column](conflict);
}
