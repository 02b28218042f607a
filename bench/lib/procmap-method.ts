import { buildReport } from '../../src/change/build-report.ts';
import { classifyChanges } from '../../src/change/classify-changes.ts';
import { matchMaps } from '../../src/match/match.ts';
import type { ModelWeights } from '../../src/match/model-weights.ts';
import { formatAlarm } from '../../src/model/change.ts';
import type { ReportChange } from '../../src/model/report.ts';
import type { MethodResult } from './method-result.ts';
import type { RankedTarget } from './ranking.ts';
import type { CrosswalkLink } from './score.ts';
import { isStructureSet, type ReferenceSet } from './sets.ts';

/**
 * What procmap says of a reference set: the rows that its crosswalk has, and the ranked candidates of every old entry.
 *
 * @param weights learned weights to use instead of the built-in ones
 */
export function runProcmap(set: ReferenceSet, weights?: ModelWeights): MethodResult {
  const { oldMap } = set;
  const { newMap, correspondence } = matchMaps(oldMap, set.newMap, weights === undefined ? {} : { weights });
  const changes = classifyChanges(oldMap, newMap, correspondence);
  const report = buildReport({ oldMap, newMap, correspondence, ...changes, findings: [] });
  const judged = isStructureSet(set) ? report.structure : report.changes;
  const ranking = new Map<string, RankedTarget[]>();
  for (const change of judged) {
    if (change.old === null) continue;
    const known = ranking.get(change.old.code) ?? [];
    const news = rankedTargets(change).filter((target) => known.every((other) => other.new !== target.new));
    ranking.set(change.old.code, [...known, ...news]);
  }
  return { crosswalk: judged.flatMap(crosswalkLinks), ranking };
}

/** The rows of a change in the crosswalk. */
function crosswalkLinks(change: ReportChange): CrosswalkLink[] {
  if (change.old === null) return [];
  const common = {
    old: change.old.code,
    tier: change.tier,
    alarms: change.alarms.map(formatAlarm),
    complete: change.complete === 'yes',
  };
  if (change.new.length === 0) return [{ ...common, new: '' }];
  return change.new.map((target) => ({
    ...common,
    new: target.code,
    tier: change.tier === 'open' ? change.tier : target.tier,
  }));
}

/** Links first, then the other candidates, each by confidence. */
function rankedTargets(change: ReportChange): RankedTarget[] {
  const linked = new Set(change.new.map((target) => target.code));
  const others = change.candidates.filter((candidate) => !linked.has(candidate.code));
  const links = [...change.new].sort((a, b) => b.confidence - a.confidence);
  return [...links, ...others].map(rankedTarget);
}

function rankedTarget({
  code,
  confidence,
}: {
  readonly code: string;
  readonly confidence: number;
}): RankedTarget {
  return { new: code, confidence };
}
