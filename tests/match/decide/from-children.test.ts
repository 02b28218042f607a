import { describe, expect, it } from 'vitest';
import { createPairTable } from '../../../src/match/compare/pair-table.ts';
import { constraintsOf } from '../../../src/match/decide/constraints.ts';
import { followEntries } from '../../../src/match/decide/from-children.ts';
import type { Link } from '../../../src/model/correspondence.ts';
import { mapOf } from '../../support/map-of.ts';
import { viewOfMaps } from '../../support/view-of.ts';

const OLD = mapOf(`
  A1 Governo
  A1.1 Atti
  A1.1.1 Protocollo
  A1.1.1.1 Arrivo
  A1.1.1.2 Partenza
  A1.1.1.3 Archivio
  A1.1.1.4 Scarto`);
const NEW = mapOf(`
  A1 Governo
  A1.1 Atti
  A1.1.1 Corrispondenza
  A1.1.1.1 Arrivo
  A1.1.1.2 Partenza
  A1.1.2 Deposito
  A1.1.2.1 Archivio
  A1.1.2.2 Scarto`);
const TABLE = createPairTable(viewOfMaps(OLD, NEW));
const idOf = (map: typeof OLD, code: string) =>
  map.nodes.find((node) => node.code.text === code)?.id as number;

function link(from: string, to: string, more: Partial<Link> = {}): Link {
  return {
    old: idOf(OLD, from),
    new: idOf(NEW, to),
    confidence: 0.9,
    tier: 'probable',
    evidence: [],
    matcher: 'one-to-one',
    ...more,
  };
}

const MOVED = [
  link('A1.1.1.1', 'A1.1.1.1'),
  link('A1.1.1.2', 'A1.1.1.2'),
  link('A1.1.1.3', 'A1.1.2.1'),
  link('A1.1.1.4', 'A1.1.2.2'),
];

function followed(structure: readonly Link[], entries: readonly Link[] = MOVED, rejected: string[] = []) {
  const constraints = constraintsOf({
    rejected: rejected.map((to) => ({ old: idOf(OLD, 'A1.1.1'), new: idOf(NEW, to) })),
  });
  return followEntries(TABLE, structure, entries, constraints).map(
    (each) =>
      `${OLD.nodes[each.old]?.code.text}>${NEW.nodes[each.new]?.code.text} ${each.matcher} ${each.tier} ${each.confidence.toFixed(2)}`,
  );
}

describe('structure follows the entries below it', () => {
  it('goes to each place where a fair part of them went, the surer the larger the part', () => {
    expect(followed([link('A1.1.1', 'A1.1.1'), link('A1.1', 'A1.1'), link('A1', 'A1')])).toEqual([
      'A1.1.1>A1.1.1 one-to-one probable 0.90',
      'A1.1>A1.1 one-to-one probable 0.90',
      'A1>A1 one-to-one probable 0.90',
      'A1.1.1>A1.1.2 from-children probable 0.90',
    ]);
  });

  it('is found by them where no label told it', () => {
    expect(followed([])).toEqual([
      'A1>A1 from-children probable 0.90',
      'A1.1>A1.1 from-children probable 0.90',
      'A1.1.1>A1.1.1 from-children probable 0.90',
      'A1.1.1>A1.1.2 from-children probable 0.90',
    ]);
  });

  it('leaves a place where hardly any went, if another answers for that place', () => {
    const one = [...MOVED.slice(0, 3), link('A1.1.1.4', 'A1.1.1.1')];
    const structure = [link('A1.1.1', 'A1.1.1'), link('A1.1', 'A1.1.2')];
    expect(followed(structure, one)).not.toContainEqual(expect.stringContaining('A1.1.1>A1.1.2'));
    expect(followed([link('A1.1.1', 'A1.1.1')], one)).toContainEqual(
      expect.stringContaining('A1.1.1>A1.1.2 from-children'),
    );
  });

  it('drops a link that no entry follows, unless it is certain', () => {
    const stayed = MOVED.slice(0, 2);
    expect(followed([link('A1.1.1', 'A1.1.2')], stayed)).not.toContainEqual(
      expect.stringContaining('A1.1.1>A1.1.2'),
    );
    expect(followed([link('A1.1.1', 'A1.1.2', { tier: 'certain' })], stayed)).toContainEqual(
      expect.stringContaining('A1.1.1>A1.1.2 one-to-one certain'),
    );
    expect(
      followed([link('A1.1.1', 'A1.1.2', { tier: 'certain', matcher: 'merge' })], stayed),
    ).not.toContainEqual(expect.stringContaining('A1.1.1>A1.1.2'));
  });

  it('keeps a link of what has no linked entries', () => {
    expect(followed([link('A1.1.1', 'A1.1.2')], [])).toEqual(['A1.1.1>A1.1.2 one-to-one probable 0.90']);
  });

  it('proposes nothing that a person turned down', () => {
    expect(followed([], MOVED, ['A1.1.2'])).not.toContainEqual(expect.stringContaining('A1.1.1>A1.1.2'));
  });
});
