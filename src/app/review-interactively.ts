import type { Decision } from '../model/decision.ts';
import type { Lang } from '../model/lang.ts';
import type { Review, ReviewChoice } from '../model/review.ts';
import { readShares } from '../values/read-shares.ts';
import { interactiveTexts } from '../words/interactive.ts';
import { fill, formatNumber } from '../words/language.ts';
import { safeText } from '../words/safe-text.ts';
import type { Choice, Prompter } from './prompter.ts';
import { type AnswerTarget, decisionsOfAnswer } from './review-answer.ts';
import { entriesToReview, type ReviewEntry } from './review-entries.ts';
import { answeredTargets, reviewQuestion, verdictOf } from './review-question.ts';

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
  const { code, label, path, lines } = reviewQuestion(entry, lang);
  const head = fill(interactiveTexts[lang].entry, { ...place, code, label });
  return [head, ...[path, ...lines].map((line) => `  ${line}`)].map(safeText).join('\n');
}

type Answer = readonly Decision[] | 'skip' | 'stop';

async function askEntry(entry: ReviewEntry, review: Review, session: ReviewSession): Promise<Answer> {
  const { prompter, lang } = session;
  const { choices, start } = reviewQuestion(entry, lang);
  const value = await prompter.choose(interactiveTexts[lang].question, choices, start);
  if (value === null || value === 'stop') return 'stop';
  if (value === 'skip') return 'skip';
  const targets = await targetsOf(value, entry, review, session);
  // Who leaves the search has not found it, and is asked again.
  if (targets === null) return askEntry(entry, review, session);
  const shares = targets.length > 1 ? await askShares(targets, session) : [null];
  const reason = shares === null ? null : await prompter.ask(interactiveTexts[lang].reason, {});
  if (shares === null || reason === null) return 'stop';
  return decisionsOfAnswer(entry, { verdict: verdictOf(value), targets, shares, reason }, session);
}

/** The entries an answer means; `null` when the person thought better of it. */
async function targetsOf(
  value: string,
  entry: ReviewEntry,
  review: Review,
  session: ReviewSession,
): Promise<readonly AnswerTarget[] | null> {
  if (value === 'split') return searchSeveral(review, session);
  if (value === 'other') {
    const found = await searchOne(interactiveTexts[session.lang].search, review.choices, session);
    return found === null ? null : [found];
  }
  return answeredTargets(value, entry, review);
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
