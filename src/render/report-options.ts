import type { GroupReport } from '../model/code-groups.ts';
import type { Crosswalk } from '../model/crosswalk.ts';
import type { TextOptions } from './text-options.ts';

/** Where a report comes from: what the core, which has no clock, is told by its caller. */
export interface Provenance {
  readonly toolVersion: string;
  /** ISO date; `null` where the caller does not say. */
  readonly generatedOn: string | null;
}

/** How a report is drawn, in any format; each renderer takes what it needs. */
export interface ReportOptions extends TextOptions {
  readonly provenance: Provenance;
  /** The crosswalk of the same comparison, for formats that show it. */
  readonly crosswalk?: Crosswalk;
  /** Its codes in groups that can be compared without shares, for formats that show them. */
  readonly groups?: GroupReport;
}
