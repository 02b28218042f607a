import { ADOPTION_COLUMNS, type Adoption, type AdoptionConflict } from '../../model/adoption.ts';
import type { Lang } from '../../model/lang.ts';
import { adoptionSheetWords, adoptionTexts } from '../../words/adoption.ts';
import { asText, renderCsv } from '../csv.ts';
import { saveWorkbook } from '../workbook/save-workbook.ts';
import { workbookText } from '../workbook-text.ts';
import { entryLine } from './adoption-lines.ts';

type Column = (typeof ADOPTION_COLUMNS)[number];

/** All conflicts as a file of decisions, columns as in `ADOPTION_COLUMNS`; who decides fills in `verdict`. */
export function renderAdoptionDecisionsCsv({ conflicts }: Pick<Adoption, 'conflicts'>): string {
  const rows = conflicts.map((conflict) =>
    ADOPTION_COLUMNS.map((column) => asText(FIELDS[column](conflict))),
  );
  return renderCsv([ADOPTION_COLUMNS, ...rows]);
}

const FIELDS = {
  local_code: ({ localCode }) => localCode,
  national_code: ({ nationalCode }) => nationalCode,
  conflict: ({ outcome }) => outcome.conflict ?? '',
  verdict: ({ outcome }) => (outcome.decision === null ? '' : outcome.side),
  decided_by: ({ outcome }) => outcome.decision?.by ?? '',
  decided_on: ({ outcome }) => outcome.decision?.on ?? '',
  reason: ({ outcome }) => outcome.decision?.reason ?? '',
  local_fingerprint: ({ localFingerprint }) => localFingerprint,
  national_fingerprint: ({ nationalFingerprint }) => nationalFingerprint,
  local_label: ({ outcome }) => outcome.local.map(entryLine).join('; '),
  national_label: ({ outcome }) => [...outcome.national, ...outcome.candidates].map(entryLine).join('; '),
} satisfies Record<Column, (conflict: AdoptionConflict) => string>;

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
  return FIELDS[column](conflict);
}
