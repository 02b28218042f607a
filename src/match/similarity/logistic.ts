/** The logistic function: log-odds to probability. */
export function sigmoid(x: number): number {
  return x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x));
}

/** The inverse of {@link sigmoid}: probability to log-odds. */
export function logOdds(p: number): number {
  return Math.log(p / (1 - p));
}

/** The weighted sum of features. */
export function logit(weights: readonly number[], features: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += (weights[i] as number) * (features[i] as number);
  return sum;
}
