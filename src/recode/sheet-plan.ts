/**
 * What becomes of one sheet: its output rows, first to last, each made of a row of the input. Rows that no output row names
 * are gone; titles, blank rows and totals that stay are named like all others. A sheet without a plan keeps its rows.
 */
export interface SheetPlan {
  /** Name of the sheet in the input. */
  readonly sheet: string;
  readonly rows: readonly OutputRow[];
  /**
   * Where codes stand across: for each output column the input column (1-based) it is made of. Columns beyond the last of
   * these are gone. Without it, columns stay as they are.
   */
  readonly columns?: readonly number[];
}

/** A row of the output. */
export interface OutputRow {
  /** The 1-based row of the input whose cells, formats and comments it takes. */
  readonly from: number;
  /** The cells that change, by output column (1-based); a column that the input row does not have is added. */
  readonly cells?: ReadonlyMap<number, CellChange>;
}

/** What a cell holds in the output. A cell that is not named keeps what it has; a formula there follows what it means. */
export type CellChange =
  /** An exact decimal as it is stored in XML. */
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'empty' }
  /** The formula stays, its references follow; its stored result is renewed, or dropped with `null`. */
  | { readonly kind: 'renew'; readonly text: string | null };
