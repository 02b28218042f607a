import type { ChosenColumns } from './column-choice.ts';
import type { HeaderPeriod, RunKind } from './shapes/header-period.ts';
import type { TotalColumn } from './shapes/total-columns.ts';

/** Columns the user names, by header, letters or position. What is left out is found by its usual names. */
export interface ColumnChoice {
  readonly code?: string;
  readonly amounts?: readonly string[];
  readonly person?: string;
  readonly date?: string;
  /** Columns whose numbers every part of a divided row repeats. */
  readonly repeat?: readonly string[];
}

/** Columns that hold one kind of amount: one column, hours with minutes, or a run of days, weeks, months, quarters. */
export interface MeasureColumns {
  /** What tells it from other kinds of amounts, over all sheets and files. */
  readonly key: string;
  /** As reports name it: a header, `Ore + Minuti`, `1..31`. */
  readonly name: string;
  readonly columns: readonly number[];
  readonly shape: 'amount' | 'hours-minutes' | 'run';
  readonly run: { readonly kind: RunKind; readonly periods: readonly (HeaderPeriod | null)[] } | null;
}

/** Where the columns stand, counted from 0, below the header in `headerRow` of the sample. */
export interface Columns {
  readonly headerRow: number;
  /** Rows that the header takes up: a second one may name weekdays or days. */
  readonly headerRows: number;
  readonly names: readonly string[];
  readonly code: number;
  readonly labels: readonly number[];
  readonly measures: readonly MeasureColumns[];
  readonly totals: readonly TotalColumn[];
  /** The column that says which kind of hours a row holds. */
  readonly kind: number | null;
  /** One, or surname and name. */
  readonly person: readonly number[];
  readonly date: number | null;
  /** The year, where the date column only holds months. */
  readonly year: number | null;
  /** Keys and rates, by their names or because the user says so: every part of a row repeats them. */
  readonly repeated: readonly number[];
  /** All others: where a row is divided, a number in one of them may not be copied. */
  readonly others: readonly number[];
  /** Bare numbers in the user's choice, and how they were taken. */
  readonly taken: ChosenColumns['taken'];
}

/** What finding the columns needs to know beside the rows. */
export interface ColumnContext {
  readonly file: string;
  readonly choice: ColumnChoice;
  /** Whether a text is a code of either revision. */
  readonly isCode: (text: string) => boolean;
  /** Whether the crosswalk holds from a day, so that a date is needed. */
  readonly needsDate: boolean;
  /** Whether a text is a code that stays what it is. */
  readonly isKept?: (text: string) => boolean;
}

/** Columns that hold amounts, in the order of their measures. */
export function amountColumnsOf({ measures }: Pick<Columns, 'measures'>): readonly number[] {
  return measures.flatMap(({ columns }) => columns);
}

/** How a measure is known and named in rows of a kind of their own, such as overtime. */
export function kindOfMeasure(
  { key, name }: MeasureColumns,
  kind: string,
): readonly [key: string, name: string] {
  return kind === '' ? [key, name] : [`${key} / ${kind}`, `${name} (${kind})`];
}
