import { describe, expect, it } from 'vitest';
import { usageOf } from '../../src/recode/usage-of.ts';
import { formatDecimal } from '../../src/values/decimal.ts';

const CODES = new Set(['A1', 'A1.1.F.F', 'A1.1.1.1', 'A1.1.1.2']);

function usage(...lines: string[]) {
  const rows = lines.map((line, i) => ({ number: i + 1, cells: line.split(';') }));
  const table = { file: 'ore.csv', sheet: null, rows };
  const { byCode, unknown } = usageOf([table], { file: 'ore.csv', codes: [...CODES] });
  const told = (sums: typeof byCode) => [...sums].map(([code, sum]) => `${code} ${formatDecimal(sum)}`);
  return { byCode: told(byCode), unknown: told(unknown) };
}

describe('the hours booked on each code', () => {
  it('are added up exactly, codes as people write them', () => {
    const { byCode } = usage(
      'Anno 2023',
      'matricola;attività;ore',
      '1;A1.1.1.1;7,5',
      '2;A.1.1.1.1.;0,75',
      '2;A1.C;1',
    );
    expect(byCode).toEqual(['A1.1.1.1 8.25', 'A1 1']);
  });

  it('count times of day in hours', () => {
    expect(usage('codice;ore', 'A1.1.1.1;7:30', 'A1.1.1.1;0:20').byCode).toEqual(['A1.1.1.1 7.83']);
  });

  it('of unknown codes are told apart, and blank rows are passed over', () => {
    const { byCode, unknown } = usage('codice;ore', 'A1.1.1.1;1', ';', 'Z9;2', 'Z9;3', 'A1.1.1.2;');
    expect(byCode).toEqual(['A1.1.1.1 1']);
    expect(unknown).toEqual(['Z9 5']);
  });

  it('are not guessed without the columns for them', () => {
    expect(() => usage('nome;cognome', 'a;b')).toThrow(/no header found/);
  });
});
