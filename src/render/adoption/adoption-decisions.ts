import { ADOPTION_COLUMNS, type Adoption, type AdoptionConflict } from '../../model/adoption.ts';
import { asText, renderCsv } from '../csv.ts';
import { entryLine } from './adoption-lines.ts';

type Column = (typeof ADOPTION_COLUMNS)[number];

/** All conflicts as a file of decisions, columns as in `ADOPTION_COLUMNS`; who decides fills in `verdict`. */
export function renderAdoptionDecisionsCsv({ conflicts }: Pick<Adoption, 'conflicts'>): string {
  const rows = conflicts.map((conflict) =>
    ADOPTION_COLUMNS.map((column) => asText(ADOPTION_FIELDS[column](conflict))),
  );
  return renderCsv([ADOPTION_COLUMNS, ...rows]);
}

/** What stands in each column of the file. */
export const ADOPTION_FIELDS = {
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
