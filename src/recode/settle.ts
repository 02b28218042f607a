import type { RejectReason } from '../model/recode-report.ts';
import { type Account, type Books, type CodeAccount, codeAccount, countRow, personAccount } from './books.ts';
import { type DivideOptions, divideBooking, type Part } from './divide-booking.ts';
import { memo } from './memo.ts';
import { readPeriod } from './period.ts';
import { findRule, type MapRule, type RecodePlan, type Rule } from './plan.ts';
import { addTo, type Countable, countable, type Tally } from './tally.ts';

/** A row of a time-sheet, its cells looked up. */
export interface Booking {
  readonly person: Account;
  readonly code: CodeCase;
  readonly time: TimeRelation;
  readonly amounts: readonly Countable[];
}

/** What becomes of a row: it keeps its code, gets another, is divided into several rows, or is rejected. */
export type Settlement =
  | { readonly kind: 'keep' }
  | { readonly kind: 'recode'; readonly rule: MapRule; readonly code: string }
  | { readonly kind: 'split'; readonly rule: MapRule; readonly parts: readonly Part[] }
  | { readonly kind: 'reject'; readonly reason: RejectReason };

/** Settles a time-sheet row by row: looks the cells up, which a reader of many rows will want to remember, then settles. */
export interface Clerk {
  readonly personOf: (text: string) => Account;
  readonly codeOf: (text: string) => CodeCase;
  readonly timeOf: (text: string) => TimeRelation;
  /** @param column which of the amount columns */
  readonly amountOf: (column: number, text: string) => Countable;
  readonly settle: (booking: Booking) => Settlement;
}

/**
 * Opens the office that settles rows and enters them into the books: what came in, what goes out, what is rejected, by
 * person and by code. Every row is looked up once, in the old revision only, so nothing is mapped twice.
 */
export function openClerk(plan: RecodePlan, books: Books, options: DivideOptions): Clerk {
  const amountOf = (column: number, text: string) => countable(text, options.points[column] ?? null);
  return {
    personOf: (text) => personAccount(books, text.trim()),
    codeOf: (text) => openCase(findRule(plan, text), amountOf, options),
    timeOf: (text) => timeRelation(text, plan.validFrom),
    amountOf,
    settle: (booking) => settle(books, booking),
  };
}

/** What all rows with the same code have in common, worked out for the first of them. */
export interface CodeCase {
  readonly rule: Rule;
  /** The settlement of a row that goes whole to one code. */
  readonly whole: Extract<Settlement, { kind: 'recode' }> | null;
  /** Divides amounts, given as one text. */
  readonly divide: (amounts: string) => Division;
  readonly accounts: Map<RejectReason | null, CodeAccount>;
  /** Whether there is no code, or none that is known, so that the row may be a total of others. */
  readonly mayBeTotal: boolean;
}

interface Division {
  readonly settlement: Extract<Settlement, { kind: 'split' }>;
  /** The amounts of each part, read from the text that will be written. */
  readonly written: readonly (readonly Countable[])[];
}

/** Stands in no amount. */
const BETWEEN = '\u0000';

function openCase(rule: Rule, amountOf: Clerk['amountOf'], options: DivideOptions): CodeCase {
  const target = rule.kind === 'map' && rule.targets.length === 1 ? rule.targets[0] : undefined;
  const whole = rule.kind === 'map' && target ? ({ kind: 'recode', rule, code: target.code } as const) : null;
  const read = (texts: readonly string[]) => texts.map((text, column) => amountOf(column, text));
  const divide = memo((joined: string) => {
    const texts = joined.split(BETWEEN);
    const parts = divideBooking(rule as MapRule, read(texts), options);
    const written = parts.map((part) => read(part.amounts.map((text, i) => text ?? (texts[i] as string))));
    return { settlement: { kind: 'split', rule: rule as MapRule, parts }, written } as const;
  }, 1 << 12);
  const isStrange = rule.kind === 'reject' && (rule.reason === 'no-code' || rule.reason === 'unknown-code');
  return { rule, whole, divide, accounts: new Map(), mayBeTotal: isStrange };
}

const TOTAL =
  /^\s*(?:[A-G]\d[\w.]*[\s:–-]+)?(?:(?:sub|grand|gran)[\s.-]*)?(?:tot|total[ei]?|totals|somma|sum)\b/i;

/** Whether the cells of a row say that it is a total of other rows, and no booking. Only a row without a known code is. */
export function isTotal(cells: readonly string[]): boolean {
  return cells.some((cell) => TOTAL.test(cell));
}

/** Where a row lies to the day from which the crosswalk holds. */
export type TimeRelation = 'before' | 'after' | 'straddles' | 'unreadable';

function timeRelation(text: string, validFrom: string | null): TimeRelation {
  if (validFrom === null) return 'after';
  const period = readPeriod(text);
  if (period === null) return 'unreadable';
  return period.first >= validFrom ? 'after' : period.last < validFrom ? 'before' : 'straddles';
}

function settle(books: Books, booking: Booking): Settlement {
  books.rows.read++;
  enter(booking.person.before, booking.amounts);
  const reason = rejectReason(booking);
  if (reason !== null) return reject(books, booking, reason);
  if (booking.time === 'before') return keep(books, booking);
  return booking.code.whole ? recode(books, booking, booking.code.whole) : split(books, booking);
}

/** The first thing that stands in the way. A row from before the crosswalk keeps its code, whatever that is. */
function rejectReason({ code, time, amounts }: Booking): RejectReason | null {
  for (const { reading } of amounts) {
    if (reading.kind === 'unreadable') return 'amount-unreadable';
    if (reading.kind === 'ambiguous') return 'amount-ambiguous';
  }
  if (time === 'before') return null;
  if (time === 'unreadable') return 'date-unreadable';
  if (time === 'straddles') return 'date-straddles';
  return code.rule.kind === 'reject' ? code.rule.reason : null;
}

function reject(books: Books, booking: Booking, reason: RejectReason): Settlement {
  books.rows.rejected++;
  enter(booking.person.rejected, booking.amounts);
  enterCode(books, booking, reason);
  return { kind: 'reject', reason };
}

const KEEP: Settlement = { kind: 'keep' };

function keep(books: Books, { person, code, amounts }: Booking): Settlement {
  books.rows.kept++;
  books.rows.written++;
  enter(person.after, amounts);
  countRow(books.kept, code.rule.code);
  countRow(books.written, code.rule.code);
  return KEEP;
}

function recode(books: Books, booking: Booking, whole: Settlement): Settlement {
  books.rows.recoded++;
  books.rows.written++;
  enter(booking.person.after, booking.amounts);
  enterCode(books, booking, null);
  return whole;
}

function split(books: Books, booking: Booking): Settlement {
  const texts = booking.amounts.map(({ text }) => text).join(BETWEEN);
  const { settlement, written } = booking.code.divide(texts);
  books.rows.recoded++;
  if (written.length > 1) books.rows.split++;
  books.rows.written += written.length;
  for (const amounts of written) enter(booking.person.after, amounts);
  for (const part of settlement.parts) countRow(books.written, part.code);
  enterCode(books, booking, null);
  return settlement;
}

function enterCode(books: Books, { code, amounts }: Booking, reason: RejectReason | null): void {
  let account = code.accounts.get(reason);
  if (!account) {
    account = codeAccount(books, code.rule, reason);
    code.accounts.set(reason, account);
  }
  account.rows++;
  enter(account.totals, amounts);
}

function enter(tallies: readonly Tally[], amounts: readonly Countable[]): void {
  for (let i = 0; i < amounts.length; i++) addTo(tallies[i] as Tally, amounts[i] as Countable);
}
