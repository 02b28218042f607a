import { fill } from '../../words/language.ts';
import { usePage } from './page-context.ts';

/** What the worker is doing and how far it has come, with a way to stop it. */
export function Progress() {
  const { state, actions, texts } = usePage();
  const work = state.work.value;
  const percent = work === null || work.done === null ? null : Math.round(work.done * 100);
  return (
    <div class="progress">
      {work === null ? null : (
        <>
          <span id="work">{texts.working[work.name]}</span>
          {percent === null ? (
            <progress aria-labelledby="work" />
          ) : (
            <progress aria-labelledby="work" max={100} value={percent} />
          )}
          <span aria-hidden="true">{percent === null ? '' : fill(texts.percent, { done: percent })}</span>
          <button type="button" onClick={actions.stop}>
            {texts.stop}
          </button>
        </>
      )}
      <p class="sr" role="status">
        {work === null ? (state.compared.value === null ? '' : texts.done) : texts.working[work.name]}
      </p>
    </div>
  );
}
