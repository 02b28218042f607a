import type { RejectReason } from '../model/recode-report.ts';
import type { Rule } from './plan.ts';
import { emptyTally, type Tally } from './tally.ts';

/** What a person booked: one tally per measure, before, after and rejected. */
export interface Account {
  readonly person: string;
  readonly before: Tally[];
  readonly after: Tally[];
  readonly rejected: Tally[];
}

/** What was booked on a code, and what became of that. */
export interface CodeAccount {
  readonly rule: Rule;
  /** `null` when it was mapped. */
  readonly reason: RejectReason | null;
  rows: number;
  readonly totals: Tally[];
}

/** Everything entered while time-sheets are recoded. Grows with the number of people and codes, not of rows. */
export interface Books {
  /** The kinds of amounts, as they were met: how they are known, and how the first file names them. */
  readonly measures: { readonly key: string; readonly name: string }[];
  readonly rows: {
    read: number;
    recoded: number;
    split: number;
    kept: number;
    asTold: number;
    rejected: number;
    written: number;
    totals: number;
  };
  readonly persons: Map<string, Account>;
  readonly codes: Map<string, CodeAccount>;
  /** Rows per code: those that kept theirs, and those that were written otherwise than whole on another. */
  readonly kept: Map<string, number>;
  readonly written: Map<string, number>;
}

/** Codes nobody knows may be anything; beyond this many they share one account. */
const MAX_UNKNOWN = 10_000;

export function openBooks(): Books {
  return {
    measures: [],
    rows: { read: 0, recoded: 0, split: 0, kept: 0, asTold: 0, rejected: 0, written: 0, totals: 0 },
    persons: new Map(),
    codes: new Map(),
    kept: new Map(),
    written: new Map(),
  };
}

/** The place of a measure in all tallies; a new one the first time it is met. */
export function measureIn({ measures }: Books, key: string, name: string): number {
  const known = measures.findIndex((measure) => measure.key === key);
  return known !== -1 ? known : measures.push({ key, name }) - 1;
}

/** The tally of a measure among those of an account. */
export function tallyOf(tallies: Tally[], measure: number): Tally {
  while (tallies.length <= measure) tallies.push(emptyTally());
  return tallies[measure] as Tally;
}

/** The account of a person; opened when it is the first booking. */
export function personAccount(books: Books, person: string): Account {
  const known = books.persons.get(person);
  if (known) return known;
  const account = { person, before: [], after: [], rejected: [] };
  books.persons.set(person, account);
  return account;
}

/** The account of a code, one for what was mapped and one for each reason it was rejected for. */
export function codeAccount(books: Books, rule: Rule, reason: RejectReason | null): CodeAccount {
  const crowded = reason === 'unknown-code' && books.codes.size > MAX_UNKNOWN;
  const key = crowded ? `…\t${reason}` : `${rule.code}\t${reason ?? ''}`;
  const known = books.codes.get(key);
  if (known) return known;
  const account = { rule, reason, rows: 0, totals: [] };
  books.codes.set(key, account);
  return account;
}

/** Counts a row on a code. */
export function countRow(rows: Map<string, number>, code: string): void {
  rows.set(code, (rows.get(code) ?? 0) + 1);
}

/** Enters a row whose cells are not those of the header, so that nothing in it can be trusted. */
export function enterMisshapen(books: Books): void {
  books.rows.read++;
  books.rows.rejected++;
  codeAccount(books, MISSHAPEN, 'row-shape').rows++;
}

const MISSHAPEN: Rule = { kind: 'reject', code: '', label: '', recycled: false, reason: 'row-shape' };

/** Rows written per code. */
export function codesWritten(books: Books): ReadonlyMap<string, number> {
  const rows = new Map(books.written);
  for (const { rule, reason, rows: own } of books.codes.values()) {
    const target = rule.kind === 'map' && rule.targets.length === 1 ? rule.targets[0] : undefined;
    if (reason === null && target) rows.set(target.code, (rows.get(target.code) ?? 0) + own);
  }
  return rows;
}

/** Codes of the rows that the crosswalk applies to: all but those that kept theirs for being older. */
export function codesAsked(books: Books): ReadonlySet<string> {
  return new Set([...books.codes.values()].map(({ rule }) => rule.code));
}

/** Rows read per code, whatever became of them. */
export function codesRead(books: Books): ReadonlyMap<string, number> {
  const rows = new Map(books.kept);
  for (const { rule, rows: own } of books.codes.values())
    rows.set(rule.code, (rows.get(rule.code) ?? 0) + own);
  return rows;
}

/** How many rows came to each code since an earlier count. */
export function rowsSince(
  now: ReadonlyMap<string, number>,
  then: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  return new Map(
    [...now]
      .map(([code, rows]) => [code, rows - (then.get(code) ?? 0)] as const)
      .filter(([, rows]) => rows !== 0),
  );
}

/** Rows per code that the crosswalk applies to. */
export function rowsAsked(books: Books): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  for (const { rule, rows: own } of books.codes.values())
    rows.set(rule.code, (rows.get(rule.code) ?? 0) + own);
  return rows;
}
