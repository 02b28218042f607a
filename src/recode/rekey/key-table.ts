import type { Place } from '../../values/place.ts';
import type { Table } from '../../values/table.ts';

/** What a cell of a table holds, as far as dividing its row asks. */
export type CellKind = 'number' | 'formula' | 'other';

/** A table of any kind of file, and what its cells are. Columns count from 0, rows as the table numbers them. */
export interface KeyTable {
  readonly table: Table;
  readonly kindOf: (row: number, column: number) => CellKind;
  /** The number in a cell, exact; elsewhere its text. */
  readonly textOf: (row: number, column: number) => string;
  /** Whether numbers are stored as such, and not as text that looks like them. */
  readonly isStored: (row: number, column: number) => boolean;
  readonly placeOf: (row: number, column: number) => Place;
  /** The rows that a merged cell of a column covers, its first one included. */
  readonly mergeAt: (row: number, column: number) => { readonly top: number; readonly bottom: number } | null;
  /** Cells that the longest row has. */
  readonly width: number;
  /** Text as it may be written there: in a delimited text nothing may become a formula. */
  readonly safe: (text: string) => string;
}
