import { defaultLimits } from '../read/limits.ts';
import { readTables } from '../read/read-tables.ts';
import type { Zip } from '../read/workbook/open-zip.ts';
import { joinBytes } from '../values/bytes.ts';
import type { Table } from '../values/table.ts';

/** A workbook: its sheets as tables of text, and the parts of its file. */
export interface WorkbookParts {
  readonly tables: readonly Table[];
  readonly parts: ReadonlyMap<string, Uint8Array>;
}

/**
 * Opens a workbook to be edited.
 *
 * @returns `null` for another archive, such as a text document
 * @throws ProcmapError when it cannot be read
 */
export async function openWorkbookParts(file: string, bytes: Uint8Array): Promise<WorkbookParts | null> {
  const { openZip } = await import('../read/workbook/open-zip.ts');
  const zip = openZip(file, bytes, defaultLimits);
  if (!zip.names.some((name) => /^xl\/worksheets\//i.test(name))) return null;
  const { tables } = await readTables({ name: file, bytes });
  return { tables, parts: partsOf(zip) };
}

/** The parts of a workbook's file, by their names. */
export async function workbookParts(
  file: string,
  bytes: Uint8Array,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const { openZip } = await import('../read/workbook/open-zip.ts');
  return partsOf(openZip(file, bytes, defaultLimits));
}

function partsOf(zip: Zip): ReadonlyMap<string, Uint8Array> {
  const names = zip.names.filter((name) => !name.endsWith('/'));
  return new Map(names.map((name) => [name, joinBytes([...(zip.read(name) ?? [])])]));
}

/** Packs the parts of a workbook. The day is the same in every archive, so that the same input gives the same bytes. */
export async function packWorkbook(parts: ReadonlyMap<string, Uint8Array>): Promise<Uint8Array> {
  const { zipSync } = await import('fflate');
  return zipSync(Object.fromEntries(parts), { level: 6, mtime: new Date(1980, 0, 1) });
}
