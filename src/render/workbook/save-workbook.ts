import type { Workbook } from 'exceljs';
import { workbookParts } from './workbook-parts.ts';

/** What a text may hold and XML may not; the library masks the rest of it. */
const FORBIDDEN = /[\ufffe\uffff]/g;

/** Written into every workbook, so that the same content gives the same bytes. Local terms, as zip files have them. */
const SAVED = new Date(2000, 0, 1, 12, 0, 0);

/** A part of the workbook file, changed where the library cannot say what is meant. */
export interface WorkbookPatch {
  /** Path in the file: `xl/worksheets/sheet1.xml`. */
  readonly part: string;
  readonly change: (xml: string) => string;
}

/** The bytes of a workbook: the same content always gives the same. */
export async function saveWorkbook(
  workbook: Workbook,
  patches: readonly WorkbookPatch[] = [],
): Promise<Uint8Array> {
  const { strToU8, zipSync } = await import('fflate');
  workbook.creator = 'procmap';
  workbook.lastModifiedBy = 'procmap';
  workbook.created = SAVED;
  workbook.modified = SAVED;
  const parts: Record<string, string> = { ...(await workbookParts(workbook)) };
  for (const { part, change } of patches) {
    const xml = parts[part];
    if (xml === undefined) throw new RangeError(`no ${part} in the workbook`);
    parts[part] = change(xml);
  }
  const files = Object.fromEntries(
    Object.entries(parts).map(([path, xml]) => [path, strToU8(xml.replace(FORBIDDEN, '\ufffd'))]),
  );
  return zipSync(files, { level: 6, mtime: SAVED });
}
