import type { Evidence, EvidenceKind } from '../model/correspondence.ts';
import type { Lang } from '../model/lang.ts';
import { kindTexts } from '../words/kinds.ts';
import { formatPercent } from '../words/language.ts';

/** Evidence below half a percent says nothing worth a line. */
const SAYS_NOTHING = 0.005;

/** The pieces that say something, the weightiest first. */
export function tellingEvidence(pieces: readonly Evidence[]): readonly Evidence[] {
  return pieces
    .filter(({ score, weight }) => score >= SAYS_NOTHING || weight < 0)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
}

/** What a piece says, how far that holds, and what it rests on: `the branches above correspond: A1.1 -> A1.2`. */
export function evidenceText(piece: Evidence, lang: Lang): string {
  const score = piece.score < 1 ? ` (${formatPercent(lang, piece.score)})` : '';
  const detail = piece.detail ? `: ${piece.detail}` : '';
  return `${evidenceName(piece, lang)}${score}${detail}`;
}

/** Names of some kinds; the others have no other name for the case. */
type Names = Readonly<Partial<Record<EvidenceKind, string>>>;

/** What a piece says: in full, in part, or against the link. */
export function evidenceName(
  { kind, score, weight }: { readonly kind: EvidenceKind; readonly score: number; readonly weight: number },
  lang: Lang,
): string {
  const texts = kindTexts[lang];
  const inPart: Names = texts.evidenceInPart;
  const against: Names = texts.evidenceAgainst;
  return (
    (weight < 0 ? against[kind] : undefined) ?? (score < 1 ? inPart[kind] : undefined) ?? texts.evidence[kind]
  );
}
