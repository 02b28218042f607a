import type { Filters } from '../../../render/html/client/row-filter.ts';
import { reportHtmlTexts } from '../../../words/report-html.ts';
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
  const { actions, lang, texts } = usePage();
  const narrow = (filters: Partial<Filters>) => {
    actions.filter({});
    actions.filter(filters);
    document.getElementById('changes')?.scrollIntoView();
  };
  const follow = (link: HTMLAnchorElement | SVGAElement) => {
    const { kind, from, to } = link.dataset;
    if ((kind ?? from ?? to) === undefined)
      return void actions.explain(decodeURIComponent(link.getAttribute('href')?.slice(1) ?? ''));
    narrow({ kinds: new Set(kind ? [kind] : []), from: from ?? '', to: to ?? '' });
  };
  return (
    <>
      {report.parts
        .filter(({ id }) => isShown(id))
        .map(({ id, title, html }) =>
          html === null ? (
            <section key={id} aria-label={title}>
              <h2>{title}</h2>
              <p>{id === 'alarms' ? texts.longAlarms : texts.longPart}</p>
              {id === 'alarms' ? (
                <button type="button" onClick={() => narrow({ alarm: true })}>
                  {reportHtmlTexts[lang].filterAlarm}
                </button>
              ) : null}
            </section>
          ) : (
            <Markup key={id} html={html} onLink={follow} />
          ),
        )}
    </>
  );
}
