import type { CheckReport } from '../model/check-report.ts';
import type { ParseMapOptions } from '../read/parse-map.ts';
import { type CheckOptions, checkMaps } from './compare.ts';
import type { Files } from './files.ts';
import { readMapFile } from './read-map-file.ts';

/**
 * Reads and checks maps with one set of rules.
 *
 * @throws ProcmapError when a file cannot be read or holds no map
 */
export async function checkFiles(
  files: Files,
  sources: readonly string[],
  { reading, ...options }: CheckOptions & { readonly reading?: ParseMapOptions },
): Promise<CheckReport> {
  const maps = [];
  for (const source of sources) maps.push(await readMapFile(files, source, reading));
  return checkMaps(maps, options);
}
