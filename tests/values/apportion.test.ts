import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Apportionment, apportion, openApportionment } from '../../src/values/apportion.ts';

/** Books amounts on one account after the other, and keeps what the run owes. */
function book(weights: readonly bigint[], bookings: readonly { account: number; units: bigint }[]) {
  const accounts = new Map<number, Apportionment>();
  let run = weights.map(() => 0n);
  return bookings.map(({ account, units }) => {
    const state = accounts.get(account) ?? openApportionment(weights);
    const { parts, owed } = apportion(state, units, run);
    run = run.map((own, i) => own + (owed[i] as bigint) - (state.owed[i] as bigint));
    accounts.set(account, { ...state, owed });
    return { account, units, parts };
  });
}

/** Independent of the code under test: exact fractions, from the parts alone. */
function worst(weights: readonly bigint[], rows: readonly { units: bigint; parts: readonly bigint[] }[]) {
  const total = weights.reduce((a, b) => a + b, 0n);
  const got = weights.map(() => 0n);
  let [sum, off] = [0n, 0n];
  for (const { units, parts } of rows) {
    sum += units;
    parts.forEach((part, i) => {
      got[i] = (got[i] as bigint) + part;
      const own = (got[i] as bigint) * total - (weights[i] as bigint) * sum;
      off = off < (own < 0n ? -own : own) ? (own < 0n ? -own : own) : off;
    });
  }
  return { off, total };
}

const weightLists = fc.oneof(
  fc.array(fc.bigInt({ min: 1n, max: 100n }), { minLength: 2, maxLength: 8 }),
  fc.array(fc.bigInt({ min: 1n, max: 5n }), { minLength: 2, maxLength: 8 }),
  fc.array(fc.bigInt({ min: 1n, max: 10n ** 16n }), { minLength: 2, maxLength: 8 }),
  fc.array(fc.bigInt({ min: 1n, max: 40n }), { minLength: 9, maxLength: 14 }),
);
const units = fc.oneof(
  fc.constant(1n),
  fc.bigInt({ min: 1n, max: 12n }),
  fc.bigInt({ min: -12n, max: -1n }),
  fc.bigInt({ min: -5000n, max: 5000n }),
);

describe('an account divided booking by booking', () => {
  it('keeps every target within one unit of its share, adds up, and turns no sign', () => {
    fc.assert(
      fc.property(weightLists, fc.array(units, { minLength: 1, maxLength: 60 }), (weights, amounts) => {
        const rows = book(
          weights,
          amounts.map((each) => ({ account: 0, units: each })),
        );
        for (const row of rows) {
          expect(row.parts.reduce((a, b) => a + b, 0n)).toBe(row.units);
          expect(row.parts.every((part) => part === 0n || part > 0n === row.units > 0n)).toBe(true);
        }
        const { off, total } = worst(weights, rows);
        expect(off < total).toBe(true);
      }),
      { numRuns: 600 },
    );
  });

  it('does so for each of several, and the whole run stays within one where nothing binds the accounts', () => {
    fc.assert(
      fc.property(weightLists, fc.integer({ min: 1, max: 80 }), (weights, persons) => {
        const rows = book(
          weights,
          Array.from({ length: persons }, (_, account) => ({ account, units: 1n })),
        );
        const { off, total } = worst(weights, rows);
        expect(off < total || weights.length > 8).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('holds every account while several are booked in turn', () => {
    fc.assert(
      fc.property(
        weightLists,
        fc.array(fc.record({ account: fc.integer({ min: 0, max: 4 }), units }), { maxLength: 60 }),
        (weights, bookings) => {
          const rows = book(weights, bookings);
          for (const account of [0, 1, 2, 3, 4]) {
            const { off, total } = worst(
              weights,
              rows.filter((row) => row.account === account),
            );
            expect(off < total).toBe(true);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('gives sixty persons with one hour each at 70 to 30 forty-two and eighteen', () => {
    const rows = book(
      [7n, 3n],
      Array.from({ length: 60 }, (_, account) => ({ account, units: 1n })),
    );
    expect(rows.reduce((sum, { parts }) => sum + (parts[0] as bigint), 0n)).toBe(42n);
  });

  it('takes corrections back where they were given', () => {
    const rows = book(
      [1n, 1n],
      [1n, 1n, -1n, -1n, 7n, -7n].map((each) => ({ account: 0, units: each })),
    );
    expect(worst([1n, 1n], rows).off < 2n).toBe(true);
    expect(rows.map(({ parts }) => parts.join())).toEqual(['1,0', '0,1', '-1,0', '0,-1', '4,3', '-4,-3']);
  });

  it('catches up when the unit has become finer and more than one unit is owed', () => {
    const state = { ...openApportionment([1n, 1n]), owed: [10n, -10n] };
    const { parts, owed } = apportion(state, 3n, [10n, -10n]);
    expect(parts).toEqual([3n, 0n]);
    expect(apportion({ ...state, owed }, 20n, [0n, 0n]).parts).toEqual([13n, 7n]);
  });
});
