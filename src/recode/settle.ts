import type { RejectReason } from '../model/recode-report.ts';
import type { Decimal } from '../values/decimal.ts';
import { divideOn, noteUnit, splitAccounts } from './accounts.ts';
import { type Account, type CodeAccount, codeAccount, countRow, personAccount, tallyOf } from './books.ts';
import { dependsOnOrder, type Period, readPeriod } from './period.ts';
import { findRule, type MapRule, type Rule } from './plan.ts';
import { measureId, type Run } from './run.ts';
import { addDecimal, addTo, type Countable, type Tally } from './tally.ts';

/** An amount of a booking, and the measure it is of, by its place in the books. */
export interface BookedAmount {
  readonly amount: Countable;
  readonly measure: number;
}

/** A row of a time-sheet, its cells looked up. */
export interface Booking {
  readonly person: Account;
  readonly code: CodeCase;
  readonly time: TimeRelation;
  readonly amounts: readonly BookedAmount[];
}

/** One of the rows that a row is divided into. */
export interface Part {
  readonly code: string;
  readonly label: string;
  /** Its share of the whole: a weight, and what the weights sum to. */
  readonly weight: bigint;
  readonly of: bigint;
  /** By amount of the booking; `null` where there is nothing to divide. */
  readonly values: readonly (Decimal | null)[];
}

/** What becomes of a row: it keeps its code, gets another, is divided into several rows, or is rejected. */
export type Settlement =
  | { readonly kind: 'keep' }
  | { readonly kind: 'recode'; readonly rule: MapRule; readonly code: string; readonly label: string }
  | { readonly kind: 'split'; readonly rule: MapRule; readonly parts: readonly Part[] }
  | { readonly kind: 'reject'; readonly reason: RejectReason };

/** What all rows with the same code have in common, worked out for the first of them. */
export interface CodeCase {
  readonly rule: Rule;
  /** Whether the code stays what it is because somebody said so. */
  readonly kept: boolean;
  /** The settlement of a row that goes whole to one code. */
  readonly whole: Extract<Settlement, { kind: 'recode' }> | null;
  readonly accounts: Map<RejectReason | null, CodeAccount>;
  /** Whether there is no code, or none that is known, so that the row may be a total of others. */
  readonly mayBeTotal: boolean;
}

/** The case of a code as a time-sheet writes it. */
export function caseOf(run: Run, text: string): CodeCase {
  const kept = run.isKept(text.trim());
  const rule = kept ? keptRule(text.trim()) : findRule(run.plan, text);
  const target = rule.kind === 'map' && rule.targets.length === 1 ? rule.targets[0] : undefined;
  const whole =
    rule.kind === 'map' && target
      ? ({ kind: 'recode', rule, code: target.code, label: target.label } as const)
      : null;
  const isStrange = rule.kind === 'reject' && (rule.reason === 'no-code' || rule.reason === 'unknown-code');
  return { rule, kept, whole, accounts: new Map(), mayBeTotal: isStrange && !kept };
}

/** The case of a code that cannot be what it seems, whatever the crosswalk says. */
export function refusedCase(code: string, reason: RejectReason): CodeCase {
  const rule: Rule = { kind: 'reject', code, label: '', recycled: false, reason };
  return { rule, kept: false, whole: null, accounts: new Map(), mayBeTotal: false };
}

function keptRule(code: string): Rule {
  return { kind: 'reject', code, label: '', recycled: false, reason: 'unknown-code' };
}

/** Where a row lies to the day from which the crosswalk holds. */
export type TimeRelation = 'before' | 'after' | 'straddles' | 'unreadable' | 'ambiguous';

/** @param monthFirst whether other dates of the column say that the month comes first */
export function timeOf(text: string, validFrom: string | null, monthFirst = false): TimeRelation {
  if (validFrom === null) return 'after';
  if (monthFirst && dependsOnOrder(text)) return 'ambiguous';
  return relationOf(readPeriod(monthFirst ? dayFirst(text) : text), validFrom);
}

export function relationOf(period: Period | null, validFrom: string | null): TimeRelation {
  if (validFrom === null) return 'after';
  if (period === null) return 'unreadable';
  return period.first >= validFrom ? 'after' : period.last < validFrom ? 'before' : 'straddles';
}

function dayFirst(text: string): string {
  return text.replace(
    /^\s*(\d{1,2})([/.-])(\d{1,2})([/.-]\d)/,
    (whole, first: string, mark: string, second: string, rest: string) =>
      Number(second) > 12 ? `${second}${mark}${first}${rest}` : whole,
  );
}

/** The account of a person by name. */
export function personOf(run: Run, text: string): Account {
  return personAccount(run.books, text.trim());
}

/** What an amount of a booking on such a day, on such a code, is rejected for; `null` when it can be carried. */
export function reasonOf(code: CodeCase, time: TimeRelation, { reading }: Countable): RejectReason | null {
  if (reading.kind === 'unreadable') return 'amount-unreadable';
  if (reading.kind === 'ambiguous') return 'amount-ambiguous';
  if (reading.kind === 'missing') return 'amount-missing';
  return code.kept ? null : timeReason(code, time);
}

function timeReason(code: CodeCase, time: TimeRelation): RejectReason | null {
  if (time === 'before') return null;
  const { rule } = code;
  const stays = code.whole !== null && code.whole.code === rule.code;
  if (!stays && time === 'unreadable') return 'date-unreadable';
  if (!stays && time === 'ambiguous') return 'date-ambiguous';
  if (!stays && time === 'straddles') return 'date-straddles';
  return rule.kind === 'reject' ? rule.reason : null;
}

/** Settles a row with one date, and enters it into the books: what came in, what goes out, what is rejected. */
export function settle(run: Run, booking: Booking): Settlement {
  run.books.rows.read++;
  enter(booking.person.before, booking.amounts);
  const reason = rejectReason(booking);
  if (reason !== null) return reject(run, booking, reason);
  if (booking.code.kept) return keepAsTold(run, booking);
  if (booking.time === 'before') return keep(run, booking);
  return booking.code.whole ? recode(run, booking, booking.code.whole) : split(run, booking);
}

/** The first thing that stands in the way. A row from before the crosswalk keeps its code, whatever that is. */
function rejectReason({ code, time, amounts }: Booking): RejectReason | null {
  for (const { amount } of amounts) {
    const reason = reasonOf(code, 'before', amount);
    if (reason !== null) return reason;
  }
  return code.kept ? null : timeReason(code, time);
}

function reject(run: Run, booking: Booking, reason: RejectReason): Settlement {
  run.books.rows.rejected++;
  enterRejected(run, booking, reason);
  return { kind: 'reject', reason };
}

const KEEP: Settlement = { kind: 'keep' };

function keep({ books }: Run, { person, code, amounts }: Booking): Settlement {
  books.rows.kept++;
  books.rows.written++;
  enter(person.after, amounts);
  countRow(books.kept, code.rule.code);
  countRow(books.written, code.rule.code);
  return KEEP;
}

function keepAsTold({ books }: Run, { person, amounts }: Booking): Settlement {
  books.rows.asTold++;
  books.rows.written++;
  enter(person.after, amounts);
  return KEEP;
}

function recode(run: Run, booking: Booking, whole: Settlement): Settlement {
  run.books.rows.recoded++;
  run.books.rows.written++;
  enter(booking.person.after, booking.amounts);
  enterCode(run, booking, null);
  return whole;
}

function split(run: Run, booking: Booking): Settlement {
  const { books } = run;
  const rule = booking.code.rule as MapRule;
  const parts = divideBooking(run, rule, booking);
  books.rows.recoded++;
  if (parts.length > 1) books.rows.split++;
  books.rows.written += parts.length;
  for (const { code } of parts) countRow(books.written, code);
  enterParts(booking, parts);
  enterCode(run, booking, null);
  return { kind: 'split', rule, parts };
}

/**
 * Divides a booking among the targets of its code. A target that gets nothing gets no row; when there is nothing to
 * divide, the target with the largest share gets the row as it is.
 */
export function divideBooking(
  run: Run,
  rule: MapRule,
  { person, amounts }: Pick<Booking, 'person' | 'amounts'>,
): readonly Part[] {
  const of = rule.targets.reduce((sum, { weight }) => sum + weight, 0n);
  const columns = amounts.map(({ amount, measure }) =>
    divided(run, rule, { person: person.person, amount, measure }),
  );
  const all = rule.targets.map(({ code, label, weight }, i) => ({
    ...{ code, label, weight, of },
    values: columns.map((values) => values?.[i] ?? null),
  }));
  const something = all.filter(({ values }) => values.some((value) => value !== null && value.units !== 0n));
  const weights = rule.targets.map(({ weight }) => weight);
  const largest = weights.indexOf(weights.reduce((a, b) => (b > a ? b : a)));
  return something.length > 0 ? something : all.slice(largest, largest + 1);
}

function divided(
  run: Run,
  rule: MapRule,
  {
    person,
    amount,
    measure,
  }: { readonly person: string; readonly amount: Countable; readonly measure: number },
): readonly Decimal[] | null {
  if (amount.reading.kind !== 'amount') return null;
  const id = measureId(run, measure, amount.reading.amount.measure);
  noteUnit(run.accounts, id, {
    scale: Math.max(amount.unit.scale, run.decimals),
    seconds: amount.unit.seconds,
  });
  return divideOn(run.accounts, splitAccounts(run.accounts, rule, id), { person, value: amount.exact });
}

/** Enters what the parts of a booking come to. */
export function enterParts(
  { person, amounts }: Pick<Booking, 'person' | 'amounts'>,
  parts: readonly Part[],
): void {
  for (const { values } of parts) {
    values.forEach((value, i) => {
      const { amount, measure } = amounts[i] as BookedAmount;
      if (value !== null) addDecimal(tallyOf(person.after, measure), amount.measure, value);
    });
  }
}

/** Enters amounts as rejected. */
export function enterRejected(
  run: Run,
  booking: Pick<Booking, 'person' | 'amounts' | 'code'>,
  reason: RejectReason,
): void {
  enter(booking.person.rejected, booking.amounts);
  enterCode(run, booking, reason);
}

/** Enters amounts on their code: what was mapped, or why it was not. */
export function enterCode(
  run: Run,
  { code, amounts }: Pick<Booking, 'code' | 'amounts'>,
  reason: RejectReason | null,
): void {
  let account = code.accounts.get(reason);
  if (!account) {
    account = codeAccount(run.books, code.rule, reason);
    code.accounts.set(reason, account);
  }
  account.rows++;
  enter(account.totals, amounts);
}

/** Adds amounts to tallies. */
export function enter(tallies: Tally[], amounts: readonly BookedAmount[]): void {
  for (let i = 0; i < amounts.length; i++) {
    const { amount, measure } = amounts[i] as BookedAmount;
    addTo(tallyOf(tallies, measure), amount);
  }
}
