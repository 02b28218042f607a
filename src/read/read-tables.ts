import type { TextEncoding } from '../values/text-encoding.ts';
import { ProcmapError } from '../words/procmap-error.ts';
import { detectContainer } from './detect-container.ts';
import { defaultLimits, type ReadLimits } from './limits.ts';
import type { Table } from './table.ts';
import type { Delimiter } from './text/detect-delimiter.ts';

/** A file as its bytes; the name is for messages and places only. */
export interface FileInput {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The tables of a file, and what it is. */
export type TableFile =
  | { readonly container: 'xlsx'; readonly tables: readonly Table[] }
  | {
      readonly container: 'text';
      readonly tables: readonly Table[];
      readonly encoding: TextEncoding;
      readonly delimiter: Delimiter;
    };

/**
 * Reads any table file, a workbook or a delimited text, as rows of text cells with their places. Content decides what
 * the file is. The libraries for either kind are loaded only when it is read.
 *
 * @throws ProcmapError when the file is empty, damaged, too large or of a format that is not read
 */
export async function readTables(input: FileInput, limits: ReadLimits = defaultLimits): Promise<TableFile> {
  const { name, bytes } = input;
  if (bytes.length === 0) throw new ProcmapError('file-empty', { file: name });
  const container = detectContainer(bytes);
  if (container.kind === 'unsupported') {
    throw new ProcmapError('format-unsupported', { file: name, format: container.format });
  }
  if (container.kind === 'zip') {
    const { readWorkbook } = await import('./workbook/read-workbook.ts');
    return { container: 'xlsx', tables: readWorkbook(name, bytes, limits) };
  }
  const { readText } = await import('./text/read-text.ts');
  const { table, encoding, delimiter } = readText(name, bytes, limits);
  return { container: 'text', tables: [table], encoding, delimiter };
}
