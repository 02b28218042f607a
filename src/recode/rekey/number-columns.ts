import { foldHeader } from '../../language/fold-header.ts';
import { columnName } from '../../values/table.ts';
import { ProcmapError } from '../../words/procmap-error.ts';
import { readAmount } from '../amount.ts';
import { chooseColumns } from '../column-choice.ts';
import type { KeyTable } from './key-table.ts';

/** Columns as the user names them: by header, letters (`C:F`), position (`#4`) or as a run of headers. */
export interface NumberChoice {
  /** Their numbers are the same for every part of a row: scores, weights, targets. */
  readonly repeat: readonly string[];
  /** Their numbers are divided by the shares of the crosswalk: budgets. */
  readonly amount: readonly string[];
}

/** Which columns of numbers may stand in several rows, and which are divided. */
export interface NumberColumns {
  readonly repeated: ReadonlySet<number>;
  readonly divided: ReadonlySet<number>;
}

/** Numbers that name a row or a year, whatever it is divided into. Whole names only: `N. dipendenti` counts. */
const KEYS =
  /^(?:n|nr|num|numero|n ord|n d ordine|prog|progressivo|riga|row|id|anno|year|esercizio|anno di riferimento)$/;

/**
 * Finds the columns that the user has named.
 *
 * @returns also the names that no column has
 */
export function numberColumns(
  names: readonly string[],
  choice: NumberChoice,
): NumberColumns & { readonly missing: readonly string[] } {
  const find = (list: readonly string[]) => list.map((name) => ({ name, ...chooseColumns(names, [name]) }));
  const [repeat, amount] = [find(choice.repeat), find(choice.amount)];
  const keys = names.flatMap((name, i) => (KEYS.test(foldHeader(name)) ? [i] : []));
  const divided = new Set(amount.flatMap(({ columns }) => columns));
  const repeated = new Set([...keys, ...repeat.flatMap(({ columns }) => columns)]);
  return {
    divided,
    repeated: new Set([...repeated].filter((column) => !divided.has(column))),
    missing: [...repeat, ...amount].filter(({ columns }) => columns.length === 0).map(({ name }) => name),
  };
}

/**
 * Stops where a number would stand in several rows, and nobody has spoken of it: it may be an amount, which would be doubled.
 *
 * @param rows the rows that become several
 * @throws ProcmapError `number-unclear` with the columns
 */
export function refuseDoubled(
  table: KeyTable,
  rows: readonly number[],
  { names, column, repeated, divided }: NumberColumns & { names: readonly string[]; column: number },
): void {
  const unclear: number[] = [];
  let first: number | null = null;
  for (let at = 0; at < table.width; at++) {
    if (at === column || repeated.has(at) || divided.has(at)) continue;
    const row = rows.find((each) => mayBeDoubled(table, each, at));
    if (row === undefined) continue;
    unclear.push(at);
    first = Math.min(first ?? row, row);
  }
  if (first === null) return;
  const columns = unclear.map((at) => names[at] || columnName(at));
  throw new ProcmapError('number-unclear', { place: table.placeOf(first, unclear[0] ?? 0), columns });
}

/** Whether a cell holds a number, or a formula that may give one. */
export function mayBeDoubled(table: KeyTable, row: number, column: number): boolean {
  const kind = table.kindOf(row, column);
  const text = table.textOf(row, column);
  if (kind !== 'other') return kind === 'formula' || /[1-9]/.test(text);
  // Numbers with a nought in front, such as 000417, name something.
  if (/^\s*0\d+\s*$/.test(text)) return false;
  const reading = readAmount(text, null).kind;
  return (reading === 'amount' || reading === 'ambiguous') && /[1-9]/.test(text);
}
