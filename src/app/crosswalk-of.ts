import { allocateEqual } from '../crosswalk/allocate-equal.ts';
import { buildCrosswalk } from '../crosswalk/build-crosswalk.ts';
import { checkCrosswalk } from '../crosswalk/check-crosswalk.ts';
import type { Crosswalk } from '../model/crosswalk.ts';
import type { CrosswalkCheck } from '../model/crosswalk-check.ts';
import { fingerprintOf } from '../model/fingerprint.ts';
import type { ReportChange } from '../model/report.ts';
import { nodeAt } from '../model/tree.ts';
import type { Comparison } from './comparison.ts';

/** How a comparison is laid out as a crosswalk. */
export interface CrosswalkPlan {
  /** Give the targets of undecided splits equal shares; by default they have none. */
  readonly allocateEqual?: boolean;
  /** ISO date from which the new codes hold. */
  readonly validFrom?: string;
}

/** A crosswalk, and what it covers of both maps. */
export interface CheckedCrosswalk {
  readonly crosswalk: Crosswalk;
  readonly check: CrosswalkCheck;
}

/**
 * Lays a comparison out as the table other programs apply, and checks it both ways against its maps: every old entry is
 * mapped, dropped or open, every new one reached or added. That one is missing can only be a fault of ours.
 */
export function crosswalkOf(comparison: Comparison, plan: CrosswalkPlan = {}): CheckedCrosswalk {
  const crosswalk = layOut(comparison, plan);
  const check = checkCrosswalk(crosswalk, comparison.oldMap, comparison.newMap);
  const missing = [...check.missing.old, ...check.missing.new];
  if (missing.length > 0) throw new Error(`the crosswalk leaves out ${missing.join(', ')}`);
  return { crosswalk, check };
}

function layOut({ oldMap, newMap, report }: Comparison, plan: CrosswalkPlan): Crosswalk {
  const built = buildCrosswalk(report, ({ old, new: targets }: ReportChange) => {
    const [map, entry] = old === null ? ([newMap, targets[0]] as const) : ([oldMap, old] as const);
    return entry ? fingerprintOf(map, nodeAt(map, entry.id)) : '';
  });
  const shared = plan.allocateEqual ? allocateEqual(built) : built;
  return plan.validFrom === undefined ? shared : { ...shared, validFrom: plan.validFrom };
}
