import type { MigrationReport, ReportChange } from '../../model/report.ts';

/** The `id` of every change on the page, so that `#A1.1.1.6` leads to what became of that old code. */
export interface Anchors {
  readonly idOf: (change: ReportChange) => string;
  /** Link to the change of an old code; `null` when the code has no row. */
  readonly hrefOfOld: (code: string) => string | null;
}

/**
 * Gives every change an id: its old code, or the new one for what is added. A code that is taken, by the page itself or
 * by a duplicate, gets `~2`, `~3` and so on. Blanks, which an id cannot hold, become `_`.
 */
export function anchorsOf(report: MigrationReport, reserved: readonly string[]): Anchors {
  const taken = new Set(reserved);
  const ids = new Map<ReportChange, string>();
  const byOldCode = new Map<string, string>();
  const all = [...report.changes, ...report.structure];
  const ordered = [
    ...all.filter((change) => change.old !== null),
    ...all.filter((change) => change.old === null),
  ];
  for (const change of ordered) {
    const code = change.old?.code ?? change.new[0]?.code ?? '';
    const id = freeId(code.replace(/\s/g, '_') || '_', taken);
    taken.add(id);
    ids.set(change, id);
    if (change.old !== null && !byOldCode.has(code)) byOldCode.set(code, id);
  }
  return {
    idOf: (change) => ids.get(change) ?? '',
    hrefOfOld: (code) => {
      const id = byOldCode.get(code);
      return id === undefined ? null : hrefTo(id);
    },
  };
}

/** The link to an id of the page. */
export function hrefTo(id: string): string {
  return `#${encodeURIComponent(id)}`;
}

function freeId(wanted: string, taken: ReadonlySet<string>): string {
  let id = wanted;
  for (let i = 2; taken.has(id); i++) id = `${wanted}~${i}`;
  return id;
}
