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
      <div class="side-body" tabIndex={0}>
        {blocksOf(explained.text).map(({ heading, lines }) => (
          <section key={`${heading}${lines}`}>
            <h3>{heading}</h3>
            <pre>{lines}</pre>
          </section>
        ))}
      </div>
    </aside>
  );
}

/** The blocks of an explanation: a line that stands to the left says what the lines below it are about. */
function blocksOf(text: string): readonly { readonly heading: string; readonly lines: string }[] {
  return text
    .trim()
    .split('\n\n')
    .map((block) => {
      const lines = block.split('\n');
      const rest = lines.findIndex((line) => line.startsWith(' '));
      const end = rest === -1 ? lines.length : rest;
      return { heading: lines.slice(0, end).join(' '), lines: lines.slice(end).join('\n') };
    });
}
