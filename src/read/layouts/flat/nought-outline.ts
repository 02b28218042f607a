import type { CodesAbove } from './codes-above.ts';

/** So many of the codes have one shape: all digits and signs in the same places. */
const MOST = 0.95;
/** The codes of procurement and of products count in pairs, whatever stands in a sample of them. */
const PAIRED_LENGTH = 8;

/**
 * Codes of one length that fill up with noughts what they leave open: `03111000-2` below `03110000-5` (the last digit
 * checks the others), `U.1.01.01.00.000` below `U.1.01.00.00.000`. Above a code stands the same with its last part made
 * nought, then the part before it. A part is a run of digits where numbers are counted in it (`01`, `02` .. `10`), else one digit.
 *
 * @returns `null` where codes are not of one shape, or none ends in noughts
 */
export function noughtOutline(codes: readonly string[]): CodesAbove | null {
  const checked = codes.filter((code) => /\d-\d$/.test(code)).length >= MOST * codes.length;
  const bodyOf = (code: string) => (checked ? code.replace(/-\d$/, '') : code);
  const bodies = codes.map(bodyOf);
  const shape = commonShape(bodies);
  if (shape === null || !bodies.some((body) => /0$/.test(body))) return null;
  const parts = partsOf(bodies, shape);
  const byBody = new Map(codes.map((code) => [bodyOf(code), code]));
  return (code) => {
    const body = bodyOf(code);
    return shapeOf(body) === shape ? lessParts(body, parts).flatMap((above) => byBody.get(above) ?? []) : [];
  };
}

function shapeOf(code: string): string {
  return code.replace(/\d/g, '9').replace(/[A-Za-z]/g, 'A');
}

function commonShape(codes: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const code of codes) counts.set(shapeOf(code), (counts.get(shapeOf(code)) ?? 0) + 1);
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most !== undefined && most[1] >= MOST * codes.length ? most[0] : null;
}

/** A piece of the code, from its first character to the one after its last. */
type Part = readonly [from: number, to: number];

function partsOf(bodies: readonly string[], shape: string): readonly Part[] {
  return [...shape.matchAll(/9+/g)].flatMap(({ index, 0: run }) => {
    const pieces = run.length >= 6 && run.length % 2 === 0 ? pairs(index, run.length) : [whole(index, run)];
    const counted = pieces.map((piece) => isCounted(bodies, piece));
    const paired = run.length === PAIRED_LENGTH || counted[0] === true;
    return pieces.flatMap((piece, at) => (counted[at] || (paired && at === 0) ? [piece] : digits(piece)));
  });
}

function pairs(from: number, length: number): readonly Part[] {
  return Array.from({ length: length / 2 }, (_, i) => [from + 2 * i, from + 2 * i + 2] as const);
}

function whole(from: number, run: string): Part {
  return [from, from + run.length];
}

function digits([from, to]: Part): readonly Part[] {
  return Array.from({ length: to - from }, (_, i) => [from + i, from + i + 1] as const);
}

/** Whether some code has a nought before another digit here, as `01` has: then it is numbers that are counted. */
function isCounted(bodies: readonly string[], [from, to]: Part): boolean {
  return bodies.some((body) => /^0+[1-9]/.test(body.slice(from, to)));
}

function lessParts(body: string, parts: readonly Part[]): readonly string[] {
  const above: string[] = [];
  let rest = body;
  for (const [from, to] of parts.toReversed()) {
    if (/^0*$/.test(rest.slice(from, to))) continue;
    rest = rest.slice(0, from) + '0'.repeat(to - from) + rest.slice(to);
    above.push(rest);
  }
  return above;
}
