import { describe, expect, it } from 'vitest';
import { idsByCode, ownSets } from '../../bench/lib/sets.ts';

describe('reference links of the project', () => {
  it('has both sets of process maps', () => {
    expect(ownSets().map((set) => [set.name, set.gold.length])).toEqual([
      ['rest', 104],
      ['levels', 247],
    ]);
  });

  it.each(ownSets().map((set) => [set.name, set] as const))(
    '%s names codes of its maps, each pair once',
    (_, set) => {
      const oldIds = idsByCode(set.oldMap);
      const newIds = idsByCode(set.newMap);
      const unknown = set.gold.filter(
        (link) => !oldIds.has(link.old) || (link.new !== '' && !newIds.has(link.new)),
      );
      expect(unknown).toEqual([]);
      expect(new Set(set.gold.map((link) => `${link.old} ${link.new}`)).size).toBe(set.gold.length);
    },
  );
});
