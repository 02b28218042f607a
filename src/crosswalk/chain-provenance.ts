import type { CrosswalkRow } from '../model/crosswalk.ts';

const CHAIN = 'chain=';
const BETWEEN = ' | ';

/**
 * The evidence of a link that was composed. Where the code changed more than once, the codes it went through, as
 * `chain=A1.1.1.7>A1.1.1.6>A1.3.2.5`; otherwise the evidence of its steps.
 *
 * @param ways the ways that lead to the target, each as its rows
 */
export function chainEvidence(ways: readonly (readonly CrosswalkRow[])[]): string {
  const paths = ways.flatMap(pathsOf);
  const pieces = paths.some((path) => path.length > 2)
    ? paths.map((path) => CHAIN + path.join('>'))
    : ways.flat().flatMap((step) => piecesOf(step).filter((piece) => !piece.startsWith(CHAIN)));
  return [...new Set(pieces)].join('|');
}

/** Texts without repetition: what several steps say, each once, in a fixed order. */
export function unionOf(texts: readonly string[]): string {
  const parts = texts.flatMap((text) => (text === '' ? [] : text.split(BETWEEN)));
  return [...new Set(parts)].sort().join(BETWEEN);
}

/** The codes each step goes through; a step that was composed itself may have several ways. */
function pathsOf(steps: readonly CrosswalkRow[]): readonly (readonly string[])[] {
  return steps.reduce<readonly (readonly string[])[]>(
    (paths, step) => paths.flatMap((path) => stepPaths(step).map((next) => joined(path, next))),
    [[]],
  );
}

function stepPaths(step: CrosswalkRow): readonly (readonly string[])[] {
  const chains = piecesOf(step).filter((piece) => piece.startsWith(CHAIN));
  return chains.length === 0
    ? [[step.oldCode, step.newCode]]
    : chains.map((piece) => piece.slice(CHAIN.length).split('>'));
}

/** Codes that stay the same are named once. */
function joined(path: readonly string[], next: readonly string[]): readonly string[] {
  return [...path, ...next].filter((code, i, all) => code !== all[i - 1]);
}

function piecesOf({ evidence }: CrosswalkRow): readonly string[] {
  return evidence === '' ? [] : evidence.split('|');
}
