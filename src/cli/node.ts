import { readMapFile } from '../app/read-map-file.ts';
import type { ProcessMap } from '../model/process-map.ts';
import { nodeFiles, readStdin } from './node-files.ts';

/**
 * Reads a map from a path, `-` (standard input) or `git-ref:path`: `await readMap("local.xlsx")`.
 *
 * @throws ProcmapError when the file cannot be read or holds no map
 */
export async function readMap(source: string): Promise<ProcessMap> {
  return readMapFile(nodeFiles(process.cwd(), readStdin), source);
}
