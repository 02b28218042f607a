import type { Decision } from '../../src/model/decision.ts';
import { fingerprintOf } from '../../src/model/fingerprint.ts';
import type { ProcessMap } from '../../src/model/process-map.ts';
import { isBookable, keyOf } from '../../src/model/tree.ts';

let line = 1;

/** A decision from `accept A1.1.1.1 A1.1.1.2`, on the next line of `decisions.csv`. */
export function decisionOf(text: string, facts: Partial<Decision> = {}): Decision {
  const [verdict, first = '', second = ''] = text.split(' ');
  line++;
  return {
    verdict: verdict as Decision['verdict'],
    oldCode: verdict === 'add' ? '' : first,
    newCode: verdict === 'add' ? first : second,
    share: null,
    isDefault: null,
    by: 'M. Bianchi',
    on: '2025-03-14',
    reason: 'same office',
    oldFingerprint: '',
    newFingerprint: '',
    newLabel: '',
    place: { file: 'decisions.csv', line },
    ...facts,
  };
}

/** The fingerprint of the bookable entry with this booking code. */
export function printOf(map: ProcessMap, code: string): string {
  const node = map.nodes.find((each) => isBookable(each) && keyOf(each) === code);
  if (!node) throw new Error(`no ${code}`);
  return fingerprintOf(map, node);
}
