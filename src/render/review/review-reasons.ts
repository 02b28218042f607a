import type { Lang } from '../../model/lang.ts';
import type { ReportCandidate } from '../../model/report.ts';
import type { ReviewRow } from '../../model/review.ts';
import { completenessTexts } from '../../words/completeness.ts';
import { staleChangesText } from '../../words/decisions.ts';
import { identityNote } from '../../words/identity.ts';
import { kindTexts } from '../../words/kinds.ts';
import { fill, formatConfidence } from '../../words/language.ts';
import { reviewTexts } from '../../words/review.ts';
import { reviewWords } from '../../words/review-words.ts';
import { evidenceName, tellingEvidence } from '../evidence-text.ts';

const MAX_CANDIDATES = 3;
const WORTH_SHOWING = 0.005;
const MAX_LABEL = 70;
const MAX_CODES = 4;

/**
 * Why a row stands as it does, in words, a line each: alarms first, then what speaks for the proposal, or why there is
 * none.
 */
export function reviewReasons(row: ReviewRow, lang: Lang): readonly string[] {
  return [...alarms(row, lang), ...standing(row, lang), ...evidence(row, lang)];
}

/** What an entry may correspond to besides what is proposed, best first. */
export function reviewCandidates({ change }: ReviewRow): readonly ReportCandidate[] {
  const taken = new Set(change?.new.map(({ id }) => id));
  return (change?.candidates ?? [])
    .filter(({ id, confidence }) => !taken.has(id) && confidence >= WORTH_SHOWING)
    .slice(0, MAX_CANDIDATES);
}

/** A candidate on one line. */
export function candidateText({ code, label, confidence }: ReportCandidate, lang: Lang): string {
  return `${code} ${shorten(label)} (${formatConfidence(lang, confidence, 'open')})`;
}

function alarms({ change }: ReviewRow, lang: Lang): readonly string[] {
  const texts = reviewTexts[lang];
  return (change?.alarms ?? []).map((alarm) =>
    alarm.kind === 'recycled'
      ? fill(texts.recycled, { code: alarm.code, label: shorten(alarm.newLabel) })
      : alarm.kind === 'possibly-lost'
        ? fill(texts.possiblyLost, { code: alarm.missingCode })
        : identityNote(alarm, lang),
  );
}

function standing({ change, stale, decision, group }: ReviewRow, lang: Lang): readonly string[] {
  const texts = reviewTexts[lang];
  const lines: string[] = [];
  if (stale) {
    const { verdict, newCode } = stale.decision;
    lines.push(
      fill(texts.stale, {
        verdict: reviewWords[lang].verdicts[verdict],
        code: newCode,
        changes: staleChangesText(lang, stale.changes),
      }),
    );
  }
  if (decision?.verdict === 'reject') lines.push(texts.rejected);
  if (change && change.new.length > 1) lines.push(fill(texts.splitOf, { count: change.new.length }));
  if (group === 'incomplete') lines.push(completenessTexts[lang].entry);
  if (change && change.mergedWith.length > 0)
    lines.push(fill(texts.together, { codes: codesOf(change.mergedWith) }));
  if (change && change.new.length === 0 && change.noLink !== null && change.noLink !== 'stale') {
    lines.push(sentence(kindTexts[lang].noLink[change.noLink]));
  }
  return lines;
}

function evidence({ target, group }: ReviewRow, lang: Lang): readonly string[] {
  if (!target || group === 'certain') return [];
  const pieces = tellingEvidence(target.evidence)
    .filter((piece) => piece.weight > 0 && piece.kind !== 'decision')
    .slice(0, 2);
  if (pieces.length === 0) return [];
  return [sentence(pieces.map((piece) => evidenceName(piece, lang)).join('; '))];
}

function codesOf(entries: readonly { readonly code: string }[]): string {
  const codes = entries.slice(0, MAX_CODES).map(({ code }) => code);
  return [...codes, ...(entries.length > MAX_CODES ? ['…'] : [])].join(', ');
}

function shorten(label: string): string {
  return label.length <= MAX_LABEL ? label : `${label.slice(0, MAX_LABEL - 1).trimEnd()}…`;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
