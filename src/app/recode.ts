/** The stages that apply a crosswalk, as front ends need them. */

export { buildPlan, type RecodePlan } from '../recode/plan.ts';
export type { RecodedChunk, RecodeOptions, RecodeResult } from '../recode/recode-result.ts';
export { parseCrosswalkFile } from './parse-crosswalk-file.ts';
export { recodeTimesheet, recodeTimesheetChunks } from './recode-timesheet-chunks.ts';
