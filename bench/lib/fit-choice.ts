import { solve } from './linear.ts';
import { minimise } from './newton.ts';

/** One choice: the features of each option, which of them are right, and how much it counts. */
export interface ChoiceExample {
  readonly options: readonly Float64Array[];
  readonly right: readonly boolean[];
  readonly weight: number;
}

/**
 * Multinomial logit (McFadden 1974) by Newton's method with a ridge penalty. Where several options are right, the weight
 * of the example is shared among them.
 */
export function fitChoice(examples: readonly ChoiceExample[], ridge: number): number[] {
  const size = examples[0]?.options[0]?.length ?? 0;
  return minimise(
    size,
    (weights) => lossOf(examples, weights, ridge),
    (weights) => newtonStep(examples, weights, ridge),
  );
}

/** The probability of each option. */
export function choiceShares(options: readonly Float64Array[], weights: readonly number[]): number[] {
  const utilities = options.map((option) => {
    let sum = 0;
    for (let i = 0; i < weights.length; i++) sum += (weights[i] as number) * (option[i] as number);
    return sum;
  });
  const top = Math.max(...utilities);
  const raised = utilities.map((u) => Math.exp(u - top));
  const total = raised.reduce((a, b) => a + b, 0);
  return raised.map((value) => value / total);
}

function lossOf(examples: readonly ChoiceExample[], weights: readonly number[], ridge: number): number {
  let loss = weights.reduce((sum, w) => sum + (ridge / 2) * w * w, 0);
  for (const example of examples) {
    const p = choiceShares(example.options, weights);
    const right = example.right.filter(Boolean).length;
    example.right.forEach((isRight, i) => {
      if (isRight) loss -= (example.weight / right) * Math.log(Math.max(1e-12, p[i] as number));
    });
  }
  return loss;
}

function newtonStep(examples: readonly ChoiceExample[], weights: readonly number[], ridge: number): number[] {
  const size = weights.length;
  const gradient = new Float64Array(size);
  const hessian = Array.from({ length: size }, () => new Float64Array(size));
  for (const example of examples) {
    const p = choiceShares(example.options, weights);
    const right = example.right.filter(Boolean).length;
    const mean = new Float64Array(size);
    example.options.forEach((option, k) => {
      const target = example.right[k] ? 1 / right : 0;
      for (let i = 0; i < size; i++) {
        mean[i] = (mean[i] as number) + (p[k] as number) * (option[i] as number);
        gradient[i] =
          (gradient[i] as number) + example.weight * (target - (p[k] as number)) * (option[i] as number);
      }
    });
    example.options.forEach((option, k) => {
      const share = example.weight * (p[k] as number);
      if (share < 1e-9) return;
      for (let i = 0; i < size; i++) {
        const d = (option[i] as number) - (mean[i] as number);
        if (d === 0) continue;
        const row = hessian[i] as Float64Array;
        for (let j = 0; j < size; j++)
          row[j] = (row[j] as number) + share * d * ((option[j] as number) - (mean[j] as number));
      }
    });
  }
  for (let i = 0; i < size; i++) {
    gradient[i] = (gradient[i] as number) - ridge * (weights[i] as number);
    const row = hessian[i] as Float64Array;
    row[i] = (row[i] as number) + ridge + 1e-6;
  }
  return solve(hessian, gradient);
}
