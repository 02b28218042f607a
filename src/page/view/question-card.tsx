import { useEffect, useRef, useState } from 'preact/hooks';
import { readShares } from '../../values/read-shares.ts';
import { interactiveTexts } from '../../words/interactive.ts';
import { fill } from '../../words/language.ts';
import type { ReviewItem, TreeEntry } from '../calls/review.ts';
import { EntrySearch } from './entry-search.tsx';
import { usePage } from './page-context.ts';
import { ShareFields } from './share-fields.tsx';

/** Answers that are no decision: the page has a button for the one, and is left at any time. */
const NO_ANSWERS = ['skip', 'stop'];

interface QuestionCardProps {
  readonly item: ReviewItem;
  readonly onSkip: () => void;
}

/** One old entry, and the question what becomes of it. */
export function QuestionCard({ item, onSkip }: QuestionCardProps) {
  const { actions, lang, texts } = usePage();
  const { question } = item;
  const choices = question.choices.filter(({ value }) => !NO_ANSWERS.includes(value));
  const start = choices.some(({ value }) => value === question.start) ? question.start : '';
  const [value, setValue] = useState(start);
  const [targets, setTargets] = useState<readonly TreeEntry[]>([]);
  const [shares, setShares] = useState<readonly string[]>([]);
  const form = useRef<HTMLFormElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => focusFirst(form.current, heading.current), []);
  // What is proposed is taken as it is; only how it is divided is left to say.
  const divided = value === 'accept' ? item.targets : value === 'split' ? targets : [];
  const missing = missingOf(value, targets, isShared(divided, shares));
  const choose = (entry: TreeEntry) =>
    setTargets((now) =>
      value === 'other'
        ? [entry]
        : now.includes(entry)
          ? now.filter((each) => each !== entry)
          : [...now, entry],
    );
  const send = async () => {
    if (value === '' || missing !== null) return;
    const ids = targets.map(({ id }) => id);
    await actions.decide({ entry: item.id, value, targets: ids, shares: shares.join(' ') });
  };
  return (
    <form
      ref={form}
      class="question"
      aria-labelledby="question-h"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <h3 id="question-h" ref={heading} tabIndex={-1}>
        <b class="code">{question.code}</b> {question.label}
      </h3>
      <p class="path">{question.path}</p>
      <ul class="why">
        {question.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {item.decided === null ? null : <p class="note">{item.decided}</p>}
      <fieldset class="answers">
        <legend>{interactiveTexts[lang].question}</legend>
        {choices.map((choice) => (
          <label key={choice.value}>
            <input
              type="radio"
              name="answer"
              value={choice.value}
              checked={choice.value === value}
              onChange={() => {
                setValue(choice.value);
                setTargets([]);
                setShares([]);
              }}
            />
            <span>{choice.label}</span>
          </label>
        ))}
      </fieldset>
      {divided.length > (value === 'split' ? 0 : 1) ? (
        <ShareFields
          targets={divided}
          shares={shares}
          onShares={setShares}
          onRemove={value === 'split' ? (id) => setTargets(targets.filter((each) => each.id !== id)) : null}
        />
      ) : null}
      {value === 'other' || value === 'split' ? (
        <EntrySearch chosen={targets.map(({ id }) => id)} onChoose={choose} />
      ) : null}
      <div class="line">
        <button type="submit" class="main" disabled={value === '' || missing !== null}>
          {texts.decide}
        </button>
        <button type="button" onClick={onSkip}>
          {texts.skip}
        </button>
        <button type="button" onClick={() => void actions.explain(question.code)}>
          {fill(texts.why, { code: question.code })}
        </button>
        <span class="hint" role="status">
          {missing === null ? '' : texts[missing]}
        </span>
      </div>
      <p class="hint">{texts.keys}</p>
    </form>
  );
}

/** What an answer still lacks. */
function missingOf(
  value: string,
  targets: readonly TreeEntry[],
  shared: boolean,
): 'chooseOne' | 'chooseTwo' | 'sharesWrong' | null {
  if (value === 'other' && targets.length === 0) return 'chooseOne';
  if (value === 'split' && targets.length < 2) return 'chooseTwo';
  return shared ? null : 'sharesWrong';
}

/** Whether shares are right, or all left for later. */
function isShared(targets: readonly unknown[], shares: readonly string[]): boolean {
  if (targets.length < 2 || shares.every((share) => share.trim() === '')) return true;
  return readShares(shares.join(' '), targets.length) !== null;
}

/** Whoever goes through the queue by keyboard goes on answering; the heading tells a screen reader what is asked. */
function focusFirst(form: HTMLFormElement | null, heading: HTMLElement | null): void {
  const within = document.activeElement;
  if (within !== null && within !== document.body && !form?.closest('.decide')?.contains(within)) return;
  const radio =
    form?.querySelector<HTMLInputElement>('input[type=radio]:checked') ?? form?.querySelector('input');
  (radio ?? heading)?.focus({ preventScroll: true });
}
