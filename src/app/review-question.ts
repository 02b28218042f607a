import type { Tier } from '../model/correspondence.ts';
import type { Lang } from '../model/lang.ts';
import type { Review, ReviewTarget } from '../model/review.ts';
import { missingCodeOf } from '../render/review/review-cells.ts';
import { candidateText, reviewCandidates, reviewReasons } from '../render/review/review-reasons.ts';
import { interactiveTexts } from '../words/interactive.ts';
import { fill, formatConfidence, formatNumber } from '../words/language.ts';
import { staysText } from '../words/review-words.ts';
import { safeText } from '../words/safe-text.ts';
import type { Choice } from './prompter.ts';
import type { AnswerTarget, ReviewAnswer } from './review-answer.ts';
import type { ReviewEntry } from './review-entries.ts';

/** What a person is asked of one old entry, in words. */
export interface ReviewQuestion {
  readonly code: string;
  readonly label: string;
  readonly path: string;
  /** Hours, what is proposed, and why; a line each. */
  readonly lines: readonly string[];
  /** What may be answered. Of `other` and `split` the targets are asked, too; `skip` and `stop` decide nothing. */
  readonly choices: readonly Choice[];
  /** The answer to begin at. */
  readonly start: string;
}

/** Words the question that an entry is. */
export function reviewQuestion(entry: ReviewEntry, lang: Lang): ReviewQuestion {
  const [row] = entry;
  const texts = interactiveTexts[lang];
  const hours =
    row.hours === null ? [] : [fill(texts.hours, { hours: formatNumber(lang, Number(row.hours), 2) })];
  const proposals = entry.flatMap(({ target }) =>
    target === null ? [] : [proposalText(target, row.change?.tier ?? 'open', lang)],
  );
  const reasons = [...new Set(entry.flatMap((each) => reviewReasons(each, lang)))];
  return {
    code: row.old?.code ?? '',
    label: row.old?.label ?? '',
    path: row.old?.path ?? '',
    lines: [...hours, ...proposals, ...reasons],
    choices: choicesFor(entry, lang),
    start: startOf(entry),
  };
}

/** The entries that an answer means by itself: all but those of `other` and `split`. */
export function answeredTargets(
  value: string,
  entry: ReviewEntry,
  { choices }: Pick<Review, 'choices'>,
): readonly AnswerTarget[] {
  if (value === 'accept' || value === 'reject') return entry.flatMap(({ target }) => target ?? []);
  if (value === 'drop') return [];
  if (value === 'restore') return lostTarget(entry);
  return choices.filter(({ id }) => value === `to:${id}`);
}

/** What an answer says of its targets. */
export function verdictOf(value: string): ReviewAnswer['verdict'] {
  return value === 'drop' || value === 'reject' || value === 'restore' ? value : 'accept';
}

function proposalText({ code, label, confidence }: ReviewTarget, tier: Tier, lang: Lang): string {
  const shown = { code, label, confidence: formatConfidence(lang, confidence ?? 0, tier) };
  return fill(interactiveTexts[lang].proposed, shown);
}

function choicesFor(entry: ReviewEntry, lang: Lang): readonly Choice[] {
  const texts = interactiveTexts[lang];
  const proposals = entry.flatMap(({ target }) => target ?? []);
  const candidates = reviewCandidates(entry[0]).map(
    (each) => [`to:${each.id}`, candidateText(each, lang)] as const,
  );
  const choices = [
    ...(proposals.length === 0 ? [] : [['accept', acceptText(proposals, lang)] as const]),
    ...lostTarget(entry).map(({ code }) => ['restore', staysText(lang, code)] as const),
    ...candidates,
    ['other', texts.other] as const,
    ['split', texts.split] as const,
    ['drop', texts.drop] as const,
    ...(proposals.length === 0 ? [] : [['reject', texts.reject] as const]),
    ['skip', texts.skip] as const,
    ['stop', texts.stop] as const,
  ];
  return choices.map(([value, label]) => ({ value, label: safeText(label) }));
}

/** The entry that the new file lost, under the code that is missing there; it has no fingerprint yet. */
function lostTarget([row]: ReviewEntry): readonly AnswerTarget[] {
  const code = missingCodeOf(row);
  return code === null ? [] : [{ id: -1, code, label: row.old?.label ?? '', fingerprint: '' }];
}

/** Below this confidence nobody should come to say yes by pressing Enter. */
const WORTH_STARTING_AT = 0.5;

/** Where the cursor starts: on what is more likely right than wrong, on a lost row's own answer, else on `skip`. */
function startOf(entry: ReviewEntry): string {
  const [row] = entry;
  if (missingCodeOf(row) !== null) return 'restore';
  const confidences = entry.flatMap(({ target }) => (target === null ? [] : [target.confidence ?? 0]));
  if (confidences.length > 0) return Math.min(...confidences) >= WORTH_STARTING_AT ? 'accept' : 'skip';
  const [best] = reviewCandidates(row);
  return best !== undefined && best.confidence >= WORTH_STARTING_AT ? `to:${best.id}` : 'skip';
}

function acceptText(proposals: readonly ReviewTarget[], lang: Lang): string {
  const texts = interactiveTexts[lang];
  const [only] = proposals;
  return only !== undefined && proposals.length === 1
    ? fill(texts.accept, { code: only.code, label: only.label })
    : fill(texts.acceptAll, { count: proposals.length });
}
