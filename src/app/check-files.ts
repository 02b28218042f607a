import type { CheckOptions } from '../check/check-map.ts';
import type { CheckReport } from '../model/check-report.ts';
import type { ErrorCode } from '../model/error-args.ts';
import type { Tell } from '../model/notice.ts';
import type { ProcessMap } from '../model/process-map.ts';
import type { ParseMapOptions } from '../read/parse-map.ts';
import { ProcmapError } from '../words/procmap-error.ts';
import { checkMaps } from './check-maps.ts';
import type { Files } from './files.ts';
import { mapSources } from './map-sources.ts';
import { readMapFile } from './read-map-file.ts';

/** What a file in a folder may be without being anybody's mistake. */
const NO_MAP: readonly ErrorCode[] = ['no-map', 'not-a-map', 'json-invalid', 'file-empty', 'lock-file'];

/**
 * Reads and checks maps with one set of rules.
 *
 * @param sources files, folders and patterns; see `mapSources`
 * @param tell hears which files in a folder hold no map
 * @throws ProcmapError when a file cannot be read or holds no map, or a folder holds none
 */
export async function checkFiles(
  files: Files,
  sources: readonly string[],
  {
    reading = {},
    tell,
    ...options
  }: CheckOptions & { readonly reading?: ParseMapOptions; readonly tell: Tell },
): Promise<CheckReport> {
  const maps: ProcessMap[] = [];
  const without = new Map<string, number>();
  for (const { source, foundIn } of await mapSources(files, sources)) {
    const map = await readMapFile(files, source, reading).catch((error: unknown) => {
      if (foundIn === null || !isNoMap(error)) throw error;
      tell({ kind: 'no-map-there', file: source });
      return null;
    });
    if (map !== null) maps.push(map);
    if (foundIn !== null) without.set(foundIn, (without.get(foundIn) ?? 0) + (map === null ? 0 : 1));
  }
  const [empty] = [...without].find(([, count]) => count === 0) ?? [];
  if (empty !== undefined) throw new ProcmapError('folder-without-map', { folder: empty });
  return checkMaps(maps, options);
}

function isNoMap(error: unknown): boolean {
  return error instanceof ProcmapError && NO_MAP.includes(error.code);
}
