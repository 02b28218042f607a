import type { ContainerName } from '../model/process-map.ts';
import { findContainer } from '../read/containers/find-container.ts';
import { detectContainer } from '../read/detect-container.ts';
import { defaultLimits } from '../read/limits.ts';
import { readTables } from '../read/read-tables.ts';
import type { WorkbookInput } from '../recode/recode-workbook.ts';
import { joinBytes } from '../values/bytes.ts';
import { columnName, type Table } from '../values/table.ts';
import { ProcmapError } from '../words/procmap-error.ts';
import { workbookParts } from './workbook-parts.ts';

/** What is written for a time-sheet: text for text, a workbook for a workbook, and a choice for one that is converted. */
export type TimesheetKind = 'text' | 'workbook' | 'converted';

/** A time-sheet of which it is known what kind of file it is. */
export type OpenTimesheet =
  | { readonly kind: 'text'; readonly chunks: AsyncIterable<Uint8Array> }
  | { readonly kind: 'workbook'; readonly input: WorkbookInput }
  /** It was of another format, and is taken as the `.xlsx` of the same cells. */
  | { readonly kind: 'converted'; readonly input: WorkbookInput; readonly from: ContainerName };

const CONVERTED: ReadonlySet<ContainerName> = new Set(['ods', 'fods', 'xls', 'xlsb']);

/**
 * Opens a time-sheet: delimited text as a stream, a workbook as a whole.
 *
 * @throws ProcmapError when it cannot be read, or is neither
 */
export async function openTimesheet(file: string, chunks: AsyncIterable<Uint8Array>): Promise<OpenTimesheet> {
  const input = chunks[Symbol.asyncIterator]();
  const first = await input.next();
  const start = first.done === true ? new Uint8Array() : first.value;
  if (!isWorkbook(start)) return { kind: 'text', chunks: rejoined(start, input) };
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of rejoined(start, input)) {
    size += chunk.length;
    if (size > defaultLimits.unpackedBytes) throw tooLarge(file, size);
    pieces.push(chunk);
  }
  return openWorkbook(file, joinBytes(pieces));
}

function tooLarge(file: string, size: number): ProcmapError {
  const [found, limit] = [size, defaultLimits.unpackedBytes].map((bytes) => Math.ceil(bytes / 2 ** 20));
  return new ProcmapError('text-too-large', {
    ...{ file, measure: 'megabytes' },
    ...{ found: found as number, limit: limit as number },
  });
}

/** Whether a file that begins so is recoded as a workbook, or refused as one of another format. */
export function isWorkbook(start: Uint8Array): boolean {
  const { kind } = detectContainer(start);
  return kind !== 'text' && kind !== 'json';
}

/** What would be written for a time-sheet, whether it can be recoded or not. */
export async function timesheetKind(file: string, bytes: Uint8Array): Promise<TimesheetKind> {
  if (!isWorkbook(bytes)) return 'text';
  const { name } = await findContainer({ name: file, bytes });
  return CONVERTED.has(name) ? 'converted' : 'workbook';
}

/** A workbook as it is edited: its sheets with what stands behind their cells, and the parts of its file. */
export async function editableWorkbook(file: string, bytes: Uint8Array): Promise<WorkbookInput> {
  const { readWorkbook } = await import('../read/workbook/read-workbook.ts');
  const tables = await readWorkbook(file, bytes, defaultLimits, { facts: true });
  return { tables, parts: await workbookParts(file, bytes) };
}

async function* rejoined(start: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield start;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

async function openWorkbook(file: string, bytes: Uint8Array): Promise<OpenTimesheet> {
  const { container, tables } = await readTables({ name: file, bytes });
  if (container === 'xlsx') return { kind: 'workbook', input: await editableWorkbook(file, bytes) };
  if (!CONVERTED.has(container)) throw new ProcmapError('timesheet-not-editable', { file });
  const { convertWorkbook } = await import('../read/sheets/convert-workbook.ts');
  const converted = await convertWorkbook(file, bytes, defaultLimits);
  const input = await editableWorkbook(file, converted);
  refuseDifference(file, tables, input.tables);
  return { kind: 'converted', input, from: container };
}

/** What was read of the file itself is what the converted one says, cell by cell, or it is not used. */
function refuseDifference(file: string, own: readonly Table[], converted: readonly Table[]): void {
  own.forEach((table, i) => {
    const other = converted[i];
    const place = differenceOf(table, other);
    if (place === null) return;
    throw new ProcmapError('timesheet-not-carried', { file, sheet: table.sheet ?? '', ...place });
  });
}

function differenceOf(
  table: Table,
  other: Table | undefined,
): { readonly cell: string; readonly found: string } | null {
  const theirs = new Map(other?.rows.map(({ number, cells }) => [number, cells]));
  const numbers = new Set([...table.rows, ...(other?.rows ?? [])].map(({ number }) => number));
  const ours = new Map(table.rows.map(({ number, cells }) => [number, cells]));
  for (const number of numbers) {
    const [own, its] = [ours.get(number) ?? [], theirs.get(number) ?? []];
    for (let column = 0; column < Math.max(own.length, its.length); column++)
      if (!saysTheSame(own[column] ?? '', its[column] ?? ''))
        return { cell: `${columnName(column)}${number}`, found: own[column] ?? '' };
  }
  return null;
}

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/** Noughts that only the format of a number shows make no other number; those of a code or a name do. */
function saysTheSame(own: string, its: string): boolean {
  return own === its || (NUMBER.test(own) && NUMBER.test(its) && Number(own) === Number(its));
}
