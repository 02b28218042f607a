import { formatAlarm } from '../model/change.ts';
import type { MigrationReport, ReportChange, ReportTarget } from '../model/report.ts';
import { asText, renderCsv } from './csv.ts';
import type { ReportOptions } from './report-options.ts';

/** Columns of the report as CSV. Those that the crosswalk has too mean the same there. */
const COLUMNS = [
  'entry',
  'old_code',
  'old_label',
  'old_path',
  'change',
  'details',
  'gsim',
  'new_code',
  'new_label',
  'new_path',
  'share',
  'tier',
  'confidence',
  'evidence',
  'alarms',
  'merged_with',
  'candidates',
  'decided_by',
  'decided_on',
  'reason',
] as const;
type Column = (typeof COLUMNS)[number];

/**
 * The migration report as a table for other programs, the same in every language: one row per link, bookable entries
 * first, then levels 1 to 3. What a spreadsheet would run is kept text.
 */
export function renderReportCsv(
  report: MigrationReport,
  { only }: Pick<ReportOptions, 'only'> = { only: [] },
): string {
  const wanted = ({ kind }: ReportChange) => only.length === 0 || only.includes(kind);
  const rows = [
    ...report.changes.filter(wanted).flatMap((change) => linesOf(change, report.usage)),
    ...report.structure.filter(wanted).flatMap((change) => linesOf(change, undefined)),
  ];
  const withHours = report.usage !== undefined;
  return renderCsv([
    withHours ? [...COLUMNS, 'hours'] : COLUMNS,
    ...rows.map(({ cells, hours }) => (withHours ? [...cells, hours] : cells)),
  ]);
}

interface Line {
  readonly cells: readonly string[];
  /** On the first line of an entry only, so that a sum over the table is right. */
  readonly hours: string;
}

function linesOf(change: ReportChange, usage: MigrationReport['usage']): readonly Line[] {
  const targets = change.new.length === 0 ? [null] : change.new;
  const hours = usage === undefined || change.old === null ? '' : String(usage[change.old.code] ?? 0);
  return targets.map((target, i) => ({ cells: row(change, target), hours: i === 0 ? hours : '' }));
}

function row(change: ReportChange, target: ReportTarget | null): readonly string[] {
  return COLUMNS.map((column) => asText(FIELDS[column](change, target)));
}

const FIELDS = {
  entry: ({ old }, target) => old?.kind ?? target?.kind ?? '',
  old_code: ({ old }) => old?.code ?? '',
  old_label: ({ old }) => old?.label ?? '',
  old_path: ({ old }) => old?.path ?? '',
  change: ({ kind }) => kind,
  details: ({ details }) => details.join('|'),
  gsim: ({ gsim }) => gsim ?? '',
  new_code: (_, target) => target?.code ?? '',
  new_label: (_, target) => target?.label ?? '',
  new_path: (_, target) => target?.path ?? '',
  share: ({ old }, target) => (old === null ? '' : (target?.share ?? '')),
  tier: ({ tier }, target) => target?.tier ?? tier,
  confidence: ({ old }, target) => (old === null || target === null ? '' : target.confidence.toFixed(3)),
  evidence: (_, target) =>
    (target?.evidence ?? [])
      .filter(({ kind }) => kind !== 'prior')
      .map(({ kind, score }) => `${kind}:${score.toFixed(2)}`)
      .join('|'),
  alarms: ({ alarms }) => alarms.map(formatAlarm).join('|'),
  merged_with: ({ mergedWith }) => mergedWith.map(({ code }) => code).join('|'),
  candidates: ({ tier, candidates }) =>
    tier === 'certain'
      ? ''
      : candidates.map(({ code, confidence }) => `${code}:${confidence.toFixed(2)}`).join('|'),
  decided_by: ({ decision }) => decision?.by ?? '',
  decided_on: ({ decision }) => decision?.on ?? '',
  reason: ({ decision }) => decision?.reason ?? '',
} satisfies Record<Column, (change: ReportChange, target: ReportTarget | null) => string>;
