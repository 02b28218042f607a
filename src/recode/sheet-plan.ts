/**
 * What becomes of one sheet: its output rows, first to last, each made of a row of the input. Rows that no output row names
 * are gone; titles, blank rows and totals that stay are named like all others. A sheet without a plan keeps its rows.
 */
export interface SheetPlan {
  /** Name of the sheet in the input. */
  readonly sheet: string;
  /** The n-th of these is row n of the output. */
  readonly rows: readonly OutputRow[];
  /**
   * The last row of the input that the plan speaks of; rows below it go along behind the last output row. Without it, the
   * last row that the plan names or that holds a value or a formula.
   */
  readonly until?: number;
  /**
   * Where codes stand across: for each output column the input column (1-based) it is made of; columns that hold something
   * and are not named are gone. Without it, columns stay as they are.
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

/**
 * The rows of a plan that keeps all rows but some: each row up to `until` as itself, unless `become` says otherwise.
 *
 * @param become the output rows of a row, by its number; none: the row goes away
 */
export function rowsBut(
  until: number,
  become: ReadonlyMap<number, readonly OutputRow[]>,
): readonly OutputRow[] {
  const rows: OutputRow[] = [];
  for (let from = 1; from <= until; from++) rows.push(...(become.get(from) ?? [{ from }]));
  return rows;
}
