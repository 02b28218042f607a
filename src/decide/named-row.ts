import type { DecisionColumn } from '../model/decision.ts';
import type { rowPlace } from '../values/table.ts';
import type { ReviewColumn } from '../words/review-words.ts';

/** A column that decisions are read from, in a decision file or a review sheet. */
export type KnownColumn = DecisionColumn | ReviewColumn;

/** A row with its cells by column. A column the table lacks is empty. */
export interface NamedRow {
  readonly get: (column: KnownColumn) => string;
  readonly placeOf: (column: KnownColumn) => ReturnType<typeof rowPlace>;
}
