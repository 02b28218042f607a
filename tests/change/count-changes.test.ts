import { describe, expect, it } from 'vitest';
import { type Counted, countChanges } from '../../src/change/count-changes.ts';
import { CHANGE_KINDS } from '../../src/model/change.ts';

const LOST = { kind: 'possibly-lost', missingCode: 'A1.1.1.1' } as const;
const RECYCLED = { kind: 'recycled', code: 'A1.1.1.2', oldLabel: 'Piano', newLabel: 'Bilancio' } as const;

const change = (kind: Counted['kind'], tier: Counted['tier'], alarms: Counted['alarms'] = []): Counted => ({
  kind,
  tier,
  alarms,
});

describe('the numbers of a comparison', () => {
  it('names every kind, also where there is none', () => {
    expect(countChanges([]).summary).toEqual(Object.fromEntries(CHANGE_KINDS.map((kind) => [kind, 0])));
  });

  it('counts possibly lost entries apart from dropped and open ones', () => {
    const { summary, tiers, alarms } = countChanges([
      change('possibly-lost', 'open', [LOST]),
      change('possibly-lost', 'open', [LOST, RECYCLED]),
      change('dropped', 'probable', [RECYCLED]),
      change('open', 'open'),
    ]);
    expect(summary).toMatchObject({ 'possibly-lost': 2, dropped: 1, open: 1 });
    expect(tiers).toEqual({ certain: 0, probable: 0, open: 1 });
    expect(alarms).toEqual({ recycled: 2, possiblyLost: 2, reusedIds: 0, redefined: 0 });
  });

  it('calls certain or probable only what is carried to a new entry', () => {
    const { tiers } = countChanges([
      change('dropped', 'certain'),
      change('added', 'certain'),
      change('renamed', 'certain'),
      change('split', 'probable'),
      change('merged', 'probable'),
    ]);
    expect(tiers).toEqual({ certain: 1, probable: 2, open: 0 });
  });

  it('of the certain ones, how many may also go elsewhere; of no other', () => {
    const { incomplete } = countChanges([
      { ...change('unchanged', 'certain'), complete: 'unknown' },
      { ...change('merged', 'certain'), complete: 'unknown' },
      { ...change('renamed', 'certain'), complete: 'yes' },
      { ...change('renamed', 'probable'), complete: 'unknown' },
      { ...change('dropped', 'certain'), complete: null },
      change('moved', 'certain'),
    ]);
    expect(incomplete).toBe(2);
  });
});
