import { useEffect, useState } from 'preact/hooks';
import type { ErrorCode } from '../../model/error-args.ts';
import { pageRecodeTexts } from '../../words/page-recode.ts';
import type { RecodeFields } from '../calls/recode.ts';
import { usePage } from './page-context.ts';

/** The names by which messages ask for them. */
const OPTIONS = {
  code: '--code',
  amount: '--amount',
  repeat: '--repeat',
  person: '--person',
  date: '--date',
  keep: '--keep',
  sheet: '--sheet',
  decimalSign: '--decimal-sign',
  allocate: '--allocate',
  validFrom: '--valid-from',
  notRecoded: '--not-recoded',
} as const satisfies Partial<Record<keyof RecodeFields, string>>;

/** Refusals that an option answers. */
const ASKED: ReadonlySet<ErrorCode | null> = new Set<ErrorCode>([
  ...(['no-timesheet-header', 'column-not-found', 'column-ambiguous', 'column-unclear'] as const),
  ...(['number-unnamed', 'amount-or-clock', 'sheet-not-found', 'sheets-differ'] as const),
  ...(['partly-recoded', 'already-recoded'] as const),
]);

const TEXT_FIELDS = ['code', 'amount', 'repeat', 'person', 'date', 'keep', 'sheet'] as const;

/** What may be said about how time-sheets are recoded; open when a refusal asks for it. */
export function RecodeOptions() {
  const { state, actions, lang } = usePage();
  const texts = pageRecodeTexts[lang];
  const fields = state.recoding.fields.value;
  const isAsked = ASKED.has(state.failure.value?.code ?? null);
  const [isOpen, setOpen] = useState(isAsked);
  useEffect(() => {
    if (isAsked) setOpen(true);
  }, [isAsked]);
  return (
    <details class="options" open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{texts.options}</summary>
      <p>{texts.optionsHint}</p>
      <div class="fields">
        {TEXT_FIELDS.map((name) => (
          <label key={name}>
            <FieldName name={name} />
            <input
              type="text"
              autocomplete="off"
              placeholder={name === 'keep' ? '' : texts.found}
              value={fields[name]}
              onInput={({ currentTarget }) => actions.wish({ [name]: currentTarget.value.trim() })}
            />
          </label>
        ))}
        <Choice
          name="decimalSign"
          names={{ '': texts.signs.found, '.': texts.signs['.'], ',': texts.signs[','] }}
        />
        <Choice name="allocate" names={texts.allocations} />
        <Choice name="validFrom" names={texts.validity} />
        {fields.validFrom === 'day' ? (
          <label>
            {texts.fields.day}
            <input
              type="date"
              value={fields.day}
              onInput={({ currentTarget }) => actions.wish({ day: currentTarget.value })}
            />
          </label>
        ) : null}
        <label class="check">
          <input
            type="checkbox"
            checked={fields.notRecoded}
            onChange={({ currentTarget }) => actions.wish({ notRecoded: currentTarget.checked })}
          />
          <FieldName name="notRecoded" />
        </label>
      </div>
    </details>
  );
}

function Choice<Name extends 'decimalSign' | 'allocate' | 'validFrom'>({
  name,
  names,
}: {
  readonly name: Name;
  readonly names: Readonly<Record<RecodeFields[Name], string>>;
}) {
  const { state, actions } = usePage();
  return (
    <label>
      <FieldName name={name} />
      <select
        value={state.recoding.fields.value[name]}
        onChange={({ currentTarget }) => actions.wish({ [name]: currentTarget.value })}
      >
        {Object.entries<string>(names).map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

function FieldName({ name }: { readonly name: keyof typeof OPTIONS }) {
  const { lang } = usePage();
  return (
    <span>
      {pageRecodeTexts[lang].fields[name]} <code>{OPTIONS[name]}</code>
    </span>
  );
}
