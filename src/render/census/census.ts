import type { Census } from '../../model/census.ts';
import type { CensusTextOptions } from './census-text.ts';

/** How a census can be written; the keys are the choices of `--format`. */
const RENDERERS = {
  text: async (census, options) => (await import('./census-text.ts')).renderCensusText(census, options),
  csv: async (census) => (await import('./census-csv.ts')).renderCensusCsv(census),
  xlsx: async (census, { lang }) => (await import('./census-workbook.ts')).renderCensusWorkbook(census, lang),
  html: async (census, { lang }) => (await import('./census-html.ts')).renderCensusHtml(census, lang),
  json: async (census) => `${JSON.stringify({ version: 1, ...census }, null, 2)}\n`,
} satisfies Record<string, (census: Census, options: CensusTextOptions) => Promise<string | Uint8Array>>;

export type CensusFormat = keyof typeof RENDERERS;
export const CENSUS_FORMATS = Object.keys(RENDERERS) as readonly CensusFormat[];

/** Draws a census in a format. */
export function renderCensus(
  format: CensusFormat,
  census: Census,
  options: CensusTextOptions,
): Promise<string | Uint8Array> {
  return RENDERERS[format](census, options);
}
