import { describe, expect, it } from 'vitest';
import { familySource, visitFamilies } from '../../../src/match/candidates/families.ts';
import { visitSameTexts } from '../../../src/match/candidates/same-text.ts';
import { mapOf } from '../../support/map-of.ts';
import { viewOfMaps } from '../../support/view-of.ts';

const OLD = mapOf(`
  A1 Governo
  A1.1 Atti
  A1.1.1 Protocollo
  A1.1.2 Archivio
  A1.2 Gare`);
const NEW = mapOf(`
  A1 Governo
  A1.1 Documenti
  A1.1.1 Protocollo
  A1.1.2 Protocollo
  A1.1.3 Albo`);
const VIEW = viewOfMaps(OLD, NEW);
const codeOf = (map: typeof OLD, id: number) => map.nodes[id]?.code.text;
const idOf = (map: typeof OLD, code: string) =>
  map.nodes.find((node) => node.code.text === code)?.id as number;

/** What a source tells, as codes. */
function told(visit: (add: (o: number, n: number) => void) => void): string[] {
  const pairs: string[] = [];
  visit((o, n) => pairs.push(`${codeOf(OLD, o)}>${codeOf(NEW, n)}`));
  return pairs;
}

const FAMILY = ['A1.1.1', 'A1.1.2'].flatMap((o) => ['A1.1.1', 'A1.1.2', 'A1.1.3'].map((n) => `${o}>${n}`));

describe('families', () => {
  it('tell all children of one with all of the other, once', () => {
    const pairs = told((add) => {
      const visit = familySource(VIEW.oldSide, VIEW.newSide, add);
      visit(idOf(OLD, 'A1.1'), idOf(NEW, 'A1.1'));
      visit(idOf(OLD, 'A1.1'), idOf(NEW, 'A1.1'));
    });
    expect(pairs).toEqual(FAMILY);
  });

  it('tell nothing of what has no children', () => {
    expect(
      told((add) => familySource(VIEW.oldSide, VIEW.newSide, add)(idOf(OLD, 'A1.2'), idOf(NEW, 'A1.1'))),
    ).toEqual([]);
    expect(
      told((add) => familySource(VIEW.oldSide, VIEW.newSide, add)(idOf(OLD, 'A1.1'), idOf(NEW, 'A1.1.3'))),
    ).toEqual([]);
  });

  it.each([
    [40, 1600],
    [41, 0],
  ])('of %d each tell %d pairs: large ones say nothing', (size, expected) => {
    const rows = Array.from({ length: size }, (_, i) => `A1.${i + 1} Voce ${i}`).join('\n');
    const large = viewOfMaps(mapOf(`A1 Governo\n${rows}`), mapOf(`A1 Governo\n${rows}`));
    let count = 0;
    familySource(large.oldSide, large.newSide, () => count++)(0, 0);
    expect(count).toBe(expected);
  });

  it('come from the parents of what is linked, and from its children', () => {
    const partnerOfOld = new Int32Array(OLD.nodes.length).fill(-1);
    partnerOfOld[idOf(OLD, 'A1.1.1')] = idOf(NEW, 'A1.1.2');
    partnerOfOld[idOf(OLD, 'A1')] = idOf(NEW, 'A1');
    const pairs = told((add) =>
      visitFamilies(VIEW, partnerOfOld, {
        add,
        visitChildren: familySource(VIEW.oldSide, VIEW.newSide, add),
      }),
    );
    expect(pairs).toEqual(['A1.1>A1.1', 'A1.2>A1.1', 'A1.1>A1.1']);
  });
});

describe('the same text', () => {
  const sameLabels = (most: number) => told((add) => visitSameTexts(VIEW, VIEW.keys, { most, add }));

  it('makes pairs of all that have it', () => {
    expect(sameLabels(2)).toEqual(['A1>A1', 'A1.1.1>A1.1.1', 'A1.1.1>A1.1.2']);
  });

  it('makes none where too many have it', () => {
    expect(sameLabels(1)).toEqual(['A1>A1']);
  });

  it('is asked of codes as of labels', () => {
    expect(told((add) => visitSameTexts(VIEW, VIEW.codes, { most: 1, add }))).toEqual([
      'A1>A1',
      'A1.1>A1.1',
      'A1.1.1>A1.1.1',
      'A1.1.2>A1.1.2',
    ]);
  });
});
