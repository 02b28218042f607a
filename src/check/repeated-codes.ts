import { foldLabel } from '../language/fold-label.ts';
import type { MapNode } from '../model/process-map.ts';
import type { MapIndex } from './map-index.ts';

/** An entry whose code an earlier entry bears already. */
export interface RepeatedCode {
  readonly first: MapNode;
  readonly again: MapNode;
  /** Whether both mean the same, as far as labels tell: equal but for case and punctuation, or one of them empty. */
  readonly labelsAgree: boolean;
}

/**
 * Entries whose code stood before. An entry that bears its sub-process's code is not one: its defect is the level. Nor is
 * a label that is shifted taken for a second label.
 */
export function repeatedCodes({ byCode, shifted }: MapIndex): readonly RepeatedCode[] {
  const repeated: RepeatedCode[] = [];
  for (const [first, ...others] of byCode.values()) {
    if (!first) continue;
    for (const again of others) {
      const comparable =
        !shifted.has(first.id) && !shifted.has(again.id) && first.label !== '' && again.label !== '';
      const labelsAgree = !comparable || foldLabel(first.label) === foldLabel(again.label);
      repeated.push({ first, again, labelsAgree });
    }
  }
  return repeated;
}
