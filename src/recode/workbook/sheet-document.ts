import type { WorkbookDamage } from '../../model/error-args.ts';
import { scanXml } from '../../values/xml/scan-xml.ts';
import { columnNumber } from './area.ts';
import { attributesOf, growTree, type XmlNode } from './xml-tree.ts';

/** A cell as it stands in the text of its sheet. */
export interface SheetCell {
  readonly column: number;
  readonly attributes: string;
  readonly start: number;
  readonly openEnd: number;
  readonly closeStart: number;
  readonly end: number;
  readonly formula: CellFormula | null;
  /** What `v` holds, or the texts of an inline string together; `null` when it holds nothing. */
  readonly value: string | null;
  readonly valueStart: number;
  readonly valueEnd: number;
}

export interface CellFormula {
  readonly attributes: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface SheetRow {
  readonly number: number;
  readonly attributes: string;
  readonly start: number;
  readonly openEnd: number;
  readonly closeStart: number;
  readonly end: number;
  readonly cells: readonly SheetCell[];
}

/** A sheet: its rows and cells with their places, and a tree of all that stands around them. */
export interface SheetDocument {
  readonly text: string;
  readonly rows: readonly SheetRow[];
  readonly root: XmlNode;
  readonly data: XmlNode | null;
}

type Growing<T> = { -readonly [Key in keyof T]: T[Key] };
type GrowingCell = Growing<SheetCell>;
type GrowingRow = Omit<Growing<SheetRow>, 'cells'> & { readonly cells: GrowingCell[] };

/**
 * Reads the text of a sheet with the grammar of the reader. Rows and cells without an address stand behind the one before.
 *
 * @returns what is wrong with the sheet when it cannot be read: a row or a cell that stands there twice is damage
 */
export function readSheetDocument(text: string): SheetDocument | WorkbookDamage {
  const tree = growTree();
  const rows: GrowingRow[] = [];
  const cells = cellReader(rows);
  let depth = 0;
  const fault = scanXml([text], {
    open: (name, attributes, start, end) => {
      if (depth > 0) {
        depth++;
        cells.open(name, attributes, start, end);
        return;
      }
      tree.handlers.open(name, attributes, start, end);
      if (name === 'sheetData') depth = 1;
    },
    close: (name, start, end) => {
      if (depth > 1) {
        depth--;
        cells.close(name, start, end);
        return;
      }
      depth = 0;
      tree.handlers.close(name, start, end);
    },
    text: (piece, start, end) => (depth > 0 ? cells.text(piece) : tree.handlers.text(piece, start, end)),
  });
  const root = tree.root();
  if (fault !== null || root === null) return fault ?? 'xml';
  if (cells.damage() !== null) return cells.damage() as WorkbookDamage;
  const data = root.children.find(({ name }) => name === 'sheetData') ?? null;
  return sorted({ text, rows, root, data });
}

function cellReader(rows: GrowingRow[]) {
  let damage: WorkbookDamage | null = null;
  let row: GrowingRow | null = null;
  let cell: GrowingCell | null = null;
  let formula: Growing<CellFormula> | null = null;
  let capture: 'v' | 't' | 'f' | null = null;
  let phonetic = false;
  return {
    damage: () => damage,
    open: (name: string, attributes: string, start: number, end: number) => {
      if (name === 'row') {
        const number = rowNumber(attributes, rows.at(-1));
        row = { number, attributes, start, openEnd: end, closeStart: end, end, cells: [] };
        if (!(row.number >= 1)) damage = 'address';
        rows.push(row);
      } else if (name === 'c' && row !== null) {
        const column = cellColumn(attributes, row);
        if (column === null) damage = 'address';
        cell = newCell(column ?? 0, attributes, start, end);
        row.cells.push(cell);
      } else if (cell !== null) {
        if (name === 'rPh') phonetic = true;
        capture = name === 'v' || name === 'f' || (name === 't' && !phonetic) ? name : null;
        if (name === 'v' || name === 'is') cell.valueStart = start;
        if (capture === 'v' || capture === 't') cell.value ??= '';
        if (name === 'f') formula = { attributes, text: '', start, end };
      }
    },
    close: (name: string, start: number, end: number) => {
      if (name === 'row' && row !== null) {
        row.closeStart = start;
        row.end = end;
        row = null;
      } else if (name === 'c' && cell !== null) {
        cell.closeStart = start;
        cell.end = end;
        cell = null;
      } else if (cell !== null) {
        if (name === 'v' || name === 'is') cell.valueEnd = end;
        if (name === 'f' && formula !== null) {
          formula.end = end;
          cell.formula = formula;
        }
        if (name === 'rPh') phonetic = false;
        capture = null;
      }
    },
    text: (piece: string) => {
      if (cell === null || capture === null) return;
      if (capture === 'f' && formula !== null) formula.text += piece;
      else if (capture !== 'f') cell.value = (cell.value ?? '') + piece;
    },
  };
}

/** All cells have one shape, which makes large sheets several times as fast to read. */
function newCell(column: number, attributes: string, start: number, openEnd: number): GrowingCell {
  return {
    column,
    attributes,
    start,
    openEnd,
    closeStart: openEnd,
    end: openEnd,
    formula: null,
    value: null,
    valueStart: 0,
    valueEnd: 0,
  };
}

function rowNumber(attributes: string, before: GrowingRow | undefined): number {
  const written = /\sr\s*=\s*["']\s*(\d+)\s*["']/.exec(attributes)?.[1];
  if (written !== undefined) return Number(written);
  return /\sr\s*=/.test(attributes) ? Number.NaN : (before?.number ?? 0) + 1;
}

/** `null` when its address is that of another row, or none. */
function cellColumn(attributes: string, row: GrowingRow): number | null {
  const written = /\sr\s*=\s*["']([A-Za-z]{1,3})(\d+)["']/.exec(attributes);
  if (written) return Number(written[2]) === row.number ? columnNumber(written[1] ?? '') : null;
  return /\sr\s*=/.test(attributes) ? null : (row.cells.at(-1)?.column ?? 0) + 1;
}

/** In the order of the sheet, whatever the order in the file; an address that stands there twice is damage. */
function sorted(document: SheetDocument): SheetDocument | WorkbookDamage {
  const rows = inOrder(document.rows, ({ number }) => number);
  const complete = rows?.map((row) => {
    const cells = inOrder(row.cells, ({ column }) => column);
    return cells === row.cells ? row : { ...row, cells };
  });
  if (!complete) return 'row-twice';
  if (complete.some(({ cells }) => cells === null)) return 'cell-twice';
  return { ...document, rows: complete as readonly SheetRow[] };
}

/** Sorted by a number, most are already; `null` when two have the same. */
function inOrder<T>(list: readonly T[], by: (each: T) => number): readonly T[] | null {
  const isSorted = list.every((each, i) => i === 0 || by(list[i - 1] as T) < by(each));
  if (isSorted) return list;
  const sortedList = [...list].sort((a, b) => by(a) - by(b));
  return sortedList.every((each, i) => i === 0 || by(sortedList[i - 1] as T) < by(each)) ? sortedList : null;
}

/** The last row and column that hold a value or a formula. */
export function extentOf({ rows }: SheetDocument): { readonly rows: number; readonly columns: number } {
  const extent = { rows: 0, columns: 0 };
  for (const row of rows)
    for (const cell of row.cells) {
      if (cell.value === null && cell.formula === null) continue;
      extent.rows = row.number;
      extent.columns = Math.max(extent.columns, cell.column);
    }
  return extent;
}

/** The type that a cell names: `n` when it names none. */
export function cellType(cell: SheetCell): string {
  return attributesOf(cell).t ?? 'n';
}
