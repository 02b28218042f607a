import { describe, expect, it } from 'vitest';
import { findEntries } from '../../src/model/tree.ts';
import { mapOf } from '../support/map-of.ts';

describe('the entries a person means by a code', () => {
  const map = mapOf(
    'A1 Alfa\nA1.C Coordinamento Alfa\nA1.1 Beta\nA1.1.F.F Formazione Beta\nA1.1.1 Gamma\nA1.1.1.6 Delta\nC2 Epsilon\nC2.5 Zeta',
  );
  const found = (code: string) => findEntries(map, code).map((node) => node.code.text);

  it.each([
    ['A1', ['A1', 'A1.C']],
    [' a1.1 ', ['A1.1']],
    ['A1.1.1.6.', ['A1.1.1.6']],
    ['A.1.1.1.6', ['A1.1.1.6']],
    ['€2.5', ['C2.5']],
    ['a1.1.', ['A1.1']],
    ['A1.1.F', ['A1.1.F.F']],
    ['a1.1.f', ['A1.1.F.F']],
    ['A1.1.1.7', []],
    ['2.5', []],
    ['', []],
  ])('%j', (code, expected) => expect(found(code)).toEqual(expected));

  it('are those that bear it as written, where there are any', () => {
    expect(findEntries(mapOf('AC-2. Uno\nAC-2 Due'), 'AC-2.').map(({ label }) => label)).toEqual(['Uno']);
  });
});
