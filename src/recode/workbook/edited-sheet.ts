import type { Moves } from './moves.ts';
import type { SheetDocument } from './sheet-document.ts';
import type { SheetFormula } from './sheet-formulas.ts';
import type { SheetEntry } from './sheet-list.ts';
import type { StaleCells } from './stale-cells.ts';

/** A sheet while its workbook is edited. */
export interface EditedSheet extends SheetEntry {
  readonly document: SheetDocument;
  readonly formulas: readonly SheetFormula[];
  readonly moves: Moves;
  readonly isPlanned: boolean;
  /** Cells, by their places in the input, whose stored value does not hold any more. */
  readonly stale: StaleCells;
}

/** By name, which knows no case. */
export function sheetNamed<T extends { readonly name: string }>(
  sheets: readonly T[],
): (name: string) => T | null {
  const byName = new Map(sheets.map((sheet) => [sheet.name.toLowerCase(), sheet]));
  return (name) => byName.get(name.toLowerCase()) ?? null;
}
