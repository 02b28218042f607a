import { MATCH_STAGES, type MatchProgress, type MatchStage } from '../model/progress.ts';

/** What part of a long comparison each stage takes; the report takes the rest. */
const SHARES: Readonly<Record<MatchStage, number>> = {
  labels: 0.1,
  candidates: 0.3,
  rounds: 0.3,
  joins: 0.2,
  links: 0.05,
};

/** How far a comparison has come, in [0, 1). */
export function shareDone({ stage, done, total }: MatchProgress): number {
  const before = MATCH_STAGES.slice(0, MATCH_STAGES.indexOf(stage));
  const share = before.reduce((sum, each) => sum + SHARES[each], 0);
  return share + SHARES[stage] * (total === 0 ? 1 : Math.min(1, done / total));
}
