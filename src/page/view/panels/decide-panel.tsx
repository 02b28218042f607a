import { useEffect, useRef } from 'preact/hooks';
import { fill, formatNumber } from '../../../words/language.ts';
import type { ReviewItem } from '../../calls/review.ts';
import { currentOf, queueOf } from '../../store/queue.ts';
import { AuthorForm } from '../author-form.tsx';
import { usePage } from '../page-context.ts';
import { QuestionCard } from '../question-card.tsx';
import { QueueList } from '../queue-list.tsx';

/** Where a person decides: a queue, and one question at a time. */
export function DecidePanel() {
  const { state } = usePage();
  const review = state.review.value;
  return review === null ? null : <Deciding items={review.items} />;
}

function Deciding({ items }: { readonly items: readonly ReviewItem[] }) {
  const { state, actions, lang, texts } = usePage();
  const status = useRef<HTMLParagraphElement>(null);
  const name = state.queue.value;
  const queue = queueOf(items, name);
  const current = currentOf(items, queue, state.current.value);
  const left = queueOf(items, 'waiting').length;
  const isDone = current === null;
  // Whoever has answered the last question by keyboard is told so, and is not sent back to the top of the page.
  useEffect(() => {
    if (isDone && document.activeElement === document.body) status.current?.focus({ preventScroll: true });
  }, [isDone]);
  const skip = () => {
    const at = queue.findIndex(({ id }) => id === current?.id);
    actions.turnTo((queue[at + 1] ?? queue[0])?.id ?? null);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys that undo, for whoever is in it; buttons do the same
    <div
      class="decide"
      onKeyDown={(event) => {
        if (!(event.ctrlKey || event.metaKey) || isTyping(event.target)) return;
        const key = event.key.toLowerCase();
        if (key !== 'z' && key !== 'y') return;
        event.preventDefault();
        void (key === 'y' || event.shiftKey ? actions.redo() : actions.undo());
      }}
    >
      <AuthorForm />
      <div class="line">
        <p class="status" role="status" ref={status} tabIndex={-1}>
          {left === 0 ? texts.queueDone : fill(texts.left, { count: formatNumber(lang, left) })}
        </p>
        <button type="button" disabled={state.past.value.length === 0} onClick={() => void actions.undo()}>
          {texts.undo}
        </button>
        <button type="button" disabled={state.future.value.length === 0} onClick={() => void actions.redo()}>
          {texts.redo}
        </button>
      </div>
      <div class="columns">
        <QueueList items={items} queue={queue} name={name} current={current} />
        {current === null ? null : (
          <QuestionCard key={`${current.id} ${current.decided ?? ''} ${lang}`} item={current} onSkip={skip} />
        )}
      </div>
    </div>
  );
}

/** In a field that text is typed into, the keys are the field's own. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.type !== 'radio';
}
