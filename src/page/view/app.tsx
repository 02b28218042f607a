import { ActionBar } from './action-bar.tsx';
import { Inputs } from './inputs.tsx';
import { Messages } from './messages.tsx';
import { usePage } from './page-context.ts';
import { Panels } from './panels.tsx';
import { Progress } from './progress.tsx';
import { SummaryTable } from './summary-table.tsx';

/** The whole page. */
export function App() {
  const { state, actions, lang, texts } = usePage();
  const compared = state.compared.value;
  return (
    <>
      <header class="masthead">
        <div class="wrap">
          <p class="made">
            <span>{texts.offline}</span>
            <button type="button" class="plain" onClick={() => actions.speak(lang === 'it' ? 'en' : 'it')}>
              {texts.language}
            </button>
          </p>
          <h1>{texts.heading}</h1>
          <Inputs />
          <ActionBar />
          <Progress />
        </div>
      </header>
      <main>
        <div class="wrap">
          <Messages />
          {compared === null ? <p class="lead">{texts.lead}</p> : <SummaryTable head={compared.head} />}
        </div>
        <Panels />
      </main>
    </>
  );
}
