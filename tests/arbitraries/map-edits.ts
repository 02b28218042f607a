import fc from 'fast-check';
import type { ProcessMap } from '../../src/model/process-map.ts';
import { mapOf } from '../support/map-of.ts';

/**
 * Edits of a label that leave its words as they are: case, accents, blanks, apostrophes, marks, abbreviations. Marks that
 * divide an enumeration are replaced, not taken away: what they divide is content.
 */
export function clericalEdit(): fc.Arbitrary<(label: string) => string> {
  return fc.constantFrom(
    (label: string) => label.toUpperCase(),
    (label: string) => label.toLowerCase(),
    (label: string) => label.replaceAll(' ', '  '),
    (label: string) => `${label}.`,
    (label: string) => label.replaceAll("'", '’'),
    (label: string) => label.normalize('NFD').replace(/\p{M}/gu, ''),
    (label: string) => label.replaceAll(',', ';'),
    (label: string) => label.replaceAll('/', ' / '),
    (label: string) => label.replace(/registro (delle )?imprese/i, 'RI'),
    (label: string) => label.replace(/camera di commercio/i, 'CCIAA'),
    (label: string) => label.replace(/punto impresa digitale/i, 'PID'),
    (label: string) => label.replace(/pubblica amministrazione/i, 'P.A.'),
    (label: string) => label.replace(/hardware/i, 'hw').replace(/software/i, 'sw'),
  );
}

const CODES = ['Z1', 'Z1.1', 'Z1.1.1', 'Z1.1.1.1', 'Z1.1.1.2', 'Z1.2', 'Z1.2.1', 'Z1.2.1.1', 'Z2', 'Z2.1'];

/** A branch under a letter of its own, in words that neither Italian nor English has the like of. */
export function unrelatedBranch(): fc.Arbitrary<ProcessMap> {
  const word = fc.string({ unit: fc.constantFrom(...'qwxyzkj'), minLength: 6, maxLength: 12 });
  const label = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
  return fc
    .array(label, { minLength: CODES.length, maxLength: CODES.length })
    .map((labels) => mapOf(CODES.map((code, i) => `${code} ${labels[i]}`).join('\n')));
}
