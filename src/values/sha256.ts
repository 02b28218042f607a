import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** A digest of bytes that come in pieces. */
export interface Digest {
  update(bytes: Uint8Array): void;
  /** The digest as hex digits; nothing can be added then. */
  hex(): string;
}

/** SHA-256 of bytes, or of a text in UTF-8, as 64 hex digits. */
export function sha256Hex(data: string | Uint8Array): string {
  return bytesToHex(sha256(typeof data === 'string' ? new TextEncoder().encode(data) : data));
}

/** SHA-256 of bytes that come in pieces. */
export function newSha256(): Digest {
  const hash = sha256.create();
  return { update: (bytes) => void hash.update(bytes), hex: () => bytesToHex(hash.digest()) };
}
