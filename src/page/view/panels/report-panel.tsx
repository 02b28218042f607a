import { placeText } from '../../../words/place-text.ts';
import { findingMessage } from '../../../words/rules.ts';
import { usePage } from '../page-context.ts';

/** The migration report: what is wrong in the files first. */
export function ReportPanel() {
  const { state, lang } = usePage();
  const compared = state.compared.value;
  if (compared === null) return null;
  return (
    <ul>
      {compared.head.findings.map(({ side, finding }, i) => (
        <li key={`${side}${i}`}>
          {placeText(finding.place)}: {findingMessage(lang, finding)}
        </li>
      ))}
    </ul>
  );
}
