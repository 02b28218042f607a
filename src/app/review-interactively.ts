import type { Tier } from '../model/correspondence.ts';
import type { Decision } from '../model/decision.ts';
import type { Lang } from '../model/lang.ts';
import type { Review, ReviewChoice, ReviewTarget } from '../model/review.ts';
import { missingCodeOf } from '../render/review/review-cells.ts';
import { candidateText, reviewCandidates, reviewReasons } from '../render/review/review-reasons.ts';
import { readShares } from '../values/read-shares.ts';
import { interactiveTexts } from '../words/interactive.ts';
import { fill, formatConfidence, formatNumber } from '../words/language.ts';
import { staysText } from '../words/review-words.ts';
import { safeText } from '../words/safe-text.ts';
import type { Choice, Prompter } from './prompter.ts';
import { type AnswerTarget, decisionsOfAnswer } from './review-answer.ts';
import { entriesToReview, type ReviewEntry } from './review-entries.ts';

/** What a walk through the review needs to know, and where its answers go. */
export interface ReviewSession {
  readonly lang: Lang;
  readonly prompter: Prompter;
  readonly by: string;
  /** Today, as an ISO date. */
  readonly on: string;
  /** Keeps what was decided about one old entry. Called after every answer. */
  save(answer: readonly Decision[]): Promise<void>;
}

/**
 * Walks a person through what is open and, if they like, through what is probable. Every answer is saved before the next
 * question, so that the walk can be left at any time.
 *
 * @returns how many entries were decided, and how many were passed over
 */
export async function reviewInteractively(
  review: Review,
  session: ReviewSession,
): Promise<{ readonly decided: number; readonly left: number }> {
  const texts = interactiveTexts[session.lang];
  const [open, probable] = [
    entriesToReview(review, ['open', 'possibly-lost']),
    entriesToReview(review, ['probable', 'dropped']),
  ];
  if (open.length === 0) session.prompter.show(texts.nothingOpen);
  const first = await walk(open, review, session);
  if (first.stopped || probable.length === 0)
    return { decided: first.decided, left: open.length - first.decided };
  const message = fill(texts.goOn, { count: formatNumber(session.lang, probable.length) });
  const goesOn = await session.prompter.choose(message, [
    { value: 'yes', label: texts.yes },
    { value: 'no', label: texts.no },
  ]);
  const second = goesOn === 'yes' ? await walk(probable, review, session) : { decided: 0 };
  const decided = first.decided + second.decided;
  return { decided, left: open.length + (goesOn === 'yes' ? probable.length : 0) - decided };
}

async function walk(
  entries: readonly ReviewEntry[],
  review: Review,
  session: ReviewSession,
): Promise<{ readonly decided: number; readonly stopped: boolean }> {
  let decided = 0;
  for (const [i, entry] of entries.entries()) {
    session.prompter.show(drawEntry(entry, { at: i + 1, all: entries.length }, session.lang));
    const answer = await askEntry(entry, review, session);
    if (answer === 'stop') return { decided, stopped: true };
    if (answer === 'skip') continue;
    await session.save(answer);
    decided++;
  }
  return { decided, stopped: false };
}

function drawEntry(
  entry: ReviewEntry,
  place: { readonly at: number; readonly all: number },
  lang: Lang,
): string {
  const [row] = entry;
  const texts = interactiveTexts[lang];
  const hours =
    row.hours === null ? [] : [fill(texts.hours, { hours: formatNumber(lang, Number(row.hours), 2) })];
  const proposals = entry.flatMap(({ target }) =>
    target === null ? [] : [proposalText(target, row.change?.tier ?? 'open', lang)],
  );
  const reasons = [...new Set(entry.flatMap((each) => reviewReasons(each, lang)))];
  const head = fill(texts.entry, { ...place, code: row.old?.code ?? '', label: row.old?.label ?? '' });
  return [
    head,
    `  ${row.old?.path ?? ''}`,
    ...[...hours, ...proposals, ...reasons].map((line) => `  ${line}`),
  ]
    .map(safeText)
    .join('\n');
}

function proposalText({ code, label, confidence }: ReviewTarget, tier: Tier, lang: Lang): string {
  const shown = { code, label, confidence: formatConfidence(lang, confidence ?? 0, tier) };
  return fill(interactiveTexts[lang].proposed, shown);
}

type Answer = readonly Decision[] | 'skip' | 'stop';

async function askEntry(entry: ReviewEntry, review: Review, session: ReviewSession): Promise<Answer> {
  const { prompter, lang } = session;
  const value = await prompter.choose(
    interactiveTexts[lang].question,
    choicesFor(entry, lang),
    startOf(entry),
  );
  if (value === null || value === 'stop') return 'stop';
  if (value === 'skip') return 'skip';
  const targets = await targetsOf(value, entry, review, session);
  // Who leaves the search has not found it, and is asked again.
  if (targets === null) return askEntry(entry, review, session);
  const shares = targets.length > 1 ? await askShares(targets, session) : [null];
  const reason = shares === null ? null : await prompter.ask(interactiveTexts[lang].reason, {});
  if (shares === null || reason === null) return 'stop';
  const verdict = value === 'drop' || value === 'reject' || value === 'restore' ? value : 'accept';
  return decisionsOfAnswer(entry, { verdict, targets, shares, reason }, session);
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
function startOf(entry: ReviewEntry): string | undefined {
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

/** The entries an answer means; `null` when the person thought better of it. */
async function targetsOf(
  value: string,
  entry: ReviewEntry,
  review: Review,
  session: ReviewSession,
): Promise<readonly AnswerTarget[] | null> {
  if (value === 'accept' || value === 'reject') return entry.flatMap(({ target }) => target ?? []);
  if (value === 'drop') return [];
  if (value === 'restore') return lostTarget(entry);
  if (value === 'split') return searchSeveral(review, session);
  if (value === 'other') {
    const found = await searchOne(interactiveTexts[session.lang].search, review.choices, session);
    return found === null ? null : [found];
  }
  return review.choices.filter(({ id }) => value === `to:${id}`);
}

async function searchOne(
  message: string,
  choices: readonly ReviewChoice[],
  { prompter }: ReviewSession,
  extra: readonly Choice[] = [],
): Promise<ReviewChoice | null> {
  const listed = choices.map(({ id, code, label }) => ({
    value: String(id),
    label: safeText(`${code}  ${label}`),
  }));
  const value = await prompter.search(message, [...extra, ...listed]);
  return choices.find(({ id }) => String(id) === value) ?? null;
}

async function searchSeveral(
  review: Review,
  session: ReviewSession,
): Promise<readonly ReviewChoice[] | null> {
  const texts = interactiveTexts[session.lang];
  const found: ReviewChoice[] = [];
  for (;;) {
    const left = review.choices.filter((choice) => !found.includes(choice));
    const done = found.length < 2 ? [] : [{ value: 'done', label: texts.done }];
    const message = found.length === 0 ? texts.searchFirst : texts.searchNext;
    const next = await searchOne(message, left, session, done);
    if (next === null) return found.length < 2 ? null : found;
    found.push(next);
  }
}

/** Shares for each target, or `null` for each when they are to come later; `null` when the person leaves. */
async function askShares(
  targets: readonly AnswerTarget[],
  { prompter, lang }: ReviewSession,
): Promise<readonly (string | null)[] | null> {
  const texts = interactiveTexts[lang];
  const codes = targets.map(({ code }) => code).join(', ');
  const wrong = fill(texts.sharesWrong, { count: targets.length });
  const text = await prompter.ask(fill(texts.shares, { codes }), {
    check: (typed) => (typed.trim() === '' || readShares(typed, targets.length) ? undefined : wrong),
  });
  if (text === null) return null;
  return readShares(text, targets.length) ?? targets.map(() => null);
}
