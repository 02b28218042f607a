import type { RefsReport } from '../model/refs-report.ts';
import type { RefsTextOptions } from './refs-text.ts';
import { plainStyle } from './style.ts';

/** How a report on citations can be written. */
export const REFS_FORMATS = ['text', 'csv', 'json'] as const;
export type RefsFormat = (typeof REFS_FORMATS)[number];

/** The format a file name asks for by its ending; text where it asks for none. */
export function refsFormatOf(file: string | undefined): RefsFormat {
  const ending = file?.toLowerCase().split('.').at(-1);
  return REFS_FORMATS.find((format) => format === ending) ?? 'text';
}

const DEFAULTS = { lang: 'en', style: plainStyle, width: 80 } as const;

/** Draws what has become of the codes that documents cite, in a format. */
export async function renderRefs(
  format: RefsFormat,
  report: RefsReport,
  options: Partial<RefsTextOptions> & Pick<RefsTextOptions, 'crosswalk'>,
): Promise<string> {
  if (format === 'json') return `${JSON.stringify({ version: 1, ...report }, null, 2)}\n`;
  if (format === 'csv') return (await import('./refs-csv.ts')).renderRefsCsv(report);
  return (await import('./refs-text.ts')).renderRefsText(report, { ...DEFAULTS, ...options });
}
