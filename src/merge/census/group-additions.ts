import type { Analyser } from '../../language/analyser.ts';
import { likenessMeter } from '../../language/label-likeness.ts';
import type { CensusAddition, LocalEntry } from '../../model/census.ts';
import { groupBy } from '../../values/group-by.ts';

/** An addition, with the national entry that its parent in the local map was. */
export interface LocalAddition extends LocalEntry {
  readonly under: { readonly code: string; readonly label: string } | null;
}

/** Additions belong together when each is so like each other: two thirds of what the words say. */
const ALIKE = 0.66;
/** By so many of its most telling words an addition finds others. */
const TELLING = 4;
/** A word that so many groups have finds nothing. */
const COMMON = 200;

interface Group {
  readonly members: LocalAddition[];
}

/**
 * Groups local additions that are alike, whichever map they are from: each member is like every other one, so that no chain of
 * small differences joins what has nothing in common. Those with the same words are together for sure.
 *
 * Cost: each addition is compared with the groups that share one of its telling words, a bounded number.
 */
export function groupAdditions(
  additions: readonly LocalAddition[],
  analyser: Analyser,
): readonly CensusAddition[] {
  const labels = additions.map(({ label }) => label);
  const likeness = likenessMeter(() => labels, analyser);
  const counts = new Map<string, number>();
  const termsOf = (label: string): readonly string[] => [...new Set(analyser.analyse(label).terms)];
  for (const term of labels.flatMap(termsOf)) counts.set(term, (counts.get(term) ?? 0) + 1);
  const telling = (label: string): readonly string[] =>
    [...termsOf(label)]
      .sort((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0) || (a < b ? -1 : 1))
      .slice(0, TELLING);
  const postings = new Map<string, Group[]>();
  const groups: Group[] = [];
  for (const own of ordered(additions)) {
    const candidates = new Set(telling(own.label).flatMap((term) => postings.get(term) ?? []));
    const best = bestGroup(own, candidates, likeness);
    const group = best ?? { members: [] };
    if (best === null) groups.push(group);
    group.members.push(own);
    for (const term of termsOf(own.label)) {
      const listed = postings.get(term) ?? [];
      postings.set(term, listed);
      if (listed.length < COMMON && !listed.includes(group)) listed.push(group);
    }
  }
  return groups.map(({ members }) => additionOf(members, likeness)).sort(mostMapsFirst);
}

/** Whatever the order of files and rows, the same groups. */
function ordered(additions: readonly LocalAddition[]): readonly LocalAddition[] {
  const keyOf = ({ label, map, code }: LocalAddition) => `${label}\u0000${map}\u0000${code}`;
  return [...additions].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

function bestGroup(
  own: LocalAddition,
  candidates: ReadonlySet<Group>,
  likeness: (a: string, b: string) => number,
): Group | null {
  let best: Group | null = null;
  let most = ALIKE;
  for (const group of candidates) {
    const words = new Set(group.members.map(({ label }) => label));
    const least = Math.min(...[...words].map((label) => likeness(own.label, label)));
    if (least >= most && (best === null || least > most)) [best, most] = [group, least];
  }
  return best;
}

function additionOf(
  members: readonly LocalAddition[],
  likeness: (a: string, b: string) => number,
): CensusAddition {
  const labels = [...new Set(members.map(({ label }) => label))];
  const nearness = (label: string) => members.reduce((sum, other) => sum + likeness(label, other.label), 0);
  const label = labels.reduce((best, each) => (nearness(each) > nearness(best) ? each : best));
  const below = [
    ...groupBy(
      members.flatMap(({ under }) => (under === null ? [] : [under])),
      ({ code }) => code,
    ).values(),
  ];
  const under = below.reduce<(typeof below)[number]>(
    (best, own) => (own.length > best.length ? own : best),
    [],
  );
  return {
    label,
    maps: new Set(members.map(({ map }) => map)).size,
    entries: members.map(({ map, code, label: words }) => ({ map, code, label: words })),
    under: under.length * 2 > members.length ? (under[0] ?? null) : null,
  };
}

function mostMapsFirst(a: CensusAddition, b: CensusAddition): number {
  return b.maps - a.maps || b.entries.length - a.entries.length || (a.label < b.label ? -1 : 1);
}
