import { DECISION_COLUMNS, type Decision, type DecisionColumn } from '../model/decision.ts';
import { asText, renderCsv } from './csv.ts';

/** A decision file, columns as in `DECISION_COLUMNS`. */
export function renderDecisionsCsv(decisions: readonly Decision[]): string {
  const rows = decisions.map((decision) => DECISION_COLUMNS.map((column) => FIELDS[column](decision)));
  return renderCsv([DECISION_COLUMNS, ...rows]);
}

const FIELDS = {
  old_code: ({ oldCode }) => oldCode,
  new_code: ({ newCode }) => newCode,
  verdict: ({ verdict }) => verdict,
  share: ({ share }) => share ?? '',
  is_default: ({ isDefault }) => (isDefault === null ? '' : String(isDefault)),
  decided_by: ({ by }) => asText(by),
  decided_on: ({ on }) => on,
  reason: ({ reason }) => asText(reason),
  old_fingerprint: ({ oldFingerprint }) => oldFingerprint,
  new_fingerprint: ({ newFingerprint }) => newFingerprint,
  new_label: ({ newLabel }) => asText(newLabel),
} satisfies Record<DecisionColumn, (decision: Decision) => string>;
