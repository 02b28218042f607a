import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { pageTexts } from '../../words/page.ts';
import type { Actions } from '../store/actions.ts';
import type { State } from '../store/state.ts';

/** What every component may use. */
export interface PageParts {
  readonly state: State;
  readonly actions: Actions;
}

/** Hands the store to the components below. */
export const PageContext = createContext<PageParts | null>(null);

/** The store, what can be done, and the words in the language of the page. */
export function usePage() {
  const parts = useContext(PageContext);
  if (parts === null) throw new Error('a component stands outside the page');
  const lang = parts.state.lang.value;
  return { ...parts, lang, texts: pageTexts[lang] };
}
