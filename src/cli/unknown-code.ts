import { distance } from 'fastest-levenshtein';
import { ProcmapError } from '../model/error.ts';
import type { ProcessMap } from '../model/process-map.ts';
import { keyOf } from '../model/tree.ts';

/** A code that none of the maps has, with the nearest one they have as a hint. */
export function unknownCode(code: string, maps: readonly ProcessMap[]): ProcmapError {
  const known = [...new Set(maps.flatMap((map) => map.nodes.map(keyOf)))];
  const ranked = known.map((each) => ({ each, far: distance(each, code) })).sort((a, b) => a.far - b.far);
  const nearest = ranked[0];
  const near = nearest && nearest.far <= 2 ? nearest.each : '';
  const file = maps.map((map) => map.source.name).join(', ');
  return new ProcmapError('code-unknown', { code, file, near });
}
