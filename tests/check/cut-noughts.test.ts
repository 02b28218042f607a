import { describe, expect, it } from 'vitest';
import { cutNoughts } from '../../src/check/cut-noughts.ts';
import { mapOf } from '../support/map-of.ts';

const flat = (...codes: readonly string[]) =>
  mapOf(codes.map((code) => `${code} Voce`).join('\n'), { layout: 'flat' });
const OTHER = flat('01.11', '01.12', '02.1', '10.1');

describe('codes that lack a nought before them', () => {
  it('are told once, at the first, with how many there are and what it was', () => {
    expect(cutNoughts(flat('10.1', '1.11', '1.12'), OTHER)).toMatchObject({
      ruleId: 'spreadsheet-code',
      severity: 'error',
      place: { line: 2 },
      code: '1.11',
      args: { value: '1.11', damage: 'nought', expected: '01.11', count: 2 },
    });
  });

  it.each([
    ['one alone may differ for its own reasons', ['1.11', '10.1']],
    ['codes as the other revision has them', ['01.11', '01.12']],
    ['codes that the other revision lacks with a nought, too', ['3.11', '3.12']],
    ['a file that has both ways', ['1.11', '01.11', '1.12', '01.12']],
  ])('not: %s', (_, codes) => {
    expect(cutNoughts(flat(...codes), OTHER)).toBeNull();
  });

  it('not: the other revision has both ways', () => {
    expect(cutNoughts(flat('1.11', '1.12'), flat('1.11', '1.12', '01.11', '01.12'))).toBeNull();
  });
});
