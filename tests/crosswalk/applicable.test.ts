import { describe, expect, it } from 'vitest';
import { type Allocation, applicationOf } from '../../src/crosswalk/applicable.ts';
import type { CrosswalkRow } from '../../src/model/crosswalk.ts';
import { crosswalkRow } from '../support/crosswalk-row.ts';

const row = (newCode: string, more: Partial<CrosswalkRow> = {}) =>
  crosswalkRow({ oldCode: 'A1.1.1.1', newCode, change: 'split', share: null, ...more });
const dropped = (more: Partial<CrosswalkRow> = {}) => row('', { change: 'dropped', ...more });
const open = (newCode = '') => row(newCode, { change: 'open', tier: 'open' });
const lost = row('', { change: 'possibly-lost', tier: 'open' });
const [HALF, B1, B2] = [{ share: '0.5' }, 'B1.1.1.1', 'B1.1.1.2'];

function weights(rows: readonly CrosswalkRow[], allocate?: Allocation): string {
  const application = applicationOf(rows, allocate);
  if (application.obstacle !== null) return application.obstacle;
  return application.weighted.map(({ row: { newCode }, weight }) => `${newCode}*${weight}`).join(' ');
}

describe('whether the rows of an old code may be applied', () => {
  it.each<[string, readonly CrosswalkRow[], string]>([
    ['an only target takes all', [row(B1, { share: '1' })], 'B1.1.1.1*1'],
    ['also where its share is not written', [row(B1)], 'B1.1.1.1*1'],
    ['probable is applied', [row(B1, { tier: 'probable' })], 'B1.1.1.1*1'],
    [
      'shares, brought to whole numbers',
      [row(B1, { share: '0.25' }), row(B2, { share: '0.75' })],
      'B1.1.1.1*25 B1.1.1.2*75',
    ],
    [
      'shares of different length',
      [row(B1, { share: '0.4' }), row(B2, { share: '0.60' })],
      'B1.1.1.1*40 B1.1.1.2*60',
    ],
    ['a split without shares', [row(B1), row(B2)], 'split-undecided'],
    ['one share of two is none', [row(B1, HALF), row(B2)], 'split-undecided'],
    [
      'a default alone decides no shares',
      [row(B1, { isDefault: true }), row(B2, { isDefault: false })],
      'split-undecided',
    ],
    ['dropped', [dropped()], 'dropped'],
    ['possibly lost is not dropped', [lost], 'possibly-lost'],
    ['possibly lost in part', [row(B1, HALF), lost], 'possibly-lost'],
    ['open', [open()], 'open'],
    ['open with a candidate', [open(B1)], 'open'],
    ['open in part, whatever the rest', [row(B1, HALF), open(B2)], 'open'],
    ['dropped in part', [row(B1, { share: '0.7' }), dropped({ share: '0.3' })], 'partly-dropped'],
    [
      'dropped in part, under the kind of the whole',
      [row(B1, { share: '0.7' }), row('', { share: '0.3' })],
      'partly-dropped',
    ],
    [
      'two entries under one code',
      [row(B1, { fingerprint: 'a' }), row(B2, { fingerprint: 'b' })],
      'ambiguous-code',
    ],
    [
      'two entries, one of them open',
      [row(B1, { fingerprint: 'a' }), { ...open(), fingerprint: 'b' }],
      'ambiguous-code',
    ],
    ['one entry, told once', [row(B1, { fingerprint: 'a' })], 'B1.1.1.1*1'],
  ])('%s', (_, rows, expected) => {
    expect(weights(rows)).toBe(expected);
  });

  it.each<[string, Allocation, readonly CrosswalkRow[], string]>([
    ['equal parts', 'equal', [row(B1), row(B2)], 'B1.1.1.1*1 B1.1.1.2*1'],
    [
      'shares go before equal parts',
      'equal',
      [row(B1, { share: '0.1' }), row(B2, { share: '0.9' })],
      'B1.1.1.1*1 B1.1.1.2*9',
    ],
    ['equal parts of nothing open', 'equal', [row(B1), open(B2)], 'open'],
    [
      'all to the default',
      'default',
      [row(B1, { isDefault: false }), row(B2, { isDefault: true })],
      'B1.1.1.1*0 B1.1.1.2*1',
    ],
    ['no default', 'default', [row(B1), row(B2, { isDefault: false })], 'split-undecided'],
    [
      'two defaults',
      'default',
      [row(B1, { isDefault: true }), row(B2, { isDefault: true })],
      'split-undecided',
    ],
    [
      'shares go before the default',
      'default',
      [row(B1, { ...HALF, isDefault: true }), row(B2, HALF)],
      'B1.1.1.1*5 B1.1.1.2*5',
    ],
  ])('%s', (_, allocate, rows, expected) => {
    expect(weights(rows, allocate)).toBe(expected);
  });
});
