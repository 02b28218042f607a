// biome-ignore-all lint/suspicious/noApproximativeNumericConstant: learnt numbers are near others by chance
import type { ModelWeights } from './model-weights.ts';

/** Written by `npm run train`: learnt from the reference links of bench/lib/sets.ts. */
export const MODEL_WEIGHTS: ModelWeights = {
  label: [
    -8.292, -0.813, 2.828, 1.267, 2.822, -1.049, 3.902, 0, 0, 0, 0.917, 0, 0, -1.599, -0.958, 4.93, -0.555, 0,
    0, 0, 1.206, 4.221, 0,
  ],
  pair: [
    -7.01, -1.848, 2.044, 0.599, 1.547, -0.183, 4.497, 1.397, 0.963, 7.028, 0.599, 3.567, 0.687, 1.414,
    -0.569, 0.048, -0.079, -4.753, -0.665, 1.182, 0.749, 2.312, 0.887,
  ],
  join: [
    0.009, -0.063, 1.299, 2.987, 0.711, -0.047, 1.773, 0.029, -0.613, 0.498, 1.39, 1.582, 1.863, -0.402,
    -0.108, 0.302, 1.247, -0.493, -0.928, 1.37, -0.514, 1.42, -0.19, 1.654, 3.492, 0.19, 3.896, -0.666, 2.569,
    4.046, 0.65, -0.778,
  ],
  complete: [-3.21, 1.49, 1.41, 1.38, -1.92],
  mostIncomplete: 0.07,
  alone: [4.485, 1.991, -0.236, 1.884, -1.106, 2.34],
  calibration: { shift: -0.007, scale: 1.336 },
};
