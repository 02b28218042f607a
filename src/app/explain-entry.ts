import type { Explanation } from '../model/explanation.ts';
import type { ProcessMap } from '../model/process-map.ts';
import type { ReportChange, ReportEntry } from '../model/report.ts';
import { reportEntry } from '../model/report-entry.ts';
import { findEntries } from '../model/tree.ts';
import type { Comparison } from './comparison.ts';

/**
 * Explains what became of the entries a code names: several where it names more than one, such as a macro-process and
 * the coordination entry booked on it.
 *
 * @param code a code of the old map, or of the new one when the old has none such
 * @returns nothing when neither map has the code
 */
export function explainEntry({ oldMap, newMap, report }: Comparison, code: string): readonly Explanation[] {
  const all = [...report.structure, ...report.changes];
  const old = new Set(entriesNamed(oldMap, code).map(entryKey));
  const changes = all.filter((change) => change.old !== null && old.has(entryKey(change.old)));
  if (changes.length > 0) return changes.map((change) => explanationOf(change, newMap));
  const asked = entriesNamed(newMap, code).map(entryKey);
  return asked.flatMap((key) => explainTarget(key, all, newMap));
}

function explanationOf(change: ReportChange, newMap: ProcessMap): Explanation {
  const { code, kind } = change.old ?? { code: '', kind: 'activity' };
  const bearers = entriesNamed(newMap, code);
  return {
    change,
    sameCode: bearers.find((entry) => entry.kind === kind) ?? bearers[0] ?? null,
    sources: [],
  };
}

function explainTarget(
  key: string,
  all: readonly ReportChange[],
  newMap: ProcessMap,
): readonly Explanation[] {
  const reached = all.filter((change) => change.new.some((target) => entryKey(target) === key));
  const [first] = reached;
  const target = first?.new.find((each) => entryKey(each) === key);
  if (first === undefined || target === undefined) return [];
  const sources = reached.flatMap((change) => (change.old === null ? [] : [change.old]));
  const added = { ...first, kind: 'added' as const, old: null, new: [target] };
  return [{ ...explanationOf(added, newMap), sources }];
}

function entryKey({ kind, code }: { readonly kind: string; readonly code: string }): string {
  return `${kind} ${code}`;
}

function entriesNamed(map: ProcessMap, code: string): readonly ReportEntry[] {
  return findEntries(map, code).map((node) => reportEntry(map, node));
}
