import { describe, expect, it } from 'vitest';
import { checkCrosswalk } from '../../src/crosswalk/check-crosswalk.ts';
import { isDecided } from '../../src/model/crosswalk-check.ts';
import { mapOf } from '../support/map-of.ts';
import { crosswalkOf } from '../support/recode.ts';

const tree = (...codes: string[]) => mapOf(['A1 Uno', 'A1.1 Due', 'A1.1.1 Tre', ...codes].join('\n'));
const OLD = tree('A1.1.1.1 a', 'A1.1.1.2 b', 'A1.1.1.3 c');
const NEW = tree('A1.1.1.1 a', 'A1.1.1.2 b', 'A1.1.1.4 d');

describe('the two-way check', () => {
  it('counts where every entry is', () => {
    const table = crosswalkOf('A1.1.1.1 A1.1.1.1\nA1.1.1.2 ?\nA1.1.1.3 -\n- A1.1.1.2\n- A1.1.1.4');
    const check = checkCrosswalk(table, OLD, NEW);
    expect(check).toEqual({
      old: { mapped: 1, certain: 1, probable: 0, dropped: 1, possiblyLost: 0, open: 1 },
      new: { reached: 1, byRule: 0, added: 2 },
      possiblyLost: [],
      open: ['A1.1.1.2'],
      unshared: [],
      incomplete: [],
      ambiguous: [],
      missing: { old: [], new: [] },
    });
    expect(isDecided(check)).toBe(false);
  });

  it('finds what the table leaves out, on both sides', () => {
    const { missing } = checkCrosswalk(crosswalkOf('A1.1.1.1 A1.1.1.1\nA1.1.1.2 A1.1.1.2'), OLD, NEW);
    expect(missing).toEqual({ old: ['A1.1.1.3'], new: ['A1.1.1.4'] });
  });

  it('names splits without shares, and codes that stand on several old entries', () => {
    const text =
      'A1.1.1.1 A1.1.1.1 ?\nA1.1.1.1 A1.1.1.2 ?\nA1.1.1.2 A1.1.1.4\nA1.1.1.3 A1.1.1.4\nA1.1.1.3 A1.1.1.1';
    const { rows } = crosswalkOf(text);
    const told = rows.map((row, i) => ({ ...row, fingerprint: row.oldCode === 'A1.1.1.3' ? `${i}` : '' }));
    expect(checkCrosswalk({ rows: told }, OLD, NEW)).toMatchObject({
      unshared: ['A1.1.1.1'],
      ambiguous: ['A1.1.1.3'],
    });
  });
});
