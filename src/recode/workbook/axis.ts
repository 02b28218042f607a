/** A stretch of rows, or of columns; both ends belong to it. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
}

/** Where the rows of a sheet went, or its columns. Positions count from 1. */
export interface Axis {
  /** Whether everything is where it was. */
  readonly isIdentity: boolean;
  /** The positions in the output that a position became, ascending. */
  readonly images: (at: number) => readonly number[];
  /** The position of the input that one of the output is made of. */
  readonly sourceOf: (at: number) => number;
  /** From the first to the last position that a stretch became; `null` when nothing is left of it. */
  readonly hull: (first: number, last: number) => Stretch | null;
  /** Exactly what a stretch became. */
  readonly runs: (first: number, last: number) => readonly Stretch[];
  /** Whether everything in a stretch became one position, in the same order. */
  readonly isWhole: (first: number, last: number) => boolean;
}

/** The rows of a sheet, and its columns. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/**
 * Builds the map of rows or columns. What a stretch became is found in constant time where the order stayed, and in
 * logarithmic time where it did not.
 *
 * @param from the position of the input that each output position is made of
 * @param until how far `from` speaks of the input; what lies beyond goes along behind the last output position
 * @param limit the last position there can be
 */
export function buildAxis(from: readonly number[], until: number, limit: number): Axis {
  const table = tableOf(from, until);
  const shift = from.length - until;
  const inOrder = from.every((at, i) => i === 0 || at >= (from[i - 1] as number));
  const extremes = inOrder ? null : extremesOf(table.outs);
  const beyond = (first: number, last: number): Stretch | null => {
    const start = Math.max(first, until + 1) + shift;
    // Ranges that end with the sheet end with it still.
    const end = last >= limit ? limit : last + shift;
    return last <= until || start > limit ? null : { first: start, last: Math.min(limit, end) };
  };
  const within = (first: number, last: number) => {
    const low = table.offsets[Math.min(Math.max(first, 1), until + 1)] as number;
    return { low, high: table.offsets[Math.min(last, until) + 1] as number };
  };
  const hull = (first: number, last: number): Stretch | null => {
    const rest = beyond(first, last);
    const { low, high } = within(first, last);
    if (low >= high) return rest;
    const [least, most] = extremes
      ? extremes(low, high)
      : [table.outs[low] as number, table.outs[high - 1] as number];
    return { first: least, last: rest?.last ?? most };
  };
  const isWhole = (first: number, last: number) => {
    const [low, high] = [Math.min(first, until + 1), Math.min(last, until) + 1];
    const unchanged = (table.changed[high] as number) === (table.changed[low] as number);
    return low >= high || (unchanged && (inOrder || first === last));
  };
  return {
    isIdentity: inOrder && shift === 0 && isWhole(1, until),
    images: (at) => {
      if (at > until) return at + shift > limit ? [] : [at + shift];
      const { low, high } = within(at, at);
      return [...table.outs.subarray(low, high)];
    },
    sourceOf: (at) => (at <= from.length ? (from[at - 1] as number) : at - shift),
    hull,
    runs: (first, last) => {
      const whole = hull(first, last);
      const { low, high } = within(first, last);
      if (whole === null) return [];
      if (inOrder) return [whole];
      const rest = beyond(first, last);
      return [...runsOf(table.outs.slice(low, high).sort()), ...(rest ? [rest] : [])];
    },
    isWhole,
  };
}

/** An axis on which everything stays. */
export const STILL: Axis = {
  isIdentity: true,
  images: (at) => [at],
  sourceOf: (at) => at,
  hull: (first, last) => ({ first, last }),
  runs: (first, last) => [{ first, last }],
  isWhole: () => true,
};

interface Table {
  /** The output positions, in the order of the positions they are made of. */
  readonly outs: Int32Array;
  /** Where those of a position begin. */
  readonly offsets: Int32Array;
  /** How many positions below this one became none or several. */
  readonly changed: Int32Array;
}

function tableOf(from: readonly number[], until: number): Table {
  const offsets = new Int32Array(until + 2);
  for (const at of from) offsets[at + 1] = (offsets[at + 1] as number) + 1;
  const changed = new Int32Array(until + 2);
  for (let at = 1; at <= until; at++)
    changed[at + 1] = (changed[at] as number) + (offsets[at + 1] === 1 ? 0 : 1);
  for (let at = 1; at <= until + 1; at++) offsets[at] = (offsets[at] as number) + (offsets[at - 1] as number);
  const next = offsets.slice();
  const outs = new Int32Array(from.length);
  from.forEach((at, i) => {
    const place = next[at] as number;
    outs[place] = i + 1;
    next[at] = place + 1;
  });
  return { outs, offsets, changed };
}

/** Least and greatest of a stretch of values: a segment tree. */
function extremesOf(values: Int32Array): (low: number, high: number) => [number, number] {
  const size = values.length;
  const [least, most] = [new Int32Array(2 * size), new Int32Array(2 * size)];
  least.set(values, size);
  most.set(values, size);
  for (let i = size - 1; i > 0; i--) {
    least[i] = Math.min(least[2 * i] as number, least[2 * i + 1] as number);
    most[i] = Math.max(most[2 * i] as number, most[2 * i + 1] as number);
  }
  return (low, high) => {
    let [min, max] = [Number.POSITIVE_INFINITY, 0];
    const take = (node: number) => {
      min = Math.min(min, least[node] as number);
      max = Math.max(max, most[node] as number);
    };
    for (let [left, right] = [low + size, high + size]; left < right; left >>= 1, right >>= 1) {
      if (left & 1) take(left++);
      if (right & 1) take(--right);
    }
    return [min, max];
  };
}

function runsOf(sorted: Int32Array): readonly Stretch[] {
  const runs: { first: number; last: number }[] = [];
  for (const at of sorted) {
    const run = runs.at(-1);
    if (run && run.last + 1 === at) run.last = at;
    else runs.push({ first: at, last: at });
  }
  return runs;
}
