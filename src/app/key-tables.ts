import type { CsvSheet } from '../recode/csv-sheet.ts';
import type { KeyTable } from '../recode/rekey/key-table.ts';
import { parseArea } from '../recode/workbook/area.ts';
import { openPackage } from '../recode/workbook/package.ts';
import {
  cellType,
  readSheetDocument,
  type SheetCell,
  type SheetDocument,
} from '../recode/workbook/sheet-document.ts';
import { sheetList } from '../recode/workbook/sheet-list.ts';
import { attributeOf, nodesOf } from '../recode/workbook/xml-tree.ts';
import { toPlainText } from '../values/plain-text.ts';
import { columnName, type Table } from '../values/table.ts';
import { ProcmapError } from '../words/procmap-error.ts';
import type { WorkbookParts } from './workbook-parts.ts';

/** A delimited text as a table keyed by code. */
export function csvKeyTable({ table, lines }: CsvSheet): KeyTable {
  return {
    table,
    kindOf: () => 'other',
    textOf: (row, column) => table.rows[row - 1]?.cells[column] ?? '',
    isStored: () => false,
    placeOf: (row) => ({ file: table.file, line: lines[row - 1] ?? row }),
    mergeAt: () => null,
    width: widthOf(table),
    safe: toPlainText,
  };
}

/**
 * The sheets of a workbook as tables keyed by code.
 *
 * @throws ProcmapError `workbook-damaged` when one cannot be read
 */
export function workbookKeyTables(file: string, { tables, parts }: WorkbookParts): readonly KeyTable[] {
  const book = openPackage(file, parts);
  const entries = new Map(sheetList(book).map(({ name, part }) => [name, part]));
  return tables.flatMap((table) => {
    const part = entries.get(table.sheet ?? '');
    if (part === undefined) return [];
    const document = readSheetDocument(book.text(part));
    if (typeof document === 'string') throw new ProcmapError('workbook-damaged', { file, reason: document });
    return [sheetKeyTable(table, document)];
  });
}

function sheetKeyTable(table: Table, document: SheetDocument): KeyTable {
  const cells = new Map<number, ReadonlyMap<number, SheetCell>>();
  for (const { number, cells: own } of document.rows)
    cells.set(number, new Map(own.map((cell) => [cell.column - 1, cell])));
  const texts = new Map(table.rows.map((row) => [row.number, row.cells]));
  const merges = mergesOf(document);
  const shownAt = (row: number, column: number) => texts.get(row)?.[column] ?? '';
  const isStored = (row: number, column: number) => {
    const cell = cells.get(row)?.get(column);
    // Days are numbers, too, and no amounts.
    return cell?.value != null && cellType(cell) === 'n' && !/^\d{4}-\d\d-\d\d/.test(shownAt(row, column));
  };
  return {
    table,
    isStored,
    kindOf: (row, column) => {
      const cell = cells.get(row)?.get(column);
      if (cell?.formula && (isStored(row, column) || cell.value === null)) return 'formula';
      return isStored(row, column) ? 'number' : 'other';
    },
    textOf: (row, column) =>
      isStored(row, column)
        ? digitsOf(cells.get(row)?.get(column)?.value ?? '', shownAt(row, column))
        : shownAt(row, column),
    placeOf: (row, column) => ({
      file: table.file,
      sheet: table.sheet ?? '',
      cell: `${columnName(column)}${row}`,
    }),
    mergeAt: (row, column) =>
      merges.find(
        ({ top, bottom, left, right }) =>
          bottom > top && top <= row && row <= bottom && left <= column + 1 && column + 1 <= right,
      ) ?? null,
    width: widthOf(table),
    safe: (text) => text,
  };
}

function mergesOf({ root }: SheetDocument) {
  return [...nodesOf(root)].flatMap((node) => {
    const area = node.name === 'mergeCell' ? parseArea(attributeOf(node, 'ref') ?? '') : null;
    return area === null ? [] : [area];
  });
}

/** A stored number to the 15 digits that it holds for sure, with the decimals that its cell shows. */
function digitsOf(stored: string, shown: string): string {
  const value = Number(stored);
  const exact = String(Number(value.toPrecision(15)));
  const digits = exact.includes('e') ? value.toFixed(15).replace(/\.?0+$/, '') : exact;
  const [wanted, has] = [/^-?\d+\.(\d+)$/.exec(shown)?.[1]?.length ?? 0, digits.split('.')[1]?.length ?? 0];
  return has >= wanted ? digits : `${digits}${has === 0 ? '.' : ''}${'0'.repeat(wanted - has)}`;
}

function widthOf({ rows }: Table): number {
  return rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
}
