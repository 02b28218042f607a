import type { ReadLimits } from '../limits.ts';
import { damaged } from '../workbook/damaged.ts';
import { parseOldWorkbook } from './parse-old-workbook.ts';

/**
 * A workbook of LibreOffice or of Excel's older formats as `.xlsx`: values, formulas, number formats, merged cells, names and
 * widths of columns. Colours, fonts, pictures, charts and rules for cells are not carried. The file is to have been read
 * before, within the limits, and what comes out is to be compared with that.
 *
 * @throws ProcmapError `workbook-damaged` for what cannot be written so
 */
export async function convertWorkbook(
  file: string,
  bytes: Uint8Array,
  limits: ReadLimits,
): Promise<Uint8Array> {
  const book = await parseOldWorkbook(file, bytes, { limits, looks: true });
  const { write } = await import('./old-workbook-library.ts');
  try {
    return new Uint8Array(write(book, { bookType: 'xlsx', type: 'array', compression: true }) as ArrayBuffer);
  } catch (cause) {
    throw damaged(file, 'directory', cause);
  }
}
