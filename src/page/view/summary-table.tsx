import { CHANGE_KINDS } from '../../model/change.ts';
import { kindTexts } from '../../words/kinds.ts';
import { formatNumber } from '../../words/language.ts';
import type { ReportHead } from '../calls/compare.ts';
import { usePage } from './page-context.ts';

/** How many entries of each kind there are: what JSON calls `summary`. */
export function SummaryTable({ head }: { readonly head: ReportHead }) {
  const { lang, texts } = usePage();
  return (
    <table class="summary">
      <caption>{texts.summary}</caption>
      <thead class="sr">
        <tr>
          <th scope="col">{texts.kind}</th>
          <th scope="col">{texts.count}</th>
        </tr>
      </thead>
      <tbody>
        {CHANGE_KINDS.map((kind) => (
          <tr key={kind} class={`k-${kind}${head.summary[kind] === 0 ? ' zero' : ''}`}>
            <th scope="row">
              <span class="k">{kindTexts[lang].changes[kind]}</span>
            </th>
            <td>{formatNumber(lang, head.summary[kind])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
