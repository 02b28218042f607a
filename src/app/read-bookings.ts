import { detectContainer } from '../read/detect-container.ts';
import { defaultLimits } from '../read/limits.ts';
import type { FileInput } from '../read/read-tables.ts';
import { readTables } from '../read/read-tables.ts';
import type { RecodePlan } from '../recode/plan.ts';
import { recodeCsv } from '../recode/recode-csv.ts';
import type { RecodeOptions } from '../recode/recode-result.ts';
import { recodeTables } from '../recode/recode-tables.ts';
import type { Run } from '../recode/run.ts';
import { markOf } from '../recode/workbook/revision-mark.ts';
import { ProcmapError } from '../words/procmap-error.ts';
import { workbookParts } from './workbook-parts.ts';

/** Which columns of a time-sheet are read, and how. */
export type BookingOptions = Pick<RecodeOptions, 'columns' | 'point' | 'sheets'>;

/**
 * Enters the bookings of a time-sheet into the books of a run, in any shape that `recode` takes; nothing is written. Kinds
 * of files that are only read, such as `.ods`, count by what they show.
 *
 * @param run opened with rules by which every code stays what it is
 * @throws ProcmapError as `recode` does, for what it refuses to recode
 */
export async function readBookings(input: FileInput, run: Run, given: BookingOptions): Promise<void> {
  const { plan } = run;
  const options: RecodeOptions = {
    ...given,
    ...{ file: input.name, run, audit: false, decimals: 0, evenIfMarked: false },
  };
  const { kind } = detectContainer(input.bytes);
  if (kind === 'text' || kind === 'json') return readText(input.bytes, plan, options);
  const { container, tables } = await readTables(input);
  if (container !== 'xlsx') return void recodeTables({ tables }, run, options);
  const { readWorkbook } = await import('../read/workbook/read-workbook.ts');
  if (markOf(input.name, await workbookParts(input.name, input.bytes)) === plan.revision)
    throw new ProcmapError('already-recoded', { file: input.name, evidence: 'marker', detail: 'procmap' });
  const facts = await readWorkbook(input.name, input.bytes, defaultLimits, { facts: true });
  recodeTables({ tables: facts }, run, options);
}

/** What would be written is let go, piece by piece. */
async function readText(bytes: Uint8Array, plan: RecodePlan, options: RecodeOptions): Promise<void> {
  const recoding = recodeCsv(once(bytes), plan, options);
  for (let next = await recoding.next(); next.done !== true; ) next = await recoding.next();
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
