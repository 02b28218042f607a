import type { PageFile } from '../calls/page-file.ts';

/** Written into every archive, so that the same files give the same bytes. Local terms, as zip files have them. */
const PACKED = new Date(2000, 0, 1, 12, 0, 0);

/** Packs files into one. */
export async function archiveOf(name: string, files: readonly PageFile[]): Promise<PageFile> {
  const { zipSync } = await import('fflate');
  const entries = Object.fromEntries(files.map((file) => [file.name, file.bytes]));
  return { name, bytes: zipSync(entries, { level: 6, mtime: PACKED }) };
}
