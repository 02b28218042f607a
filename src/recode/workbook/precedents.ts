import type { Area } from './area.ts';
import { MAX_COLUMNS, MAX_ROWS } from './axis.ts';
import { isOwnSheet } from './follow-formula.ts';
import { type FormulaToken, formulaTokens, MAX_FORMULA, type Reference } from './formula-tokens.ts';

/** Cells that a formula reads. */
export interface Precedent {
  readonly sheet: string;
  readonly area: Area;
  /** Whether it is one cell by its address, and not a range. */
  readonly isCell: boolean;
  /** Whether it means the row of the formula itself. */
  readonly isOwnRow: boolean;
}

export interface Precedents {
  readonly reads: readonly Precedent[];
  /** Whether its value depends on where cells stand, or on cells that its text does not name. */
  readonly isPositional: boolean;
}

/** What names and tables of a workbook stand for. */
export interface Meanings {
  /** All sheets, in their order. */
  readonly sheets: readonly string[];
  /** The formulas of a name, by its lower-case form; of all sheets that have a name of their own like this. */
  readonly names: ReadonlyMap<string, readonly { readonly text: string; readonly sheet: string }[]>;
  readonly tables: ReadonlyMap<string, { readonly sheet: string; readonly area: Area }>;
}

interface Reading {
  readonly sheet: string;
  readonly row: number | null;
}

const POSITIONAL =
  /^(?:_xlfn\.)?(?:INDIRECT|OFFSET|CELL|INFO|ADDRESS|ROW|ROWS|COLUMN|COLUMNS|SHEET|SHEETS|AREAS|FORMULATEXT|GETPIVOTDATA)$/i;
const MAX_DEPTH = 8;

/** All that a formula reads, through names and tables too. */
export function precedentsOf(formula: string, place: Reading, meanings: Meanings): Precedents {
  const reads: Precedent[] = [];
  let isPositional = formula.length > MAX_FORMULA;
  const read = (text: string, { sheet, row }: Reading, depth: number): void => {
    for (const token of formulaTokens(text)) {
      if (token.kind === 'function') isPositional ||= POSITIONAL.test(token.text);
      else if (token.kind === 'reference') reads.push(...referenceReads(token, { sheet, row }, meanings));
      else if (token.kind === 'table') reads.push(...tableReads(token, row, meanings));
      else if (token.kind === 'name') {
        const named = meanings.names.get(token.name.toLowerCase()) ?? [];
        if (depth >= MAX_DEPTH && named.length > 0) isPositional = true;
        else for (const each of named) read(each.text, { sheet: each.sheet, row: null }, depth + 1);
        const table = meanings.tables.get(token.name.toLowerCase());
        if (table) reads.push({ ...table, isCell: false, isOwnRow: false });
      }
    }
  };
  read(formula, place, 0);
  return { reads, isPositional };
}

/** The rectangle that a reference names, as it is written. */
export function referenceArea({ first, last }: Reference): Area {
  const end = last ?? first;
  const [rows, columns] = [
    [first.row ?? 1, end.row ?? MAX_ROWS],
    [first.column ?? 1, end.column ?? MAX_COLUMNS],
  ] as const;
  return {
    top: Math.min(...rows),
    bottom: Math.max(...rows),
    left: Math.min(...columns),
    right: Math.max(...columns),
  };
}

function referenceReads(
  reference: Reference,
  { sheet, row }: Reading,
  { sheets }: Meanings,
): readonly Precedent[] {
  const { scope } = reference;
  if (scope?.kind === 'foreign') return [];
  const area = referenceArea(reference);
  const isCell = reference.last === null;
  const isOwnRow = isOwnSheet(scope, sheet) && area.top === row && area.bottom === row;
  return sheetsOf(scope === null ? [sheet, sheet] : [scope.first, scope.last], sheets).map((each) => ({
    sheet: each,
    area,
    isCell,
    isOwnRow,
  }));
}

/** The sheets between two, both of them too. */
export function sheetsOf(
  [first, last]: readonly [string, string],
  sheets: readonly string[],
): readonly string[] {
  if (first.toLowerCase() === last.toLowerCase()) return [first];
  const lower = sheets.map((name) => name.toLowerCase());
  const ends = [lower.indexOf(first.toLowerCase()), lower.indexOf(last.toLowerCase())].sort((a, b) => a - b);
  return (ends[0] ?? -1) < 0 ? [] : sheets.slice(ends[0], (ends[1] ?? 0) + 1);
}

function tableReads(
  { table, brackets }: Extract<FormulaToken, { kind: 'table' }>,
  row: number | null,
  { tables }: Meanings,
): readonly Precedent[] {
  const found = tables.get(table.toLowerCase());
  if (!found) return [];
  const isOwnRow = row !== null && /#This Row|^\[@/i.test(brackets);
  const area = isOwnRow ? { ...found.area, top: row, bottom: row } : found.area;
  return [{ sheet: found.sheet, area, isCell: false, isOwnRow }];
}
