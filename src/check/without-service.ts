import { codeOf, type Segment } from '../model/code.ts';
import type { NodeKind } from '../model/process-map.ts';
import type { FindingBody } from './define-rule.ts';
import type { MapIndex } from './map-index.ts';

type MissingEntry = FindingBody<'coordination-entry-missing' | 'training-entry-missing'>;

/**
 * Entries of a kind that lack the service entry most of their kind have. Revisions that list no such entries at all, as
 * Rev. 2023 does, lack none; nor does a register, which lists only what one chamber does.
 *
 * @param suffix what the service entry's code adds to the code it serves
 */
export function withoutService(
  { map, byCode, isSelection }: MapIndex,
  served: NodeKind,
  service: NodeKind,
  suffix: readonly Segment[],
): readonly MissingEntry[] {
  const listed = map.nodes.filter((node) => node.kind === service).length;
  if (listed === 0 || isSelection) return [];
  return map.nodes.flatMap((node) => {
    if (node.kind !== served) return [];
    const expected = codeOf([...node.code.segments, ...suffix]).text;
    if (byCode.has(expected)) return [];
    return [{ place: node.place, code: node.code.text, args: { code: node.code.text, expected } }];
  });
}
