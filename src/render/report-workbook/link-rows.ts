import type { MigrationReport, ReportChange, ReportEntry, ReportTarget } from '../../model/report.ts';

/** A line of the tables: a change with one of its targets, or with none. */
export interface LinkRow {
  readonly change: ReportChange;
  readonly old: ReportEntry | null;
  readonly target: ReportTarget | null;
}

/** The changes as lines, one for each link, in their order. */
export function linkRows(changes: readonly ReportChange[]): readonly LinkRow[] {
  return changes.flatMap((change): readonly LinkRow[] => {
    const { old } = change;
    return change.new.length === 0
      ? [{ change, old, target: null }]
      : change.new.map((target) => ({ change, old, target }));
  });
}

/** Where the tables hold an entry, as row numbers of their sheets; the first row is the head. */
export interface RowIndex {
  /** Row of an old entry among all changes, by its id. */
  readonly ofOld: ReadonlyMap<number, number>;
  /** Row of a new entry in the table by new code, by its id. */
  readonly ofNew: ReadonlyMap<number, number>;
}

/** Numbers the rows of both tables. */
export function rowIndex(all: readonly LinkRow[], byNew: readonly LinkRow[]): RowIndex {
  const ofOld = new Map<number, number>();
  const ofNew = new Map<number, number>();
  all.forEach(({ old }, i) => {
    if (old !== null && !ofOld.has(old.id)) ofOld.set(old.id, i + 2);
  });
  byNew.forEach(({ target }, i) => {
    if (target !== null && !ofNew.has(target.id)) ofNew.set(target.id, i + 2);
  });
  return { ofOld, ofNew };
}

/** The lines that have a target, in the order of the new map; of the same target, in the order of the old one. */
export function byNewRows(report: MigrationReport): readonly LinkRow[] {
  const rows = linkRows(report.changes).filter((row) => row.target !== null);
  return [...rows].sort((a, b) => (a.target?.id ?? 0) - (b.target?.id ?? 0));
}
