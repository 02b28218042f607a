import { describe, expect, it } from 'vitest';
import { createPairTable } from '../../../src/match/compare/pair-table.ts';
import { noStructure, type RoundState, structureOf } from '../../../src/match/compare/structure.ts';
import { mapOf } from '../../support/map-of.ts';
import { viewOfMaps } from '../../support/view-of.ts';

const OLD = mapOf(`
  A1 Governo
  A1.1 Atti
  A1.1.1 Protocollo
  A1.1.2 Archivio
  A1.1.3 Albo
  A1.2 Gare
  A1.2.1 Acquisti`);
const NEW = mapOf(`
  A1 Governo
  A1.1 Documenti
  A1.1.1 Protocollo
  A1.1.2 Archivio
  A1.1.3 Scarto
  A1.2 Forniture
  A1.2.1 Acquisti
  B1 Servizi`);
const TABLE = createPairTable(viewOfMaps(OLD, NEW));
const old = (code: string) => OLD.nodes.find((node) => node.code.text === code)?.id as number;
const other = (code: string) => NEW.nodes.find((node) => node.code.text === code)?.id as number;

/** Entries linked by code, each attested as far as is said; nothing is believed of pairs. */
function structure(links: Readonly<Record<string, string>>, attested = 1) {
  const state: RoundState = {
    partnerOfOld: new Int32Array(OLD.nodes.length).fill(-1),
    partnerOfNew: new Int32Array(NEW.nodes.length).fill(-1),
    score: new Float64Array(0),
    attested: new Float64Array(OLD.nodes.length),
    codeOdds: { old: new Float64Array(OLD.nodes.length), new: new Float64Array(NEW.nodes.length).fill(2) },
    parentOdds: { old: new Float64Array(OLD.nodes.length), new: new Float64Array(NEW.nodes.length) },
  };
  for (const [from, to] of Object.entries(links)) {
    state.partnerOfOld[old(from)] = other(to);
    state.partnerOfNew[other(to)] = old(from);
    state.attested[old(from)] = attested;
  }
  return structureOf(TABLE, state);
}

const STAYED = { 'A1.1.1': 'A1.1.1', 'A1.1.2': 'A1.1.2', 'A1.2.1': 'A1.2.1' };

describe('what the links say of places', () => {
  it('parents correspond as far as other children of theirs link, one more being in doubt', () => {
    const { parent } = structure(STAYED);
    expect(parent(old('A1.1.3'), other('A1.1.3'))).toBeCloseTo(2 / 3, 12);
    expect(parent(old('A1.1.3'), other('A1.2.1'))).toBe(0);
  });

  it('a link does not speak for its own parents', () => {
    const { parent } = structure(STAYED);
    expect(parent(old('A1.1.1'), other('A1.1.1'))).toBeCloseTo(1 / 2, 12);
    expect(parent(old('A1.2.1'), other('A1.2.1'))).toBe(0);
  });

  it('a link speaks as far as its own label attests it', () => {
    expect(structure(STAYED, 0.5).parent(old('A1.1.3'), other('A1.1.3'))).toBeCloseTo(1 / 2, 12);
  });

  it('two roots say nothing, a root and a child do not correspond', () => {
    const { parent, grandparent } = structure(STAYED);
    expect(parent(old('A1'), other('B1'))).toBe(0.5);
    expect(parent(old('A1'), other('A1.1'))).toBe(0);
    expect(grandparent(old('A1'), other('A1'))).toBe(0.5);
    expect(grandparent(old('A1.1'), other('A1.1'))).toBe(0.5);
  });

  it('entries have the children in common that link to each other', () => {
    const { children } = structure(STAYED);
    expect(children(old('A1.1'), other('A1.1'))).toBeCloseTo((2 * 2) / (2 + 2 + 1), 12);
    expect(children(old('A1.1'), other('A1.2'))).toBe(0);
  });

  it('neighbours correspond that link to each other; two ends half', () => {
    const { neighbours } = structure(STAYED);
    expect(neighbours(old('A1.1.3'), other('A1.1.3'))).toBe((1 + 0.5) / 2);
    expect(neighbours(old('A1.1.2'), other('A1.1.2'))).toBe(1 / 2);
    expect(neighbours(old('A1.1.1'), other('A1.1.2'))).toBe(0);
    expect(neighbours(old('A1.2.1'), other('A1.2.1'))).toBe(0.5);
  });

  it('a code speaks as far as codes are kept on both sides, and only for itself', () => {
    const { sameCode } = structure(STAYED);
    expect(sameCode(old('A1.1.3'), other('A1.1.3'))).toBe(1);
    expect(sameCode(old('A1.1.3'), other('A1.1.2'))).toBe(0);
  });

  it('to stray counts as far as the parents do not correspond; roots cannot', () => {
    const { strayed } = structure(STAYED);
    expect(strayed(old('A1.1.3'), other('A1.1.3'), 1)).toBe(0);
    expect(strayed(old('A1.1.3'), other('A1.1.3'), 0.25)).toBeCloseTo(0.75 * Math.log(2), 12);
    expect(strayed(old('A1'), other('B1'), 0)).toBe(0);
  });

  it('branches are asked where the root stands higher than the grandparent', () => {
    expect(structure(STAYED).branch(old('A1.1.1'), other('A1.1.1'))).toBe(0.5);
  });

  it('nothing is said before anything is linked', () => {
    const none = noStructure();
    expect([none.parent(0, 0), none.grandparent(0, 0), none.branch(0, 0)]).toEqual([0.5, 0.5, 0.5]);
    expect([none.children(0, 0), none.neighbours(0, 0), none.sameCode(0, 0), none.strayed(0, 0, 0)]).toEqual([
      0, 0, 0, 0,
    ]);
  });
});
