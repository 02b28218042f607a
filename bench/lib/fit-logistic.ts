import { sigmoid } from '../../src/match/similarity/logistic.ts';
import { solve } from './linear.ts';
import { minimise } from './newton.ts';

/** One example: features (the first is the bias), the truth, and how much it counts. */
export interface Example {
  readonly features: Float64Array;
  readonly truth: boolean;
  readonly weight: number;
  /** Log-odds that hold before anything is learnt; 0 where not given. */
  readonly offset?: number;
}

/**
 * Logistic regression by Newton's method with a ridge penalty on all weights but the bias, steps halved until the
 * likelihood rises.
 *
 * @returns the weights, in the order of the features
 */
export function fitLogistic(examples: readonly Example[], ridge: number): number[] {
  const size = examples[0]?.features.length ?? 0;
  return minimise(
    size,
    (weights) => lossOf(examples, weights, ridge),
    (weights) => newtonStep(examples, weights, ridge),
  );
}

function lossOf(examples: readonly Example[], weights: readonly number[], ridge: number): number {
  let loss = 0;
  for (let i = 1; i < weights.length; i++) loss += (ridge / 2) * (weights[i] as number) ** 2;
  for (const { features, truth, weight, offset = 0 } of examples) {
    const z = (offset + dot(weights, features)) * (truth ? 1 : -1);
    loss += weight * (z > 0 ? Math.log1p(Math.exp(-z)) : -z + Math.log1p(Math.exp(z)));
  }
  return loss;
}

function newtonStep(examples: readonly Example[], weights: readonly number[], ridge: number): number[] {
  const size = weights.length;
  const gradient = new Float64Array(size);
  const hessian = Array.from({ length: size }, () => new Float64Array(size));
  for (const { features, truth, weight, offset = 0 } of examples) {
    const p = sigmoid(offset + dot(weights, features));
    const error = weight * ((truth ? 1 : 0) - p);
    const curvature = Math.max(1e-12, weight * p * (1 - p));
    for (let i = 0; i < size; i++) {
      const x = features[i] as number;
      if (x === 0) continue;
      gradient[i] = (gradient[i] as number) + error * x;
      const row = hessian[i] as Float64Array;
      for (let j = 0; j <= i; j++) row[j] = (row[j] as number) + curvature * x * (features[j] as number);
    }
  }
  for (let i = 0; i < size; i++) {
    const penalty = i === 0 ? 1e-6 : ridge;
    gradient[i] = (gradient[i] as number) - penalty * (weights[i] as number);
    for (let j = 0; j < i; j++) (hessian[j] as Float64Array)[i] = (hessian[i] as Float64Array)[j] as number;
    (hessian[i] as Float64Array)[i] = ((hessian[i] as Float64Array)[i] as number) + penalty + 1e-9;
  }
  return solve(hessian, gradient);
}

function dot(weights: readonly number[], features: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += (weights[i] as number) * (features[i] as number);
  return sum;
}
