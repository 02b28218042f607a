import { detectContainer } from '../read/detect-container.ts';
import { defaultLimits } from '../read/limits.ts';
import { readTables } from '../read/read-tables.ts';
import { refuseByCodes } from '../recode/already-recoded.ts';
import type { RecodePlan } from '../recode/plan.ts';
import { recodeCsv } from '../recode/recode-csv.ts';
import type { RecodedChunk, RecodeOptions, RecodeResult } from '../recode/recode-result.ts';
import type { WorkbookInput } from '../recode/recode-workbook.ts';
import { joinBytes } from '../values/bytes.ts';
import { ProcmapError } from '../words/procmap-error.ts';
import { packWorkbook, workbookParts } from './workbook-parts.ts';

/** Recodes a time-sheet, whichever kind of file it is: delimited text as a stream, a workbook as a whole. */
export async function* recodeTimesheetChunks(
  chunks: AsyncIterable<Uint8Array>,
  plan: RecodePlan,
  options: RecodeOptions,
): AsyncGenerator<RecodedChunk, RecodeResult> {
  const input = chunks[Symbol.asyncIterator]();
  const first = await input.next();
  const start = first.done === true ? new Uint8Array() : first.value;
  const all = rejoined(start, input);
  const { kind } = detectContainer(start);
  if (kind === 'text' || kind === 'json') return yield* recodeCsv(all, plan, options);
  return yield* recodeWhole(all, plan, options);
}

/** Whether a file that begins so is recoded as a workbook, or refused as one of another format. */
export function isWorkbook(start: Uint8Array): boolean {
  const { kind } = detectContainer(start);
  return kind !== 'text' && kind !== 'json';
}

async function* rejoined(start: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield start;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

/** Workbooks, and what is refused for being none. What is written is read again, and has to add up to the same. */
async function* recodeWhole(
  chunks: AsyncIterable<Uint8Array>,
  plan: RecodePlan,
  options: RecodeOptions,
): AsyncGenerator<RecodedChunk, RecodeResult> {
  const pieces: Uint8Array[] = [];
  for await (const chunk of chunks) pieces.push(chunk);
  const input = await openWorkbook(options.file, joinBytes(pieces));
  const { recodeWorkbook, verifyWorkbook } = await import('../recode/recode-workbook.ts');
  const recoded = recodeWorkbook(input, plan, options);
  const bytes = await packWorkbook(recoded.recoded);
  verifyWorkbook((await openWorkbook(options.file, bytes)).tables, recoded, options);
  yield {
    recoded: bytes,
    rejected: recoded.rejected === null ? new Uint8Array() : await packWorkbook(recoded.rejected),
  };
  return recoded.result;
}

async function openWorkbook(file: string, bytes: Uint8Array): Promise<WorkbookInput> {
  const { container } = await readTables({ name: file, bytes });
  // What is read of the others is their text; a workbook is edited in place, with all that its cells carry.
  if (container !== 'xlsx') throw new ProcmapError('timesheet-not-editable', { file });
  const { readWorkbook } = await import('../read/workbook/read-workbook.ts');
  const tables = await readWorkbook(file, bytes, defaultLimits, { facts: true });
  return { tables, parts: await workbookParts(file, bytes) };
}

const DEFAULTS: Omit<RecodeOptions, 'file'> = {
  columns: {},
  audit: false,
  point: null,
  decimals: 0,
  evenIfMarked: false,
};

/**
 * Recodes a time-sheet, and refuses one that seems to be recoded already. What it yields is to be used only once it has
 * returned: then all is balanced.
 *
 * @throws ProcmapError when the file is no time-sheet, cannot be read, or seems to be recoded already
 */
export async function* recodeTimesheet(
  chunks: AsyncIterable<Uint8Array>,
  plan: RecodePlan,
  given: Partial<RecodeOptions> & Pick<RecodeOptions, 'file'>,
): AsyncGenerator<RecodedChunk, RecodeResult> {
  const options = { ...DEFAULTS, ...given };
  const result = yield* recodeTimesheetChunks(chunks, plan, options);
  if (!options.evenIfMarked) refuseByCodes({ ...result, file: options.file, sha256: '' }, plan);
  return result;
}

/** Stands in the header of rejects, and of nothing else. */
export const REJECT_MARK = 'procmap_reason';

/** Whether a workbook holds rejects. */
export async function holdsRejects(file: string, bytes: Uint8Array): Promise<boolean> {
  const { tables } = await openWorkbook(file, bytes).catch(() => ({ tables: [] }));
  return tables.some(({ rows }) => rows.some(({ cells }) => cells.includes(REJECT_MARK)));
}
