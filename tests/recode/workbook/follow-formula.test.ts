import { describe, expect, test } from 'vitest';
import { buildAxis, STILL } from '../../../src/recode/workbook/axis.ts';
import { copyFormula } from '../../../src/recode/workbook/copy-formula.ts';
import {
  type FormulaPlace,
  followFormula,
  type SheetMoves,
} from '../../../src/recode/workbook/follow-formula.ts';
import { formulaTokens } from '../../../src/recode/workbook/formula-tokens.ts';
import { type Moves, UNMOVED } from '../../../src/recode/workbook/moves.ts';

const ROWS = 1_048_576;
/** Row 3 became two, row 5 went away. */
const ORE: Moves = {
  ...UNMOVED,
  rows: buildAxis([1, 2, 3, 3, 4, 6], 6, ROWS),
  isIdentity: false,
  changes: (row) => new Map(row === 3 || row === 4 ? [[2, { kind: 'number', text: '1' }]] : []),
};
/** Row 2 became three. */
const FEB: Moves = { ...UNMOVED, rows: buildAxis([1, 2, 2, 2], 2, ROWS), isIdentity: false };
/** Column B became two, column D went away. */
const WIDE: Moves = { ...UNMOVED, columns: buildAxis([1, 2, 2, 3, 5], 5, 16_384), isIdentity: false };
const SHEETS: Readonly<Record<string, Moves>> = {
  ore: ORE,
  feb: FEB,
  "l'anno": ORE,
  largo: WIDE,
  riepilogo: UNMOVED,
};
const BOOK: SheetMoves = {
  names: ['Ore', 'Feb', "L'anno", 'Largo', 'Riepilogo'],
  of: (name) => SHEETS[name.toLowerCase()] ?? null,
  tableColumns: new Map([['tab', new Map([['a1.1.1.1', 'A1.1.1.9']])]]),
  isMoved: true,
};

function follow(formula: string, place: Partial<FormulaPlace> = {}) {
  return followFormula(formula, { sheet: 'Ore', book: BOOK, ...place });
}

describe('references follow the rows they mean', () => {
  test.each([
    ['SUM(D2:D4)', 'SUM(D2:D5)'],
    ['SUM(D4:D2)', 'SUM(D2:D5)'],
    ['D4*E$4+$F$4', 'D5*E$5+$F$5'],
    ['SUM(A:A)+SUM($B:$C)', 'SUM(A:A)+SUM($B:$C)'],
    ['SUM($4:$8)', 'SUM($5:$8)'],
    ['SUM(3:3)', 'SUM(3:4)'],
    ['IF(A4="A4",Ore!B4,Altro!B4)', 'IF(A5="A4",Ore!B5,Altro!B4)'],
    ["'L''anno'!A4+'ORE'!A4+'altro foglio'!A4", "'L''anno'!A5+'ORE'!A5+'altro foglio'!A4"],
    ['LOG10(A4)+Totale_A4+TAX2023.A4', 'LOG10(A5)+Totale_A4+TAX2023.A4'],
    ["[1]Ore!D4+'[2]Ore del mese'!D4:D9+[3]!nome", "[1]Ore!D4+'[2]Ore del mese'!D4:D9+[3]!nome"],
    ["'C:\\dati\\[ore.xlsx]Ore'!A4", "'C:\\dati\\[ore.xlsx]Ore'!A4"],
    ['Ore!A4:Ore!B6', 'Ore!A5:Ore!B6'],
    ['A4:INDEX(A:A,4)', 'A5:INDEX(A:A,4)'],
    ['{1,4;"A4",A4}', '{1,4;"A4",A5}'],
    ['IFERROR(A4,#N/A)+#REF!', 'IFERROR(A5,#N/A)+#REF!'],
    ['A4%&B4^2>=C4', 'A5%&B5^2>=C5'],
    ['SUM(A4 B4:C6)', 'SUM(A5 B5:C6)'],
    ['Tabella1[[#This Row],[A4]]+Tabella1[Ore]', 'Tabella1[[#This Row],[A4]]+Tabella1[Ore]'],
    ['_xlfn.XLOOKUP(A4,B4:B6,C4:C6)', '_xlfn.XLOOKUP(A5,B5:B6,C5:C6)'],
    ['SUM(D3:D1048576)', 'SUM(D3:D1048576)'],
    ['SUM(A5:A5)', 'SUM(#REF!)'],
    ['A5*2', '#REF!*2'],
    ['SUM(A4:A5)', 'SUM(A5:A5)'],
    ['XFE4+AAAA4', 'XFE4+AAAA4'],
    ['Sconosciuto!A4', 'Sconosciuto!A4'],
    ['"a""A4"&A4', '"a""A4"&A5'],
  ])('%s becomes %s', (formula, followed) => {
    expect(follow(formula).text).toBe(followed);
  });

  test('columns that split, and columns that went away', () => {
    const place = { sheet: 'Largo' };
    expect(follow('SUM(B7:E7)+E$4+C:C', place).text).toBe('SUM(B7:E7)+E$4+D:D');
    expect(follow('SUM(A7:B7)+D7', place).text).toBe('SUM(A7:C7)+#REF!');
  });

  test('from another sheet only what names the sheet', () => {
    expect(follow('A4+Ore!A4', { sheet: 'Riepilogo' }).text).toBe('A4+Ore!A5');
  });

  test('the same cells of several sheets are named one by one where rows went different ways', () => {
    expect(follow('SUM(Ore:Feb!D2:D6)', { sheet: 'Riepilogo' }).text).toBe('SUM(Ore!D2:D6,Feb!D2:D8)');
    expect(follow("SUM('Ore:Feb'!D1)").text).toBe("SUM('Ore:Feb'!D1)");
    expect(follow('SUM(Ore:Feb!D4)+1').text).toBe('SUM(Ore!D5,Feb!D6)+1');
    expect(follow('SUM(Ore:Feb!D5)').text).toBe('SUM(Feb!D7)');
  });

  test('columns of tables are called what they are called now', () => {
    expect(follow('SUM(Tab[A1.1.1.1])+Tab[[#This Row],[A1.1.1.1]]+Tab[@A1.1.1.1]').text).toBe(
      'SUM(Tab[A1.1.1.9])+Tab[[#This Row],[A1.1.1.9]]+Tab[@A1.1.1.9]',
    );
  });

  test.each([
    ['Ore!B3', ['split-reference']],
    ['Ore!A3', []],
    ['B5', ['lost-reference']],
    ['SUM(B2:B4)', []],
    ['B4', []],
  ])('%s is told as %j', (formula, notes) => {
    expect(follow(formula).notes).toEqual(notes);
  });

  test('a range whose rows were parted is told to take in others', () => {
    const apart: Moves = { ...UNMOVED, rows: buildAxis([1, 3, 2, 3], 3, ROWS), isIdentity: false };
    const book = { ...BOOK, of: () => apart };
    expect(followFormula('SUM(A3:A3)', { sheet: 'X', book })).toEqual({
      text: 'SUM(A2:A4)',
      notes: ['wider-range'],
    });
  });
});

describe('a formula in a row that became several', () => {
  const second = { own: { row: 3, column: 4, newRow: 4, newColumn: 4 } };
  const next = { own: { row: 4, column: 4, newRow: 5, newColumn: 4 } };

  test('means its own row in each of them', () => {
    expect(follow('B3*C3+SUM(A3:C3)+B2+B4+Ore!B3', second).text).toBe('B4*C4+SUM(A4:C4)+B2+B5+Ore!B4');
  });

  test('goes on summing up from row to row', () => {
    expect(follow('D2+C3', second).text).toBe('D3+C4');
    expect(follow('D3+C4', next).text).toBe('D4+C5');
    expect(follow('SUM(C$2:C3)', second).text).toBe('SUM(C$2:C4)');
    expect(follow('SUM(C3:C$6)', second).text).toBe('SUM(C4:C$6)');
  });

  test('a sum that only happens to end in its row takes in all parts', () => {
    const first = { own: { row: 3, column: 4, newRow: 3, newColumn: 4 } };
    expect(follow('SUM(C2:C3)', first).text).toBe('SUM(C2:C4)');
    expect(follow('SUM($C$2:$C$3)', first).text).toBe('SUM($C$2:$C$4)');
  });

  test('formats keep relative distances and follow what is fixed', () => {
    const spread = { rows: true, columns: false };
    const own = { row: 4, column: 4, newRow: 5, newColumn: 4 };
    expect(follow('AND(D4>D3,D4<$H$6,D4<$H$4,SUM($D$2:D4)>1)', { own, spread }).text).toBe(
      'AND(D5>D4,D5<$H$6,D5<$H$5,SUM($D$2:D5)>1)',
    );
  });
});

describe('formulas that are copied', () => {
  test.each([
    ['C2*$D2+E$2&"C2"', 3, 1, 'D5*$D5+F$2&"C2"'],
    ['SUM(Ore!A1:B2)+A:A+1:1', 1, 1, 'SUM(Ore!B2:C3)+B:B+2:2'],
    ['A1', -1, -1, 'XFD1048576'],
  ])('%s by %i rows and %i columns', (formula, rows, columns, copied) => {
    expect(copyFormula(formula, rows, columns)).toBe(copied);
  });
});

test('the pieces of a formula are the formula', () => {
  const formulas = [
    'IF(\'a b\'!A1:B2="x""y",Tab[[#This Row],[a\'[b]],-.5E+3) ! \' [ " #',
    'SUM(Gen:Dic!C5)+[1]!x+#DIV/0!%',
  ];
  for (const formula of formulas)
    expect(
      formulaTokens(formula)
        .map(({ text }) => text)
        .join(''),
    ).toBe(formula);
});

test('nothing moves where nothing moved', () => {
  const book = { ...BOOK, isMoved: false, tableColumns: new Map() };
  expect(followFormula('SUM(A4:A9)', { sheet: 'Ore', book }).text).toBe('SUM(A4:A9)');
  expect(STILL.images(7)).toEqual([7]);
});
