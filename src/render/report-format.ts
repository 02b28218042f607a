import type { ReportFormat } from '../model/report.ts';

const FORMATS: Readonly<Record<string, ReportFormat>> = {
  txt: 'text',
  text: 'text',
  html: 'html',
  htm: 'html',
  xlsx: 'xlsx',
  md: 'markdown',
  markdown: 'markdown',
  csv: 'csv',
  json: 'json',
};

/** The usual endings of reports. */
export const REPORT_ENDINGS = ['.txt', '.html', '.xlsx', '.md', '.csv', '.json'] as const;

/** The format a file name asks for by its ending: text without one, `null` for one that says nothing. */
export function reportFormatOf(file: string): ReportFormat | null {
  const ending = /\.([^./\\]+)$/.exec(file)?.[1]?.toLowerCase();
  if (ending === undefined) return 'text';
  return (Object.hasOwn(FORMATS, ending) ? FORMATS[ending] : undefined) ?? null;
}
