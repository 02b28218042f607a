import type { ProcessMap } from '../model/process-map.ts';
import { type ParseMapOptions, parseMap } from '../read/parse-map.ts';
import type { Files } from './files.ts';
import { readSource } from './read-source.ts';

/**
 * Reads a map from a file.
 *
 * @throws ProcmapError when the file cannot be read or holds no map
 */
export async function readMapFile(
  files: Files,
  source: string,
  options: ParseMapOptions = {},
): Promise<ProcessMap> {
  const bytes = await readSource(files, source);
  const hash = files.sha256();
  hash.update(bytes);
  return parseMap({ name: source, bytes, sha256: hash.hex() }, options);
}
