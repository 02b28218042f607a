import { sha1 } from '@noble/hashes/legacy.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { joinBytes } from './bytes.ts';

/** Namespace of this project's names, itself a name-based UUID of `procmap`. */
const NAMESPACE = hexToBytes('5b3a1f0c8c5d5f6f9a0e2f6d8f5a7c31');

/** A name-based UUID (version 5, RFC 9562) in the namespace of procmap, as a URN. */
export function uuidUrn(name: string): string {
  const digest = sha1(joinBytes([NAMESPACE, new TextEncoder().encode(name)]));
  digest[6] = ((digest[6] ?? 0) & 0x0f) | 0x50;
  digest[8] = ((digest[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytesToHex(digest);
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)];
  return `urn:uuid:${parts.join('-')}`;
}
