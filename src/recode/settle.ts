import type { RejectReason } from '../model/recode-report.ts';
import { readAmount } from './amount.ts';
import { type Account, type Books, type CodeAccount, codeAccount, countRow, personAccount } from './books.ts';
import { type DivideOptions, divideBooking, type Part } from './divide-booking.ts';
import { memo } from './memo.ts';
import { readPeriod } from './period.ts';
import { findRule, type MapRule, type RecodePlan, type Rule } from './plan.ts';
import { addTo, type Countable, countable, type Tally } from './tally.ts';

/** What a row of a time-sheet says. Cells as they stand there, still to be decoded. */
export interface Booking {
  readonly code: string;
  readonly person: string;
  /** With the year, where that has a column of its own. Empty when there is no date column. */
  readonly date: string;
  readonly amounts: readonly string[];
}

/** What becomes of a row: it keeps its code, gets another, is divided into several rows, or is rejected. */
export type Settlement =
  | { readonly kind: 'keep' }
  | { readonly kind: 'recode'; readonly rule: MapRule; readonly code: string }
  | { readonly kind: 'split'; readonly rule: MapRule; readonly parts: readonly Part[] }
  | { readonly kind: 'reject'; readonly reason: RejectReason };

/**
 * Makes the function that settles one row after the other, and enters each into the books: what came in, what goes out,
 * what is rejected, by person and by code. Every row is looked up once, in the old revision only, so nothing is mapped
 * twice.
 */
export function settler(
  plan: RecodePlan,
  books: Books,
  options: DivideOptions,
): (row: Booking) => Settlement {
  const { decode } = options;
  const readers = options.points.map((point) => memo((text) => countable(readAmount(decode(text), point))));
  const read: ReadAmounts = (texts) =>
    texts.map((text, i) => (readers[i] as (text: string) => Countable)(text));
  const caseOf = memo((text) => openCase(findRule(plan, decode(text)), read, options));
  const timeOf = memo((text) => timeRelation(decode(text), plan.validFrom));
  return (row) => {
    const person = personAccount(books, row.person);
    const amounts = read(row.amounts);
    enter(person.before, amounts);
    books.rows.read++;
    const open = caseOf(row.code);
    const time = plan.validFrom === null ? 'after' : timeOf(row.date);
    const reason = rejectReason(open.rule, time, amounts);
    if (reason !== null) return reject({ books, person, amounts, open }, reason);
    if (time === 'before') return keep({ books, person, amounts, open });
    return open.whole
      ? recode({ books, person, amounts, open })
      : split({ books, person, amounts, open }, row.amounts);
  };
}

type ReadAmounts = (texts: readonly string[]) => readonly Countable[];

/** What all rows with the same code have in common, worked out for the first of them. */
interface Case {
  readonly rule: Rule;
  /** The settlement of a row that goes whole to one code. */
  readonly whole: Extract<Settlement, { kind: 'recode' }> | null;
  /** Divides the amounts of a row, given as one text. */
  readonly divide: (amounts: string) => Division;
  readonly accounts: Map<RejectReason | null, CodeAccount>;
}

interface Division {
  readonly settlement: Extract<Settlement, { kind: 'split' }>;
  /** The amounts of each part, read from the text that will be written. */
  readonly written: readonly (readonly Countable[])[];
}

/** Stands in no cell: it would have ended the file. */
const BETWEEN = '\u0000';

function openCase(rule: Rule, read: ReadAmounts, options: DivideOptions): Case {
  const target = rule.kind === 'map' && rule.targets.length === 1 ? rule.targets[0] : undefined;
  const whole = rule.kind === 'map' && target ? ({ kind: 'recode', rule, code: target.code } as const) : null;
  const divide = memo((joined: string) => {
    const texts = joined.split(BETWEEN);
    const parts = divideBooking(rule as MapRule, read(texts), options);
    const written = parts.map((part) => read(part.amounts.map((text, i) => text ?? (texts[i] as string))));
    return { settlement: { kind: 'split', rule: rule as MapRule, parts }, written } as const;
  }, 1 << 12);
  return { rule, whole, divide, accounts: new Map() };
}

type TimeRelation = 'before' | 'after' | 'straddles' | 'unreadable';

function timeRelation(text: string, validFrom: string | null): TimeRelation {
  if (validFrom === null) return 'after';
  const period = readPeriod(text);
  if (period === null) return 'unreadable';
  return period.first >= validFrom ? 'after' : period.last < validFrom ? 'before' : 'straddles';
}

/** The first thing that stands in the way. A row from before the crosswalk keeps its code, whatever that is. */
function rejectReason(rule: Rule, time: TimeRelation, amounts: readonly Countable[]): RejectReason | null {
  for (const { reading } of amounts) {
    if (reading.kind === 'unreadable') return 'amount-unreadable';
    if (reading.kind === 'ambiguous') return 'amount-ambiguous';
  }
  if (time === 'before') return null;
  if (time === 'unreadable') return 'date-unreadable';
  if (time === 'straddles') return 'date-straddles';
  return rule.kind === 'reject' ? rule.reason : null;
}

interface Entry {
  readonly books: Books;
  readonly person: Account;
  readonly amounts: readonly Countable[];
  readonly open: Case;
}

function reject(entry: Entry, reason: RejectReason): Settlement {
  entry.books.rows.rejected++;
  enter(entry.person.rejected, entry.amounts);
  enterCode(entry, reason);
  return { kind: 'reject', reason };
}

const KEEP: Settlement = { kind: 'keep' };

function keep({ books, person, amounts, open }: Entry): Settlement {
  books.rows.kept++;
  books.rows.written++;
  enter(person.after, amounts);
  countRow(books.kept, open.rule.code);
  countRow(books.written, open.rule.code);
  return KEEP;
}

function recode(entry: Entry): Settlement {
  const { books, person, amounts, open } = entry;
  const whole = open.whole as Extract<Settlement, { kind: 'recode' }>;
  books.rows.recoded++;
  books.rows.written++;
  enter(person.after, amounts);
  enterCode(entry, null);
  countRow(books.written, whole.code);
  return whole;
}

function split(entry: Entry, texts: readonly string[]): Settlement {
  const { books, person, open } = entry;
  const { settlement, written } = open.divide(texts.join(BETWEEN));
  books.rows.recoded++;
  if (written.length > 1) books.rows.split++;
  books.rows.written += written.length;
  for (const amounts of written) enter(person.after, amounts);
  for (const part of settlement.parts) countRow(books.written, part.code);
  enterCode(entry, null);
  return settlement;
}

function enterCode({ books, amounts, open }: Entry, reason: RejectReason | null): void {
  let account = open.accounts.get(reason);
  if (!account) {
    account = codeAccount(books, open.rule, reason);
    open.accounts.set(reason, account);
  }
  account.rows++;
  enter(account.totals, amounts);
}

function enter(tallies: readonly Tally[], amounts: readonly Countable[]): void {
  for (let i = 0; i < amounts.length; i++) addTo(tallies[i] as Tally, amounts[i] as Countable);
}
