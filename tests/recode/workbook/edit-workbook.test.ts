import { describe, expect, test } from 'vitest';
import { type CellChange, type OutputRow, rowsBut, type SheetPlan } from '../../../src/recode/sheet-plan.ts';
import { editWorkbook } from '../../../src/recode/workbook/edit-workbook.ts';
import {
  cellsIn,
  type HandBook,
  type HandSheet,
  handWorkbook,
  partText,
  rowsXml,
} from '../../support/hand-workbook.ts';

const text = (value: string): CellChange => ({ kind: 'text', text: value });
const number = (value: string): CellChange => ({ kind: 'number', text: value });

/** Persons, codes and hours in rows 2 to 5, a total below. */
const ROWS = [
  ['Matricola', 'Codice', 'Ore', 'Costo'],
  ['007', 'A1', 4, '=C2*10 -> 40'],
  ['008', 'B1', 3, '=C3*10 -> 30'],
  ['009', 'A1', 2, '=C4*10 -> 20'],
  ['010', 'Z9', 1, '=C5*10 -> 10'],
  ['Totale', null, '=SUM(C2:C5) -> 10', '=SUM(D2:D5) -> 100'],
] as const;

/** Row 3 is divided, row 5 goes away. */
function plan(sheet = 'Ore', until = 6): SheetPlan {
  const parts: readonly OutputRow[] = [
    {
      from: 3,
      cells: new Map([
        [2, text('B2')],
        [3, number('2')],
      ]),
    },
    {
      from: 3,
      cells: new Map([
        [2, text('B3')],
        [3, number('1')],
      ]),
    },
  ];
  return {
    sheet,
    until,
    rows: rowsBut(
      until,
      new Map([
        [3, parts],
        [5, []],
      ]),
    ),
  };
}

function edit(ore: Partial<HandSheet>, others: readonly HandSheet[] = [], book: HandBook = {}) {
  const sheets = [{ name: 'Ore', rows: rowsXml(ROWS), ...ore }, ...others];
  return editWorkbook(handWorkbook(sheets, book), [plan()], { file: 'ore.xlsx' });
}

const sheetXml = (parts: ReadonlyMap<string, Uint8Array>, at = 1) =>
  partText(parts, `xl/worksheets/sheet${at}.xml`);

describe('rows of a plan', () => {
  test('are written with what changed, and formulas follow', () => {
    const { parts } = edit({});
    expect(cellsIn(parts)).toEqual({
      A1: 'Matricola',
      B1: 'Codice',
      C1: 'Ore',
      D1: 'Costo',
      A2: '007',
      B2: 'A1',
      C2: '4',
      D2: '=C2*10 -> 40',
      A3: '008',
      B3: 'B2',
      C3: '2',
      D3: '=C3*10',
      A4: '008',
      B4: 'B3',
      C4: '1',
      D4: '=C4*10',
      A5: '009',
      B5: 'A1',
      C5: '2',
      D5: '=C5*10 -> 20',
      A6: 'Totale',
      C6: '=SUM(C2:C5)',
      D6: '=SUM(D2:D5)',
    });
  });

  test('without addresses on rows and cells get them', () => {
    const rows =
      '<row><c t="inlineStr"><is><t>Codice</t></is></c><c t="inlineStr"><is><t>Ore</t></is></c></row><row><c t="inlineStr"><is><t>B1</t></is></c><c><v>3</v></c></row>';
    const parts: readonly OutputRow[] = [
      {
        from: 2,
        cells: new Map([
          [1, text('B2')],
          [2, number('1.5')],
        ]),
      },
      {
        from: 2,
        cells: new Map([
          [1, text('B3')],
          [2, number('1.5')],
        ]),
      },
    ];
    const plans = [{ sheet: 'Ore', rows: [{ from: 1 }, ...parts] }];
    const { parts: out } = editWorkbook(handWorkbook([{ name: 'Ore', rows }]), plans, { file: 'x' });
    expect(cellsIn(out)).toEqual({ A1: 'Codice', B1: 'Ore', A2: 'B2', B2: '1.5', A3: 'B3', B3: '1.5' });
  });

  test('may come in any order, and columns too', () => {
    const plans = [
      { sheet: 'Ore', rows: [1, 4, 2, 4].map((from) => ({ from })), until: 5, columns: [1, 3, 3, 2] },
    ];
    const { parts } = editWorkbook(handWorkbook([{ name: 'Ore', rows: rowsXml(ROWS) }]), plans, {
      file: 'x',
    });
    expect(cellsIn(parts)).toEqual({
      A1: 'Matricola',
      B1: 'Ore',
      C1: 'Ore',
      D1: 'Codice',
      A2: '009',
      B2: '2',
      C2: '2',
      D2: 'A1',
      A3: '007',
      B3: '4',
      C3: '4',
      D3: 'A1',
      A4: '009',
      B4: '2',
      C4: '2',
      D4: 'A1',
      A5: 'Totale',
      B5: '=SUM(B2:B4)',
      C5: '=SUM(C2:C4)',
    });
  });

  test('keep heights, outlines and looks, and do not say how far they reach', () => {
    const rows =
      '<row r="1" spans="1:2" ht="30" customHeight="1" outlineLevel="1"><c r="A1" s="3"><v>1</v></c><c r="B1" s="4"/></row>';
    const { parts } = editWorkbook(
      handWorkbook([{ name: 'Ore', rows }]),
      [{ sheet: 'Ore', rows: [{ from: 1, cells: new Map([[2, text(' <x> & "y" ')]]) }, { from: 1 }] }],
      { file: 'x' },
    );
    expect(sheetXml(parts)).toContain(
      '<row r="1" ht="30" customHeight="1" outlineLevel="1"><c r="A1" s="3"><v>1</v></c><c r="B1" s="4" t="inlineStr"><is><t xml:space="preserve"> &lt;x&gt; &amp; "y" </t></is></c></row><row r="2" ht="30" customHeight="1" outlineLevel="1"><c r="A2" s="3"><v>1</v></c><c r="B2" s="4"/></row>',
    );
  });

  test.each([
    ['two rows of one number', '<row r="2"/><row r="2"/>', 'row-twice'],
    ['two cells of one address', '<row r="2"><c r="A2"/><c r="A2"/></row>', 'cell-twice'],
    ['a cell of another row', '<row r="2"><c r="A3"/></row>', 'address'],
    ['a row without end', '<row r="2">', 'xml'],
  ])('%s are refused', (_, rows, reason) => {
    expect(() => edit({ rows })).toThrow(
      expect.objectContaining({ args: expect.objectContaining({ reason }) }),
    );
  });

  test('a plan for a sheet that is not there is refused', () => {
    const input = handWorkbook([{ name: 'Ore', rows: '' }]);
    expect(() => editWorkbook(input, [plan('Mese')], { file: 'x' })).toThrow(
      expect.objectContaining({ code: 'sheet-not-found' }),
    );
  });
});

describe('results that do not hold', () => {
  const other = (name: string, ...formulas: string[]): HandSheet => ({
    name,
    rows: rowsXml(formulas.map((each) => [each])),
  });

  test('go in all that depends on them, across sheets, names and tables; others stay', () => {
    const { parts } = edit(
      {},
      [
        other(
          'Riepilogo',
          '=Ore!C6 -> 10',
          '=A1+1 -> 11',
          '=Ore!C2 -> 4',
          '=Mese!A1 -> 10',
          '=7 -> 7',
          '=ore_tutte -> 1',
        ),
        other('Mese', '=SUM(Riepilogo!A1:A3) -> 25', "='[1]Ore'!C6 -> 9", '=INDIRECT("Ore!C6") -> 10'),
      ],
      { names: '<definedName name="ore_tutte">SUM(Ore!$C$2:$C$5)</definedName>' },
    );
    expect(cellsIn(parts, 2)).toEqual({
      A1: '=Ore!C6',
      A2: '=A1+1',
      A3: '=Ore!C2 -> 4',
      A4: '=Mese!A1',
      A5: '=7 -> 7',
      A6: '=ore_tutte',
    });
    expect(cellsIn(parts, 3)).toEqual({
      A1: '=SUM(Riepilogo!A1:A3)',
      A2: "='[1]Ore'!C6 -> 9",
      A3: '=INDIRECT("Ore!C6")',
    });
    expect(partText(parts, 'xl/workbook.xml')).toContain('fullCalcOnLoad="1"');
  });

  test('a total that the plan renews holds, and so does what reads it and nothing else', () => {
    const renewed = {
      ...plan(),
      rows: plan().rows.map((row) =>
        row.from === 6 ? { ...row, cells: new Map([[3, { kind: 'renew', text: '9' } as const]]) } : row,
      ),
    };
    const sheets = [{ name: 'Ore', rows: rowsXml(ROWS) }, other('Riepilogo', '=Ore!C6 -> 10')];
    const { parts } = editWorkbook(handWorkbook(sheets), [renewed], { file: 'x' });
    expect(cellsIn(parts)).toMatchObject({ C6: '=SUM(C2:C5) -> 9', D6: '=SUM(D2:D5)' });
    expect(cellsIn(parts, 2)).toEqual({ A1: '=Ore!C6' });
    const same = {
      ...plan(),
      rows: plan().rows.map((row) =>
        row.from === 6 ? { ...row, cells: new Map([[3, { kind: 'renew', text: '10' } as const]]) } : row,
      ),
    };
    expect(cellsIn(editWorkbook(handWorkbook(sheets), [same], { file: 'x' }).parts, 2)).toEqual({
      A1: '=Ore!C6 -> 10',
    });
  });

  test('long chains up and down the sheet are followed to their end', () => {
    const down = Array.from({ length: 3000 }, (_, i) => [
      i === 0 ? '=Ore!C6 -> 1' : `=A${i}+1 -> 1`,
      `=B${i + 2}+1 -> 1`,
    ]);
    down.push([0 as never, '=A3000 -> 1']);
    const { parts } = edit({}, [{ name: 'Catena', rows: rowsXml(down) }]);
    expect(Object.values(cellsIn(parts, 2)).filter((cell) => cell.includes('->'))).toEqual([]);
  });

  test('shared formulas are written out where they move apart', () => {
    const rows =
      rowsXml(ROWS.slice(0, 1)) +
      [2, 3, 4]
        .map(
          (row) =>
            `<row r="${row}"><c r="C${row}"><v>1</v></c><c r="D${row}"><f t="shared" ${row === 2 ? 'ref="D2:D4" ' : ''}si="0">${row === 2 ? 'C2*$C$4' : ''}</f><v>1</v></c></row>`,
        )
        .join('');
    const shared =
      '<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="4">Ore!C3</f><v>1</v></c></row><row r="2"><c r="A2"><f t="shared" si="4"/><v>1</v></c></row>';
    const { parts } = edit({ rows }, [
      { name: 'Copia', rows: shared },
      { name: 'Altro', rows: shared.replaceAll('Ore!C3', 'B1') },
    ]);
    expect(cellsIn(parts)).toMatchObject({
      D2: '=C2*$C$5 -> 1',
      D3: '=C3*$C$5',
      D4: '=C4*$C$5',
      D5: '=C5*$C$5 -> 1',
    });
    expect(cellsIn(parts, 2)).toEqual({ A1: '=Ore!C3', A2: '=Ore!C5 -> 1' });
    expect(sheetXml(parts, 3)).toContain('<f t="shared" si="4"/>');
  });

  test('array formulas keep to their cells, and their results go together', () => {
    const rows = `${rowsXml(ROWS)}<row r="8"><c r="A8"><f t="array" ref="A8">SUM(C2:C5*2)</f><v>20</v></c></row><row r="9"><c r="A9" cm="1"><f t="array" ref="A9:A10">C2:C3*2</f><v>8</v></c></row><row r="10"><c r="A10"><v>6</v></c></row>`;
    const { parts } = edit({ rows });
    expect(sheetXml(parts)).toContain('<c r="A8"><f t="array" ref="A8">SUM(C2:C5*2)</f></c>');
    expect(sheetXml(parts)).toContain('<c r="A9" cm="1"><f t="array" ref="A9:A10">C2:C4*2</f></c>');
    expect(sheetXml(parts)).toContain('<c r="A10"/>');
  });

  test('an array over rows that split stands once, over all of them', () => {
    const rows = ROWS.map(
      (_, i) =>
        `<row r="${i + 1}">${i === 0 ? '' : `<c r="C${i + 1}"><v>1</v></c>`}<c r="E${i + 1}">${i === 1 ? '<f t="array" ref="E2:E5">C2:C5*2</f>' : ''}<v>2</v></c></row>`,
    ).join('');
    const { parts } = edit({ rows });
    expect(sheetXml(parts).match(/<f [^>]*>[^<]*/g)).toEqual(['<f t="array" ref="E2:E5">C2:C5*2']);
    const gone = editWorkbook(
      handWorkbook([{ name: 'Ore', rows }]),
      [{ sheet: 'Ore', rows: [1, 4, 5, 6].map((from) => ({ from })) }],
      { file: 'x' },
    );
    expect(sheetXml(gone.parts)).toContain('<c r="E2"><f t="array" ref="E2:E3">C2:C3*2</f></c>');
  });
});
