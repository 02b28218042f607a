import type { LayoutName } from '../../model/process-map.ts';
import type { MapBuilder } from '../map-builder.ts';
import type { Table, TableRow } from '../table.ts';

/** The columns of a header, by what they hold: role -> 0-based index. */
export type Columns = ReadonlyMap<string, number>;

/** A row of a table, with all that a layout needs to read it. */
export interface RowContext {
  readonly table: Table;
  readonly row: TableRow;
  readonly columns: Columns;
  /** The header above, by column, for notes that name a column. */
  readonly header: readonly string[];
  /** Columns that have a name of their own and are no part of the map: offices, remarks, codes of another revision. */
  readonly foreign: ReadonlySet<number>;
  readonly builder: MapBuilder;
}

/** What a row turned out to be: `text` rows hold no entry, and are headings, footers or unread. */
export type RowResult = 'entry' | 'text';

/** What may help to recognise a header. */
export interface RecogniseOptions {
  /** Roles of columns by their header text, as the configuration names them; the keys are header words. */
  readonly hints?: ReadonlyMap<string, string>;
  /** The user asked for this layout, so a header that another layout would claim will do. */
  readonly forced?: boolean;
  /** The rows below the one in question, for headers that say too little by themselves. */
  readonly below?: () => readonly (readonly string[])[];
}

/** A way in which files lay out their map. */
export interface Layout {
  readonly name: LayoutName;
  /** Its header as it stands in files, for messages. */
  readonly header: string;
  /** Whether its header says too little: tables of other kinds are looked for before one is taken for such a map. */
  readonly isGeneral?: true;
  /** The columns when these cells are the header of such a map, else `null`. */
  readonly recognise: (cells: readonly string[], options?: RecogniseOptions) => Columns | null;
  /** Starts reading a table; what must be remembered from row to row lives in the reader. */
  readonly start: () => RowReader;
}

/** Reads the rows of a table, from its first header on. */
export interface RowReader {
  readonly read: (context: RowContext) => RowResult;
  /** Called after the last row; a reader that makes its entries from the table as a whole does so here. */
  readonly end?: () => void;
}
