import { codeOf } from '../../model/code.ts';
import type { MapNode, ProcessMap } from '../../model/process-map.ts';
import { isServiceEntry } from '../../model/tree.ts';

/** What the files call these entries, before the name of what they serve. */
const TITLES = { coordination: 'Coordinamento', training: 'Formazione' } as const;

/**
 * Adds the coordination entry of every macro-process and the training entry of every process to a map that lists none
 * at all, as Rev. 2023 does; they are marked `implied`. A map that lists any is returned as it is.
 *
 * @returns a map whose first nodes are those of `map`; the implied ones follow, in the order of what they serve
 */
export function addImpliedEntries(map: ProcessMap): ProcessMap {
  if (map.nodes.some(isServiceEntry)) return map;
  const implied: MapNode[] = [];
  for (const node of map.nodes) {
    if (node.kind !== 'macro-process' && node.kind !== 'process') continue;
    implied.push(impliedEntry(node, map.nodes.length + implied.length));
  }
  return implied.length === 0 ? map : { ...map, nodes: [...map.nodes, ...implied] };
}

function impliedEntry(served: MapNode, id: number): MapNode {
  const kind = served.kind === 'macro-process' ? 'coordination' : 'training';
  const segment = { type: kind } as const;
  const code = codeOf([...served.code.segments, ...(kind === 'training' ? [segment, segment] : [segment])]);
  return {
    id,
    kind,
    level: served.level + 1,
    code,
    bookingCode: kind === 'coordination' ? served.code.text : code.text,
    type: kind === 'coordination' ? 'M' : 'A',
    label: served.label === '' ? '' : `${TITLES[kind]} ${served.label}`,
    parent: served.id,
    place: served.place,
    implied: true,
  };
}
