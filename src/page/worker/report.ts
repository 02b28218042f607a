import type { Lang } from '../../model/lang.ts';
import type { MigrationReport, ReportChange } from '../../model/report.ts';
import { alarmSection } from '../../render/html/alarm-section.ts';
import { briefSection } from '../../render/html/brief-section.ts';
import { changeColumns, groupsOf, rowCells, rowFacts } from '../../render/html/changes-table.ts';
import { findingsSection, glossarySection, structureSection } from '../../render/html/end-sections.ts';
import { type Page, pageOf } from '../../render/html/page.ts';
import { pictureSection } from '../../render/html/picture-section.ts';
import { reportHtmlTexts } from '../../words/report-html.ts';
import type { AreaChoice, ChangeFacts, ReportPart } from '../calls/report.ts';
import { type Handler, type Held, reportIn } from './handler.ts';

/** Characters of markup that a browser lays out without anybody noticing. */
const LONGEST_PART = 300_000;

/** Draws the report: what is wrong in the files first, then what became of the entries. */
export const report: Handler<'report'> = async ({ lang }, { held }) => {
  const page = drawn(held, lang);
  const groups = groupsOf(page).map(({ heading, changes }) => ({
    heading: heading?.html ?? '',
    changes: changes.map((change) => factsOf(change, page)),
  }));
  return {
    parts: partsOf(page),
    columns: changeColumns(page).map(([, heading]) => heading),
    groups,
    from: areaChoices(page, 'old', ['added']),
    to: areaChoices(page, 'new', ['dropped', 'possibly-lost', 'open']),
  };
};

/** Draws the cells of rows. */
export const rows: Handler<'rows'> = async ({ lang, ids }, { held }) => {
  const page = drawn(held, lang);
  const wanted = new Map(page.report.changes.map((change) => [page.anchors.idOf(change), change]));
  const withHours = page.report.usage !== undefined;
  return {
    cells: ids.map((id) => {
      const change = wanted.get(id);
      return change === undefined ? '' : rowCells(change, page, withHours).html;
    }),
  };
};

/** The last report that was drawn from: rows are asked for again and again while somebody scrolls. */
let last: { readonly report: MigrationReport; readonly usage: Held['usage']; readonly page: Page } | null =
  null;

function drawn(held: Held, lang: Lang): Page {
  const own = held.open?.comparison.report;
  if (last !== null && last.report === own && last.usage === held.usage && last.page.lang === lang)
    return last.page;
  const page = pageOf(reportIn(held), { lang, only: [] });
  last = own === undefined ? null : { report: own, usage: held.usage, page };
  return page;
}

function partsOf(page: Page): readonly ReportPart[] {
  const texts = reportHtmlTexts[page.lang];
  const all = [
    { id: 'findings', title: texts.findings, html: findingsSection(page) },
    { id: 'brief', title: texts.brief, html: briefSection(page) },
    { id: 'alarms', title: texts.alarms, html: alarmSection(page) },
    { id: 'picture', title: texts.picture, html: pictureSection(page) },
    { id: 'structure', title: texts.structure, html: structureSection(page) },
    { id: 'glossary', title: texts.glossary, html: glossarySection(page) },
  ];
  return all.flatMap(({ html, ...part }) =>
    html === null ? [] : [{ ...part, html: html.html.length > LONGEST_PART ? null : html.html }],
  );
}

function factsOf(change: ReportChange, page: Page): ChangeFacts {
  const { old, new: targets } = change;
  return {
    ...rowFacts(change, page),
    code: old?.code ?? targets[0]?.code ?? '',
    codes: [...(old === null ? [] : [old.code]), ...targets.map(({ code }) => code)],
    labels: [old?.label ?? '', ...targets.map(({ label }) => label)].join(' '),
    hours: old === null ? 0 : (page.report.usage?.[old.code] ?? 0),
  };
}

/** Areas go by their place in the list, ends that are no area by their own name: as `rowFacts` names both. */
function areaChoices(
  { areas, report: { summary }, lang }: Page,
  side: 'old' | 'new',
  ends: readonly ('added' | 'dropped' | 'possibly-lost' | 'open')[],
): readonly AreaChoice[] {
  const texts = reportHtmlTexts[lang];
  const listed = areas[side].map(({ code, label }, i) => ({
    key: String(i),
    name: `${code} ${label}`.trim(),
  }));
  return [
    ...(listed.length > 1 ? listed : []),
    ...ends.filter((end) => summary[end] > 0).map((end) => ({ key: end, name: texts.ends[end] })),
  ];
}
