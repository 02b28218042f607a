import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { fill, formatNumber } from '../../words/language.ts';
import type { TreeEntry } from '../calls/review.ts';
import { searchTree } from '../store/search-tree.ts';
import { usePage } from './page-context.ts';
import { useBoxList } from './use-box-list.ts';

const NONE: readonly TreeEntry[] = [];

interface EntrySearchProps {
  readonly chosen: readonly number[];
  readonly onChoose: (entry: TreeEntry) => void;
}

/** Looks for an entry of the new map, which is shown as the tree it is. */
export function EntrySearch({ chosen, onChoose }: EntrySearchProps) {
  const { state, actions, lang, texts } = usePage();
  const entries = state.tree.value?.entries ?? NONE;
  useEffect(() => void actions.bringTree(), []);
  const [query, setQuery] = useState('');
  const box = useRef<HTMLDivElement>(null);
  const { shown, found } = useMemo(() => searchTree(entries, query), [entries, query]);
  const { rows, height } = useBoxList({ count: shown.length, estimate: 34, box });
  return (
    <div class="entry-search">
      <label>
        {texts.searchEntry}
        <input
          type="search"
          autocomplete="off"
          spellcheck={false}
          placeholder={texts.searchEntryHint}
          value={query}
          onInput={({ currentTarget }) => setQuery(currentTarget.value)}
          onKeyDown={(event) => {
            // The form around it is sent by Enter; here that takes the only entry that was found.
            if (event.key !== 'Enter') return;
            event.preventDefault();
            const only = shown.filter(({ id }) => found.has(id));
            if (only.length === 1 && only[0] !== undefined) onChoose(only[0]);
          }}
        />
      </label>
      <p role="status" class="hint">
        {query === '' ? '' : fill(texts.found, { count: formatNumber(lang, found.size) })}
      </p>
      <div class="box" ref={box}>
        <ul style={{ height: `${height}px` }}>
          {rows.map(({ index, start }) => {
            const entry = shown[index];
            return entry === undefined ? null : (
              <li
                key={entry.id}
                class={`d${Math.min(entry.depth, 4)}`}
                style={{ transform: `translateY(${start}px)` }}
              >
                <TreeLine entry={entry} isChosen={chosen.includes(entry.id)} onChoose={onChoose} />
              </li>
            );
          })}
        </ul>
      </div>
    </div>
  );
}

interface TreeLineProps {
  readonly entry: TreeEntry;
  readonly isChosen: boolean;
  readonly onChoose: (entry: TreeEntry) => void;
}

function TreeLine({ entry, isChosen, onChoose }: TreeLineProps) {
  const { texts } = usePage();
  const { code, label, bookable, sources } = entry;
  if (!bookable)
    return (
      <span class="above">
        <b class="code">{code}</b> {label}
      </span>
    );
  return (
    <button type="button" aria-pressed={isChosen} onClick={() => onChoose(entry)}>
      <b class="code">{code}</b> {label}
      {sources.length === 0 ? null : <small>{fill(texts.comesFrom, { codes: sources.join(', ') })}</small>}
    </button>
  );
}
