import { createHash } from 'node:crypto';
import type { MapNode, ProcessMap } from './process-map.ts';
import { ancestorsOf, keyOf } from './tree.ts';

/**
 * The fingerprint of an entry: it changes when the entry's code, label or parent path does, and with nothing else.
 *
 * @returns the first 12 hex digits of a SHA-256
 */
export function fingerprintOf(map: ProcessMap, node: MapNode): string {
  const parts = [
    keyOf(node),
    node.label,
    ...ancestorsOf(map, node).flatMap((above) => [above.code.text, above.label]),
  ];
  return createHash('sha256').update(parts.join('\u0000')).digest('hex').slice(0, 12);
}
