import type { CrosswalkObstacle } from '../model/crosswalk-obstacle.ts';
import type { ProcessMap } from '../model/process-map.ts';
import { type CrosswalkFormat, type CrosswalkStyle, renderCrosswalk } from '../render/crosswalk.ts';
import type { CrosswalkProfile } from '../render/crosswalk-csv.ts';
import type { CrosswalkDocument, CrosswalkFile, EntriesByCode } from '../render/crosswalk-document.ts';
import { TOOL_VERSION } from '../values/tool-version.ts';
import type { Comparison } from './comparison.ts';
import { crosswalkObstacles } from './crosswalk-obstacles.ts';
import { type CrosswalkPlan, crosswalkOf } from './crosswalk-of.ts';
import { decisionsOf } from './decisions-of.ts';

/** How a comparison becomes a crosswalk file. */
export interface CrosswalkOrder {
  /** CSV when left out. */
  readonly format?: CrosswalkFormat;
  readonly profile?: CrosswalkProfile;
  readonly plan?: CrosswalkPlan;
  /** What must be known before it is applied: that all is decided (default), or that nothing may go elsewhere too. */
  readonly wanted?: 'decided' | 'complete';
  readonly toolVersion?: string;
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
  {
    format = 'csv',
    profile = 'full',
    plan = {},
    wanted = 'decided',
    toolVersion = TOOL_VERSION,
    style = {},
  }: CrosswalkOrder = {},
): Promise<MadeCrosswalk> {
  const { crosswalk, check } = crosswalkOf(comparison, plan);
  const { old, new: fresh, decisions: decided } = comparison.report;
  const obstacles = crosswalkObstacles(check, decided?.stale.length ?? 0, wanted);
  const decisions = format === 'decisions' ? decisionsOf(comparison, { proposed: true }) : [];
  const entries = { old: entriesOf(comparison.oldMap), new: entriesOf(comparison.newMap) };
  const document = { crosswalk, check, old, new: fresh, decisions, toolVersion, entries };
  const isRefused = profile === 'payroll' && obstacles.length > 0;
  const file = isRefused ? null : await renderCrosswalk(format, document, profile, style);
  return { document, file, obstacles };
}

/** The entries that hours are booked on; of several with one booking code the first. */
function entriesOf({ nodes }: ProcessMap): EntriesByCode {
  const seen = new Map<string, number>();
  const entries = new Map<string, { readonly code: string; readonly again: number }>();
  for (const { code, bookingCode } of nodes) {
    const again = seen.get(code.text) ?? 0;
    seen.set(code.text, again + 1);
    if (bookingCode !== null && !entries.has(bookingCode))
      entries.set(bookingCode, { code: code.text, again });
  }
  return entries;
}
