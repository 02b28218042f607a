import type { Alarm } from '../model/change.ts';
import { CHANGE_KINDS, type ChangeKind } from '../model/change.ts';
import type { MapSummary, MigrationReport, ReportChange } from '../model/report.ts';
import { completenessTexts } from '../words/completeness.ts';
import { decisionTexts, staleDecisionText } from '../words/decisions.ts';
import { identityTexts } from '../words/identity.ts';
import { kindTexts } from '../words/kinds.ts';
import { fill, formatNumber } from '../words/language.ts';
import { reportTexts } from '../words/report.ts';
import { safeText } from '../words/safe-text.ts';
import { drawChange, drawMerger, drawRecycled, drawStructureChange } from './change-text.ts';
import { identityAlarms } from './identity-alarms.ts';
import { closing, nextStep, tierText } from './report-text-end.ts';
import type { TextOptions } from './text-options.ts';
import { wrapText } from './wrap.ts';

const SECTIONS = [
  'moved',
  'moved-and-renamed',
  'renamed',
  'split',
  'merged',
  'transfer',
  'dropped',
  'possibly-lost',
  'open',
  'added',
] as const satisfies readonly ChangeKind[];

/** Draws the migration report for a terminal or a pipe: what matters first, then a section for each kind of change. */
export function renderReportText(report: MigrationReport, options: TextOptions): string {
  const head = [heading(report, options), summary(report, options)];
  const blocks = [...head, ...(options.summary ? brief(report, options) : full(report, options))];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}

type Lines = readonly string[];

function full(report: MigrationReport, options: TextOptions): readonly Lines[] {
  if (options.only.length > 0) return sections(report, options);
  return [
    alarms(report, options),
    stale(report, options),
    ...sections(report, options),
    services(report, options),
    structure(report, options),
    findings(report, options),
    closing(report, options),
  ];
}

/** What fits on one screen: the codes of the alarms without their labels, the findings, and where the rest is. */
function brief(report: MigrationReport, options: TextOptions): readonly Lines[] {
  const { lang, style, width } = options;
  const hint = wrapText(reportTexts[lang].summaryHint, width, { first: '', rest: '' }).map(style.dim);
  return [
    alarmCodes(report, options),
    stale(report, options),
    findings(report, options),
    nextStep(report, options),
    hint,
  ];
}

function heading(report: MigrationReport, options: TextOptions): Lines {
  const texts = reportTexts[options.lang];
  const names = Math.max(texts.oldMap.length, texts.newMap.length);
  return [
    options.style.strong(texts.title),
    ...mapLines(texts.oldMap.padEnd(names), report.old, options),
    ...mapLines(texts.newMap.padEnd(names), report.new, options),
  ];
}

function mapLines(name: string, map: MapSummary, { lang, style, width }: TextOptions): Lines {
  const { mapSize, tableSize } = reportTexts[lang];
  const size = fill(map.layout === 'flat' ? tableSize : mapSize, {
    layout: kindTexts[lang].layout[map.layout],
    bookable: formatNumber(lang, map.bookable),
    activities: formatNumber(lang, map.activities),
    structure: formatNumber(lang, map.structure),
  });
  const indent = ' '.repeat(name.length + 4);
  return [
    `  ${style.dim(name)}  ${safeText(map.name)}`,
    ...wrapText(size, width, { first: indent, rest: indent }).map((line) => style.dim(line)),
  ];
}

function summary(report: MigrationReport, options: TextOptions): Lines {
  const { lang, style, width } = options;
  const texts = reportTexts[lang];
  const kinds = CHANGE_KINDS.filter((kind) => !RARE.has(kind) || report.summary[kind] > 0);
  const names = Math.max(...kinds.map((kind) => kindTexts[lang].changes[kind].length));
  const most = Math.max(1, ...kinds.map((kind) => report.summary[kind]));
  const room = Math.max(10, Math.min(40, width - names - 12));
  const rows = kinds.map((kind) => {
    const count = report.summary[kind];
    const bar = '█'.repeat(count === 0 ? 0 : Math.max(1, Math.round((count / most) * room)));
    return `  ${kindTexts[lang].changes[kind].padEnd(names)}  ${formatNumber(lang, count).padStart(6)}  ${style.dim(bar)}`.trimEnd();
  });
  const isTable = report.old.layout === 'flat';
  const title = fill(isTable ? texts.tableSummary : texts.summary, {
    count: formatNumber(lang, report.old.bookable),
  });
  const warning = report.dividesMuch
    ? wrapText(completenessTexts[lang].dividesMuch, width, { first: '', rest: '' }).map(style.alarm)
    : [];
  return [
    ...warning,
    style.strong(title),
    ...rows,
    ...wrapText(tierText(report, lang), width, { first: '  ', rest: '  ' }),
  ];
}

/** Kinds that are not worth a line of their own where there are none. */
const RARE: ReadonlySet<ChangeKind> = new Set(['possibly-lost', 'open']);

function alarms(report: MigrationReport, options: TextOptions): Lines {
  const { lang, style, width } = options;
  const texts = reportTexts[lang];
  const recycled = report.changes.filter((change) =>
    change.alarms.some((alarm) => alarm.kind === 'recycled'),
  );
  const lost = report.changes.filter((change) =>
    change.alarms.some((alarm) => alarm.kind === 'possibly-lost'),
  );
  const identity = identityAlarms(report, options);
  if (recycled.length + lost.length + identity.length === 0)
    return [style.strong(texts.alarms), `  ${style.good(texts.noAlarms)}`];
  const lead = (text: string, count: number) =>
    wrapText(fill(text, { count: formatNumber(lang, count) }), width, { first: '  ', rest: '  ' }).map(
      style.alarm,
    );
  return [
    style.strong(texts.alarms),
    ...(recycled.length > 0
      ? [...lead(texts.recycled, recycled.length), ...recycled.flatMap((c) => drawRecycled(c, options))]
      : []),
    ...identity,
    ...(lost.length > 0
      ? [...lead(texts.possiblyLost, lost.length), ...lost.flatMap((c) => drawChange(c, options))]
      : []),
  ];
}

function stale(report: MigrationReport, { lang, style, width }: TextOptions): Lines {
  const decisions = report.decisions?.stale ?? [];
  if (decisions.length === 0) return [];
  const title = fill(decisionTexts[lang].staleTitle, { count: formatNumber(lang, decisions.length) });
  return [
    ...wrapText(title, width, { first: '', rest: '  ' }).map(style.alarm),
    ...decisions.flatMap((each) =>
      wrapText(staleDecisionText(lang, each), width, { first: '  ', rest: '    ' }),
    ),
  ];
}

function alarmCodes(report: MigrationReport, options: TextOptions): Lines {
  const { lang, style, width } = options;
  const texts = reportTexts[lang];
  const codes = (kind: Alarm['kind']) =>
    report.changes
      .filter((change) => change.alarms.some((alarm) => alarm.kind === kind))
      .map((change) => change.old?.code ?? '');
  const line = (name: string, all: readonly string[]) => {
    if (all.length === 0) return [];
    const shown = all.slice(0, BRIEF_CODES);
    const more = all.length > shown.length ? `, … (+${formatNumber(lang, all.length - shown.length)})` : '';
    const head = `  ${name}: ${formatNumber(lang, all.length)}  `;
    const lines = wrapText(`${shown.join(', ')}${more}`, width, { first: head, rest: '    ' });
    return lines.map((each, i) => (i === 0 ? each.replace(head, () => style.alarm(head)) : each));
  };
  const lines = [
    ...line(texts.recycledName, codes('recycled')),
    ...line(identityTexts[lang].reusedId.toLowerCase(), codes('reused-id')),
    ...line(texts.possiblyLostName, codes('possibly-lost')),
    ...line(identityTexts[lang].redefined.toLowerCase(), codes('redefined')),
  ];
  return [style.strong(texts.alarms), ...(lines.length === 0 ? [`  ${style.good(texts.noAlarms)}`] : lines)];
}

/** As many codes as take three lines of a terminal. */
const BRIEF_CODES = 24;

function sections(report: MigrationReport, options: TextOptions): readonly Lines[] {
  const { lang, style, only } = options;
  const texts = reportTexts[lang];
  const kinds: readonly ChangeKind[] = only.length === 0 ? SECTIONS : only;
  const blocks = kinds.map((kind) => {
    const changes = report.changes.filter((change) => change.kind === kind && belongs(change, only));
    if (changes.length === 0) return [];
    const title = kind === 'unchanged' ? kindTexts[lang].change[kind] : texts.section[kind];
    return [
      style.strong(`${title} (${sectionSize(changes.length, report.summary[kind], options)})`),
      ...(kind === 'merged' ? drawMergers(changes, options) : changes.flatMap((c) => drawChange(c, options))),
    ];
  });
  const drawn = blocks.filter((block) => block.length > 0);
  return drawn.length === 0 && only.length > 0 ? [[texts.nothingLeft]] : drawn;
}

/** How many a section shows, and of how many, so that the sections agree with the summary. */
function sectionSize(shown: number, total: number, { lang }: TextOptions): string {
  if (shown === total) return formatNumber(lang, shown);
  const numbers = { shown: formatNumber(lang, shown), total: formatNumber(lang, total) };
  return fill(reportTexts[lang].sectionPart, numbers);
}

/** One block for each target, where its first source stands. */
function drawMergers(changes: readonly ReportChange[], options: TextOptions): Lines {
  const byTarget = new Map<string, ReportChange[]>();
  for (const change of changes) {
    const code = change.new[0]?.code ?? '';
    byTarget.set(code, [...(byTarget.get(code) ?? []), change]);
  }
  return [...byTarget.values()].flatMap((group) => drawMerger(group, options));
}

/** Alarmed losses and entries that follow a rule have sections of their own, unless a kind is asked for. */
function belongs(change: ReportChange, only: readonly ChangeKind[]): boolean {
  if (only.length > 0) return true;
  return !isService(change) && change.kind !== 'possibly-lost';
}

function isService(change: ReportChange): boolean {
  const kind = (change.old ?? change.new[0])?.kind;
  return kind === 'training' || kind === 'coordination';
}

function services(report: MigrationReport, options: TextOptions): Lines {
  const { lang, style } = options;
  const all = report.changes.filter(isService);
  const following = all.filter(
    (change) => change.new.length === 1 && change.new[0]?.code === change.old?.code,
  );
  const others = all.filter((change) => !following.includes(change));
  if (all.length === 0) return [];
  const texts = reportTexts[lang];
  return [
    style.strong(`${texts.services} (${formatNumber(lang, all.length)})`),
    `  ${style.dim(fill(texts.servicesFollow, { count: formatNumber(lang, following.length) }))}`,
    ...others.flatMap((change) => drawStructureChange(change, options)),
  ];
}

function structure(report: MigrationReport, options: TextOptions): Lines {
  const changed = report.structure.filter((change) => change.kind !== 'unchanged');
  if (changed.length === 0) return [];
  if (!options.structure) {
    const count = formatNumber(options.lang, changed.length);
    const text = fill(reportTexts[options.lang].structureChanged, { count });
    return wrapText(text, options.width, { first: '', rest: '  ' });
  }
  const title = `${reportTexts[options.lang].structure} (${formatNumber(options.lang, changed.length)})`;
  return [options.style.strong(title), ...changed.flatMap((change) => drawStructureChange(change, options))];
}

function findings(report: MigrationReport, { lang, style, width }: TextOptions): Lines {
  const lines = (['old', 'new'] as const).flatMap((side) => {
    const own = report.findings.filter((entry) => entry.side === side).map((entry) => entry.finding.severity);
    const errors = own.filter((severity) => severity === 'error').length;
    const warnings = own.filter((severity) => severity === 'warning').length;
    if (errors + warnings === 0) return [];
    const file = safeText(report[side].name);
    const counts = { errors: formatNumber(lang, errors), warnings: formatNumber(lang, warnings) };
    const text = fill(reportTexts[lang].findingsOf, { file, ...counts });
    return wrapText(text, width, { first: '  ', rest: '    ' });
  });
  return lines.length === 0 ? [] : [style.strong(reportTexts[lang].findings), ...lines];
}
