import { canRecode } from '../store/recoding.ts';
import { isOfChosen } from '../store/state.ts';
import { usePage } from './page-context.ts';

/** The steps of the way, each as soon as it can be taken. */
export function ActionBar() {
  const { state, actions, texts } = usePage();
  const busy = state.work.value !== null;
  const hasMaps = state.old.value !== null && state.fresh.value !== null;
  const isCompared = state.compared.value !== null && isOfChosen(state);
  return (
    <section class="actions" aria-label={texts.actions}>
      <button type="button" class="main" disabled={busy || !hasMaps} onClick={() => void actions.compare()}>
        {texts.compare}
      </button>
      <button type="button" disabled={busy || !isCompared} onClick={() => void actions.crosswalk()}>
        {texts.crosswalk}
      </button>
      <button type="button" disabled={busy || !canRecode(state)} onClick={() => void actions.recode()}>
        {texts.recode}
      </button>
      {isCompared || hasMaps ? null : (
        <span class="try">
          <button type="button" disabled={busy} onClick={() => void actions.example()}>
            {texts.example}
          </button>{' '}
          <small>{texts.exampleHint}</small>
        </span>
      )}
    </section>
  );
}
