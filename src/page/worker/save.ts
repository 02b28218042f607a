import { decisionsOf } from '../../app/decisions-of.ts';
import { reportTables } from '../../app/report-tables.ts';
import { REPORT_FORMATS, type ReportFormat } from '../../model/report.ts';
import { renderDecisionsCsv } from '../../render/decisions-csv.ts';
import { renderReport } from '../../render/report.ts';
import { renderReviewWorkbook } from '../../render/review-workbook.ts';
import { TOOL_VERSION } from '../../values/tool-version.ts';
import type { PageFile } from '../calls/page-file.ts';
import { type Handler, openIn, reportIn } from './handler.ts';
import { reviewIn } from './review.ts';

/** Endings of the report, one a format. */
const ENDINGS = {
  html: 'html',
  xlsx: 'xlsx',
  markdown: 'md',
  csv: 'csv',
  json: 'json',
  text: 'txt',
} as const;

/** Writes everything but the crosswalk. */
export const save: Handler<'save'> = async ({ lang, today }, { held, progress }) => {
  const { comparison } = openIn(held);
  const report = reportIn(held);
  const tables = reportTables(comparison, lang);
  const provenance = { toolVersion: TOOL_VERSION, generatedOn: today };
  const formats = REPORT_FORMATS.filter(
    (format): format is Exclude<ReportFormat, 'text'> => format !== 'text',
  );
  const files: PageFile[] = [
    { name: 'decisions.csv', bytes: bytesOf(renderDecisionsCsv(decisionsOf(comparison))) },
    { name: 'review.xlsx', bytes: await renderReviewWorkbook(reviewIn(held), { lang }) },
  ];
  for (const [i, format] of formats.entries()) {
    const data = await renderReport(format, report, { lang, provenance, ...tables });
    files.push({ name: `report.${ENDINGS[format]}`, bytes: bytesOf(data) });
    progress((i + 1) / formats.length);
  }
  return { files };
};

function bytesOf(data: string | Uint8Array): Uint8Array {
  return typeof data === 'string' ? new TextEncoder().encode(data) : data;
}
