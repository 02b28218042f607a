import { describe, expect, it } from 'vitest';
import { memoryFiles } from '../../src/app/memory-files.ts';
import { parseDecisions } from '../../src/app/parse-decisions.ts';
import { type SharesSources, shareDecisions, sharesOfFile } from '../../src/app/shares-of-file.ts';
import type { SharesReport } from '../../src/model/dual-shares.ts';
import { renderDecisionsCsv } from '../../src/render/decisions-csv.ts';
import { estimateShares } from '../../src/series/estimate-shares.ts';
import { wilson } from '../../src/series/intervals.ts';
import { type Random, randomFrom } from '../../src/values/random.ts';
import { ProcmapError } from '../../src/words/procmap-error.ts';
import { crosswalkRow } from '../support/crosswalk-row.ts';

/** Bookings on targets with known probabilities; few long ones among many short ones, whatever the target. */
function bookings(random: Random, probabilities: readonly number[], count: number) {
  return Array.from({ length: count }, () => {
    let left = random.next();
    const target = probabilities.findIndex((own, i) => {
      left -= own;
      return left < 0 || i === probabilities.length - 1;
    });
    const quarters = 1 + Math.floor(28 * random.next() * random.next());
    return { oldCode: 'A1', newCode: `B${target + 1}`, amount: { units: BigInt(quarters * 25), scale: 2 } };
  });
}

describe('shares from bookings that were coded twice', () => {
  // Seeds 1 to 100, one run each: none was chosen. Over 1,000 others all shares of an entry lie in their intervals at once in
  // 98 of 100 runs with two targets, and in 96 with three.
  it.each([
    [[0.7, 0.3], 200],
    [[0.5, 0.3, 0.2], 300],
  ])(
    'recover known shares %j from %d bookings, each within its interval in 95 of 100 runs',
    (known, count) => {
      const recovered = known.map(() => 0);
      for (let seed = 1; seed <= 100; seed++) {
        const own = bookings(randomFrom(seed), known, count);
        const targets = estimateShares(own, { minimum: 30, crosswalk: null }).entries[0]?.targets ?? [];
        expect(targets).toHaveLength(known.length);
        targets.forEach(({ byAmount: { low, high } }, i) => {
          const share = known[i] ?? 0;
          if (low <= share && share <= high) recovered[i] = (recovered[i] ?? 0) + 1;
        });
      }
      for (const runs of recovered) expect(runs).toBeGreaterThanOrEqual(95);
    },
  );

  it('have shares of the amounts that sum to exactly 1', () => {
    const own = [3, 3, 3].map((hours, i) => ({
      oldCode: 'A1',
      newCode: `B${i}`,
      amount: { units: BigInt(hours), scale: 0 },
    }));
    const [entry] = estimateShares(own, { minimum: 1, crosswalk: null }).entries;
    expect(entry?.targets.map(({ share }) => share)).toEqual(['0.3334', '0.3333', '0.3333']);
  });

  it('give the same intervals for the same bookings', () => {
    const own = bookings(randomFrom(7), [0.6, 0.4], 50);
    expect(estimateShares(own, { minimum: 1, crosswalk: null })).toEqual(
      estimateShares([...own], { minimum: 1, crosswalk: null }),
    );
  });
});

describe("Wilson's interval", () => {
  // Newcombe (1998), Two-sided confidence intervals for the single proportion, table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %d in %d lies between %d and %d', (successes, trials, low, high) => {
    const found = wilson(successes, trials);
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
  });
});

const utf8 = (text: string) => new TextEncoder().encode(text);
const sharesOf = (
  text: string,
  sources: Partial<SharesSources> = {},
  crosswalk = '',
): Promise<SharesReport> =>
  sharesOfFile(
    memoryFiles([
      ['dual.csv', utf8(text)],
      ['cw.csv', utf8(crosswalk)],
    ]),
    { bookings: 'dual.csv', choice: {}, minimum: 2, ...sources },
    () => {},
  );

describe('a file of such bookings', () => {
  it.each([
    ['old_code,new_code,amount', ','],
    ['Codice vecchio;Codice nuovo;Ore', ';'],
    ['Codice 2021;Codice 2023;Ore lavorate', ';'],
    ['Old code,New code,Hours', ','],
  ])('is read by its header %s', async (header, mark) => {
    const rows = [
      ['A1.1.1.1', 'A1.1.1.1', '7.5'],
      ['A1.1.1.1', 'A1.1.1.2', '2.5'],
    ];
    const report = await sharesOf([header, ...rows.map((row) => row.join(mark))].join('\n'));
    expect(report.entries[0]?.targets.map(({ code, share }) => [code, share])).toEqual([
      ['A1.1.1.1', '0.75'],
      ['A1.1.1.2', '0.25'],
    ]);
  });

  it('lists every row that does not count, with its place', async () => {
    const report = await sharesOf(
      'old_code,new_code,amount\nA1.1.1.1,A1.1.1.1,3\nA1.1.1.1,,3\nA1.1.1.1,A1.1.1.2,abc\nA1.1.1.1,A1.1.1.2,\nTotale,,9\n',
    );
    expect(report.left.map(({ why, place }) => [why, place.line])).toEqual([
      ['no-code', 3],
      ['amount-unreadable', 4],
      ['amount-missing', 5],
    ]);
    expect([report.bookings, report.single]).toEqual([1, 1]);
  });

  it('adds clocks and decimals up', async () => {
    const report = await sharesOf(
      'old_code,new_code,amount\nA1.1.1.1,A1.1.1.1,0:30\nA1.1.1.1,A1.1.1.2,1.5\n',
    );
    expect(report.entries[0]?.targets.map(({ share, amount }) => [share, amount])).toEqual([
      ['0.25', '1800'],
      ['0.75', '5400'],
    ]);
  });

  it('is refused without its columns, with several amounts, and without bookings', async () => {
    const problem = async (text: string, sources: Partial<SharesSources> = {}) => {
      const error = await sharesOf(text, sources).catch((thrown: unknown) => thrown);
      if (!(error instanceof ProcmapError)) throw error;
      return (error.args as { problem: { kind: string } }).problem.kind;
    };
    expect(await problem('code,amount\nA1,3\n')).toBe('dual-columns');
    expect(await problem('old_code,new_code,Ore,Straordinario\nA1,A2,3,1\n')).toBe('several-columns');
    expect(await problem('old_code,new_code,amount\nA1,,3\n')).toBe('no-dual-bookings');
    expect(await problem('old_code,new_code,amount\nA1,A2,3\n', { choice: { amount: 'Euro' } })).toBe(
      'column-missing',
    );
  });
});

describe('an entry gets no decision', () => {
  const TWO = 'old_code,new_code,amount\nA1.1.1.1,A1.1.1.1,3\nA1.1.1.1,A1.1.1.2,3\n';
  const CROSSWALK = 'old_code,new_code,share\nA1.1.1.1,A1.1.1.1,0.5\nA1.1.1.1,A1.1.1.3,0.5\n';

  it('below the minimum of bookings', async () => {
    expect((await sharesOf(TWO, { minimum: 3 })).entries[0]?.obstacle).toBe('few');
    expect((await sharesOf(TWO)).entries[0]?.obstacle).toBeNull();
  });

  it('where the crosswalk says that it goes elsewhere', async () => {
    const [entry] = (await sharesOf(TWO, { crosswalk: 'cw.csv' }, CROSSWALK)).entries;
    expect([entry?.obstacle, entry?.about]).toEqual(['elsewhere', ['A1.1.1.2']]);
  });

  it('where a target was never booked', async () => {
    const crosswalk =
      'old_code,new_code,share\nA1.1.1.1,A1.1.1.1,0.5\nA1.1.1.1,A1.1.1.2,0.2\nA1.1.1.1,A1.1.1.3,0.3\n';
    const [entry] = (await sharesOf(TWO, { crosswalk: 'cw.csv' }, crosswalk)).entries;
    expect([entry?.obstacle, entry?.about]).toEqual(['missing', ['A1.1.1.3']]);
  });

  it('where corrections take all back', async () => {
    const [entry] = (await sharesOf(`${TWO}A1.1.1.1,A1.1.1.2,-4\n`)).entries;
    expect([entry?.obstacle, entry?.about]).toEqual(['negative', ['A1.1.1.2']]);
  });
});

describe('the decisions', () => {
  it('are read back as decisions, with their reason, and nothing is written of the others', async () => {
    const text = `old_code,new_code,amount
A1.1.1.1,A1.1.1.1,3
A1.1.1.1,A1.1.1.2,1
A1.1.1.5,A1.1.1.5,1
A1.1.1.6,A1.1.1.6,1
`;
    const report = await sharesOf(text);
    const csv = renderDecisionsCsv(shareDecisions(report, { by: 'ufficio', on: '2024-05-01', lang: 'it' }));
    const { decisions, problems } = await parseDecisions({ name: 'd.csv', bytes: utf8(csv) });
    expect(problems).toEqual([]);
    expect(
      decisions.map(({ oldCode, newCode, verdict, share, by, on }) => [
        oldCode,
        newCode,
        verdict,
        share,
        by,
        on,
      ]),
    ).toEqual([
      ['A1.1.1.1', 'A1.1.1.1', 'accept', '0.75', 'ufficio', '2024-05-01'],
      ['A1.1.1.1', 'A1.1.1.2', 'accept', '0.25', 'ufficio', '2024-05-01'],
    ]);
    expect(decisions[0]?.reason).toMatch(
      /^stimata da 2 registrazioni \(4\) con due codici: 1 di esse, 3; 95 %: /,
    );
  });

  it('carry the fingerprint of the old entry, where the crosswalk has it', () => {
    const rows = ['B1', 'B2'].map((newCode) =>
      crosswalkRow({ oldCode: 'A1', newCode, fingerprint: 'aaaaaa-bbbbbb-cccccc' }),
    );
    const { entries } = estimateShares(bookings(randomFrom(3), [0.5, 0.5], 40), {
      minimum: 30,
      crosswalk: { rows },
    });
    expect(entries[0]?.fingerprint).toBe('aaaaaa-bbbbbb-cccccc');
  });
});
