import { ActionBar } from './action-bar.tsx';
import { Download } from './download.tsx';
import { Inputs } from './inputs.tsx';
import { Messages } from './messages.tsx';
import { usePage } from './page-context.ts';
import { Panels } from './panels.tsx';
import { Progress } from './progress.tsx';
import { SidePanel } from './side-panel.tsx';
import { SummaryTable } from './summary-table.tsx';

/** The whole page. */
export function App() {
  const { state, actions, lang, texts } = usePage();
  const compared = state.compared.value;
  const other = lang === 'it' ? 'en' : 'it';
  return (
    <>
      <header class="masthead">
        <div class="wrap">
          <p class="made">
            <span>{texts.offline}</span>
            <span>
              <button type="button" class="plain" lang={other} onClick={() => void actions.speak(other)}>
                {texts.language}
              </button>
              <button type="button" class="plain" onClick={() => void actions.clear()}>
                {texts.clear}
              </button>
            </span>
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
      <SidePanel />
      <footer class="wrap">
        <p>{texts.offline}</p>
        <p>{texts.kept}</p>
        <p>
          {state.licences.value === null ? (
            <button type="button" class="plain" onClick={() => void actions.licences()}>
              {texts.licences}
            </button>
          ) : (
            <Download file={state.licences.value} />
          )}
        </p>
      </footer>
    </>
  );
}
