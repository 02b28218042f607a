import { describe, expect, it } from 'vitest';
import { flatMap } from '../../../bench/lib/flat-map.ts';
import { matchMaps } from '../../../src/match/match.ts';
import { classesOf } from '../../../src/match/view/classes.ts';
import { mapOf } from '../../support/map-of.ts';

const row = (code: string, label: string, parent = '') => ({ code, label, parent });

/** Sections, and classes that repeat the name of the one above where they are its only one. */
const INDUSTRIES = flatMap('industries', [
  row('1', 'Crop Production'),
  row('11', 'Soybean Farming', '1'),
  row('12', 'Wheat Farming', '1'),
  row('2', 'Fishing'),
  row('21', 'Fishing', '2'),
]);

/** Controls, some of which have enhancements: both are entries. */
const CONTROLS = flatMap('controls', [
  row('AC', 'Access Control'),
  row('AC-1', 'Policy', 'AC'),
  row('AC-2', 'Account Management', 'AC'),
  row('AC-2(1)', 'Automated Account Management', 'AC-2'),
  row('AC-3', 'Access Enforcement', 'AC'),
]);

function linksOf(oldMap: typeof INDUSTRIES, newMap: typeof INDUSTRIES): string[] {
  const { correspondence } = matchMaps(oldMap, newMap);
  return correspondence.links.map(
    (link) => `${oldMap.nodes[link.old]?.code.text} > ${newMap.nodes[link.new]?.code.text}`,
  );
}

describe('classesOf', () => {
  it('keeps the kinds of a process map apart', () => {
    const map = mapOf(`
      A1 Governo
      A1.1 Performance
      A1.1.1 Programmazione
      A1.1.1.1 Relazione
    `);
    expect(new Set(classesOf(map, map).old).size).toBe(4);
  });

  it('sets levels that only gather what is below them apart from entries', () => {
    const { old } = classesOf(INDUSTRIES, INDUSTRIES);
    expect(old[0]).toBe(old[3]);
    expect(old[1]).toBe(old[4]);
    expect(old[3]).not.toBe(old[4]);
  });

  it('leaves levels together on which some entries have others below them', () => {
    const { old } = classesOf(CONTROLS, CONTROLS);
    expect(old[1]).toBe(old[3]);
    expect(old[0]).not.toBe(old[1]);
  });

  it('goes by both maps: a level that holds entries in one of them is no level of headings', () => {
    const shallow = flatMap('shallow', [row('1', 'Crop Production'), row('2', 'Fishing')]);
    const { old, new: other } = classesOf(INDUSTRIES, shallow);
    expect(new Set([...old, ...other]).size).toBe(1);
  });
});

describe('a level that a revision took out', () => {
  const deep = flatMap('deep', [
    row('A', 'Agriculture'),
    row('A1', 'Crops and animals', 'A'),
    row('A11', 'Crop production', 'A1'),
    row('A111', 'Growing of rice', 'A11'),
    row('A112', 'Growing of sugar cane', 'A11'),
    row('A12', 'Animal production', 'A1'),
    row('A121', 'Raising of poultry', 'A12'),
  ]);
  const shallow = flatMap('shallow', [
    row('A', 'Agriculture'),
    row('A11', 'Crop production', 'A'),
    row('A111', 'Growing of rice', 'A11'),
    row('A112', 'Growing of sugar cane', 'A11'),
    row('A12', 'Animal production', 'A'),
    row('A121', 'Raising of poultry', 'A12'),
  ]);

  it('leaves what stood below it in its class', () => {
    const { old, new: other } = classesOf(deep, shallow);
    expect(old[2]).toBe(other[1]);
    expect(old[3]).toBe(other[2]);
    expect([...other]).not.toContain(old[1]);
    expect(linksOf(deep, shallow)).toContain('A12 > A12');
  });

  it('is a class of its own in a revision that puts it in', () => {
    const { old, new: other } = classesOf(shallow, deep);
    expect(old[1]).toBe(other[2]);
    expect([...old]).not.toContain(other[1]);
  });
});

describe('levels of headings', () => {
  it('take no entry whose row is lost, though they bear its name', () => {
    const without = flatMap('without', [
      row('1', 'Crop Production'),
      row('11', 'Soybean Farming', '1'),
      row('12', 'Wheat Farming', '1'),
      row('2', 'Fishing'),
      row('22', 'Whaling', '2'),
    ]);
    expect(linksOf(INDUSTRIES, without)).not.toContain('21 > 2');
    expect(linksOf(INDUSTRIES, without)).toContain('2 > 2');
  });
});

describe('entries below entries', () => {
  it('are taken in by the one above when they are listed no more', () => {
    const after = flatMap('after', [
      row('AC', 'Access Control'),
      row('AC-1', 'Policy', 'AC'),
      row('AC-2', 'Account Management', 'AC'),
      row('AC-3', 'Access Enforcement', 'AC'),
    ]);
    expect(linksOf(CONTROLS, after)).toContain('AC-2(1) > AC-2');
  });
});
