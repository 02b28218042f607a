import { ProcmapError } from '../model/error.ts';
import { nearestCode } from '../model/nearest-code.ts';
import type { ProcessMap } from '../model/process-map.ts';
import { keyOf } from '../model/tree.ts';

/** A code that none of the maps has, with the nearest one they have as a hint. */
export function unknownCode(code: string, maps: readonly ProcessMap[]): ProcmapError {
  const near = nearestCode(
    code,
    maps.flatMap((map) => map.nodes.map(keyOf)),
  );
  return new ProcmapError('code-unknown', {
    code,
    file: maps.map((map) => map.source.name).join(', '),
    near,
  });
}
