/** The stages that apply a crosswalk, as the command line needs them. */

export { parseCrosswalk } from '../crosswalk/parse-crosswalk.ts';
export { codesDigest, refuseByCodes, refuseRecorded } from '../recode/already-recoded.ts';
export { type Allocation, buildPlan, type RecodePlan } from '../recode/plan.ts';
export { recodeCsv } from '../recode/recode-csv.ts';
export type { RecodedChunk, RecodeOptions, RecodeResult } from '../recode/recode-result.ts';
export { recodeTimesheetChunks } from './recode-timesheet-chunks.ts';
