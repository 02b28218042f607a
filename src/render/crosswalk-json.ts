import type { CrosswalkRow } from '../model/crosswalk.ts';
import type { CrosswalkDocument } from './crosswalk-document.ts';

/** Version of the JSON crosswalk; raised when a field changes its meaning or goes. */
export const CROSSWALK_JSON_VERSION = 1;

/** The crosswalk as versioned JSON: the full profile, with lists as lists. Shares are text, because they are exact. */
export function renderCrosswalkJson({ crosswalk, check, old, new: fresh }: CrosswalkDocument): string {
  const document = {
    version: CROSSWALK_JSON_VERSION,
    old: { name: old.name, title: old.title, sha256: old.sha256 },
    new: { name: fresh.name, title: fresh.title, sha256: fresh.sha256 },
    validFrom: crosswalk.validFrom ?? null,
    check,
    rows: crosswalk.rows.map(rowDto),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function rowDto({ evidence, ...row }: CrosswalkRow) {
  return {
    ...row,
    confidence: row.newCode === '' ? null : row.confidence,
    evidence: evidence === '' ? [] : evidence.split('|').map(evidenceDto),
  };
}

function evidenceDto(piece: string) {
  const [kind = '', score = ''] = piece.split(':');
  return { kind, score: Number(score) };
}
