import type { Tell } from '../model/notice.ts';
import type { RefsReport } from '../model/refs-report.ts';
import type { Files } from './files.ts';
import { readCrosswalk } from './read-crosswalk.ts';
import { readMapFile } from './read-map-file.ts';
import { readSource } from './read-source.ts';
import { findReferences } from './refs.ts';

/**
 * Finds the codes that documents cite, and tells what a crosswalk makes of each.
 *
 * @param sources the documents, the crosswalk, and further maps in which codes are looked up
 * @throws ProcmapError when a file cannot be read
 */
export async function referencesInFiles(
  files: Files,
  sources: {
    readonly documents: readonly string[];
    readonly crosswalk: string;
    readonly maps: readonly string[];
  },
  tell: Tell,
): Promise<RefsReport> {
  const { crosswalk } = await readCrosswalk(files, sources.crosswalk, tell);
  const maps = [];
  for (const file of sources.maps) maps.push(await readMapFile(files, file));
  const documents = [];
  for (const name of sources.documents) documents.push({ name, bytes: await readSource(files, name) });
  return findReferences(documents, crosswalk, maps);
}
