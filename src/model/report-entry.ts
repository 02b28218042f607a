import type { MapNode, ProcessMap } from './process-map.ts';
import type { ReportEntry } from './report.ts';
import { ancestorsOf, keyOf, pathOf } from './tree.ts';

/** An entry as reports show it. */
export function reportEntry(map: ProcessMap, node: MapNode): ReportEntry {
  const { id, label, kind } = node;
  const above = ancestorsOf(map, node).map(keyOf);
  const entry = { id, code: keyOf(node), label, path: pathOf(map, node), above, kind };
  return {
    ...entry,
    ...(node.implied ? { implied: true as const } : {}),
    ...(node.restored ? { restored: true as const } : {}),
  };
}
