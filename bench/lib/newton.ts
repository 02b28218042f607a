const STEPS = 40;
/** A step is halved until the loss falls, at most to this part of it. */
const MIN_SCALE = 1e-4;
/** Below this gain the loss has settled. */
const MIN_GAIN = 1e-7;

/**
 * Minimises a convex loss by Newton's method, starting from nought; each step is halved until the loss falls.
 *
 * @param size how many weights there are
 * @param moveFrom the full Newton step from given weights
 */
export function minimise(
  size: number,
  lossOf: (weights: readonly number[]) => number,
  moveFrom: (weights: readonly number[]) => readonly number[],
): number[] {
  let weights = new Array<number>(size).fill(0);
  let loss = lossOf(weights);
  for (let step = 0; step < STEPS; step++) {
    const move = moveFrom(weights);
    let next = weights;
    let nextLoss = Number.POSITIVE_INFINITY;
    for (let scale = 1; scale > MIN_SCALE; scale /= 2) {
      next = weights.map((w, i) => w + scale * (move[i] as number));
      nextLoss = lossOf(next);
      if (nextLoss <= loss) break;
    }
    if (!(nextLoss < loss - MIN_GAIN)) break;
    weights = next;
    loss = nextLoss;
  }
  return weights;
}
