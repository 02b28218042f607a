import type { CrosswalkObstacle } from '../model/crosswalk-obstacle.ts';
import {
  type CrosswalkDocument,
  type CrosswalkFile,
  type CrosswalkFormat,
  type CrosswalkStyle,
  renderCrosswalk,
} from '../render/crosswalk.ts';
import type { CrosswalkProfile } from '../render/crosswalk-csv.ts';
import { type Comparison, type CrosswalkPlan, checkedCrosswalkOf, decisionsOf } from './compare.ts';
import { crosswalkObstacles } from './crosswalk-obstacles.ts';

/** How a comparison becomes a crosswalk file. */
export interface CrosswalkOrder {
  readonly format: CrosswalkFormat;
  readonly profile: CrosswalkProfile;
  readonly plan: CrosswalkPlan;
  readonly toolVersion: string;
  readonly style?: CrosswalkStyle;
}

/** A crosswalk as a file, and what speaks against applying it. */
export interface MadeCrosswalk {
  readonly document: CrosswalkDocument;
  /** `null` where it is refused: the payroll table while anything is undecided. */
  readonly file: CrosswalkFile | null;
  readonly obstacles: readonly CrosswalkObstacle[];
}

/** Lays a comparison out as a crosswalk in a format. */
export async function makeCrosswalk(
  comparison: Comparison,
  { format, profile, plan, toolVersion, style = {} }: CrosswalkOrder,
): Promise<MadeCrosswalk> {
  const { crosswalk, check } = checkedCrosswalkOf(comparison, plan);
  const { old, new: fresh, decisions: decided } = comparison.report;
  const obstacles = crosswalkObstacles(check, decided?.stale.length ?? 0);
  const decisions = format === 'decisions' ? decisionsOf(comparison) : [];
  const document = { crosswalk, check, old, new: fresh, decisions, toolVersion };
  const isRefused = profile === 'payroll' && obstacles.length > 0;
  const file = isRefused ? null : await renderCrosswalk(format, document, profile, style);
  return { document, file, obstacles };
}
