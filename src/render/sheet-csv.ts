import { toPlainText } from '../values/plain-text.ts';
import type { CellFact, Table } from '../values/table.ts';
import { decimalComma, renderExcelCsv } from './csv.ts';

/**
 * A sheet as CSV, as Excel in Italy opens it: semicolons, decimal commas, a byte-order mark. Blank rows between others stay,
 * so that titles stand apart from tables. A text that is merged over rows stands in each of them, since a CSV has no
 * merges; an amount stands once. The table is to be read with its facts.
 */
export function renderSheetCsv({ rows, merges = [] }: Table): string {
  const lines: string[][] = [];
  for (const { number, cells, facts } of rows) {
    while (lines.length < number - 1) lines.push([]);
    lines.push(cells.map((text, column) => cellText(text, facts?.[column])));
  }
  const numbers = new Map(rows.map((row) => [row.number, row.facts]));
  for (const { firstRow, lastRow, firstColumn } of merges) {
    const text = lines[firstRow - 1]?.[firstColumn] ?? '';
    if (text === '' || numbers.get(firstRow)?.[firstColumn]?.number != null) continue;
    for (let row = firstRow + 1; row <= Math.min(lastRow, lines.length); row++)
      fill(lines[row - 1] as string[], firstColumn, text);
  }
  return renderExcelCsv(lines);
}

function fill(cells: string[], column: number, text: string): void {
  while (cells.length <= column) cells.push('');
  cells[column] = text;
}

/** Digits that a number has beyond those that its format shows are hours, too. */
function cellText(text: string, fact: CellFact | undefined): string {
  if (fact?.number == null || !/^-?[\d.]+%?$/.test(text)) return isAmount(text) ? text : toPlainText(text);
  const exact = fact.shown === 'number' || fact.shown === 'euro' ? exactText(text, fact.number) : text;
  return decimalComma(exact);
}

/** Hours below zero begin with a sign, and are no formula. */
function isAmount(text: string): boolean {
  return /^-?\d+(?:[.,:]\d+)?$/.test(text);
}

function exactText(shown: string, stored: string): string {
  const exact = String(Number(Number(stored).toPrecision(15)));
  return /^-?\d+(?:\.\d+)?$/.test(exact) && Number(shown) !== Number(exact) ? exact : shown;
}
