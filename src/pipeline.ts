import { buildReport } from './change/build-report.ts';
import { classifyChanges } from './change/classify-changes.ts';
import { checkMap } from './check/check-map.ts';
import { buildCrosswalk } from './crosswalk/build-crosswalk.ts';
import { matchMaps } from './match/match-maps.ts';
import type { Correspondence } from './model/correspondence.ts';
import type { Crosswalk } from './model/crosswalk.ts';
import type { Explanation } from './model/explanation.ts';
import { fingerprintOf } from './model/fingerprint.ts';
import type { MapNode, ProcessMap } from './model/process-map.ts';
import type { MigrationReport, ReportChange, ReportEntry } from './model/report.ts';
import { findEntries, isBookable, keyOf, pathOf } from './model/tree.ts';

export { checkMap } from './check/check-map.ts';
export { parseMap } from './read/parse-map.ts';

/** How two maps are compared. */
export interface CompareMapsOptions {
  /**
   * Training and coordination entries when the new map lists none: `carry` them with their process (the default), or
   * treat them `strict`ly as dropped.
   */
  readonly serviceEntries?: 'carry' | 'strict';
}

/** Two maps, how they correspond, and the report on it. */
export interface Comparison {
  readonly oldMap: ProcessMap;
  /** The new map, with the service entries that exist in it by rule. */
  readonly newMap: ProcessMap;
  readonly correspondence: Correspondence;
  readonly report: MigrationReport;
}

/** Compares two revisions of a map: links, kinds of change, alarms, findings. Deterministic. */
export function compareMaps(
  oldMap: ProcessMap,
  newMap: ProcessMap,
  options: CompareMapsOptions = {},
): Comparison {
  const matched = matchMaps(oldMap, newMap, options);
  const changes = classifyChanges(oldMap, matched.newMap, matched.correspondence);
  const findings = [
    ...checkMap(oldMap).map((finding) => ({ side: 'old' as const, finding })),
    ...checkMap(newMap).map((finding) => ({ side: 'new' as const, finding })),
  ];
  const report = buildReport({ oldMap, ...matched, ...changes, findings });
  return { oldMap, ...matched, report };
}

/** Lays a comparison out as the table other programs apply. */
export function crosswalkOf({ oldMap, newMap, report }: Comparison): Crosswalk {
  const oldByKey = bookableByKey(oldMap);
  const newByKey = bookableByKey(newMap);
  return buildCrosswalk(report, (change: ReportChange) => {
    const [map, node] =
      change.old === null
        ? ([newMap, newByKey.get(change.new[0]?.code ?? '')] as const)
        : ([oldMap, oldByKey.get(change.old.code)] as const);
    return node ? fingerprintOf(map, node) : '';
  });
}

function bookableByKey(map: ProcessMap): ReadonlyMap<string, MapNode> {
  return new Map(map.nodes.filter(isBookable).map((node) => [keyOf(node), node]));
}

/**
 * Explains what became of one entry.
 *
 * @param code a code of the old map, or of the new one when the old has none such
 * @returns `null` when neither map has the code
 */
export function explainEntry({ oldMap, newMap, report }: Comparison, code: string): Explanation | null {
  const old = keysFor(oldMap, code);
  const sameCode = entryByCode(newMap, code);
  const all = [...report.changes, ...report.structure];
  const change = all.find((each) => each.old !== null && old.has(each.old.code));
  if (change) return { change, sameCode, sources: [] };
  const asked = keysFor(newMap, code);
  const reached = all.filter((each) => each.new.some((target) => asked.has(target.code)));
  const target = reached[0]?.new.find((each) => asked.has(each.code));
  if (!reached[0] || !target) return null;
  const sources = reached.flatMap((each) => (each.old === null ? [] : [each.old]));
  return { change: { ...reached[0], old: null, new: [target] }, sameCode, sources };
}

function keysFor(map: ProcessMap, code: string): ReadonlySet<string> {
  return new Set(findEntries(map, code).map(keyOf));
}

function entryByCode(map: ProcessMap, code: string): ReportEntry | null {
  const [node] = findEntries(map, code);
  return node ? { code: keyOf(node), label: node.label, path: pathOf(map, node), kind: node.kind } : null;
}
