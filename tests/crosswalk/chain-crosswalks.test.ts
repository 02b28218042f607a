import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chainCrosswalks } from '../../src/crosswalk/chain-crosswalks.ts';
import { checkShares } from '../../src/crosswalk/check-shares.ts';
import type { Crosswalk, CrosswalkRow } from '../../src/model/crosswalk.ts';
import { crosswalkBetween, smallCodes } from '../arbitraries/crosswalk.ts';
import { crosswalkRow } from '../support/crosswalk-row.ts';
import { crosswalkOf } from '../support/recode.ts';

function chain(first: Crosswalk, second: Crosswalk): Crosswalk {
  return chainCrosswalks(first, second).crosswalk;
}

/** Rows as `old new share change`. */
function linksOf({ rows }: Crosswalk): readonly string[] {
  return rows.map(({ oldCode, newCode, share, change }) =>
    [oldCode || '-', newCode || '-', share ?? '?', change].join(' '),
  );
}

describe('a chain of two crosswalks', () => {
  test.each([
    ['moves follow each other, once', 'A B', 'B C', ['A C 1 moved']],
    ['a code used again is not its namesake', 'A B\nB C', 'B D\nC B', ['A D 1 moved', 'B B 1 unchanged']],
    [
      'shares multiply',
      'A B 0.5\nA C 0.5',
      'B D 0.2\nB E 0.8\nC F',
      ['A D 0.1 split', 'A E 0.4 split', 'A F 0.5 split'],
    ],
    ['shares add up where ways meet', 'A B 0.3\nA C 0.7', 'B D\nC D', ['A D 1 moved']],
    ['what meets is merged', 'A B\nX C', 'B D\nC D', ['A D 1 merged', 'X D 1 merged']],
    ['dropped stays dropped', 'A -\nB C', 'C -', ['A - ? dropped', 'B - ? dropped']],
    ['undecided stays undecided', 'A B ?\nA C ?', 'B D\nC E', ['A D ? split', 'A E ? split']],
    ['open stays open', 'A ?\nB C', 'C ?', ['A - ? open', 'B - ? open']],
    ['partly dropped', 'A B 0.6\nA C 0.4', 'B D\nC -', ['A D 0.6 moved', 'A - 0.4 dropped']],
    [
      'what was added goes on as added',
      '- B\nA C',
      'B D\nC E\n- F',
      ['A E 1 moved', '- D ? added', '- F ? added'],
    ],
    ['what an old entry reaches is not added', '- B\nA C', 'B D\nC D', ['A D 1 moved']],
  ])('%s', (_, first, second, links) => {
    expect(linksOf(chain(crosswalkOf(first), crosswalkOf(second)))).toEqual(links);
  });

  describe('service entries, through maps that list none', () => {
    const first = crosswalkOf('A1.C A1\nX1 A2\nX2 A1.1.F.F\nX3 A3.1.F.F\nX4 A1.1.1.1');
    const moves =
      'A1.1.1.1 B2.3.1.1\nA1.1.1.2 B2.3.1.2\nA1.2.1.1 B2.4.1.1\nA2.1.1.1 B3.1.1.1\nA2.1.1.2 C1.1.1.1';

    test('go where most of what they serve goes, as probable; else they are open', () => {
      const { crosswalk, unknown } = chainCrosswalks(first, crosswalkOf(moves));
      const rows = crosswalk.rows.filter((row) => row.oldCode !== '');
      expect(rows.map((row) => [row.oldCode, row.newCode, row.tier])).toEqual([
        ['A1.C', 'B2', 'probable'],
        ['X1', '', 'open'],
        ['X2', 'B2.3.F.F', 'probable'],
        ['X3', '', 'open'],
        ['X4', 'B2.3.1.1', 'certain'],
      ]);
      expect(unknown).toEqual(['A2', 'A3.1.F.F']);
    });

    test('are not guessed where the second lists some', () => {
      const { unknown } = chainCrosswalks(first, crosswalkOf(`${moves}\nD1.1.F.F D1.1.F.F`));
      expect(unknown).toEqual(['A1', 'A2', 'A1.1.F.F', 'A3.1.F.F']);
    });
  });

  test('codes the second does not know are named, and what led there is open', () => {
    const { crosswalk, unknown } = chainCrosswalks(crosswalkOf('A B\nX Y'), crosswalkOf('B C'));
    expect(unknown).toEqual(['Y']);
    expect(linksOf(crosswalk)).toEqual(['A C 1 moved', 'X - ? open']);
  });

  test('carries the weakest confidence, all decisions and the codes in between', () => {
    const first = crosswalkRow({
      oldCode: 'A',
      newCode: 'B',
      confidence: 0.9,
      decidedBy: 'Rossi',
      decidedOn: '2023-01-01',
      reason: 'x',
    });
    const second = crosswalkRow({
      oldCode: 'B',
      newCode: 'C',
      confidence: 0.8,
      tier: 'probable',
      decidedBy: 'Bianchi',
      decidedOn: '2022-01-01',
      reason: 'y',
    });
    expect(chain({ rows: [first] }, { rows: [second], validFrom: '2024-01-01' })).toEqual({
      rows: [
        crosswalkRow({
          oldCode: 'A',
          newCode: 'C',
          change: 'moved',
          gsim: 'VC1',
          confidence: 0.8,
          tier: 'probable',
          evidence: 'chain=A>B>C',
          decidedBy: 'Bianchi | Rossi',
          decidedOn: '2023-01-01',
          reason: 'x | y',
        }),
      ],
      validFrom: '2024-01-01',
    });
  });

  test('entries that bear the same code stay apart; what leads to such a code is open', () => {
    const twice: Crosswalk = {
      rows: [
        crosswalkRow({ oldCode: 'A', newCode: 'B', fingerprint: 'f1' }),
        crosswalkRow({ oldCode: 'A', newCode: 'C', fingerprint: 'f2' }),
      ],
    };
    expect(linksOf(chain(twice, crosswalkOf('B D\nC E')))).toEqual(['A D 1 moved', 'A E 1 moved']);
    expect(linksOf(chain(crosswalkOf('X A'), twice)).slice(0, 1)).toEqual(['X - ? open']);
  });

  test('a code is recycled when the last revision has it for something else', () => {
    const first = crosswalkOf('A B');
    const gone = chain(first, crosswalkOf('B C\n- A'));
    expect(gone.rows[0]?.alarms).toEqual(['recycled']);
    const flagged: Crosswalk = {
      rows: [
        crosswalkRow({ oldCode: 'A', newCode: 'B', alarms: ['recycled'] }),
        crosswalkRow({ newCode: 'A', change: 'added', share: null }),
      ],
    };
    expect(chain(flagged, crosswalkOf('B C\nA A')).rows[0]?.alarms).toEqual(['recycled']);
    expect(chain(flagged, crosswalkOf('B C\nA -')).rows[0]?.alarms).toEqual([]);
    expect(chain(flagged, crosswalkOf('B A\nA X')).rows[0]?.alarms).toEqual([]);
  });
});

const REVISIONS = ['A', 'B', 'C', 'D'].map((letter) => [...smallCodes(letter, 2), ...smallCodes('X', 2)]);

function step(from: number): fc.Arbitrary<Crosswalk> {
  return crosswalkBetween(REVISIONS[from] ?? [], REVISIONS[from + 1] ?? []).chain(({ rows }) =>
    fc
      .array(
        fc.record({
          confidence: fc.constantFrom(0.5, 0.9, 1),
          tier: fc.constantFrom('certain', 'probable'),
          decidedBy: fc.constantFrom('', 'a', 'b'),
        }),
        {
          minLength: rows.length,
          maxLength: rows.length,
        },
      )
      .map((extra) => ({
        rows: rows.map((row, i) =>
          row.newCode && row.oldCode ? { ...row, ...extra[i] } : row,
        ) as CrosswalkRow[],
      })),
  );
}

/** What a composition says, whatever the order in which it was composed. */
function meaning({ rows }: Crosswalk): readonly object[] {
  return rows
    .map((row) => ({ ...row, gsim: null, evidence: row.evidence.split('|').sort().join('|') }))
    .sort((a, b) =>
      JSON.stringify([a.oldCode, a.newCode]) < JSON.stringify([b.oldCode, b.newCode]) ? -1 : 1,
    );
}

describe('composition of crosswalks', () => {
  test('is associative', () => {
    fc.assert(
      fc.property(step(0), step(1), step(2), (a, b, c) => {
        expect(meaning(chain(chain(a, b), c))).toEqual(meaning(chain(a, chain(b, c))));
      }),
      { numRuns: 300 },
    );
  });

  test('has the crosswalk in which nothing changes as its neutral element', () => {
    const identity = (codes: readonly string[]) =>
      crosswalkOf(codes.map((code) => `${code} ${code}`).join('\n'));
    fc.assert(
      fc.property(step(0), (a) => {
        const kinded = chain(a, identity(REVISIONS[1] ?? []));
        expect(meaning(chain(kinded, identity(REVISIONS[1] ?? [])))).toEqual(meaning(kinded));
        expect(meaning(chain(identity(REVISIONS[0] ?? []), kinded))).toEqual(meaning(kinded));
        expect(linksOf(kinded).map((link) => link.split(' ').slice(0, 3))).toEqual(
          linksOf(a).map((link) => link.split(' ').slice(0, 3)),
        );
      }),
      { numRuns: 200 },
    );
  });

  test('yields shares that sum to exactly 1, or are left open', () => {
    fc.assert(
      fc.property(step(0), step(1), (a, b) => {
        const rows = chain(a, b).rows.map((row, i) => ({ row, line: i + 2 }));
        expect(checkShares(rows, 'full')).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
