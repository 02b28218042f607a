import type { ProcessMap } from '../model/process-map.ts';
import { type ParseMapOptions, parseMap } from '../read/parse-map.ts';
import type { Files } from './files.ts';
import { readSource } from './read-source.ts';

/**
 * Reads a map from a file. The map knows the hash of its bytes, so that a report can say which files it is about.
 *
 * @throws ProcmapError when the file cannot be read or holds no map
 */
export async function readMapFile(
  files: Files,
  source: string,
  options: ParseMapOptions = {},
): Promise<ProcessMap> {
  const bytes = await readSource(files, source);
  const map = await parseMap({ name: source, bytes }, options);
  const hash = files.sha256();
  hash.update(bytes);
  return { ...map, source: { ...map.source, sha256: hash.hex() } };
}
