import { ProcmapError } from '../words/procmap-error.ts';
import { chooseColumns } from './column-choice.ts';
import { isAmountName, nameRank } from './column-names.ts';
import { listed, type Rows } from './column-table.ts';
import type { ColumnContext } from './column-types.ts';
import { findRuns } from './shapes/find-runs.ts';
import { isWeekday } from './shapes/header-period.ts';

export const HEADER_SEARCH = 40;

/**
 * The first row that names a code and amounts; a row of the table itself is none, whatever its words. Without a name for
 * the code, the row above the first column of codes.
 */
export function findHeader(sample: Rows, context: ColumnContext): number {
  const { file } = context;
  const rows = sample.slice(0, HEADER_SEARCH);
  const found = rows.findIndex((_, i) => isHeader(sample, i, context));
  if (found !== -1) return found;
  const unnamed = context.choice.code === undefined ? unnamedHeader(sample, context) : null;
  if (unnamed !== null) return unnamed;
  const first = sample.find((row) => row.filter((cell) => cell.trim() !== '').length > 1) ?? [];
  const wanted =
    context.choice.code ??
    (context.choice.amounts ?? []).find((name) => chooseColumns(first, [name]).missing !== '');
  throw new ProcmapError('no-timesheet-header', { file, found: listed(first), wanted: wanted ?? '' });
}

/** Whether a row names a code and amounts. */
export function isHeader(sample: Rows, at: number, { choice, isCode }: ColumnContext): boolean {
  const row = sample[at] ?? [];
  if (row.some((cell) => /\d/.test(cell) && isCode(cell))) return false;
  const hasCode =
    choice.code === undefined
      ? row.some((name) => nameRank('code', name) !== null)
      : chooseColumns(row, [choice.code]).missing === '';
  if (!hasCode) return false;
  const { names } = headerNames(sample, at);
  if (choice.amounts !== undefined) return chooseColumns(names, choice.amounts).missing === '';
  return names.some(isAmountName) || findRuns(names).length > 0;
}

/** The row above a column of which most cells are codes. */
export function unnamedHeader(sample: Rows, context: ColumnContext): number | null {
  const first = sample.findIndex((row) => row.some((cell) => /\d/.test(cell) && context.isCode(cell)));
  const at =
    first < 1
      ? -1
      : sample.slice(0, first).findLastIndex((row) => row.filter((cell) => cell.trim() !== '').length > 1);
  if (at === -1) return null;
  const { names } = headerNames(sample, at);
  return names.some(isAmountName) || findRuns(names).length > 0 ? at : null;
}

/** The header, with the days that a row above or below it names: weekdays may stand in one, numbers in the other. */
export function headerNames(
  sample: Rows,
  at: number,
): { readonly names: readonly string[]; readonly headerRows: number } {
  const own = (sample[at] ?? []).map((name) => name.replace(/\s+/g, ' ').trim());
  const next = sample[at + 1] ?? [];
  const isSecond = next.length > 0 && isHeaderTail(own, next);
  if (findRuns(own).some(({ dated }) => dated)) return { names: own, headerRows: isSecond ? 2 : 1 };
  const merged = (other: readonly string[]) =>
    Array.from({ length: Math.max(own.length, other.length) }, (_, i) => {
      const cell = (other[i] ?? '').trim();
      return cell !== '' && findRuns(other).some(({ columns }) => columns.includes(i))
        ? cell
        : (own[i] ?? '');
    });
  if (findRuns(next).some(({ dated }) => dated) && isSecond) return { names: merged(next), headerRows: 2 };
  const above = sample[at - 1] ?? [];
  const isFree = (column: number) => (own[column] ?? '') === '' || isWeekday(own[column] ?? '');
  if (findRuns(above).some(({ dated, columns }) => dated && columns.length > 1 && columns.every(isFree)))
    return { names: merged(above), headerRows: 1 };
  return { names: own, headerRows: isSecond ? 2 : 1 };
}

/** A row that only adds weekdays, days or units of measure to the header above it. */
export function isHeaderTail(header: readonly string[], row: readonly string[]): boolean {
  const filled = row.map((cell, i) => ({ cell: cell.trim(), i })).filter(({ cell }) => cell !== '');
  if (filled.length < 2) return false;
  const runs = findRuns(row);
  const inRun = filled.filter(({ i }) => runs.some(({ columns }) => columns.includes(i)));
  const beside = filled.filter(({ i }) => !inRun.some((each) => each.i === i));
  const weekdays = runs.filter(({ dated }) => !dated).flatMap(({ columns }) => columns);
  const rest = beside.every(({ cell }) => /^[\p{L}.\s]{1,6}$/u.test(cell));
  if (weekdays.length >= 2 && weekdays.length === inRun.length) return rest;
  return (
    inRun.length >= 5 &&
    rest &&
    inRun.every(({ i }) => (header[i] ?? '').trim() === '' || findRuns(header).length > 0)
  );
}
