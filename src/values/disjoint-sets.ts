/** Items that are joined to sets. */
export interface DisjointSets {
  readonly rootOf: (item: number) => number;
  readonly join: (a: number, b: number) => void;
}

/** Union by the smaller number, with halved paths, so that roots do not depend on the order of the links. */
export function disjointSets(size: number): DisjointSets {
  const parents = Int32Array.from({ length: size }, (_, i) => i);
  const rootOf = (item: number): number => {
    let at = item;
    while (parents[at] !== at) {
      parents[at] = parents[parents[at] as number] as number;
      at = parents[at] as number;
    }
    return at;
  };
  return {
    rootOf,
    join: (a, b) => {
      const [x, y] = [rootOf(a), rootOf(b)];
      parents[Math.max(x, y)] = Math.min(x, y);
    },
  };
}
