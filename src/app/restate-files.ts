import type { Tell } from '../model/notice.ts';
import type { Series, SeriesUnit } from '../model/series.ts';
import type { Point } from '../recode/amount.ts';
import { buildPlan } from '../recode/plan.ts';
import { type BookedSums, isNothing, NOTHING } from '../recode/sums.ts';
import { groupCodes } from '../series/group-codes.ts';
import { layOutSeries, type YearBookings } from '../series/lay-out-series.ts';
import { ProcmapError } from '../words/procmap-error.ts';
import { assignRevisions } from './assign-revisions.ts';
import { amountIn, type ChosenAmounts, chooseAmounts } from './choose-columns.ts';
import type { Files } from './files.ts';
import { followChain } from './follow-chain.ts';
import { outsideKey, type ReadYear, readYear, type YearSource } from './read-year.ts';

/** Years of time-sheets, and the crosswalks between their revisions. */
export interface RestateSources {
  readonly years: readonly YearSource[];
  /** In the order of the revisions, the oldest first. */
  readonly crosswalks: readonly string[];
  /** The first year of the new codes of each crosswalk; as the crosswalks say without it. */
  readonly from?: readonly string[];
  /** The columns to add up, as `recode` takes them. */
  readonly amounts?: readonly string[];
  /** Codes that are none of the map's, such as `FERIE`. */
  readonly keep?: readonly string[];
  readonly sheets?: readonly string[];
  readonly point?: Point;
}

/**
 * Lays out the hours of several years, each in the codes of its own revision, by groups of codes that can be compared.
 *
 * @throws ProcmapError when a file cannot be read, when it is not plain which year books on which revision, when a year has
 *   no bookings, or when its amounts are not of the kind of the others
 */
export async function restateFiles(files: Files, sources: RestateSources, tell: Tell): Promise<Series> {
  const ordered = inOrder(sources.years);
  const crosswalks = await followChain(files, sources.crosswalks, tell);
  const years = ordered.map(({ year }) => year);
  const { revisionOf, names } = assignRevisions(years, crosswalks, sources.from ?? null);
  const groups = groupCodes(
    crosswalks.map(({ crosswalk }) => crosswalk),
    names,
  );
  const columns = sources.amounts === undefined ? {} : { amounts: sources.amounts };
  const setting = {
    groups,
    options: { columns, point: sources.point ?? null, ...(sources.sheets ? { sheets: sources.sheets } : {}) },
    keep: sources.keep ?? [],
    seen: new Map<string, string>(),
    digests: crosswalks.map(({ crosswalk }) => buildPlan(crosswalk).revision),
  };
  const read: ReadYear[] = [];
  for (const source of ordered)
    read.push(await readYear(files, source, { ...setting, revision: revisionOf.get(source.year) ?? 0 }));
  const chosen = read.map(({ sums, files: [file = ''] }) =>
    chooseAmounts(sums, { file, asked: sources.amounts !== undefined }),
  );
  refuseMixed(read, chosen);
  const unit = chosen.some(({ hasClocks }) => hasClocks) ? 'clock' : 'number';
  return layOutSeries(
    groups,
    read.map((year, i) => bookingsOf(year, chosen[i] as ChosenAmounts, unit)),
    unit,
  );
}

function inOrder(years: readonly YearSource[]): readonly YearSource[] {
  const ordered = [...years].sort((a, b) => (a.year < b.year ? -1 : a.year > b.year ? 1 : 0));
  const twice = ordered.find(({ year }, i) => ordered[i + 1]?.year === year);
  if (twice !== undefined)
    throw new ProcmapError('series', { problem: { kind: 'year-twice', year: twice.year } });
  return ordered;
}

/** Hours add up with hours whatever the column is called, anything else only with its like. */
function refuseMixed(years: readonly ReadYear[], chosen: readonly ChosenAmounts[]): void {
  const [first] = chosen;
  const other = chosen.findIndex(({ counts }) => counts !== first?.counts);
  if (first === undefined || other === -1) return;
  const fileOf = (i: number): string => years[i]?.files[0] ?? '';
  throw new ProcmapError('series', {
    problem: {
      ...{ kind: 'units-differ', file: fileOf(other), column: chosen[other]?.name ?? '' },
      ...{ first: fileOf(0), firstColumn: first.name },
    },
  });
}

function bookingsOf(
  { sums, places, ...about }: ReadYear,
  { columns, name }: ChosenAmounts,
  unit: SeriesUnit,
): YearBookings {
  const kept = amountIn(sums.kept, columns, unit);
  const outside = sums.codes.flatMap(({ code, reason, rows, sums: own }) => {
    if (reason === null) return [];
    const amount = amountIn(own, columns, unit);
    return [{ reason, code, rows, amount, places: places.get(outsideKey(reason, code)) ?? [] }];
  });
  return {
    ...about,
    column: name,
    byCode: new Map(
      sums.codes
        .filter(({ reason }) => reason === null)
        .map(({ code, sums: own }) => [code, amountIn(own, columns, unit)]),
    ),
    outside:
      kept.units === 0n
        ? outside
        : [...outside, { reason: 'kept' as const, code: '', rows: 0, amount: kept, places: [] }],
    notCounted: notCountedOf(sums, columns),
    total: amountIn(sums.totals, columns, unit),
  };
}

/** Other columns with amounts, each in its own unit. */
function notCountedOf(sums: BookedSums, columns: readonly number[]): YearBookings['notCounted'] {
  return sums.columns.flatMap(({ name: column }, i) => {
    const total = sums.totals[i] ?? NOTHING;
    if (columns.includes(i) || isNothing(total)) return [];
    const unit = total.clock.units === 0n ? 'number' : 'clock';
    return [{ column, unit, amount: amountIn(sums.totals, [i], unit) } as const];
  });
}
