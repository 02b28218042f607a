import { codeKind } from '../../model/code.ts';
import { type NumberingGap, numberingGaps } from '../../model/numbering.ts';
import { defineRule, type FindingBody } from '../define-rule.ts';
import type { MapIndex } from '../map-index.ts';

const LISTED = 8;

/**
 * Numbers that a run of siblings leaves out. Missing activities are a warning: a row may be lost on which hours are
 * booked. Missing branches are information: a chamber leaves out what it does not do. A register lists a selection and
 * has no gaps.
 */
export const numberingGap = defineRule({
  id: 'numbering-gap',
  severity: 'warning',
  check: (index) => {
    if (index.isSelection) return [];
    // A code that stands above orphans is `orphan-code`'s to report, and one that another entry should bear is
    // `level-mismatch`'s.
    const told = new Set([...index.missingParents, ...index.proposals.values()]);
    const gaps = numberingGaps(index.map).filter(({ code }) => !told.has(code.text));
    return runsOf(gaps).map((run) => bodyOf(run, index));
  },
});

/** Gaps side by side, as one. */
function runsOf(gaps: readonly NumberingGap[]): readonly (readonly NumberingGap[])[] {
  const runs = new Map<string, NumberingGap[]>();
  for (const gap of gaps) {
    const run = runs.get(gap.before.text);
    if (run) run.push(gap);
    else runs.set(gap.before.text, [gap]);
  }
  return [...runs.values()];
}

function bodyOf(run: readonly NumberingGap[], { byCode, map }: MapIndex): FindingBody<'numbering-gap'> {
  const [first] = run as [NumberingGap];
  const codes = run.map(({ code }) => code.text);
  const missing = codes.length > LISTED ? `${codes[0]}..${codes.at(-1)}` : codes.join(', ');
  const place = byCode.get(first.before.text)?.[0]?.place ?? { file: map.source.name };
  return {
    place,
    code: first.code.text,
    args: { parent: first.parent.text, missing, count: codes.length, before: first.before.text },
    ...(codeKind(first.code) === 'activity' ? {} : { severity: 'info' as const }),
  };
}
