import '@preact/signals';
import { effect } from '@preact/signals-core';
import { render } from 'preact';
import { pageTexts } from '../words/page.ts';
import { exampleMaps, licenceTexts } from './client/part-files.ts';
import { pageWorker } from './client/start-worker.ts';
import { forgetWork, keepWork } from './client/storage.ts';
import { today } from './client/today.ts';
import { pageActions } from './store/actions.ts';
import { newState } from './store/state.ts';
import { App } from './view/app.tsx';
import { PageContext } from './view/page-context.ts';

const state = newState(navigator.language.toLowerCase().startsWith('it') ? 'it' : 'en', today());
const actions = pageActions(state, {
  worker: pageWorker(),
  today,
  columns: () => Math.max(30, Math.min(64, Math.floor((innerWidth - 48) / 8.6))),
  example: exampleMaps,
  licences: licenceTexts,
  startAnew: async (question) => {
    if (!confirm(question)) return;
    await forgetWork();
    location.reload();
  },
});
effect(() => {
  document.documentElement.lang = state.lang.value;
  document.title = pageTexts[state.lang.value].title;
});
// A file that misses its place must not be opened in place of the page.
for (const type of ['dragover', 'drop']) addEventListener(type, (event) => event.preventDefault());

const place = document.getElementById('page');
void keepWork(state).then((work) => {
  if (place === null) return;
  render(
    <PageContext.Provider value={{ state, actions }}>
      <App />
    </PageContext.Provider>,
    place,
  );
  if (state.pair.value !== null) void actions.compare();
  if (typeof work?.conflictFile === 'string') void actions.adopt();
});
