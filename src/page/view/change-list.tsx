import { useMemo, useRef } from 'preact/hooks';
import { isEmpty } from '../../render/html/client/row-filter.ts';
import { kindTexts } from '../../words/kinds.ts';
import { fill, formatNumber } from '../../words/language.ts';
import { reportHtmlTexts } from '../../words/report-html.ts';
import type { ReportHead } from '../calls/compare.ts';
import type { Answer } from '../calls/protocol.ts';
import type { ChangeFacts } from '../calls/report.ts';
import { type ChangeLine, visibleChanges } from '../store/visible-changes.ts';
import { ChangeFilters } from './change-filters.tsx';
import { follow } from './markup.tsx';
import { usePage } from './page-context.ts';
import { useCells } from './use-cells.ts';
import { useWindowList } from './use-window-list.ts';

/** Pixels of a row and of a heading that nobody has measured yet. */
const ROW = 76;
const HEADING = 48;

/** All changes: searched, filtered, and only those in sight drawn, however many there are. */
export function ChangeList({
  head,
  report,
}: {
  readonly head: ReportHead;
  readonly report: Answer<'report'>;
}) {
  const { state, actions, lang } = usePage();
  const texts = reportHtmlTexts[lang];
  const filters = state.filters.value;
  const { lines, count } = useMemo(() => visibleChanges(report.groups, filters), [report, filters]);
  const total = useMemo(() => report.groups.reduce((sum, { changes }) => sum + changes.length, 0), [report]);
  const list = useRef<HTMLTableElement>(null);
  const { items, before, after, measure } = useWindowList({
    count: lines.length,
    estimate: (index) => (lines[index]?.kind === 'heading' ? HEADING : ROW),
    keyOf: (index) => lines[index]?.key ?? '',
    list,
  });
  const inSight = items.flatMap(({ index }) => {
    const line = lines[index];
    return line?.kind === 'change' ? [line.facts.id] : [];
  });
  const cellsOf = useCells(report, inSight);
  const number = (value: number) => formatNumber(lang, value);
  const status = fill(isEmpty(filters) ? texts.shownAll : texts.shown, {
    shown: number(count),
    total: number(total),
  });
  return (
    <section id="changes" aria-labelledby="changes-h" tabIndex={-1}>
      <h2 id="changes-h">{texts.changes}</h2>
      <ChangeFilters head={head} report={report} status={status} />
      {count === 0 ? <p class="empty">{texts.nothing}</p> : null}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: only links in it are acted on, and the keyboard clicks these, too */}
      <table
        ref={list}
        class="changes"
        aria-rowcount={lines.length + 1}
        onClick={(event) =>
          follow(event, (link) => void actions.explain(codeBehind(link.getAttribute('href') ?? '', lines)))
        }
      >
        <caption class="sr">{texts.changes}</caption>
        <thead>
          <tr>
            {report.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Space height={before} />
          {items.map(({ index, key }) => {
            const line = lines[index];
            if (line === undefined) return null;
            return line.kind === 'heading' ? (
              <tr key={key} class="g" data-index={index} ref={measure}>
                <th
                  scope="rowgroup"
                  colSpan={report.columns.length}
                  dangerouslySetInnerHTML={{ __html: line.html }}
                />
              </tr>
            ) : (
              <Row
                key={key}
                index={index}
                facts={line.facts}
                cells={cellsOf(line.facts.id)}
                measure={measure}
              />
            );
          })}
          <Space height={after} />
        </tbody>
      </table>
    </section>
  );
}

interface RowProps {
  readonly index: number;
  readonly facts: ChangeFacts;
  /** Markup; not there until the worker has drawn it. */
  readonly cells: string | undefined;
  readonly measure: (element: HTMLElement | null) => void;
}

function Row({ index, facts, cells, measure }: RowProps) {
  const { lang } = usePage();
  const shared = { id: facts.id, 'data-index': index, 'aria-rowindex': index + 2, ref: measure };
  if (cells !== undefined) return <tr {...shared} dangerouslySetInnerHTML={{ __html: cells }} />;
  return (
    <tr {...shared}>
      <th scope="row">{facts.code}</th>
      <td class="n" />
      <td>
        <b class={`k k-${facts.kind}`}>{kindTexts[lang].change[facts.kind as 'open']}</b>
      </td>
      <td class="l">{facts.labels}</td>
      <td />
    </tr>
  );
}

/** What lies out of sight takes its room all the same. */
function Space({ height }: { readonly height: number }) {
  return height <= 0 ? null : (
    <tr>
      <td class="space" style={{ height: `${height}px` }} />
    </tr>
  );
}

/** The code of the change that a link within the table leads to. */
function codeBehind(href: string, lines: readonly ChangeLine[]): string {
  const id = decodeURIComponent(href.slice(1));
  const found = lines.find((line) => line.kind === 'change' && line.facts.id === id);
  return found?.kind === 'change' ? found.facts.code : id.replace(/~\d+$/, '');
}
