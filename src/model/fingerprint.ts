import { sha256Hex } from '../values/sha256.ts';
import type { MapNode, ProcessMap } from './process-map.ts';
import { ancestorsOf, keyOf } from './tree.ts';

/** What an entry's fingerprint is made of: of each part, 6 hex digits. */
export interface FingerprintParts {
  readonly code: string;
  readonly label: string;
  readonly path: string;
}

const SHAPE = /^([0-9a-f]{6})-([0-9a-f]{6})-([0-9a-f]{6})$/;

/**
 * The fingerprint of an entry: it changes when the entry's code, label or parent path does, and with nothing else. The
 * three are told apart in it, so that a stale decision can say which of them changed; the hyphens keep a spreadsheet
 * from taking it for a number.
 *
 * @returns three times 6 hex digits of a SHA-256, such as `3f09a1-77c2e4-0b91dd`
 */
export function fingerprintOf(map: ProcessMap, node: MapNode): string {
  const path = ancestorsOf(map, node).flatMap((above) => [above.code.text, above.label]);
  return [[keyOf(node)], [node.label], path].map(digest).join('-');
}

/** Takes a fingerprint apart; `null` when it is none. */
export function readFingerprint(text: string): FingerprintParts | null {
  const [, code, label, path] = SHAPE.exec(text.trim().toLowerCase()) ?? [];
  return code === undefined || label === undefined || path === undefined ? null : { code, label, path };
}

function digest(parts: readonly string[]): string {
  return sha256Hex(parts.join('\u0000')).slice(0, 6);
}
