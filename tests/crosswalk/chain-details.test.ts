import { describe, expect, it } from 'vitest';
import { chainCrosswalks } from '../../src/crosswalk/chain-crosswalks.ts';
import type { CrosswalkRow } from '../../src/model/crosswalk.ts';
import { crosswalkRow } from '../support/crosswalk-row.ts';

const row = (oldCode: string, newCode: string, more: Partial<CrosswalkRow> = {}) =>
  crosswalkRow({ oldCode, newCode, change: 'moved', ...more });
const chain = (first: readonly CrosswalkRow[], second: readonly CrosswalkRow[]) =>
  chainCrosswalks({ rows: first }, { rows: second }).crosswalk.rows.filter(({ oldCode }) => oldCode !== '');
const split = (oldCode: string, newCode: string, share: string | null, isDefault: boolean | null) =>
  row(oldCode, newCode, { change: 'split', share, isDefault });

describe('the default target of a chain', () => {
  const defaults = (first: readonly CrosswalkRow[], second: readonly CrosswalkRow[]) =>
    chain(first, second).map(({ newCode, isDefault }) => `${newCode} ${isDefault}`);

  it('is the default of the default', () => {
    const first = [split('A', 'B', '0.6', false), split('A', 'C', '0.4', true)];
    const second = [
      split('B', 'D', '0.5', true),
      split('B', 'E', '0.5', false),
      split('C', 'F', '0.5', false),
      split('C', 'G', '0.5', true),
    ];
    expect(defaults(first, second)).toEqual(['D false', 'E false', 'F false', 'G true']);
  });

  it('is not known where a step names none', () => {
    const first = [split('A', 'B', '0.6', true), split('A', 'C', '0.4', false)];
    const second = [
      split('B', 'D', '0.5', null),
      split('B', 'E', '0.5', null),
      row('C', 'F', { isDefault: true }),
    ];
    expect(defaults(first, second)).toEqual(['D null', 'E null', 'F false']);
  });
});

describe('the other candidates of a chain', () => {
  const first = [
    row('A', 'B', {
      confidence: 0.9,
      tier: 'probable',
      alternatives: [
        { code: 'C', confidence: 0.3 },
        { code: 'E', confidence: 0.6 },
      ],
    }),
  ];
  const second = [
    row('B', 'D', { confidence: 0.8, alternatives: [{ code: 'H', confidence: 0.95 }] }),
    row('C', 'F', { confidence: 0.7 }),
    row('E', 'G', { confidence: 0.5 }),
  ];

  it('come best first, each as sure as its weaker step', () => {
    expect(chain(first, second)[0]?.alternatives).toEqual([
      { code: 'H', confidence: 0.9 },
      { code: 'G', confidence: 0.5 },
      { code: 'F', confidence: 0.3 },
    ]);
  });

  it('leave out where the entry goes anyway, and what goes nowhere', () => {
    const further = [
      row('B', 'D', { alternatives: [{ code: 'D', confidence: 0.9 }] }),
      row('C', '', { change: 'dropped', share: null }),
    ];
    expect(chain(first, further)[0]?.alternatives).toEqual([]);
  });
});

describe('how sure a chain is', () => {
  it('as sure as its weakest step', () => {
    const [link] = chain(
      [row('A', 'B', { confidence: 0.9, tier: 'certain' })],
      [row('B', 'C', { confidence: 0.95, tier: 'probable' })],
    );
    expect([link?.confidence, link?.tier]).toEqual([0.9, 'probable']);
  });
});

describe('what a chain says of an entry that a later file may have lost', () => {
  const lost = row('B', '', {
    change: 'possibly-lost',
    tier: 'open',
    share: null,
    alarms: ['possibly-lost=B'],
  });

  it('possibly lost, with the code that is missing; a person decides', () => {
    const [link] = chain([row('A', 'B')], [lost]);
    expect([link?.change, link?.tier, link?.gsim, link?.alarms]).toEqual([
      'possibly-lost',
      'open',
      null,
      ['possibly-lost=B'],
    ]);
  });

  it('no share is known where a part may be lost', () => {
    const links = chain([split('A', 'B', '0.5', true), split('A', 'C', '0.5', false)], [lost, row('C', 'D')]);
    expect(links.map(({ newCode, share }) => `${newCode} ${share}`)).toEqual([' null', 'D null']);
    expect(links.some(({ tier }) => tier === 'open')).toBe(true);
  });

  it('plainly dropped is not', () => {
    const [link] = chain([row('A', 'B')], [row('B', '', { change: 'dropped', gsim: 'RC1', share: null })]);
    expect([link?.change, link?.gsim]).toEqual(['dropped', 'RC1']);
  });
});
