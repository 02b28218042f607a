import { type Code, codeOf, parentCode, type Segment } from './code.ts';
import type { ProcessMap } from './process-map.ts';

/** A number that a run of siblings leaves out: `A1.1.4.1` where `A1.1.4` begins at `.2`. */
export interface NumberingGap {
  /** The code that is missing. */
  readonly code: Code;
  /** The code its siblings hang under, whether or not the file has an entry of that code. */
  readonly parent: Code;
  /** The sibling that stands after the gap. */
  readonly before: Code;
}

/**
 * The numbers that runs of siblings leave out, from 1 to the highest one present, in code order. `0` is never missing:
 * Rev. 2023 uses it for calls and grants only where there are any. Siblings are told by their code, so that activities
 * whose sub-process row is itself lost still form a run. Numbers with a letter (`7b`) fill no gap and make none.
 *
 * Cost: linear in entries and in gaps; a run that leaves out more than `maxGap` numbers in a row is taken to be
 * numbered otherwise and reports none of them.
 */
export function numberingGaps(map: ProcessMap, maxGap = 20): readonly NumberingGap[] {
  const gaps: NumberingGap[] = [];
  for (const { parent, numbers } of siblingRuns(map)) {
    let expected = 1;
    for (const number of [...numbers].sort((a, b) => a - b)) {
      if (number - expected <= maxGap) {
        for (let missing = expected; missing < number; missing++) {
          gaps.push({ code: child(parent, missing), parent: codeOf(parent), before: child(parent, number) });
        }
      }
      expected = Math.max(expected, number + 1);
    }
  }
  return gaps;
}

/**
 * The branches that entries hang under by their codes but that have no row of their own: `B2.1.1` where the file goes
 * from `B2.1` to `B2.1.1.2`. As gaps, `before` being the first entry below. Free codes hang under nothing by themselves.
 */
export function missingBranches(map: ProcessMap): readonly NumberingGap[] {
  const present = new Set(map.nodes.map((node) => node.code.text));
  const missing: NumberingGap[] = [];
  for (const { code } of map.nodes) {
    if (code.segments[0]?.type !== 'root') continue;
    for (let above = parentCode(code); above && !present.has(above.text); above = parentCode(above)) {
      present.add(above.text);
      missing.push({ code: above, parent: parentCode(above) ?? above, before: code });
    }
  }
  return missing;
}

function siblingRuns(map: ProcessMap): Iterable<{ parent: readonly Segment[]; numbers: Set<number> }> {
  const runs = new Map<string, { parent: readonly Segment[]; numbers: Set<number> }>();
  for (const node of map.nodes) {
    const last = node.code.segments.at(-1);
    if (last?.type !== 'number' || last.suffix !== '' || node.implied) continue;
    const parent = node.code.segments.slice(0, -1);
    const key = codeOf(parent).text;
    const run = runs.get(key) ?? { parent, numbers: new Set() };
    run.numbers.add(last.number);
    runs.set(key, run);
  }
  return runs.values();
}

function child(parent: readonly Segment[], number: number): Code {
  return codeOf([...parent, { type: 'number', number, suffix: '' }]);
}
