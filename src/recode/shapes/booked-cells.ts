import type { RejectReason } from '../../model/recode-report.ts';
import type { Account } from '../books.ts';
import { countRow } from '../books.ts';
import type { MapRule } from '../plan.ts';
import type { Run } from '../run.ts';
import {
  type BookedAmount,
  type CodeCase,
  divideBooking,
  enter,
  enterCode,
  enterParts,
  enterRejected,
  type Part,
  reasonOf,
  type TimeRelation,
} from '../settle.ts';

/** An amount of a row, where it stands, and on which side of the day the crosswalk begins. */
export interface BookedCell extends BookedAmount {
  /** One, or that of the hours and that of the minutes. */
  readonly columns: readonly number[];
  readonly time: TimeRelation;
}

/** What becomes of the amounts of one person on one code, cell by cell. */
export interface CellOutcome {
  /** What keeps its code: older than the crosswalk, or kept because somebody said so. */
  readonly kept: readonly BookedCell[];
  readonly moved: readonly BookedCell[];
  /** What the moved cells become; empty when none are moved. */
  readonly parts: readonly Part[];
  readonly rejected: ReadonlyMap<RejectReason, readonly BookedCell[]>;
}

/**
 * Settles amounts that have dates of their own, and enters them into the books: each keeps its code, moves or is rejected,
 * whatever becomes of the others.
 */
export function settleCells(
  run: Run,
  {
    person,
    code,
    cells,
  }: { readonly person: Account; readonly code: CodeCase; readonly cells: readonly BookedCell[] },
): CellOutcome {
  const { books } = run;
  const kept: BookedCell[] = [];
  const moved: BookedCell[] = [];
  const rejected = new Map<RejectReason, BookedCell[]>();
  for (const cell of cells) {
    const reason = reasonOf(code, cell.time, cell.amount);
    if (reason !== null) rejected.set(reason, [...(rejected.get(reason) ?? []), cell]);
    else if (code.kept || cell.time === 'before') kept.push(cell);
    else moved.push(cell);
  }
  books.rows.read++;
  enter(person.before, cells);
  enter(person.after, kept);
  for (const [reason, own] of rejected) enterRejected(run, { person, code, amounts: own }, reason);
  if (rejected.size > 0) books.rows.rejected++;
  if (kept.length > 0) enterKept(run, code);
  const parts = moved.length === 0 ? [] : move(run, { person, code, moved });
  return { kept, moved, parts, rejected };
}

function enterKept({ books }: Run, code: CodeCase): void {
  books.rows.written++;
  if (code.kept) books.rows.asTold++;
  else {
    books.rows.kept++;
    countRow(books.kept, code.rule.code);
    countRow(books.written, code.rule.code);
  }
}

function move(
  run: Run,
  {
    person,
    code,
    moved,
  }: { readonly person: Account; readonly code: CodeCase; readonly moved: readonly BookedCell[] },
): readonly Part[] {
  const { books } = run;
  const rule = code.rule as MapRule;
  const booking = { person, code, amounts: moved };
  books.rows.recoded++;
  enterCode(run, booking, null);
  if (code.whole !== null) {
    books.rows.written++;
    enter(person.after, moved);
    return [wholePart(code.whole, moved)];
  }
  const parts = divideBooking(run, rule, booking);
  if (parts.length > 1) books.rows.split++;
  books.rows.written += parts.length;
  for (const part of parts) countRow(books.written, part.code);
  enterParts(booking, parts);
  return parts;
}

/** All of it, on one code. */
export function wholePart(
  { code, label }: { readonly code: string; readonly label: string },
  cells: readonly BookedCell[],
): Part {
  return { code, label, weight: 1n, of: 1n, values: cells.map(({ amount }) => amount.exact) };
}
