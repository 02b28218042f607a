import { useEffect, useRef } from 'preact/hooks';
import { fill, formatNumber } from '../../words/language.ts';
import type { ReviewItem } from '../calls/review.ts';
import { QUEUES, type QueueName, queueOf } from '../store/queue.ts';
import { usePage } from './page-context.ts';
import { useBoxList } from './use-box-list.ts';

interface QueueListProps {
  readonly items: readonly ReviewItem[];
  readonly queue: readonly ReviewItem[];
  readonly name: QueueName;
  readonly current: ReviewItem | null;
}

/** What there is to decide; the entry that is being decided is marked. */
export function QueueList({ items, queue, name, current }: QueueListProps) {
  const { actions, lang, texts } = usePage();
  const box = useRef<HTMLDivElement>(null);
  const { rows, height, scrollTo } = useBoxList({ count: queue.length, estimate: 62, box });
  const at = queue.findIndex(({ id }) => id === current?.id);
  useEffect(() => {
    if (at >= 0) scrollTo(at);
  }, [at]);
  return (
    <nav class="queue" aria-label={texts.queue}>
      <fieldset class="which">
        <legend class="sr">{texts.queueFilter}</legend>
        {QUEUES.map((each) => (
          <label class="chip" key={each}>
            <input
              type="radio"
              name="queue"
              checked={each === name}
              onChange={() => actions.showQueue(each)}
            />
            <span>
              {texts.groups[each]} <small>{formatNumber(lang, queueOf(items, each).length)}</small>
            </span>
          </label>
        ))}
      </fieldset>
      {queue.length === 0 ? <p class="empty">{texts.queueEmpty}</p> : null}
      <div class="box" ref={box}>
        <ol style={{ height: `${height}px` }}>
          {rows.map(({ index, start }) => {
            const item = queue[index];
            return item === undefined ? null : (
              <li
                key={item.id}
                style={{ transform: `translateY(${start}px)` }}
                aria-setsize={queue.length}
                aria-posinset={index + 1}
              >
                <QueueButton item={item} isCurrent={item.id === current?.id} />
              </li>
            );
          })}
        </ol>
      </div>
    </nav>
  );
}

function QueueButton({ item, isCurrent }: { readonly item: ReviewItem; readonly isCurrent: boolean }) {
  const { actions, lang, texts } = usePage();
  const { code, label } = item.question;
  const codes = item.targets.map((target) => target.code).join(', ');
  return (
    <button
      type="button"
      aria-current={isCurrent ? 'true' : undefined}
      onClick={() => actions.turnTo(item.id)}
    >
      <span class="code">{code}</span>
      {item.hours === null ? null : (
        <span class="h">{fill(texts.hours, { hours: formatNumber(lang, Number(item.hours), 2) })}</span>
      )}
      <span class="label">{label}</span>
      <small>{codes === '' ? '' : `→ ${codes}`}</small>
    </button>
  );
}
