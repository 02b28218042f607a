import {
  CROSSWALK_COLUMNS,
  type Crosswalk,
  type CrosswalkColumn,
  type CrosswalkRow,
} from '../model/crosswalk.ts';
import { asText, renderCsv } from './csv.ts';

/** The full crosswalk as CSV, columns as in `CROSSWALK_COLUMNS`. */
export function renderCrosswalkCsv(crosswalk: Crosswalk): string {
  const rows = crosswalk.rows.map((row) => CROSSWALK_COLUMNS.map((column) => crosswalkField(row, column)));
  return renderCsv([CROSSWALK_COLUMNS, ...rows]);
}

/** A field of a row as tables show it; text that a spreadsheet would run is kept text. */
export function crosswalkField(row: CrosswalkRow, column: CrosswalkColumn): string {
  return FIELDS[column](row);
}

const FIELDS = {
  old_code: (row) => row.oldCode,
  old_label: (row) => asText(row.oldLabel),
  old_path: (row) => asText(row.oldPath),
  change: (row) => row.change,
  gsim: (row) => row.gsim ?? '',
  new_code: (row) => row.newCode,
  new_label: (row) => asText(row.newLabel),
  new_path: (row) => asText(row.newPath),
  share: (row) => row.share ?? '',
  is_default: (row) => (row.isDefault === null ? '' : String(row.isDefault)),
  tier: (row) => row.tier,
  confidence: (row) => (row.newCode === '' ? '' : row.confidence.toFixed(3)),
  evidence: (row) => row.evidence,
  alarms: (row) => row.alarms.join('|'),
  alternatives: (row) =>
    row.alternatives.map(({ code, confidence }) => `${code}:${confidence.toFixed(2)}`).join('|'),
  decided_by: (row) => asText(row.decidedBy),
  decided_on: (row) => row.decidedOn,
  reason: (row) => asText(row.reason),
  fingerprint: (row) => row.fingerprint,
} satisfies Record<CrosswalkColumn, (row: CrosswalkRow) => string>;
