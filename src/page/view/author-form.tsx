import { usePage } from './page-context.ts';

/** Who decides, when and why: asked once. */
export function AuthorForm() {
  const { state, actions, texts } = usePage();
  const { by, on, reason } = state.author.value;
  return (
    <fieldset class="author">
      <legend>{texts.author}</legend>
      <label>
        {texts.by}
        <input
          type="text"
          autocomplete="name"
          value={by}
          onInput={({ currentTarget }) => actions.sign({ by: currentTarget.value })}
        />
      </label>
      <label>
        {texts.on}
        <input
          type="date"
          value={on}
          onInput={({ currentTarget }) => actions.sign({ on: currentTarget.value })}
        />
      </label>
      <label class="wide">
        {texts.reason}
        <input
          type="text"
          autocomplete="off"
          placeholder={texts.reasonHint}
          value={reason}
          onInput={({ currentTarget }) => actions.sign({ reason: currentTarget.value })}
        />
      </label>
    </fieldset>
  );
}
