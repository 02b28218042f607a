import { describe, expect, it } from 'vitest';
import { findTables } from '../../../src/recode/shapes/find-tables.ts';
import { repeatedTables } from '../../../src/recode/shapes/repeated-tables.ts';
import { sheetView } from '../../../src/recode/shapes/sheet-view.ts';
import { usageOf } from '../../../src/recode/usage-of.ts';
import { formatDecimal } from '../../../src/values/decimal.ts';

const CONTEXT = {
  file: 'ore.xlsx',
  choice: {},
  isCode: (text: string) => /^A1/.test(text),
  needsDate: false,
};

const DATED = 'matricola;data;codice;ore';
const JANUARY = ['1;2023-01-02;A1.1.1.1;4', '1;2023-01-02;A1.1.1.2;4', '2;2023-01-02;A1.1.1.1;8'];
const FEBRUARY = ['1;2023-02-01;A1.1.1.1;8'];

function tables(sheets: Readonly<Record<string, readonly string[]>>, header = DATED) {
  return Object.entries(sheets).map(([sheet, lines]) => ({
    file: 'ore.xlsx',
    sheet,
    rows: [header, ...lines].map((line, i) => ({ number: i + 1, cells: line.split(';') })),
  }));
}

function found(sheets: Readonly<Record<string, readonly string[]>>, header = DATED): readonly string[] {
  const all = tables(sheets, header).map((table) => findTables(sheetView(table), CONTEXT).tables);
  return repeatedTables(all).map(
    ({ sheet, of, certain }) => `${sheet} = ${of.join(' + ')}${certain ? '' : ' ?'}`,
  );
}

describe('sheets of a workbook that repeat others', () => {
  it('are those of a quarter or a year, wherever they stand', () => {
    const year = [...FEBRUARY, ...JANUARY];
    expect(found({ Gen: JANUARY, Feb: FEBRUARY, Anno: year })).toEqual(['Anno = Gen + Feb']);
    expect(found({ Anno: year, Gen: JANUARY, Feb: FEBRUARY })).toEqual(['Anno = Gen + Feb']);
    const march = ['2;2023-03-01;A1.1.1.2;1'];
    expect(
      found({ Gen: JANUARY, Feb: FEBRUARY, Bimestre: year, Mar: march, Anno: [...year, ...march] }),
    ).toEqual(['Bimestre = Gen + Feb', 'Anno = Gen + Feb + Mar']);
  });

  it('are months that all stand in a year with more in it', () => {
    const year = [...JANUARY, ...FEBRUARY, '2;2023-12-01;A1.1.1.2;1'];
    expect(found({ Gen: JANUARY, Feb: FEBRUARY, Anno: year })).toEqual(['Gen = Anno', 'Feb = Anno']);
  });

  it('are copies; which of them is the copy does not matter', () => {
    expect(found({ Gen: JANUARY, 'Gen (2)': [...JANUARY].reverse() })).toEqual(['Gen (2) = Gen']);
  });

  it('are not months of the same hours on other days, nor sheets that share some rows', () => {
    expect(found({ Gen: ['1;2023-01-02;A1.1.1.1;8'], Feb: FEBRUARY })).toEqual([]);
    expect(found({ Gen: JANUARY, Feb: [...JANUARY.slice(1), ...FEBRUARY] })).toEqual([]);
  });

  it('are uncertain where nothing tells person and date', () => {
    const rows = ['A1.1.1.1;4', 'A1.1.1.2;4'];
    expect(found({ Foglio1: rows, Foglio2: rows }, 'codice;ore')).toEqual(['Foglio2 = Foglio1 ?']);
    expect(found({ Foglio1: rows.slice(1), Foglio2: rows }, 'codice;ore')).toEqual([]);
    expect(found({ Gennaio: rows, Febbraio: rows }, 'codice;ore')).toEqual([]);
  });
});

describe('the hours of a workbook by code', () => {
  const usage = (sheets: Readonly<Record<string, readonly string[]>>) =>
    usageOf(tables(sheets), { file: 'ore.xlsx', codes: ['A1.1.1.1', 'A1.1.1.2'] });

  it('are those of all its time-sheets, once', () => {
    const { byCode, sheets } = usage({ Gen: JANUARY, Feb: FEBRUARY, Anno: [...JANUARY, ...FEBRUARY] });
    expect([...byCode].map(([code, sum]) => `${code} ${formatDecimal(sum)}`)).toEqual([
      'A1.1.1.1 20',
      'A1.1.1.2 4',
    ]);
    expect(sheets).toEqual([
      { name: 'Gen', rows: 3, repeats: [], counted: true },
      { name: 'Feb', rows: 1, repeats: [], counted: true },
      { name: 'Anno', rows: 4, repeats: ['Gen', 'Feb'], counted: false },
    ]);
  });

  it('leave out sheets with another header, and name them', () => {
    const [first] = tables({ Gen: JANUARY });
    const [summary] = tables({ Riepilogo: ['A1.1.1.1;12'] }, 'codice;ore');
    const [notes] = tables({ Note: ['scritte a mano'] }, 'note');
    if (!first || !summary || !notes) throw new Error('no tables');
    const { leftOut } = usageOf([first, summary, notes], {
      file: 'ore.xlsx',
      codes: ['A1.1.1.1', 'A1.1.1.2'],
    });
    expect(leftOut).toEqual(['Riepilogo']);
  });
});
