import { type CheckReport, countSeverities, findingsOf } from '../../model/check-report.ts';
import { type Finding, SEVERITIES } from '../../model/finding.ts';
import { seeAlso } from '../../render/findings-text.ts';
import { checkTexts } from '../../words/check.ts';
import { fill } from '../../words/language.ts';
import { pageMapTexts } from '../../words/page-map.ts';
import { placeName } from '../../words/place-text.ts';
import { findingMessage, ruleTexts } from '../../words/rules.ts';
import { safeText } from '../../words/safe-text.ts';
import { usePage } from './page-context.ts';

/** What was found in a map: the worst first, each with its place and what its rule means. */
export function FindingList({ report }: { readonly report: CheckReport }) {
  const { lang } = usePage();
  const texts = checkTexts[lang];
  const findings = findingsOf(report);
  if (findings.length === 0) return <p class="good">{texts.clean(report.rules.length)}</p>;
  return (
    <>
      <p>
        <strong>{texts.counts(countSeverities(findings))}</strong>
      </p>
      {SEVERITIES.map((severity) => {
        const own = findings.filter((finding) => finding.severity === severity);
        if (own.length === 0) return null;
        return (
          <section key={severity} class={`found ${severity}`}>
            <h4>
              {texts.section[severity]} ({own.length})
            </h4>
            <ul>
              {own.map((finding) => (
                <Item key={finding.key} finding={finding} />
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}

function Item({ finding }: { readonly finding: Finding }) {
  const { lang } = usePage();
  const texts = pageMapTexts[lang];
  const { title, why, fix } = ruleTexts[lang][finding.ruleId];
  const related = seeAlso(finding, lang);
  return (
    <li>
      <b class="code">{safeText(placeName(finding.place, lang))}</b> {findingMessage(lang, finding)}
      {related === '' ? null : <small> ({related})</small>}
      <details>
        <summary>{fill(texts.rule, { id: finding.ruleId, title })}</summary>
        <p>{why}</p>
        <p>{fill(texts.whatToDo, { fix })}</p>
      </details>
    </li>
  );
}
