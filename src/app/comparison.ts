import type { Correspondence } from '../model/correspondence.ts';
import type { DecisionPlan } from '../model/decision.ts';
import type { ProcessMap } from '../model/process-map.ts';
import type { MigrationReport } from '../model/report.ts';

/** Two maps, how they correspond, and the report on it. */
export interface Comparison {
  readonly oldMap: ProcessMap;
  /** The new map, with the service entries that exist in it by rule. */
  readonly newMap: ProcessMap;
  readonly correspondence: Correspondence;
  readonly report: MigrationReport;
  /** The decisions that were applied; `null` without any to apply. */
  readonly plan: DecisionPlan | null;
}
