import '@preact/signals';
import { effect } from '@preact/signals-core';
import { render } from 'preact';
import { pageTexts } from '../words/page.ts';
import { pageWorker } from './client/start-worker.ts';
import { pageActions } from './store/actions.ts';
import { newState } from './store/state.ts';
import { App } from './view/app.tsx';
import { PageContext } from './view/page-context.ts';

const state = newState(navigator.language.toLowerCase().startsWith('it') ? 'it' : 'en');
const actions = pageActions(state, pageWorker());
effect(() => {
  document.documentElement.lang = state.lang.value;
  document.title = pageTexts[state.lang.value].title;
});
// A file that misses its place must not be opened in place of the page.
for (const type of ['dragover', 'drop']) addEventListener(type, (event) => event.preventDefault());

const place = document.getElementById('page');
if (place !== null)
  render(
    <PageContext.Provider value={{ state, actions }}>
      <App />
    </PageContext.Provider>,
    place,
  );
