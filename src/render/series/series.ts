import type { Series } from '../../model/series.ts';
import { amountText } from './amount-text.ts';
import type { SeriesTextOptions } from './series-text.ts';

/** How a series can be written; the keys are the choices of `--format`. */
const RENDERERS = {
  text: async (series, options) => (await import('./series-text.ts')).renderSeriesText(series, options),
  csv: async (series) => (await import('./series-csv.ts')).renderSeriesCsv(series),
  xlsx: async (series, { lang }) => (await import('./series-workbook.ts')).renderSeriesWorkbook(series, lang),
  html: async (series, { lang }) => (await import('./series-html.ts')).renderSeriesHtml(series, lang),
  json: async (series) => renderSeriesJson(series),
} satisfies Record<string, (series: Series, options: SeriesTextOptions) => Promise<string | Uint8Array>>;

export type SeriesFormat = keyof typeof RENDERERS;
export const SERIES_FORMATS = Object.keys(RENDERERS) as readonly SeriesFormat[];

/** Draws hours by group and year in a format. */
export function renderSeries(
  format: SeriesFormat,
  series: Series,
  options: SeriesTextOptions,
): Promise<string | Uint8Array> {
  return RENDERERS[format](series, options);
}

/** Amounts as in the CSV; groups without hours are left to `groups`. */
function renderSeriesJson({ unit, years, rows, outside, groups }: Series): string {
  const written = <T extends { readonly amount: string }>(line: T): T => ({
    ...line,
    amount: amountText(line.amount, unit),
  });
  const document = {
    version: 1,
    unit,
    revisions: groups.revisions,
    years: years.map((year) => ({
      ...year,
      total: amountText(year.total, unit),
      grouped: amountText(year.grouped, unit),
      outside: amountText(year.outside, unit),
      notCounted: year.notCounted.map((other) => ({
        ...other,
        amount: amountText(other.amount, other.unit),
      })),
    })),
    groups: rows.map(({ group, comparable, amounts }) => ({
      ...group,
      comparable,
      amounts: amounts.map((amount) => (amount === null ? null : amountText(amount, unit))),
    })),
    outside: outside.map(written),
    open: groups.open,
    unconfirmed: groups.unconfirmed,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
