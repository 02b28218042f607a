import { SERIES_COLUMNS, type Series, type SeriesRow } from '../../model/series.ts';
import { asText, renderCsv } from '../csv.ts';
import { amountText } from './amount-text.ts';

/** One row per group and year, then one per year and code that no group takes; the same in every language. */
export function renderSeriesCsv(series: Series): string {
  const { unit } = series;
  const inGroups = series.rows.flatMap((row) =>
    series.years.flatMap(({ year, revision }, i) => {
      const amount = row.amounts[i];
      return amount === null || amount === undefined
        ? []
        : [[...groupCells(row), year, ...cells(row, revision), amountText(amount, unit), unit, '']];
    }),
  );
  const revisionOf = new Map(series.years.map(({ year, revision }) => [year, revision]));
  const outside = series.outside.map(({ year, reason, code, amount }) => [
    ...[
      '',
      '',
      '',
      year,
      name(revisionOf.get(year) ?? 0),
      asText(code),
      amountText(amount, unit),
      unit,
      reason,
    ],
  ]);
  return renderCsv([SERIES_COLUMNS, ...inGroups, ...outside]);

  function cells({ group }: SeriesRow, revision: number): readonly string[] {
    const codes = group.entries.filter((entry) => entry.revision === revision).map(({ code }) => code);
    return [name(revision), asText(codes.join('|'))];
  }

  function name(revision: number): string {
    return asText(series.groups.revisions[revision] ?? '');
  }
}

function groupCells({ group, comparable }: SeriesRow): readonly string[] {
  return [asText(group.id), asText(group.label), comparable ? 'yes' : 'no'];
}
