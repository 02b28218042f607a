import { CHANGE_KINDS } from '../model/change.ts';
import {
  type Balance,
  MEASURES,
  REJECT_REASONS,
  type RecodeReport,
  type Total,
} from '../model/recode-report.ts';
import { addDecimals, compareDecimals, formatDecimal } from '../values/decimal.ts';
import type { Account, Books, CodeAccount } from './books.ts';
import { emptyTally, holds, mergeInto, sumOf, sumText, type Tally } from './tally.ts';

const TOP = 10;
const EXAMPLES = 5;
const AWAITING: ReadonlySet<string> = new Set(['open', 'possibly-lost', 'split-undecided', 'partly-dropped']);

/**
 * Draws the balance of a recoding. Every column of every person must come out as it went in: before is after plus
 * rejected, to the last digit. If it does not, that is a fault of procmap, and nothing may be written.
 */
export function buildRecodeReport(
  books: Books,
  { columns, sheets, validFrom }: Pick<RecodeReport, 'columns' | 'sheets' | 'validFrom'>,
): RecodeReport {
  const names = columns.amounts;
  const persons = [...books.persons].map(([person, account]) => ({
    person,
    balances: balancesOf(account, names),
  }));
  const overall = sumAccounts(books);
  const accounts = [...books.codes.values()];
  const mapped = accounts.filter((account) => account.reason === null);
  return {
    columns,
    sheets,
    validFrom,
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
    undecided: undecidedOf(accounts, names),
  };
}

/** One balance per column and measure that occurs; a column without any amount balances at nothing. */
function balancesOf(account: Account, names: readonly string[]): readonly Balance[] {
  return names.flatMap((column, i) => {
    const [before, after, rejected] = [account.before[i], account.after[i], account.rejected[i]] as [
      Tally,
      Tally,
      Tally,
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
  const empty = () => Array.from({ length: books.columns }, emptyTally);
  const sum: Account = { before: empty(), after: empty(), rejected: empty() };
  for (const account of books.persons.values()) {
    for (const side of ['before', 'after', 'rejected'] as const) {
      account[side].forEach((tally, i) => {
        mergeInto(sum[side][i] as Tally, tally);
      });
    }
  }
  return sum;
}

function totalsOf(accounts: readonly CodeAccount[], names: readonly string[]): readonly Total[] {
  return names.flatMap((column, i) => {
    const sum = emptyTally();
    for (const account of accounts) mergeInto(sum, account.totals[i] as Tally);
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
