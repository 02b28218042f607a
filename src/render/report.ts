import type { MigrationReport } from '../model/report.ts';
import { renderReportJson } from './report-json.ts';
import { renderReportText, type TextOptions } from './report-text.ts';

/** Every way to draw a migration report; the keys are the choices of `--format`. */
const RENDERERS = {
  text: renderReportText,
  json: (report) => renderReportJson(report),
} satisfies Record<string, (report: MigrationReport, options: TextOptions) => string>;

export type ReportFormat = keyof typeof RENDERERS;
export const REPORT_FORMATS = Object.keys(RENDERERS) as readonly ReportFormat[];

/** Draws a report in a format. */
export function renderReport(format: ReportFormat, report: MigrationReport, options: TextOptions): string {
  return RENDERERS[format](report, options);
}
