import type { Analyser } from './analyser.ts';

/**
 * Measures how alike two labels are: 1 when they are the same or differ only in their writing, else the weight of the
 * words of meaning that both have, of all they have (Dice). A word weighs the more, the fewer labels have it, so that
 * `gestione` says little and `brevetti` much.
 *
 * @param labels those among which words are counted, asked for only once something is measured
 * @returns a number in [0, 1]
 */
export function likenessMeter(
  labels: () => readonly string[],
  { analyse }: Pick<Analyser, 'analyse'>,
): (a: string, b: string) => number {
  let weights: ReadonlyMap<string, number> | undefined;
  return (a, b) => {
    const [one, other] = [analyse(a), analyse(b)];
    if (one.key === other.key) return 1;
    weights ??= weightsOf(labels().map((label) => analyse(label).terms));
    const weigh = (terms: Iterable<string>) => sum(terms, (term) => weights?.get(term) ?? 1);
    const [first, second] = [new Set(one.terms), new Set(other.terms)];
    const all = weigh(first) + weigh(second);
    return all === 0 ? 0 : (2 * weigh([...first].filter((term) => second.has(term)))) / all;
  };
}

/** How telling each term is: one that stands in a single label weighs most (inverse document frequency). */
function weightsOf(labels: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const terms of labels)
    for (const term of new Set(terms)) counts.set(term, (counts.get(term) ?? 0) + 1);
  const most = Math.log(1 + labels.length);
  return new Map([...counts].map(([term, count]) => [term, (1 + most - Math.log(count)) / (1 + most)]));
}

function sum(terms: Iterable<string>, of: (term: string) => number): number {
  let total = 0;
  for (const term of terms) total += of(term);
  return total;
}
