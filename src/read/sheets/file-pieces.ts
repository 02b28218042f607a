import type { ReadLimits } from '../limits.ts';

const PIECE = 2 ** 20;

/** Bytes piece by piece, so that who reads them can stop. */
export function* inPieces(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}

/**
 * Unpacks all parts of an archive once, within the limits, before a library does that knows none.
 *
 * @throws ProcmapError `workbook-damaged` or `workbook-too-large`
 */
export async function unpackAll(file: string, bytes: Uint8Array, limits: ReadLimits): Promise<void> {
  const { openZip } = await import('../workbook/open-zip.ts');
  const zip = openZip(file, bytes, limits);
  for (const name of zip.names) for (const piece of zip.read(name) ?? []) if (piece.length > 2 ** 26) return;
}
