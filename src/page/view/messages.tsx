import type { Lang } from '../../model/lang.ts';
import { errorLines } from '../../render/error-text.ts';
import { noticeText } from '../../render/notice-text.ts';
import { fill } from '../../words/language.ts';
import { pageTexts } from '../../words/page.ts';
import { ProcmapError } from '../../words/procmap-error.ts';
import type { Failure } from '../calls/protocol.ts';
import { isOfChosen } from '../store/state.ts';
import { Download } from './download.tsx';
import { usePage } from './page-context.ts';

/** What could not be done and why, and what was said on the way. */
export function Messages() {
  const { state, lang, texts } = usePage();
  const failure = state.failure.value;
  const notices = state.notices.value;
  const [first, ...rest] = failure === null ? [] : failureLines(failure, lang);
  return (
    <>
      <div role="alert">
        {first === undefined ? null : (
          <section class="panel alarm">
            <h2>{texts.problem}</h2>
            <p>{first}</p>
            {rest.length === 0 ? null : (
              <ul>
                {rest.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            )}
          </section>
        )}
      </div>
      {state.compared.value !== null && !isOfChosen(state) ? (
        <p class="note alarm">{fill(texts.outdated, { compare: texts.compare })}</p>
      ) : null}
      {state.setAside.value === null ? null : (
        <p class="note">
          {texts.setAside} <Download file={state.setAside.value} />
        </p>
      )}
      {notices.length === 0 ? null : (
        <section class="panel undecided">
          <h2>{texts.notes}</h2>
          {notices.map((notice) => (
            <p key={JSON.stringify(notice)}>{noticeText(lang, notice).join(' ')}</p>
          ))}
        </section>
      )}
    </>
  );
}

/** Why something came to nothing, in words. */
export function failureLines(failure: Failure, lang: Lang): readonly string[] {
  if (failure.code !== null) return errorLines(new ProcmapError(failure.code, failure.args as never), lang);
  const texts = pageTexts[lang];
  return [failure.message === 'stopped' ? texts.stopped : fill(texts.fault, { message: failure.message })];
}
