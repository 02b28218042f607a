import { useEffect, useRef } from 'preact/hooks';
import { fill } from '../../words/language.ts';
import { usePage } from './page-context.ts';

/** Why an entry went where it went, beside whatever is being looked at. */
export function SidePanel() {
  const { state, actions, texts } = usePage();
  const explained = state.explained.value;
  const heading = useRef<HTMLHeadingElement>(null);
  const from = useRef<Element | null>(null);
  const code = explained?.code;
  useEffect(() => {
    if (code === undefined) {
      if (from.current instanceof HTMLElement && from.current.isConnected) from.current.focus();
      from.current = null;
      return;
    }
    from.current ??= document.activeElement;
    heading.current?.focus();
  }, [code]);
  if (explained === null) return null;
  return (
    <aside
      class="side"
      aria-labelledby="side-h"
      onKeyDown={(event) => {
        if (event.key === 'Escape') void actions.explain(null);
      }}
    >
      <div class="side-head">
        <h2 id="side-h" ref={heading} tabIndex={-1}>
          {fill(texts.why, { code: explained.code })}
        </h2>
        <button type="button" onClick={() => void actions.explain(null)}>
          {texts.close}
        </button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what may be scrolled has to be reached by keyboard */}
      <pre tabIndex={0}>{explained.text}</pre>
    </aside>
  );
}
