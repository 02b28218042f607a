import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { compareMaps } from '../../src/app/compare-maps.ts';
import type { Comparison } from '../../src/app/comparison.ts';
import { crosswalkOf } from '../../src/app/crosswalk-of.ts';
import { decisionsOf } from '../../src/app/decisions-of.ts';
import { parseDecisions } from '../../src/app/parse-decisions.ts';
import type { Decision } from '../../src/model/decision.ts';
import type { ProcessMap } from '../../src/model/process-map.ts';
import { isBookable, keyOf } from '../../src/model/tree.ts';
import { parseMap } from '../../src/read/parse-map.ts';
import { renderDecisionsCsv } from '../../src/render/decisions-csv.ts';

const read = (file: string) => parseMap({ name: file, bytes: readFileSync(`fixtures/${file}`) });
let oldMap: ProcessMap;
let newMap: ProcessMap;
let undecided: Comparison;

beforeAll(async () => {
  oldMap = await read('massa-carrara-2021.csv');
  newMap = await read('unioncamere-rev2023.csv');
  undecided = compareMaps(oldMap, newMap);
});

/** What a crosswalk says that a decision may not change by being written down; not who said it, nor how sure it is. */
function substanceOf(comparison: Comparison) {
  return crosswalkOf(comparison).crosswalk.rows.map((row) => ({
    ends: `${row.oldCode} -> ${row.newCode}`,
    kind: `${row.change} ${row.gsim}`,
    share: row.share,
    isDefault: row.isDefault,
    alarms: row.alarms,
    open: row.tier === 'open',
  }));
}

async function decide(decisions: readonly Decision[]): Promise<Comparison> {
  const bytes = new TextEncoder().encode(renderDecisionsCsv(decisions));
  return compareMaps(oldMap, newMap, { decisions: await parseDecisions({ name: 'decisions.csv', bytes }) });
}

type Choice = { readonly old: number; readonly targets: readonly number[]; readonly shared: boolean };

/** For some old entries the targets a person chose: none, one, or several with shares. */
function choices(): fc.Arbitrary<readonly Choice[]> {
  const olds = oldMap.nodes.filter(isBookable).length;
  const news = newMap.nodes.filter(isBookable).length;
  const choice = fc.record({
    old: fc.nat(olds - 1),
    targets: fc.uniqueArray(fc.nat(news - 1), { maxLength: 4 }),
    shared: fc.boolean(),
  });
  return fc.uniqueArray(choice, { maxLength: 25, selector: ({ old }) => old });
}

function decisionsFrom(chosen: readonly Choice[]): readonly Decision[] {
  const [olds, news] = [oldMap, newMap].map((map) => map.nodes.filter(isBookable).map(keyOf));
  const base = {
    by: 'A',
    on: '2025-01-31',
    reason: '',
    oldFingerprint: '',
    newFingerprint: '',
    newLabel: '',
    place: { file: '' },
  };
  return chosen.flatMap(({ old, targets, shared }): readonly Decision[] => {
    const oldCode = olds?.[old] ?? '';
    if (targets.length === 0) {
      return [{ ...base, verdict: 'drop', oldCode, newCode: '', share: null, isDefault: null }];
    }
    return targets.map((target, i) => ({
      ...base,
      verdict: 'accept',
      oldCode,
      newCode: news?.[target] ?? '',
      share: shared ? (SHARES[targets.length]?.[i] ?? null) : null,
      isDefault: shared ? i === 0 : null,
    }));
  });
}

const SHARES: Readonly<Record<number, readonly string[]>> = {
  1: ['1'],
  2: ['0.6', '0.4'],
  3: ['0.3333', '0.3333', '0.3334'],
  4: ['0.5', '0.25', '0.125', '0.125'],
};

describe('decisions', () => {
  it('written down as they stand and applied again change nothing', async () => {
    const again = await decide(decisionsOf(undecided, { proposed: true }));
    expect(substanceOf(again)).toEqual(substanceOf(undecided));
    expect(again.report.decisions?.stale).toEqual([]);
  });

  it('are what the crosswalk says, and survive being written down again', async () => {
    await fc.assert(
      fc.asyncProperty(choices(), async (chosen) => {
        const decisions = decisionsFrom(chosen);
        const decided = await decide(decisions);
        const { rows } = crosswalkOf(decided).crosswalk;
        for (const { verdict, oldCode, newCode, share } of decisions) {
          const own = rows.filter((row) => row.oldCode === oldCode);
          const expected = decisions.filter((each) => each.oldCode === oldCode);
          expect(own).toHaveLength(expected.length);
          const row = own.find((each) => each.newCode === newCode);
          expect(row).toMatchObject({ tier: 'certain', decidedBy: 'A', decidedOn: '2025-01-31' });
          if (verdict === 'accept' && share !== null) expect(row?.share).toBe(share);
        }
        const again = await decide(decisionsOf(decided, { proposed: true }));
        expect(substanceOf(again)).toEqual(substanceOf(decided));
      }),
      { numRuns: 8 },
    );
  });

  it('turn down a pair for good: it is neither linked nor proposed', async () => {
    const linked = undecided.report.changes.filter(({ old, new: targets }) => old && targets.length > 0);
    await fc.assert(
      fc.asyncProperty(fc.subarray(linked, { maxLength: 20 }), async (some) => {
        const pairs = some.map((change) => [change.old?.code ?? '', change.new[0]?.code ?? ''] as const);
        const decisions = pairs.map(([oldCode, newCode]): Decision => ({ ...REJECTED, oldCode, newCode }));
        const { report } = await decide(decisions);
        for (const [oldCode, newCode] of pairs) {
          const change = report.changes.find(({ old }) => old?.code === oldCode);
          const named = [...(change?.new ?? []), ...(change?.candidates ?? [])].map(({ code }) => code);
          expect(named).not.toContain(newCode);
        }
      }),
      { numRuns: 5 },
    );
  });

  it('do not depend on the order they stand in', async () => {
    const decisions = decisionsOf(undecided, { proposed: true });
    const backwards = await decide([...decisions].reverse());
    expect(crosswalkOf(backwards)).toEqual(crosswalkOf(await decide(decisions)));
  });
});

const REJECTED: Decision = {
  verdict: 'reject',
  oldCode: '',
  newCode: '',
  share: null,
  isDefault: null,
  by: '',
  on: '',
  reason: '',
  oldFingerprint: '',
  newFingerprint: '',
  newLabel: '',
  place: { file: '' },
};
