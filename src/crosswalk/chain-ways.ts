import type { Crosswalk, CrosswalkRow } from '../model/crosswalk.ts';
import { entryKey, isAmbiguous, rowsByOldCode } from '../model/crosswalk-rows.ts';
import { type Decimal, multiplyDecimals, ONE, parseDecimal, ZERO } from '../values/decimal.ts';
import { groupBy } from '../values/group-by.ts';
import { serviceCarrier } from './carry-service.ts';

/** Two crosswalks as they are looked up. */
export interface ChainContext {
  /** Rows of the first by entry, of the second by old code. */
  readonly first: ReadonlyMap<string, readonly CrosswalkRow[]>;
  readonly second: ReadonlyMap<string, readonly CrosswalkRow[]>;
  /** New codes of the first; entries of the new revision of the second, by code. */
  readonly middleCodes: ReadonlySet<string>;
  readonly newEntries: ReadonlyMap<string, CrosswalkRow>;
  /** The link that carries a service entry through the second, where that lists none. */
  readonly carry: (step: CrosswalkRow) => CrosswalkRow | null;
}

/** Lays two crosswalks out to be looked up. */
export function contextOf(first: Crosswalk, second: Crosswalk): ChainContext {
  const newEntries = new Map<string, CrosswalkRow>();
  for (const row of second.rows) {
    if (row.newCode !== '' && !newEntries.has(row.newCode)) newEntries.set(row.newCode, row);
  }
  return {
    first: groupBy(
      first.rows.filter((row) => row.oldCode !== ''),
      entryKey,
    ),
    second: rowsByOldCode(second),
    middleCodes: new Set(first.rows.map((row) => row.newCode)),
    newEntries,
    carry: serviceCarrier(second),
  };
}

/** A way from an old code to a new one, or to nothing: the rows it takes, and its share of the whole. */
export interface Way {
  readonly steps: readonly CrosswalkRow[];
  readonly end: CrosswalkRow;
  /** `null` while undecided. */
  readonly share: Decimal | null;
}

/** An entry of the first revision, and all ways it goes. */
export interface Entry {
  readonly first: CrosswalkRow;
  readonly ways: readonly Way[];
  readonly decided: boolean;
}

/** Follows the rows of an entry through the second crosswalk. */
export function composeEntry(own: readonly CrosswalkRow[], context: ChainContext): Entry {
  const ways = own.flatMap((step) => waysOn(step, context));
  const shares = ways.map((way) => way.share);
  return { first: own[0] as CrosswalkRow, ways, decided: shares.every((share) => share !== null) };
}

function waysOn(step: CrosswalkRow, { second, carry }: ChainContext): readonly Way[] {
  const share = shareOf(step);
  if (step.newCode === '') return [{ steps: [step], end: step, share }];
  const byRule = second.has(step.newCode) ? null : carry(step);
  const next = byRule ? [byRule] : second.get(step.newCode);
  if (!next || isAmbiguous(next)) return [{ steps: [step], end: unknownEnd(step), share: null }];
  return next.map((end) => {
    const further = shareOf(end);
    return { steps: [step, end], end, share: share && further && multiplyDecimals(share, further) };
  });
}

/** What is dropped goes nowhere, but all of it. An open share stays open, even where later steps join the parts again. */
function shareOf(row: CrosswalkRow): Decimal | null {
  if (row.share !== null) return parseDecimal(row.share) ?? ZERO;
  return row.newCode === '' && row.tier !== 'open' ? ONE : null;
}

function unknownEnd(step: CrosswalkRow): CrosswalkRow {
  return {
    ...step,
    change: 'open',
    gsim: null,
    newCode: '',
    newLabel: '',
    newPath: '',
    tier: 'open',
    confidence: 0,
  };
}
