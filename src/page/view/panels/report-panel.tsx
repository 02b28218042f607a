import type { Answer } from '../../calls/protocol.ts';
import { ChangeList } from '../change-list.tsx';
import { Markup } from '../markup.tsx';
import { usePage } from '../page-context.ts';

/** What stands above the list of changes; the rest stands below it. */
const FIRST = ['findings', 'brief', 'alarms'];

/** The migration report: what is wrong in the files first. */
export function ReportPanel() {
  const { state } = usePage();
  const [compared, report] = [state.compared.value, state.report.value];
  if (compared === null || report === null) return null;
  return (
    <div class="report">
      <Parts report={report} isShown={(id) => FIRST.includes(id)} />
      <ChangeList head={compared.head} report={report} />
      <Parts report={report} isShown={(id) => !FIRST.includes(id)} />
    </div>
  );
}

function Parts({
  report,
  isShown,
}: {
  readonly report: Answer<'report'>;
  readonly isShown: (id: string) => boolean;
}) {
  const { actions } = usePage();
  const follow = (link: HTMLAnchorElement | SVGAElement) => {
    const { kind, from, to } = link.dataset;
    if ((kind ?? from ?? to) === undefined)
      return void actions.explain(decodeURIComponent(link.getAttribute('href')?.slice(1) ?? ''));
    actions.filter({});
    actions.filter({ kinds: new Set(kind ? [kind] : []), from: from ?? '', to: to ?? '' });
    document.getElementById('changes')?.scrollIntoView();
  };
  return (
    <>
      {report.parts
        .filter(({ id }) => isShown(id))
        .map(({ id, html }) => (
          <Markup key={id} html={html} onLink={follow} />
        ))}
    </>
  );
}
