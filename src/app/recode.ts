/** The stages that apply a crosswalk, as the command line needs them. */

export { codesDigest, refuseByCodes, refuseRecorded } from '../recode/already-recoded.ts';
export { type Allocation, buildPlan, type RecodePlan } from '../recode/plan.ts';
export { recodeCsv } from '../recode/recode-csv.ts';
export type { RecodedChunk, RecodeOptions, RecodeResult } from '../recode/recode-result.ts';
export { parseCrosswalkFile } from './parse-crosswalk-file.ts';
export { isWorkbook, recodeTimesheet, recodeTimesheetChunks } from './recode-timesheet-chunks.ts';
