import type { Alarm } from '../model/change.ts';
import { CHANGE_KINDS, type ChangeKind } from '../model/change.ts';
import type { Lang } from '../model/lang.ts';
import type { MigrationReport, ReportChange } from '../model/report.ts';
import { completenessSentences } from '../words/completeness.ts';
import { decisionTexts, staleChangesText } from '../words/decisions.ts';
import { decidedText } from '../words/explain.ts';
import { identityTexts } from '../words/identity.ts';
import { kindTexts } from '../words/kinds.ts';
import { fill, formatNumber } from '../words/language.ts';
import { reportTexts } from '../words/report.ts';
import { reportMarkdownTexts } from '../words/report-markdown.ts';
import { safeText } from '../words/safe-text.ts';
import { diffLabels } from './label-diff.ts';
import { codeMarkdown, escapeMarkdown, tableMarkdown } from './markdown.ts';
import type { ReportOptions } from './report-options.ts';

/** GitHub refuses comments of more than 65,536 characters; some room is left for what stands around the report. */
const LONGEST = 62_000;

/** A part of the report whose rows may be cut. */
interface Part {
  readonly before: readonly string[];
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly after: readonly string[];
}

/**
 * Draws the report for a pull request: the counts and the alarms in view, each kind of change in a section to open. What
 * does not fit into a comment is cut, the least urgent first, and the cut is told.
 */
export function renderReportMarkdown(report: MigrationReport, { lang, only }: ReportOptions): string {
  const head = [...heading(report, lang), ...counts(report, lang)];
  const parts = [
    ...(only.length === 0 ? alarmParts(report, lang) : []),
    ...kindParts(report, lang, only),
    ...(only.length === 0 ? [...structureParts(report, lang), ...serviceParts(report, lang)] : []),
  ];
  return `${[...head, ...fitParts(parts, LONGEST - lengthOf(head), lang)].join('\n')}\n`;
}

const SECTION_ORDER = [
  'transfer',
  'split',
  'merged',
  'moved-and-renamed',
  'moved',
  'dropped',
  'added',
  'renamed',
] as const satisfies readonly ChangeKind[];

function heading(report: MigrationReport, lang: Lang): readonly string[] {
  const texts = reportMarkdownTexts[lang];
  const { tiers } = report;
  const number = (value: number) => formatNumber(lang, value);
  const lead = fill(texts.lead, {
    count: number(report.old.bookable),
    certain: number(tiers.certain),
    probable: number(tiers.probable),
    open: number(tiers.open),
  });
  const { dropped, 'possibly-lost': lost } = report.summary;
  const nowhere =
    dropped + lost === 0 ? '' : ` ${fill(texts.nowhere, { dropped: number(dropped), lost: number(lost) })}`;
  const names = [report.old.name, report.new.name].map((name) => codeMarkdown(safeText(name)));
  return [
    `## ${texts.title}`,
    '',
    `${names.join(' → ')}`,
    '',
    [`${lead}${nowhere}`, ...completenessSentences(report, lang)].join(' '),
  ];
}

function counts(report: MigrationReport, lang: Lang): readonly string[] {
  const texts = reportMarkdownTexts[lang];
  const names = kindTexts[lang];
  const rows = CHANGE_KINDS.filter((kind) => report.summary[kind] > 0).map((kind) => [
    `**${names.changes[kind]}**`,
    formatNumber(lang, report.summary[kind]),
    names.meaning[kind],
  ]);
  return ['', ...tableMarkdown([texts.kind, texts.entries, texts.meaning], rows)];
}

/** Identifiers and definitions that the revisions do not agree on; nothing where there are none. */
function identityParts(changes: MigrationReport['changes'], lang: Lang): readonly Part[] {
  const texts = identityTexts[lang];
  const own = reportMarkdownTexts[lang];
  const rows = (kind: 'reused-id' | 'redefined', cells: (alarm: Alarm) => readonly string[]) =>
    changes.flatMap((change) =>
      change.alarms
        .filter((alarm) => alarm.kind === kind)
        .map((alarm) => [codeMarkdown(change.old?.code ?? ''), ...cells(alarm)]),
    );
  const reused = rows('reused-id', (alarm) =>
    alarm.kind === 'reused-id'
      ? [escapeMarkdown(alarm.id), label(alarm.oldLabel, lang), label(alarm.newLabel, lang)]
      : [],
  );
  const redefined = rows('redefined', (alarm) =>
    alarm.kind === 'redefined' ? [label(alarm.before, lang), label(alarm.after, lang)] : [],
  );
  return [
    shown(
      `⚠️ **${texts.reusedId}: {count}.** ${texts.reusedIdLead}`,
      [own.code, texts.id, texts.was, texts.is],
      reused,
      lang,
    ),
    shown(
      `⚠️ **${texts.redefined}: {count}.** ${texts.redefinedLead}`,
      [own.code, texts.before, texts.after],
      redefined,
      lang,
    ),
  ];
}

function alarmParts({ changes, decisions }: MigrationReport, lang: Lang): readonly Part[] {
  const texts = reportMarkdownTexts[lang];
  const stale = (decisions?.stale ?? []).map((each) => [
    codeMarkdown(each.decision.oldCode || each.decision.newCode),
    escapeMarkdown(staleChangesText(lang, each.changes)),
    escapeMarkdown(safeText(decidedText(lang, each.decision))),
  ]);
  const recycled = changes.flatMap((change) =>
    change.alarms.flatMap((alarm) =>
      alarm.kind === 'recycled'
        ? [
            [
              codeMarkdown(alarm.code),
              label(alarm.oldLabel, lang),
              label(alarm.newLabel, lang),
              became(change, lang),
            ],
          ]
        : [],
    ),
  );
  const lost = changes.flatMap((change) =>
    change.alarms.flatMap((alarm) =>
      alarm.kind === 'possibly-lost' && change.old !== null
        ? [[codeMarkdown(change.old.code), label(change.old.label, lang), codeMarkdown(alarm.missingCode)]]
        : [],
    ),
  );
  const open = changes.flatMap((change) =>
    change.kind === 'open' && change.old !== null
      ? [[codeMarkdown(change.old.code), label(change.old.label, lang), nearest(change, lang)]]
      : [],
  );
  return [
    shown(texts.recycledLead, [texts.code, texts.was, texts.is, texts.goesTo], recycled, lang),
    ...identityParts(changes, lang),
    shown(texts.lostLead, [texts.oldCode, texts.oldLabel, texts.missing], lost, lang),
    shown(
      `⚠️ **${decisionTexts[lang].staleTitle}**`,
      [texts.code, texts.changed, texts.decision],
      stale,
      lang,
    ),
    shown(texts.openLead, [texts.oldCode, texts.oldLabel, texts.nearest], open, lang),
  ].filter((part) => part.rows.length > 0);
}

function shown(lead: string, head: readonly string[], rows: Part['rows'], lang: Lang): Part {
  return { before: ['', fill(lead, { count: formatNumber(lang, rows.length) }), ''], head, rows, after: [] };
}

function kindParts(report: MigrationReport, lang: Lang, only: readonly ChangeKind[]): readonly Part[] {
  const sparing = only.length === 0;
  const kinds: readonly ChangeKind[] = sparing ? SECTION_ORDER : only;
  return kinds.flatMap((kind) => {
    const changes = report.changes.filter(
      (change) => change.kind === kind && !(sparing && isService(change)),
    );
    const title = kind === 'unchanged' ? kindTexts[lang].changes[kind] : reportTexts[lang].section[kind];
    return changes.length === 0 ? [] : [folded(title, changes, lang)];
  });
}

function structureParts({ structure }: MigrationReport, lang: Lang): readonly Part[] {
  const changed = structure.filter((change) => change.kind !== 'unchanged');
  return changed.length === 0 ? [] : [folded(reportMarkdownTexts[lang].structure, changed, lang)];
}

/** Training and coordination entries follow their process; worth a row only where their code changes. */
function serviceParts({ changes }: MigrationReport, lang: Lang): readonly Part[] {
  const moved = changes.filter((change) => isService(change) && change.new[0]?.code !== change.old?.code);
  return moved.length === 0 ? [] : [folded(reportTexts[lang].services, moved, lang)];
}

function isService(change: ReportChange): boolean {
  const kind = (change.old ?? change.new[0])?.kind;
  return kind === 'training' || kind === 'coordination';
}

/** A section that opens at a click. */
function folded(title: string, changes: readonly ReportChange[], lang: Lang): Part {
  const texts = reportMarkdownTexts[lang];
  const count = formatNumber(lang, changes.length);
  return {
    before: ['', `<details><summary>${title} (${count})</summary>`, ''],
    head: [texts.oldCode, texts.newCode, texts.label],
    rows: changes.map((change) => changeRow(change, lang)),
    after: ['', '</details>'],
  };
}

function changeRow(change: ReportChange, lang: Lang): readonly string[] {
  const { old, new: targets } = change;
  const [only] = targets;
  const oneToOne = old !== null && only !== undefined && targets.length === 1;
  const text = oneToOne ? difference(old.label, only.label, lang) : label((old ?? only)?.label ?? '', lang);
  const sure =
    change.tier === 'certain' || change.kind === 'open' ? '' : ` *(${kindTexts[lang].tier[change.tier]})*`;
  const { decision } = change;
  const note = decision === null ? '' : `<br>*${escapeMarkdown(safeText(decidedText(lang, decision)))}*`;
  return [
    old === null ? '' : codeMarkdown(old.code),
    targets.map((target) => codeMarkdown(target.code)).join(' '),
    `${text}${sure}${note}`,
  ];
}

function difference(before: string, after: string, lang: Lang): string {
  if (before === after || before === '' || after === '') return label(after || before, lang);
  return diffLabels(safeText(before), safeText(after))
    .map(({ kind, text }) => {
      const escaped = escapeMarkdown(text);
      if (kind === 'same') return escaped;
      return kind === 'removed' ? `<del>${escaped}</del>` : `<ins>${escaped}</ins>`;
    })
    .join(' ');
}

function label(text: string, lang: Lang): string {
  return text === '' ? `*${reportTexts[lang].noLabel}*` : escapeMarkdown(safeText(text));
}

function became(change: ReportChange, lang: Lang): string {
  return change.new.length === 0
    ? kindTexts[lang].change[change.kind]
    : change.new.map((target) => codeMarkdown(target.code)).join(' ');
}

function nearest(change: ReportChange, lang: Lang): string {
  const best = change.candidates
    .slice(0, 3)
    .map((each) => `${codeMarkdown(each.code)} ${label(each.label, lang)}`);
  return best.length === 0 ? reportTexts[lang].noCandidates : best.join('<br>');
}

/** Takes parts as far as there is room. A part that does not fit keeps what rows it can. */
function fitParts(parts: readonly Part[], room: number, lang: Lang): readonly string[] {
  const texts = reportMarkdownTexts[lang];
  const cutLine = fill(texts.cutAll, { count: formatNumber(lang, 999_999) });
  const lines: string[] = [];
  let left = room - cutLine.length - 2;
  let cut = 0;
  for (const { before, head, rows, after } of parts) {
    const [first = '', second = '', ...body] = tableMarkdown(head, rows);
    const rest = fill(texts.cutRows, { count: formatNumber(lang, rows.length) });
    const frame = [...before, first, second, '', rest, ...after];
    let used = lengthOf(frame);
    const kept = body.filter((row) => {
      used += row.length + 1;
      return used <= left;
    });
    const missing = rows.length - kept.length;
    cut += missing;
    if (kept.length === 0) continue;
    const note = missing === 0 ? [] : ['', fill(texts.cutRows, { count: formatNumber(lang, missing) })];
    const part = [...before, first, second, ...kept, ...note, ...after];
    lines.push(...part);
    left -= lengthOf(part);
  }
  return cut === 0 ? lines : [...lines, '', fill(texts.cutAll, { count: formatNumber(lang, cut) })];
}

function lengthOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.length + 1, 0);
}
