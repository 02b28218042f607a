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
