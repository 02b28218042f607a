import type { WorkBook } from '@e965/xlsx';
import { ProcmapError } from '../../words/procmap-error.ts';
import type { ReadLimits } from '../limits.ts';
import { refuseLarge } from '../refuse-large.ts';
import { damaged } from '../workbook/damaged.ts';

/**
 * Reads a workbook with the library that knows Excel's older and binary formats, and LibreOffice's.
 *
 * @param looks whether column widths are wanted, and cells one by one, as the library writes them
 * @throws ProcmapError `workbook-damaged`, `text-too-large`, `format-unsupported` for a password
 */
export async function parseOldWorkbook(
  file: string,
  bytes: Uint8Array,
  { limits, looks }: { readonly limits: ReadLimits; readonly looks: boolean },
): Promise<WorkBook> {
  refuseLarge(file, bytes, limits);
  const { read } = await import('./old-workbook-library.ts');
  try {
    return read(bytes, {
      type: 'array',
      dense: !looks,
      cellStyles: looks,
      cellNF: true,
      cellText: false,
      cellHTML: false,
      cellFormula: true,
      cellDates: false,
      bookVBA: false,
      sheetRows: Math.min(limits.cells, 1_048_576),
    });
  } catch (cause) {
    if (cause instanceof Error && /password-protected/i.test(cause.message)) {
      throw new ProcmapError('format-unsupported', { file, format: 'xlsx-locked' }, { cause });
    }
    throw damaged(file, 'directory', cause);
  }
}
