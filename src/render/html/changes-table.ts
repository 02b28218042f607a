import { hasTier } from '../../model/change.ts';
import type { MigrationReport, ReportChange, ReportEntry } from '../../model/report.ts';
import { kindTexts } from '../../words/kinds.ts';
import { fill, formatNumber } from '../../words/language.ts';
import { reportHtmlTexts } from '../../words/report-html.ts';
import { endsOf } from '../flows.ts';
import { hrefTo } from './anchors.ts';
import { certaintyCell, entryHtml, kindCell, labelCell, newCodesCell } from './change-cells.ts';
import { type Html, html } from './html.ts';
import type { Page } from './page.ts';
import { endKey } from './sankey.ts';

/** A process with its entries, as the table groups them. */
interface Group {
  readonly heading: Html | null;
  readonly changes: readonly ReportChange[];
}

/**
 * Draws every change of a bookable entry as a row. The table is complete without a script; the script of the page
 * filters, sorts and pages these same rows by their `data-` attributes: kind, tier, alarm, where from and where to.
 */
export function changesTable(page: Page): Html {
  const texts = reportHtmlTexts[page.lang];
  const columns = changeColumns(page);
  const head = columns.map(
    ([key, name]) =>
      html`<th scope="col" data-sort="${key}"${key === 'hours' ? html` class="h"` : null}>${name}</th>`,
  );
  const groups = groupsOf(page).map((group) => groupRows(group, columns.length, page));
  return html`<table id="changes-table" class="changes"><caption class="sr">${texts.changes}</caption><thead><tr>${head}</tr></thead>${groups}</table>`;
}

/** The columns of the changes: what they are sorted by, and their headings. */
export function changeColumns({ lang, report }: Page): readonly (readonly [key: string, heading: string])[] {
  const { columns } = reportHtmlTexts[lang];
  return [
    ['old', columns.oldCode],
    ['new', columns.newCode],
    ['kind', columns.change],
    ['label', columns.label],
    ['tier', columns.certainty],
    ...(report.usage === undefined ? [] : [['hours', columns.hours] as const]),
  ];
}

/** Draws the changes of levels 1 to 3, without those that stay as they were. */
export function structureTable(page: Page): Html {
  const texts = reportHtmlTexts[page.lang];
  const rows = page.report.structure
    .filter((change) => change.kind !== 'unchanged')
    .map((change) => row(change, page, false));
  const head = [
    texts.columns.oldCode,
    texts.columns.newCode,
    texts.columns.change,
    texts.columns.label,
    texts.columns.certainty,
  ].map((name) => html`<th scope="col">${name}</th>`);
  return html`<table class="changes"><caption class="sr">${texts.structure}</caption><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table>`;
}

function groupRows({ heading, changes }: Group, columns: number, page: Page): Html {
  const rows = changes.map((change) => row(change, page, page.report.usage !== undefined));
  const head =
    heading === null
      ? null
      : html`<tr class="g"><th scope="rowgroup" colspan="${columns}">${heading}</th></tr>`;
  return html`<tbody>${head}${rows}</tbody>
`;
}

function row(change: ReportChange, page: Page, withHours: boolean): Html {
  const { id, kind, tier, alarm, from, to } = rowFacts(change, page);
  return html`<tr id="${id}" data-k="${kind}" data-t="${tier}"${alarm ? html` data-a` : null} data-f="${from}" data-o="${to.join(' ')}">${rowCells(change, page, withHours)}</tr>
`;
}

/** What the filters look at in a change, and the id of its row. */
export function rowFacts(change: ReportChange, page: Page) {
  const ends = endsOf(change, page.areas);
  return {
    id: page.anchors.idOf(change),
    kind: change.kind,
    tier: hasTier(change.kind) ? change.tier : '',
    alarm: change.alarms.length > 0,
    from: endKey(ends.from),
    to: [...new Set(ends.to)].map(endKey),
  };
}

/** The cells of a change, in the order of the columns. */
export function rowCells(change: ReportChange, page: Page, withHours: boolean): Html {
  const self = hrefTo(page.anchors.idOf(change));
  const old = change.old === null ? html`–` : html`<a href="${self}">${change.old.code}</a>`;
  const codes = change.old === null ? addedCode(change, self) : newCodesCell(change);
  return html`<th scope="row">${old}</th><td class="n">${codes}</td><td>${kindCell(change, page)}</td><td class="l">${labelCell(change, page)}</td><td>${certaintyCell(change, page)}</td>${withHours ? hoursCell(change, page) : null}`;
}

function addedCode(change: ReportChange, self: string): Html {
  return html`<a href="${self}">${change.new[0]?.code ?? ''}</a>`;
}

function hoursCell(change: ReportChange, { report, lang }: Page): Html {
  const hours = change.old === null ? undefined : report.usage?.[change.old.code];
  const text = hours === undefined ? '' : formatNumber(lang, hours, hours % 1 === 0 ? 0 : 2);
  return html`<td class="h" data-v="${hours ?? 0}">${text}</td>`;
}

/** Old entries by the process they stand in, in the order of the old map; added ones by their new process. */
export function groupsOf(page: Page): readonly Group[] {
  const { report } = page;
  const structure = structureByCode(report);
  const groups: { key: string; changes: ReportChange[]; first: ReportChange }[] = [];
  for (const change of report.changes) {
    const key = groupKey(change);
    const last = groups.at(-1);
    if (last?.key === key) last.changes.push(change);
    else groups.push({ key, changes: [change], first: change });
  }
  return groups.map(({ changes, first }) => ({ heading: headingOf(first, structure, page), changes }));
}

function groupKey(change: ReportChange): string {
  const entry = change.old ?? change.new[0];
  return `${change.old === null ? '+' : ''}${entry === undefined ? '' : processOf(entry)}`;
}

function processOf(entry: ReportEntry): string {
  return entry.above[1] ?? entry.above[0] ?? '';
}

interface StructureByCode {
  readonly old: ReadonlyMap<string, ReportChange>;
  readonly new: ReadonlyMap<string, ReportEntry>;
}

function structureByCode({ structure }: MigrationReport): StructureByCode {
  return {
    old: new Map(
      structure.flatMap((change) => (change.old === null ? [] : [[change.old.code, change] as const])),
    ),
    new: new Map(structure.flatMap((change) => change.new.map((target) => [target.code, target] as const))),
  };
}

/** The process, and what becomes of it; `null` for entries that stand in none. */
function headingOf(change: ReportChange, structure: StructureByCode, page: Page): Html | null {
  const texts = reportHtmlTexts[page.lang];
  if (change.old === null) {
    const [target] = change.new;
    const process = target === undefined ? undefined : structure.new.get(processOf(target));
    const name = process === undefined ? texts.noGroup : `${process.code} ${process.label}`.trim();
    return html`<span class="k k-added">${fill(texts.addedTo, { group: name })}</span>`;
  }
  const process = structure.old.get(processOf(change.old));
  if (process?.old === undefined || process.old === null) return null;
  return html`${entryHtml(process.old, page)}${process.kind === 'unchanged' ? null : becameOf(process, page)}`;
}

function becameOf(process: ReportChange, page: Page): Html {
  const kind = kindTexts[page.lang].change[process.kind];
  const codes = process.new.map((target) => html` → ${entryHtml(target, page)}`);
  const [only] = process.new;
  const sameLabel = process.new.length === 1 && only?.label === process.old?.label;
  const short = sameLabel && only !== undefined ? html` → <b class="code">${only.code}</b>` : codes;
  return html`<span class="became">${short} <span class="k k-${process.kind}">${kind}</span></span>`;
}
