import { describe, expect, it } from 'vitest';
import { compareMaps } from '../../src/app/compare-maps.ts';
import { mintIds } from '../../src/app/mint-ids.ts';
import type { ProcessMap } from '../../src/model/process-map.ts';
import { mapOf } from '../support/map-of.ts';

const ABOVE = 'A1 Governo\nA1.1 Pianificazione\nA1.1.1 Programmi\n';
const OLD = `${ABOVE}A1.1.1.1 Bilancio di previsione\nA1.1.1.2 Protocollo e archivio\nA1.1.1.3 Gestione del personale`;
const idOf = ({ nodes }: ProcessMap, code: string) =>
  nodes.find((node) => node.code.text === code)?.about?.id;

describe('identifiers that are minted', () => {
  it('are one for each entry, say nothing of its code, and are the same each time', () => {
    const { map, minted, carried } = mintIds(mapOf(OLD));
    const ids = map.nodes.map(({ about }) => about?.id ?? '');
    expect([minted, carried, new Set(ids).size]).toEqual([6, 0, 6]);
    for (const id of ids)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/);
    expect(mintIds(mapOf(OLD)).map).toEqual(map);
  });

  it('are two for two entries that look the same', () => {
    const { map } = mintIds(mapOf('A1.1.1.1 Bilancio\nA1.1.1.1 Bilancio'));
    expect(new Set(map.nodes.map(({ about }) => about?.id)).size).toBe(2);
  });

  it('leave those that are there', () => {
    const { map } = mintIds(mapOf(OLD));
    expect(mintIds(map)).toMatchObject({ minted: 0, map });
  });

  it('go on with their entry when its code does not, and a code given to another gets a new one', () => {
    const { map: before } = mintIds(mapOf(OLD));
    const next = mapOf(
      `${ABOVE}A1.1.1.1 Protocollo e archivio\nA1.1.1.2 Mediazione e conciliazione\nA1.1.1.3 Gestione del personale\nA1.1.1.4 Bilancio di previsione`,
    );
    const { map, carried, minted, undecided } = mintIds(next, compareMaps(before, next));
    expect(undecided).toEqual([]);
    expect([carried, minted]).toEqual([6, 1]);
    expect(idOf(map, 'A1.1.1.4')).toBe(idOf(before, 'A1.1.1.1'));
    expect(idOf(map, 'A1.1.1.1')).toBe(idOf(before, 'A1.1.1.2'));
    const old = before.nodes.map(({ about }) => about?.id);
    expect(old).not.toContain(idOf(map, 'A1.1.1.2'));
    // And so the next comparison needs no label.
    const { report } = compareMaps(before, map);
    expect(report.alarms).toMatchObject({ reusedIds: 0 });
    expect(report.changes.find(({ old: each }) => each?.code === 'A1.1.1.1')?.new[0]).toMatchObject({
      code: 'A1.1.1.4',
      matcher: 'id',
      tier: 'certain',
    });
  });

  it('are new where nobody has decided what goes on, which is told', () => {
    const { map: before } = mintIds(mapOf(OLD));
    const next = mapOf(OLD);
    const certain = compareMaps(before, next);
    const changes = certain.report.changes.map((change) =>
      change.old?.code === 'A1.1.1.1' ? { ...change, tier: 'probable' as const } : change,
    );
    const comparison = { ...certain, report: { ...certain.report, changes } };
    const { map, undecided } = mintIds(next, comparison);
    expect(undecided).toEqual(['A1.1.1.1']);
    expect(idOf(map, 'A1.1.1.1')).not.toBe(idOf(before, 'A1.1.1.1'));
  });
});
