import { ProcmapError } from '../../words/procmap-error.ts';
import { openPackage, type Parts } from './package.ts';
import { cellType, readSheetDocument, type SheetCell, type SheetDocument } from './sheet-document.ts';
import { sheetList } from './sheet-list.ts';

/** What a cell holds in the file: its type, its raw value, whether a formula computes it. */
export interface RawCell {
  /** `n` for a number, which is what a cell without type holds. */
  readonly type: string;
  /** `''` when it holds nothing; of shared text, its number. */
  readonly value: string;
  readonly hasFormula: boolean;
}

/** The cells of a row of a sheet, by 0-based column. */
export type CellsOfRow = (row: number) => ReadonlyMap<number, RawCell>;

const NONE: ReadonlyMap<number, RawCell> = new Map();

/**
 * Opens the sheets of a workbook to look at their cells as they stand in the file. Each sheet is read once, when it is asked
 * for first.
 *
 * @throws ProcmapError `workbook-damaged` when a sheet is missing or cannot be read
 */
export function readCells(parts: Parts, file: string): (sheet: string) => CellsOfRow {
  const book = openPackage(file, parts);
  const entries = new Map(sheetList(book).map(({ name, part }) => [name, part]));
  const read = new Map<string, CellsOfRow>();
  return (sheet) => {
    const part = entries.get(sheet);
    const known = read.get(sheet);
    if (known) return known;
    const document = part === undefined ? 'part-missing' : readSheetDocument(book.text(part));
    if (typeof document === 'string') throw new ProcmapError('workbook-damaged', { file, reason: document });
    const cells = cellsOfRows(document);
    read.set(sheet, cells);
    return cells;
  };
}

function cellsOfRows({ rows }: SheetDocument): CellsOfRow {
  const byNumber = new Map(rows.map(({ number, cells }) => [number, cells]));
  return (number) => {
    const cells = byNumber.get(number);
    return cells ? new Map(cells.map((cell) => [cell.column - 1, rawCell(cell)])) : NONE;
  };
}

function rawCell(cell: SheetCell): RawCell {
  return { type: cellType(cell), value: cell.value ?? '', hasFormula: cell.formula !== null };
}
