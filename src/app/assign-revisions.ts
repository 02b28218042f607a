import { ProcmapError } from '../words/procmap-error.ts';
import type { ReadCrosswalk } from './read-crosswalk.ts';

/** The revision that each year books on, and what the revisions are called. */
export interface Assigned {
  /** By year; places in the list of revisions. */
  readonly revisionOf: ReadonlyMap<string, number>;
  readonly names: readonly string[];
}

/**
 * Says which year books on the codes of which revision: as the user says from which year each crosswalk holds, else as the
 * crosswalks do (`valid_from`), else one year a revision where there are as many of one as of the other.
 *
 * @param years in their order, each once
 * @param from the first year of the new codes of each crosswalk
 * @throws ProcmapError when it cannot be said, or when a year books on two revisions
 */
export function assignRevisions(
  years: readonly string[],
  crosswalks: readonly ReadCrosswalk[],
  from: readonly string[] | null,
): Assigned {
  const starts = from ?? startsOf(crosswalks, years);
  if (starts === null && years.length !== crosswalks.length + 1) throw unassigned(years, crosswalks);
  const revisionOf = new Map(
    years.map((year, i) => [year, starts === null ? i : starts.filter((start) => start <= year).length]),
  );
  const names = Array.from({ length: crosswalks.length + 1 }, (_, revision) => {
    const own = years.find((year) => revisionOf.get(year) === revision);
    return (revision === 0 ? undefined : starts?.[revision - 1]) ?? own ?? `${revision + 1}`;
  });
  return { revisionOf, names };
}

/** The first whole year of each crosswalk, where all of them say from when their codes hold. */
function startsOf(crosswalks: readonly ReadCrosswalk[], years: readonly string[]): readonly string[] | null {
  const dated = crosswalks.map(({ file, crosswalk }) => ({ file, date: crosswalk.validFrom }));
  if (dated.some(({ date }) => date === undefined)) return null;
  return dated.map(({ file, date = '' }) => {
    const year = date.slice(0, 4);
    if (date.slice(4) === '-01-01') return year;
    if (years.includes(year))
      throw new ProcmapError('series', { problem: { kind: 'mid-year', file, date, year } });
    return String(Number(year) + 1).padStart(4, '0');
  });
}

function unassigned(years: readonly string[], crosswalks: readonly ReadCrosswalk[]): ProcmapError {
  const revisions = crosswalks.length + 1;
  return new ProcmapError('series', {
    problem: { kind: 'years-unassigned', years: years.length, revisions },
  });
}
