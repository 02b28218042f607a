/**
 * Where something stands in a file. `cell` is an address such as `C12` (XLSX); `line` and `column` are 1-based (text
 * files; `column` counts characters). A place in a workbook has a sheet and a cell, one in a text file a line. In a
 * document it has a page or the number of the table, and `line` and `column` are the row there and its cell.
 */
export interface Place {
  readonly file: string;
  readonly sheet?: string;
  readonly page?: number;
  readonly table?: number;
  readonly cell?: string;
  readonly line?: number;
  readonly column?: number;
}

/** Row and column, 1-based; a cell's row counts as its line. `null` when only the file or the sheet is known. */
export function rowAndColumn(place: Place): { line: number; column: number } | null {
  const { cell, line, column, page, table } = place;
  // The row of a table is no line of the file.
  if (page !== undefined || table !== undefined) return null;
  if (line !== undefined) return { line, column: column ?? 1 };
  const address = /^([A-Z]+)(\d+)/.exec(cell ?? '');
  if (!address) return null;
  let index = 0;
  for (const letter of address[1] as string) index = index * 26 + letter.charCodeAt(0) - 64;
  return { line: Number(address[2]), column: index };
}
