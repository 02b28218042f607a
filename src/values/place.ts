/**
 * Where something stands in a file. `cell` is an address such as `C12` (XLSX); `line` and `column` are 1-based (text
 * files; `column` counts characters). A place in a workbook has a sheet and a cell, one in a text file a line.
 */
export interface Place {
  readonly file: string;
  readonly sheet?: string;
  readonly cell?: string;
  readonly line?: number;
  readonly column?: number;
}

/** Row and column, 1-based; a cell's row counts as its line. `null` when only the file or the sheet is known. */
export function rowAndColumn({ cell, line, column }: Place): { line: number; column: number } | null {
  if (line !== undefined) return { line, column: column ?? 1 };
  const address = /^([A-Z]+)(\d+)/.exec(cell ?? '');
  if (!address) return null;
  let index = 0;
  for (const letter of address[1] as string) index = index * 26 + letter.charCodeAt(0) - 64;
  return { line: Number(address[2]), column: index };
}
