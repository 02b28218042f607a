import { rowPlace } from '../../values/table.ts';
import type { TextBlock } from '../../values/text-block.ts';
import { ProcmapError } from '../../words/procmap-error.ts';
import { detectContainer } from '../detect-container.ts';
import { defaultLimits, type ReadLimits } from '../limits.ts';
import { refuseLockFile } from '../lock-file.ts';
import { type FileInput, readTables } from '../read-tables.ts';
import { placeOf, type Table } from '../table.ts';
import { decodeFile } from '../text/decode-text.ts';

/**
 * Reads a document as blocks of text with their places: the lines of plain text and Markdown, the cells of CSV files and
 * workbooks, the paragraphs of DOCX files. Content decides what the file is; of text files only those named `.csv` or
 * `.tsv` are tables.
 *
 * @throws ProcmapError when the file is damaged, too large or of a format that is not read
 */
export async function readDocument(
  input: FileInput,
  limits: ReadLimits = defaultLimits,
): Promise<readonly TextBlock[]> {
  const { name, bytes } = input;
  refuseLockFile(name, bytes);
  if (bytes.length === 0) return [];
  const { kind } = detectContainer(bytes);
  if (kind === 'zip') return readOffice(input, limits);
  if ((kind !== 'text' && kind !== 'json') || /\.[ct]sv$/i.test(name)) return cellsOf(input, limits);
  if (bytes.length > limits.textBytes) throw tooLarge(name, bytes.length, limits);
  return decodeFile(name, bytes)
    .text.split('\n')
    .map((text, i) => ({ place: { file: name, line: i + 1, column: 1 }, text, column: null }));
}

async function readOffice(input: FileInput, limits: ReadLimits): Promise<readonly TextBlock[]> {
  const [{ openZip }, { isDocx, readDocx }] = await Promise.all([
    import('../workbook/open-zip.ts'),
    import('./read-docx.ts'),
  ]);
  const zip = openZip(input.name, input.bytes, limits);
  return isDocx(zip) ? readDocx(input.name, zip) : cellsOf(input, limits);
}

async function cellsOf(input: FileInput, limits: ReadLimits): Promise<readonly TextBlock[]> {
  const { tables } = await readTables(input, limits);
  return tables.flatMap((table, number) => tableCells(table, number));
}

function tableCells(table: Table, number: number): readonly TextBlock[] {
  return table.rows.flatMap((row) =>
    row.cells.flatMap((text, column) => {
      if (text.trim() === '') return [];
      const place = table.sheet === null ? placeOf(table, row, column) : rowPlace(table, row, column);
      return [{ place, text, column: `${number}:${column}` }];
    }),
  );
}

function tooLarge(file: string, found: number, { textBytes }: ReadLimits): ProcmapError {
  const megabytes = (bytes: number) => Math.round(bytes / 2 ** 20);
  return new ProcmapError('text-too-large', {
    file,
    measure: 'megabytes',
    found: megabytes(found),
    limit: megabytes(textBytes),
  });
}
