import type { AdoptionOutcome } from '../../model/adoption.ts';
import type { ReportEntry } from '../../model/report.ts';
import { outcomesByKind, remarksOf } from '../../render/adoption/adoption-lines.ts';
import { adoptionTexts } from '../../words/adoption.ts';
import { formatNumber } from '../../words/language.ts';
import { safeText } from '../../words/safe-text.ts';
import { usePage } from './page-context.ts';

/** What became of every entry: the counts, and behind each kind its entries side by side. */
export function OutcomeTables({ outcomes }: { readonly outcomes: readonly AdoptionOutcome[] }) {
  const { lang } = usePage();
  const texts = adoptionTexts[lang];
  return (
    <>
      <h3>{texts.whatBecame}</h3>
      {outcomesByKind(outcomes).map(([kind, own]) => (
        <details key={kind} class="outcome">
          <summary>
            <b>{texts.outcome[kind]}</b> <span class="count">{formatNumber(lang, own.length)}</span>{' '}
            <small>{texts.outcomeMeaning[kind]}</small>
          </summary>
          <Sides outcomes={own} label={texts.outcome[kind]} />
        </details>
      ))}
    </>
  );
}

function Sides({
  outcomes,
  label,
}: {
  readonly outcomes: readonly AdoptionOutcome[];
  readonly label: string;
}) {
  const { lang } = usePage();
  const { columns } = adoptionTexts[lang];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section class="scroll" tabIndex={0} aria-label={label}>
      <table>
        <thead>
          <tr>
            {[columns.local, columns.national, columns.result, columns.notes].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {outcomes.map((outcome, i) => (
            <tr key={`${i}`}>
              <Entries entries={outcome.local} />
              <Entries entries={outcome.national} />
              <Entries entries={outcome.result} />
              <td>
                {remarksOf(outcome, lang).map((line) => (
                  <div key={line}>{line}</div>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Entries({ entries }: { readonly entries: readonly ReportEntry[] }) {
  return (
    <td>
      {entries.map(({ id, code, label }) => (
        <div key={id}>
          <b class="code">{safeText(code)}</b> {safeText(label)}
        </div>
      ))}
    </td>
  );
}
