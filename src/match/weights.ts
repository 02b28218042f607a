import model from './model.json' with { type: 'json' };
import type { ModelWeights } from './model-weights.ts';

/** Written by `npm run train`: learnt from the reference links of bench/lib/sets.ts. */
export const MODEL_WEIGHTS: ModelWeights = model;
