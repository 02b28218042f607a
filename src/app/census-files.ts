import type { Census } from '../model/census.ts';
import type { ProcessMap } from '../model/process-map.ts';
import type { ParseMapOptions } from '../read/parse-map.ts';
import { ProcmapError } from '../words/procmap-error.ts';
import { type CensusOptions, takeCensus } from './census.ts';
import type { Files } from './files.ts';
import { mapSources } from './map-sources.ts';
import { readMapFile } from './read-map-file.ts';

/**
 * Reads a national map and local ones, and takes a census of them.
 *
 * @param locals files, folders and patterns
 * @throws ProcmapError when a file cannot be read or holds no map, or when a map is named twice
 */
export async function censusFiles(
  files: Files,
  { national, locals }: { readonly national: string; readonly locals: readonly string[] },
  { columns, ...options }: CensusOptions & Pick<ParseMapOptions, 'columns'> = {},
): Promise<Census> {
  const reading = columns ? { columns } : {};
  const base = await readMapFile(files, national, reading);
  const maps: ProcessMap[] = [];
  const seen = new Map([[digestOf(base), national]]);
  for (const { source } of await mapSources(files, locals)) {
    const map = await readMapFile(files, source, reading);
    const first = seen.get(digestOf(map));
    if (first !== undefined)
      throw new ProcmapError('series', { problem: { kind: 'map-twice', file: source, first } });
    seen.set(digestOf(map), source);
    maps.push(map);
  }
  return takeCensus(base, maps, options);
}

function digestOf({ source }: ProcessMap): string {
  return source.sha256 ?? source.name;
}
