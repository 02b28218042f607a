import type { ContainerName } from '../model/process-map.ts';
import { refuseByCodes } from '../recode/already-recoded.ts';
import { byteCodec } from '../recode/byte-codec.ts';
import { openCsvSheet } from '../recode/csv-sheet.ts';
import type { RecodePlan } from '../recode/plan.ts';
import { recodeCsv } from '../recode/recode-csv.ts';
import type { RecodedChunk, RecodeOptions, RecodeResult } from '../recode/recode-result.ts';
import type { Parts, RecodedWorkbook } from '../recode/recode-workbook.ts';
import { verifyTables } from '../recode/verify-tables.ts';
import { renderSheetCsv } from '../render/sheet-csv.ts';
import type { Table } from '../values/table.ts';
import { guessEncoding } from '../values/text-encoding.ts';
import { ProcmapError } from '../words/procmap-error.ts';
import { editableWorkbook, type OpenTimesheet, openTimesheet } from './open-timesheet.ts';
import { packWorkbook } from './workbook-parts.ts';

/** Recodes a time-sheet, whichever kind of file it is: delimited text as a stream, a workbook as a whole. */
export async function* recodeTimesheetChunks(
  chunks: AsyncIterable<Uint8Array>,
  plan: RecodePlan,
  options: RecodeOptions,
): AsyncGenerator<RecodedChunk, RecodeResult> {
  return yield* recodeOpen(await openTimesheet(options.file, chunks), plan, options);
}

/**
 * Recodes a time-sheet that is open.
 *
 * @param options.asCsv whether a workbook that is converted is to become CSV, and not .xlsx
 */
export async function* recodeOpen(
  timesheet: OpenTimesheet,
  plan: RecodePlan,
  { asCsv = false, ...options }: RecodeOptions & { readonly asCsv?: boolean },
): AsyncGenerator<RecodedChunk, RecodeResult> {
  if (timesheet.kind === 'text') return yield* recodeCsv(timesheet.chunks, plan, options);
  const { recodeWorkbook, verifyWorkbook } = await import('../recode/recode-workbook.ts');
  const recoded = recodeWorkbook(timesheet.input, plan, options);
  const bytes = await packWorkbook(recoded.recoded);
  const { tables } = await editableWorkbook(options.file, bytes);
  verifyWorkbook(tables, recoded, options);
  const isConverted = timesheet.kind === 'converted';
  if (isConverted && asCsv) yield await csvOf(tables, recoded, options);
  else yield { recoded: bytes, rejected: await packed(recoded.rejected) };
  return isConverted ? toldConverted(recoded.result, timesheet.from, asCsv) : recoded.result;
}

const SEMICOLON = 59;

/** The one sheet that was recoded, as CSV; it is read again, and has to add up to the same. */
async function csvOf(
  tables: readonly Table[],
  { rejected, result, run }: RecodedWorkbook,
  options: RecodeOptions,
): Promise<RecodedChunk> {
  const names = result.report.sheets.map(({ name }) => name);
  const [only = ''] = names;
  if (names.length > 1)
    throw new ProcmapError('csv-one-sheet', {
      file: options.file,
      sheets: names.map((name) => `"${name}"`).join(', '),
    });
  const recoded = sheetBytes(tables, only);
  const codec = byteCodec(guessEncoding(recoded));
  const again = openCsvSheet(recoded, { file: options.file, separator: SEMICOLON, codec });
  const { sheets: _, ...own } = options;
  verifyTables(
    { tables: [again.table], lines: again.lines },
    { report: result.report, plan: run.plan, options: own, written: run },
  );
  if (rejected === null) return { recoded, rejected: new Uint8Array() };
  const book = await editableWorkbook(options.file, await packWorkbook(rejected));
  return { recoded, rejected: sheetBytes(book.tables, only) };
}

function sheetBytes(tables: readonly Table[], name: string): Uint8Array {
  const table = tables.find(({ sheet }) => sheet === name);
  return new TextEncoder().encode(table === undefined ? '' : renderSheetCsv(table));
}

async function packed(parts: Parts | null): Promise<Uint8Array> {
  return parts === null ? new Uint8Array() : packWorkbook(parts);
}

/** What of the looks of a file is not carried into another format is said first. */
function toldConverted(result: RecodeResult, from: ContainerName, asCsv: boolean): RecodeResult {
  const note = {
    kind: asCsv ? 'written-as-csv' : 'converted',
    sheet: null,
    cell: null,
    text: `.${from}`,
    count: 1,
  } as const;
  return { ...result, report: { ...result.report, told: [note, ...result.report.told] } };
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
  const { tables } = await editableWorkbook(file, bytes).catch(() => ({ tables: [] }));
  return tables.some(({ rows }) => rows.some(({ cells }) => cells.includes(REJECT_MARK)));
}
