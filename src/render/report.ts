import type { MigrationReport, ReportFormat } from '../model/report.ts';
import { renderReportJson } from './report-json.ts';
import type { ReportOptions } from './report-options.ts';
import { renderReportText } from './report-text.ts';

type Renderer = (report: MigrationReport, options: ReportOptions) => Promise<string | Uint8Array>;

/** Every way to draw a migration report. What a terminal does not need is loaded when it is asked for. */
const RENDERERS = {
  text: async (report, options) => renderReportText(report, options),
  html: async (report, options) => (await import('./html/report-html.ts')).renderReportHtml(report, options),
  xlsx: async (report, options) =>
    (await import('./report-workbook.ts')).renderReportWorkbook(report, options),
  markdown: async (report, options) =>
    (await import('./report-markdown.ts')).renderReportMarkdown(report, options),
  csv: async (report, options) => (await import('./report-csv.ts')).renderReportCsv(report, options),
  json: async (report) => renderReportJson(report),
} satisfies Record<ReportFormat, Renderer>;

/** Draws a report in a format: text, or the bytes of a workbook. */
export function renderReport(
  format: ReportFormat,
  report: MigrationReport,
  options: ReportOptions,
): Promise<string | Uint8Array> {
  return RENDERERS[format](report, options);
}
