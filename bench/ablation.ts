/**
 * What each comparison adds: the F1 of the links when its weight is nought, on every reference set, without learning anew.
 *   npm run bench:ablation
 * A comparison whose loss is nought may still help others to be learnt; one that costs when it goes is needed.
 */
import { COMPARISONS } from '../src/match/compare/comparisons.ts';
import { JOIN_IDS } from '../src/match/infer/join-comparisons.ts';
import type { ModelWeights } from '../src/match/model-weights.ts';
import { MODEL_WEIGHTS } from '../src/match/weights.ts';
import { writeSection } from './lib/ablation-page.ts';
import { runProcmap } from './lib/procmap-method.ts';
import { asMarkdown, type Table } from './lib/quality-tables.ts';
import { scoreCrosswalk } from './lib/score.ts';
import { allSets } from './lib/sets.ts';

const sets = allSets();

function f1(weights: ModelWeights): number[] {
  return sets.map((set) => scoreCrosswalk(runProcmap(set, weights).crosswalk, set.gold).f1);
}

function without(model: 'pair' | 'join', id: string): ModelWeights {
  const { label, pair, join } = MODEL_WEIGHTS;
  if (model === 'join') return { ...MODEL_WEIGHTS, join: { ...join, [id]: 0 } };
  return { ...MODEL_WEIGHTS, pair: { ...pair, [id]: 0 }, label: { ...label, [id]: 0 } };
}

/** Nothing where it is less than can tell. */
function change(gap: number): string {
  return Math.abs(gap) < 0.0005 ? '' : `${gap > 0 ? '+' : ''}${gap.toFixed(3)}`;
}

const whole = f1(MODEL_WEIGHTS);
const parts = [
  ...COMPARISONS.filter(({ id }) => id !== 'prior').map(({ id }) => ({ model: 'pair' as const, id })),
  ...JOIN_IDS.map((id) => ({ model: 'join' as const, id })),
];
const rows = parts.map(({ model, id }) => {
  const left = f1(without(model, id));
  console.error(`without ${model} ${id}`);
  return [model, id, ...left.map((value, i) => change(value - (whole[i] as number)))];
});
const table: Table = [['of', 'comparison', ...sets.map(({ name }) => name)], ...rows];
writeSection('comparisons', asMarkdown(table));
