import { CHANGE_KINDS } from '../../model/change.ts';
import { kindTexts } from '../../words/kinds.ts';
import { formatNumber } from '../../words/language.ts';
import { reportHtmlTexts } from '../../words/report-html.ts';
import type { ReportHead } from '../calls/compare.ts';
import type { Answer } from '../calls/protocol.ts';
import type { AreaChoice } from '../calls/report.ts';
import { usePage } from './page-context.ts';

const TIERS = ['certain', 'probable', 'open'] as const;

interface ChangeFiltersProps {
  readonly head: ReportHead;
  readonly report: Answer<'report'>;
  /** How much passes, in words. */
  readonly status: string;
}

/** What the list of changes is searched and filtered by. */
export function ChangeFilters({ head, report, status }: ChangeFiltersProps) {
  const { state, actions, lang, texts: own } = usePage();
  const texts = reportHtmlTexts[lang];
  const names = kindTexts[lang];
  const filters = state.filters.value;
  const toggle = (set: ReadonlySet<string>, value: string) =>
    new Set(set.has(value) ? [...set].filter((each) => each !== value) : [...set, value]);
  const alarms = head.alarms.recycled + head.alarms.possiblyLost;
  return (
    <search id="filters" aria-label={texts.filters}>
      <div class="line">
        <label class="search">
          {texts.search}
          <input
            type="search"
            autocomplete="off"
            spellcheck={false}
            placeholder={texts.searchHint}
            value={filters.query}
            onInput={({ currentTarget }) => actions.filter({ query: currentTarget.value })}
          />
        </label>
        <Areas
          name={own.fromArea}
          choices={report.from}
          value={filters.from}
          onChange={(from) => actions.filter({ from })}
        />
        <Areas
          name={own.toArea}
          choices={report.to}
          value={filters.to}
          onChange={(to) => actions.filter({ to })}
        />
      </div>
      <fieldset>
        <legend>{texts.filterKind}</legend>
        {CHANGE_KINDS.filter((kind) => head.summary[kind] > 0).map((kind) => (
          <label class="chip" key={kind}>
            <input
              type="checkbox"
              checked={filters.kinds.has(kind)}
              onChange={() => actions.filter({ kinds: toggle(filters.kinds, kind) })}
            />
            <span class={`k k-${kind}`}>
              {names.changes[kind]} <small>{formatNumber(lang, head.summary[kind])}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>{texts.filterTier}</legend>
        {TIERS.filter((tier) => head.tiers[tier] > 0).map((tier) => (
          <label class="chip" key={tier}>
            <input
              type="checkbox"
              checked={filters.tiers.has(tier)}
              onChange={() => actions.filter({ tiers: toggle(filters.tiers, tier) })}
            />
            <span class={`t t-${tier}`}>
              {names.tiers[tier]} <small>{formatNumber(lang, head.tiers[tier])}</small>
            </span>
          </label>
        ))}
        {alarms === 0 ? null : (
          <label class="chip">
            <input
              type="checkbox"
              checked={filters.alarm}
              onChange={() => actions.filter({ alarm: !filters.alarm })}
            />
            <span class="a">
              {texts.filterAlarm} <small>{formatNumber(lang, alarms)}</small>
            </span>
          </label>
        )}
      </fieldset>
      <div class="line tools">
        <p id="status" role="status">
          {status}
        </p>
        <button type="button" onClick={() => actions.filter({})}>
          {texts.reset}
        </button>
      </div>
    </search>
  );
}

interface AreasProps {
  readonly name: string;
  readonly choices: readonly AreaChoice[];
  readonly value: string;
  readonly onChange: (key: string) => void;
}

function Areas({ name, choices, value, onChange }: AreasProps) {
  const { lang } = usePage();
  if (choices.length === 0) return null;
  return (
    <label>
      {name}
      <select value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
        <option value="">{reportHtmlTexts[lang].filterAll}</option>
        {choices.map(({ key, name: area }) => (
          <option key={key} value={key}>
            {area}
          </option>
        ))}
      </select>
    </label>
  );
}
