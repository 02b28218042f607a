import { nearestCode } from '../model/nearest-code.ts';
import type { ProcessMap } from '../model/process-map.ts';
import { keyOf } from '../model/tree.ts';
import { ProcmapError } from '../words/procmap-error.ts';

/** A code that none of the maps has, with the nearest one they have as a hint. */
export function unknownCode(code: string, maps: readonly ProcessMap[]): ProcmapError {
  const near = nearestCode(
    code,
    maps.flatMap((map) => map.nodes.map(keyOf)),
  );
  const file = maps.map((map) => map.source.name).join(', ');
  return new ProcmapError('code-unknown', { code, file, near });
}
