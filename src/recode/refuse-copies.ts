import { ProcmapError } from '../words/procmap-error.ts';
import { readAmount } from './amount.ts';
import type { Columns } from './column-types.ts';

/**
 * Stops where dividing a row would copy a number that nobody has named: it may be an amount, which would then be doubled.
 *
 * @throws ProcmapError with the columns, to be named as amounts or as repeated
 */
export function refuseCopies(
  { others, names }: Pick<Columns, 'others' | 'names'>,
  textOf: (column: number) => string,
  { file, line }: { readonly file: string; readonly line: number },
): void {
  const unclear = others.filter((column) => isNumber(textOf(column)));
  if (unclear.length === 0) return;
  const columns = unclear.map((column) => names[column] || `#${column + 1}`);
  throw new ProcmapError('column-unclear', { file, line, columns });
}

/** Whether a cell holds a number that may be an amount: numbers with a nought in front, such as 000417, name something. */
function isNumber(text: string): boolean {
  if (/^\s*0\d+\s*$/.test(text)) return false;
  const { kind } = readAmount(text, '.');
  if (kind !== 'amount') return kind === 'ambiguous';
  return /[1-9]/.test(text);
}
