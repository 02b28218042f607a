import type { MigrationReport, ReportFormat } from '../model/report.ts';
import { TOOL_VERSION } from '../values/tool-version.ts';
import { safeLines } from '../words/safe-text.ts';
import { renderReportJson } from './report-json.ts';
import type { ReportOptions } from './report-options.ts';
import { renderReportText } from './report-text.ts';
import { plainStyle } from './style.ts';

type Renderer = (report: MigrationReport, options: ReportOptions) => Promise<string | Uint8Array>;

/** Every way to draw a migration report. What a terminal does not need is loaded when it is asked for. */
const RENDERERS = {
  text: async (report, options) =>
    safeLines(renderReportText(report, options), { coloured: options.style !== plainStyle }),
  html: async (report, options) => (await import('./html/report-html.ts')).renderReportHtml(report, options),
  xlsx: async (report, options) =>
    (await import('./report-workbook.ts')).renderReportWorkbook(report, options),
  markdown: async (report, options) =>
    (await import('./report-markdown.ts')).renderReportMarkdown(report, options),
  csv: async (report, options) => (await import('./report-csv.ts')).renderReportCsv(report, options),
  json: async (report) => renderReportJson(report),
} satisfies Record<ReportFormat, Renderer>;

const DEFAULTS: ReportOptions = {
  lang: 'en',
  style: plainStyle,
  width: 80,
  only: [],
  provenance: { toolVersion: TOOL_VERSION, generatedOn: null },
};

/**
 * Draws a report in a format: text, or the bytes of a workbook.
 *
 * @param options what is left out: English, no colour, 80 characters a line, all kinds of change, and no date
 */
export function renderReport(
  format: ReportFormat,
  report: MigrationReport,
  options: Partial<ReportOptions> = {},
): Promise<string | Uint8Array> {
  return RENDERERS[format](report, { ...DEFAULTS, ...options });
}
