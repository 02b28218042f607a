import { describe, expect, it } from 'vitest';
import { compareMaps } from '../../src/app/compare-maps.ts';
import { matchWithIds } from '../../src/match/match-with-ids.ts';
import type { EntryAbout, ProcessMap } from '../../src/model/process-map.ts';
import { mapOf } from '../support/map-of.ts';

const ABOVE = 'A1 Governo\nA1.1 Pianificazione\nA1.1.1 Programmi\n';

/** A map of activities, each with what is said of it. */
function mapWith(lines: string, about: Readonly<Record<string, EntryAbout>> = {}): ProcessMap {
  const map = mapOf(ABOVE + lines);
  const nodes = map.nodes.map((node) => {
    const own = about[node.code.text];
    return own === undefined ? node : { ...node, about: own };
  });
  return { ...map, nodes };
}

/** The links of activities: `OLD>NEW tier`. */
function links(oldMap: ProcessMap, newMap: ProcessMap): readonly string[] {
  const { correspondence } = matchWithIds(oldMap, newMap);
  return correspondence.links.map(
    (link) => `${oldMap.nodes[link.old]?.code.text}>${newMap.nodes[link.new]?.code.text} ${link.tier}`,
  );
}

const OLD =
  'A1.1.1.1 Bilancio di previsione\nA1.1.1.2 Protocollo e archivio\nA1.1.1.3 Gestione del personale';

describe('entries with the same identifier', () => {
  it('are certain, whatever their codes, though the label is another name for the same', () => {
    const definition = 'Redazione del documento che autorizza le spese';
    const before = mapWith(OLD, { 'A1.1.1.1': { id: 'k-1', definition } });
    const after = mapWith(
      'A1.1.1.1 Protocollo e archivio\nA1.1.1.2 Gestione del personale\nA1.1.1.4 Budget',
      { 'A1.1.1.4': { id: 'k-1', definition } },
    );
    expect(links(before, after)).toEqual([
      'A1.1.1.1>A1.1.1.4 certain',
      'A1.1.1.2>A1.1.1.1 certain',
      'A1.1.1.3>A1.1.1.2 certain',
    ]);
    const { report } = compareMaps(before, after);
    const [first] = report.changes;
    expect(first?.new[0]?.evidence[0]).toMatchObject({ kind: 'same-id', weight: 1 });
    expect(report.alarms).toMatchObject({ reusedIds: 0, redefined: 0 });
  });

  it('are proposed, with an alarm, where the labels send them elsewhere: a reused identifier', () => {
    const before = mapWith(OLD, { 'A1.1.1.1': { id: 'k-1' } });
    const after = mapWith(`${OLD.replaceAll('A1.1.1.1 ', 'A1.1.1.9 ')}\nA1.1.1.1 Mediazione e arbitrato`, {
      'A1.1.1.1': { id: 'k-1' },
    });
    const { report } = compareMaps(before, after);
    const [first] = report.changes;
    expect(first?.tier).toBe('probable');
    expect(first?.new.map(({ code }) => code)).toContain('A1.1.1.1');
    expect(first?.alarms).toEqual([
      {
        kind: 'reused-id',
        id: 'k-1',
        oldLabel: 'Bilancio di previsione',
        newLabel: 'Mediazione e arbitrato',
      },
    ]);
    expect(report.alarms.reusedIds).toBe(1);
  });

  it('are proposed where one label says the opposite of the other', () => {
    const before = mapWith('A1.1.1.1 Progetti finanziati da terzi', { 'A1.1.1.1': { id: 'k-1' } });
    const after = mapWith('A1.1.1.1 Progetti non finanziati da terzi', { 'A1.1.1.1': { id: 'k-1' } });
    expect(links(before, after)).toEqual(['A1.1.1.1>A1.1.1.1 probable']);
  });

  it('change nothing where the identifiers are numbers or codes', () => {
    const plain = mapWith(OLD);
    const turned = OLD.replace('A1.1.1.1 B', 'A1.1.1.7 B').replace('A1.1.1.2 P', 'A1.1.1.1 P');
    const numbered = (lines: string, first: string, second: string) =>
      mapWith(lines, { [first]: { id: '1' }, [second]: { id: '2' } });
    expect(links(numbered(OLD, 'A1.1.1.1', 'A1.1.1.2'), numbered(turned, 'A1.1.1.1', 'A1.1.1.7'))).toEqual(
      links(plain, mapWith(turned)),
    );
  });

  it('do not come back when a person has turned the pair down', () => {
    const before = mapWith(OLD, { 'A1.1.1.1': { id: 'k-1' } });
    const after = mapWith(OLD, { 'A1.1.1.3': { id: 'k-1' } });
    const old = before.nodes.find(({ code }) => code.text === 'A1.1.1.1')?.id ?? -1;
    const target = after.nodes.find(({ code }) => code.text === 'A1.1.1.3')?.id ?? -1;
    const { correspondence } = matchWithIds(before, after, {
      decisions: { rejected: [{ old, new: target }] },
    });
    expect(correspondence.links.filter((link) => link.old === old && link.new === target)).toEqual([]);
  });
});

describe('a definition that changes under the same label', () => {
  const defined = (definition: string) => mapWith(OLD, { 'A1.1.1.1': { definition } });

  it('is told, and the link stays', () => {
    const { report } = compareMaps(defined('Il documento dei ricavi'), defined('La riunione del consiglio'));
    const [first] = report.changes;
    expect(first).toMatchObject({ kind: 'unchanged', tier: 'certain' });
    expect(first?.alarms).toEqual([
      { kind: 'redefined', before: 'Il documento dei ricavi', after: 'La riunione del consiglio' },
    ]);
  });

  it.each([
    ['only its writing differs', 'Il documento dei ricavi', 'Il  documento, dei RICAVI'],
    ['it was not there before', '', 'La riunione del consiglio'],
  ])('is not where %s', (_, before, after) => {
    const oldMap = before === '' ? mapWith(OLD) : defined(before);
    expect(compareMaps(oldMap, defined(after)).report.alarms.redefined).toBe(0);
  });
});
