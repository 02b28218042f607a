import {
  CROSSWALK_COLUMNS,
  type Crosswalk,
  type CrosswalkColumn,
  type CrosswalkRow,
} from '../model/crosswalk.ts';
import { asText, type CsvDialect, decimalComma, renderCsv, renderExcelCsv } from './csv.ts';

/** How much of a crosswalk is written: all of it, or what payroll joins with its time-sheets. */
export const CROSSWALK_PROFILES = ['full', 'payroll'] as const;
export type CrosswalkProfile = (typeof CROSSWALK_PROFILES)[number];

/** A column as it is written: those of the model, and the day the new codes hold from. */
export type WrittenColumn = CrosswalkColumn | 'valid_from';

/** The columns of a profile; `valid_from` only where the crosswalk has a date. */
export function columnsOf(profile: CrosswalkProfile, { validFrom }: Crosswalk): readonly WrittenColumn[] {
  const own = profile === 'full' ? CROSSWALK_COLUMNS : PAYROLL_COLUMNS;
  return validFrom === undefined ? own : [...own, 'valid_from'];
}

const PAYROLL_COLUMNS = ['old_code', 'new_code', 'share'] as const satisfies readonly CrosswalkColumn[];

/** The rows of a profile: payroll has no use for entries that no old code leads to. */
export function rowsOf(profile: CrosswalkProfile, { rows }: Crosswalk): readonly CrosswalkRow[] {
  return profile === 'full' ? rows : rows.filter(({ oldCode }) => oldCode !== '');
}

/** What stands in a column of a row, as text; codes and labels exactly as they are. */
export function fieldOf(column: WrittenColumn, row: CrosswalkRow, { validFrom = '' }: Crosswalk): string {
  return column === 'valid_from' ? validFrom : crosswalkField(row, column);
}

/** A field of a row of the full profile, as text. */
export function crosswalkField(row: CrosswalkRow, column: CrosswalkColumn): string {
  return FIELDS[column](row);
}

const LABELS: ReadonlySet<WrittenColumn> = new Set([
  'old_label',
  'old_path',
  'new_label',
  'new_path',
  'decided_by',
  'reason',
]);

/** Whether a column holds words of people, which a spreadsheet could take for a formula. Codes are never altered. */
export function isWords(column: WrittenColumn): boolean {
  return LABELS.has(column);
}

/** Columns that hold a number, which is written as the reader's own country writes it. */
const NUMBERS: ReadonlySet<WrittenColumn> = new Set(['share', 'confidence']);

/** The crosswalk as CSV: columns as in `CROSSWALK_COLUMNS`, or those of payroll. */
export function renderCrosswalkCsv(
  crosswalk: Crosswalk,
  profile: CrosswalkProfile = 'full',
  dialect: CsvDialect = 'standard',
): string {
  const columns = columnsOf(profile, crosswalk);
  const isExcel = dialect === 'excel-it';
  const rows = rowsOf(profile, crosswalk).map((row) =>
    columns.map((column) => {
      const text = fieldOf(column, row, crosswalk);
      if (isWords(column)) return asText(text);
      return isExcel && NUMBERS.has(column) ? decimalComma(text) : text;
    }),
  );
  return isExcel ? renderExcelCsv([columns, ...rows]) : renderCsv([columns, ...rows]);
}

const FIELDS = {
  old_code: (row) => row.oldCode,
  old_label: (row) => row.oldLabel,
  old_path: (row) => row.oldPath,
  change: (row) => row.change,
  gsim: (row) => row.gsim ?? '',
  new_code: (row) => row.newCode,
  new_label: (row) => row.newLabel,
  new_path: (row) => row.newPath,
  share: (row) => row.share ?? '',
  is_default: (row) => (row.isDefault === null ? '' : String(row.isDefault)),
  tier: (row) => row.tier,
  confidence: (row) => (row.newCode === '' ? '' : row.confidence.toFixed(3)),
  evidence: (row) => row.evidence,
  alarms: (row) => row.alarms.join('|'),
  alternatives: (row) =>
    row.alternatives.map(({ code, confidence }) => `${code}:${confidence.toFixed(2)}`).join('|'),
  decided_by: (row) => row.decidedBy,
  decided_on: (row) => row.decidedOn,
  reason: (row) => row.reason,
  fingerprint: (row) => row.fingerprint,
  complete: (row) => row.complete,
} satisfies Record<CrosswalkColumn, (row: CrosswalkRow) => string>;
