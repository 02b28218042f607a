import { CHANGE_KINDS } from '../model/change.ts';
import {
  type Balance,
  MEASURES,
  REJECT_REASONS,
  type RecodeReport,
  type SplitShare,
  type Total,
} from '../model/recode-report.ts';
import {
  addDecimals,
  compareDecimals,
  type Decimal,
  formatDecimal,
  sumDecimals,
  trimDecimal,
  unitsAt,
  ZERO,
} from '../values/decimal.ts';
import { type ObtainedShare, obtainedShares } from './accounts.ts';
import type { Account, Books, CodeAccount } from './books.ts';
import { tallyOf } from './books.ts';
import type { Run } from './run.ts';
import { emptyTally, holds, mergeInto, sumOf, sumText } from './tally.ts';

const TOP = 10;
const EXAMPLES = 5;
const AWAITING: ReadonlySet<string> = new Set(['open', 'possibly-lost', 'split-undecided', 'partly-dropped']);

/**
 * Draws the balance of a recoding. Every column of every person must come out as it went in: before is after plus
 * rejected, to the last digit. If it does not, that is a fault of procmap, and nothing may be written.
 */
export function buildRecodeReport(
  { books, accounts: shared, notes }: Run,
  taken: Pick<RecodeReport, 'columns' | 'sheets' | 'validFrom' | 'continued' | 'told'>,
): RecodeReport {
  const names = books.measures.map(({ name }) => name);
  const persons = [...books.persons]
    .filter(([, account]) => hasBookings(account))
    .map(([person, account]) => ({
      person,
      balances: balancesOf(account, names),
    }));
  const overall = sumAccounts(books);
  const accounts = [...books.codes.values()];
  const mapped = accounts.filter((account) => account.reason === null);
  return {
    ...taken,
    rows: { ...books.rows },
    balances: balancesOf(overall, names),
    persons,
    kinds: kindsOf(mapped, names),
    recycled: gathered(
      mapped.filter((account) => account.rule.recycled),
      names,
    ),
    unconfirmed: gathered(mapped.filter(isUnconfirmed), names),
    rejects: rejectsOf(accounts, names),
    shares: obtainedShares(shared).map((each) => shareOf(each, books)),
    rounded: shared.rounded,
    leftTotals: notes.leftTotals,
    undecided: undecidedOf(accounts, names),
  };
}

const SIX_DIGITS = 1_000_000n;

/** Decided beside obtained, target by target. */
function shareOf({ rule, measure, got }: ObtainedShare, { measures }: Books): SplitShare {
  const total = sumDecimals(got);
  const weights = rule.targets.reduce((sum, { weight }) => sum + weight, 0n);
  return {
    code: rule.code,
    label: rule.label,
    column: measures.find(({ key }) => key === measure.key)?.name ?? '',
    measure: measure.kind,
    total: formatDecimal(trimDecimal(total)),
    targets: rule.targets.map(({ code, weight }, i) => ({
      code,
      decided: ratioText(weight, weights),
      obtained: ratioOf(got[i] ?? ZERO, total),
      total: formatDecimal(trimDecimal(got[i] ?? ZERO)),
    })),
  };
}

function ratioOf(part: Decimal, whole: Decimal): string {
  const scale = Math.max(part.scale, whole.scale);
  return ratioText(unitsAt(part, scale), unitsAt(whole, scale));
}

/** As a decimal, rounded to six digits; exact where it has no more. */
function ratioText(part: bigint, whole: bigint): string {
  if (whole === 0n) return '0';
  const millionths = (2n * part * SIX_DIGITS + whole) / (2n * whole);
  return formatDecimal(trimDecimal({ units: millionths, scale: 6 }));
}

/** Whether anything was ever booked for a person; whom a row only names has no account. */
function hasBookings({ before }: Account): boolean {
  return before.length > 0;
}

/** One balance per column and measure that occurs; a column without any amount balances at nothing. */
function balancesOf(account: Account, names: readonly string[]): readonly Balance[] {
  return names.flatMap((column, i) => {
    const [before, after, rejected] = [
      tallyOf(account.before, i),
      tallyOf(account.after, i),
      tallyOf(account.rejected, i),
    ];
    const used = MEASURES.filter((measure) =>
      [before, after, rejected].some((tally) => holds(tally, measure)),
    );
    return (used.length === 0 ? (['number'] as const) : used).map((measure) => {
      const sums = [before, after, rejected].map((tally) => sumOf(tally, measure)) as [Sum, Sum, Sum];
      verify(sums, column);
      const [b, a, r] = sums.map(formatDecimal) as [string, string, string];
      return { column, measure, before: b, after: a, rejected: r };
    });
  });
}

type Sum = ReturnType<typeof sumOf>;

function verify([before, after, rejected]: readonly [Sum, Sum, Sum], column: string): void {
  if (compareDecimals(before, addDecimals(after, rejected)) === 0) return;
  const [b, a, r] = [before, after, rejected].map(formatDecimal);
  throw new Error(`column ${column} does not balance: ${b} before, ${a} after, ${r} rejected`);
}

function sumAccounts(books: Books): Account {
  const sum: Account = { person: '', before: [], after: [], rejected: [] };
  for (const account of books.persons.values()) {
    for (const side of ['before', 'after', 'rejected'] as const) {
      account[side].forEach((tally, i) => {
        mergeInto(tallyOf(sum[side], i), tally);
      });
    }
  }
  return sum;
}

function totalsOf(accounts: readonly CodeAccount[], names: readonly string[]): readonly Total[] {
  return names.flatMap((column, i) => {
    const sum = emptyTally();
    for (const account of accounts) mergeInto(sum, tallyOf(account.totals, i));
    return MEASURES.filter((measure) => holds(sum, measure)).map((measure) => ({
      column,
      measure,
      value: sumText(sum, measure),
    }));
  });
}

function gathered(accounts: readonly CodeAccount[], names: readonly string[]) {
  const codes = new Set(accounts.map((account) => account.rule.code)).size;
  return { codes, rows: rowsOf(accounts), totals: totalsOf(accounts, names) };
}

function rowsOf(accounts: readonly CodeAccount[]): number {
  return accounts.reduce((sum, account) => sum + account.rows, 0);
}

function isUnconfirmed({ rule }: CodeAccount): boolean {
  return rule.kind === 'map' && rule.tier !== 'certain' && !rule.decided;
}

function kindsOf(mapped: readonly CodeAccount[], names: readonly string[]): RecodeReport['kinds'] {
  return CHANGE_KINDS.flatMap((change) => {
    const own = mapped.filter(({ rule }) => rule.kind === 'map' && rule.change === change);
    return own.length === 0 ? [] : [{ change, ...gathered(own, names) }];
  });
}

function rejectsOf(accounts: readonly CodeAccount[], names: readonly string[]): RecodeReport['rejects'] {
  return REJECT_REASONS.flatMap((reason) => {
    const own = accounts.filter((account) => account.reason === reason);
    if (own.length === 0) return [];
    const codes = byRows(own)
      .slice(0, EXAMPLES)
      .map((account) => account.rule.code);
    return [{ reason, rows: rowsOf(own), totals: totalsOf(own, names), codes }];
  });
}

function byRows(accounts: readonly CodeAccount[]): readonly CodeAccount[] {
  return [...accounts].sort((a, b) => b.rows - a.rows || (a.rule.code < b.rule.code ? -1 : 1));
}

/** Biggest by the first amount column; by rows where that says nothing. */
function undecidedOf(accounts: readonly CodeAccount[], names: readonly string[]): RecodeReport['undecided'] {
  const waiting = accounts.filter(({ reason }) => reason !== null && AWAITING.has(reason));
  const size = (account: CodeAccount) =>
    MEASURES.map((measure) => sumOf(account.totals[0] ?? emptyTally(), measure)).reduce(addDecimals);
  return [...byRows(waiting)]
    .sort((a, b) => compareDecimals(size(b), size(a)))
    .slice(0, TOP)
    .map((account) => ({
      code: account.rule.code,
      label: account.rule.label,
      reason: account.reason ?? 'open',
      rows: account.rows,
      totals: totalsOf([account], names),
    }));
}
