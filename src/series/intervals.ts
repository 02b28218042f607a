import type { Interval } from '../model/dual-shares.ts';
import type { Random } from '../values/random.ts';

/** The standard normal quantile that leaves 2.5 % on either side. */
const Z = 1.959963984540054;

/**
 * Wilson's interval for a proportion, 95 %: it stays within [0, 1], and holds what it promises for few bookings, too.
 *
 * Wilson (1927), Probable inference, the law of succession, and statistical inference. JASA 22.
 */
export function wilson(successes: number, trials: number): Interval {
  if (trials === 0) return { low: 0, high: 1 };
  const p = successes / trials;
  const z2 = (Z * Z) / trials;
  const middle = (p + z2 / 2) / (1 + z2);
  const half = (Z / (1 + z2)) * Math.sqrt((p * (1 - p)) / trials + z2 / (4 * trials));
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/** One booking: its amount, and which of the targets it is on. */
export interface Draw {
  readonly amount: number;
  readonly target: number;
}

/** So often a share lies outside. */
const OUTSIDE = 0.05;
const SAMPLES = 2000;
/** Drawing is what takes time: of very many bookings fewer samples are taken, which then differ less. */
const MOST_DRAWS = 40_000_000;
const LEAST_SAMPLES = 200;

/**
 * The interval of each target's part of the amounts, by drawing as many bookings as there are, with replacement, again
 * and again: the percentiles of what comes out, widened for few bookings as a t interval is (Hesterberg 2015, What teachers
 * should know about the bootstrap, section 4.6). They hold for all targets at once with 95 % (Bonferroni), for a
 * decision states all of them at once. Bookings count as independent of one another.
 *
 * Cost: bookings times samples, at most some 40 million draws.
 *
 * @param targets how many there are
 */
export function bootstrap(draws: readonly Draw[], targets: number, random: Random): readonly Interval[] {
  const count = draws.length;
  if (count < 2) return Array.from({ length: targets }, () => ({ low: 0, high: 1 }));
  const samples = Math.max(LEAST_SAMPLES, Math.min(SAMPLES, Math.floor(MOST_DRAWS / count)));
  const amounts = Float64Array.from(draws, ({ amount }) => amount);
  const places = Int32Array.from(draws, ({ target }) => target);
  const parts = Array.from({ length: targets }, () => new Float64Array(samples));
  const sums = new Float64Array(targets);
  for (let sample = 0; sample < samples; sample++) {
    sums.fill(0);
    for (let i = 0; i < count; i++) {
      const at = random.below(count);
      const target = places[at] as number;
      sums[target] = (sums[target] as number) + (amounts[at] as number);
    }
    const total = sums.reduce((sum, own) => sum + own, 0);
    parts.forEach((own, target) => {
      own[sample] = total > 0 ? (sums[target] as number) / total : 0;
    });
  }
  const tail = tailOf(count, targets);
  return parts.map((own) => {
    const sorted = own.sort();
    return { low: clamp(quantile(sorted, tail)), high: clamp(quantile(sorted, 1 - tail)) };
  });
}

/** What is cut off on either side: the less, the more targets and the fewer bookings there are. */
function tailOf(count: number, targets: number): number {
  const freedom = count - 1;
  const z = normalQuantile(OUTSIDE / 2 / targets);
  // Student's quantile by the first term of Cornish and Fisher's expansion.
  const t = z + (z ** 3 + z) / (4 * freedom);
  return normalTail(t * Math.sqrt(count / freedom));
}

/** Where the upper tail of the standard normal distribution is so large, by halving what is left. */
function normalQuantile(tail: number): number {
  let [low, high] = [0, 10];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (normalTail(middle) > tail) low = middle;
    else high = middle;
  }
  return low;
}

/** The upper tail of the standard normal distribution (Abramowitz and Stegun 26.2.17; error below 1e-7). */
function normalTail(z: number): number {
  const t = 1 / (1 + 0.2316419 * z);
  const series = [0.31938153, -0.356563782, 1.781477937, -1.821255978, 1.330274429];
  const sum = series.reduce((all, factor, i) => all + factor * t ** (i + 1), 0);
  return (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * sum;
}

function quantile(sorted: Float64Array, part: number): number {
  const at = part * (sorted.length - 1);
  const [below, above] = [Math.floor(at), Math.ceil(at)];
  const [low, high] = [sorted[below] ?? 0, sorted[above] ?? 0];
  return low + (high - low) * (at - below);
}

function clamp(part: number): number {
  return Math.min(1, Math.max(0, part));
}
