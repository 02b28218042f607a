import { describe, expect, test } from 'vitest';
import { type CellChange, type OutputRow, rowsBut, type SheetPlan } from '../../../src/recode/sheet-plan.ts';
import { readProperty } from '../../../src/recode/workbook/document-property.ts';
import { editWorkbook } from '../../../src/recode/workbook/edit-workbook.ts';
import { openPackage } from '../../../src/recode/workbook/package.ts';
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

/** Row 3 is divided, row 5 goes away. */
function plan(until = 6): SheetPlan {
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
    sheet: 'Ore',
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

const ROWS = rowsXml([
  ['Matricola', 'Codice', 'Ore'],
  ['007', 'A1', 4],
  ['008', 'B1', 3],
  ['009', 'A1', 2],
  ['010', 'Z9', 1],
  ['Totale', null, '=SUM(C2:C5) -> 10'],
]);

function edit(
  ore: Partial<HandSheet>,
  others: readonly HandSheet[] = [],
  book: HandBook = {},
  plans = [plan()],
) {
  const sheets = [{ name: 'Ore', rows: ROWS, ...ore }, ...others];
  const { parts, told } = editWorkbook(handWorkbook(sheets, book), plans, {
    file: 'x',
    isOldCode: (code) => code === 'B1',
  });
  const part = (name: string) => partText(parts, name);
  return { parts, told, part, sheet: (at = 1) => part(`xl/worksheets/sheet${at}.xml`) };
}

describe('what stands around the rows of a sheet follows them', () => {
  test.each([
    [
      'a filter',
      '<autoFilter ref="A1:C5"><filterColumn colId="1"><filters><filter val="A1"/></filters></filterColumn></autoFilter>',
      '<autoFilter ref="A1:C5"><filterColumn colId="1">',
    ],
    ['a filter that grows', '<autoFilter ref="A1:C4"/>', '<autoFilter ref="A1:C5"/>'],
    [
      'a sort',
      '<sortState ref="A2:C4"><sortCondition ref="B2:B4"/></sortState>',
      '<sortState ref="A2:C5"><sortCondition ref="B2:B5"/></sortState>',
    ],
    [
      'a format by a rule',
      '<conditionalFormatting sqref="C2:C4 A4"><cfRule type="expression" priority="1"><formula>C2&gt;$C$4+C1</formula></cfRule></conditionalFormatting>',
      '<conditionalFormatting sqref="C2:C5 A5"><cfRule type="expression" priority="1"><formula>C2&gt;$C$5+C1</formula></cfRule></conditionalFormatting>',
    ],
    [
      'a format that begins with a row that is gone',
      '<conditionalFormatting sqref="C5:C6"><cfRule type="expression" priority="1"><formula>$A5="x"</formula></cfRule></conditionalFormatting>',
      '<conditionalFormatting sqref="C6"><cfRule type="expression" priority="1"><formula>$A6="x"</formula></cfRule></conditionalFormatting>',
    ],
    [
      'a format of one row',
      '<conditionalFormatting sqref="C4"><cfRule type="expression" priority="1"><formula>C4&gt;A$2</formula></cfRule></conditionalFormatting>',
      '<conditionalFormatting sqref="C5"><cfRule type="expression" priority="1"><formula>C5&gt;A$2</formula></cfRule></conditionalFormatting>',
    ],
    [
      'validations',
      '<dataValidations count="2"><dataValidation type="list" sqref="B2:B4"><formula1>$A$4:$A$6</formula1></dataValidation><dataValidation type="list" sqref="B5"><formula1>"a"</formula1></dataValidation></dataValidations>',
      '<dataValidations count="1"><dataValidation type="list" sqref="B2:B5"><formula1>$A$5:$A$6</formula1></dataValidation></dataValidations>',
    ],
    [
      'links, one on each cell',
      '<hyperlinks><hyperlink ref="A3" location="Ore!A4" display="x"/><hyperlink ref="A5" location="Ore!A1"/></hyperlinks>',
      '<hyperlinks><hyperlink ref="A3" location="Ore!A5" display="x"/><hyperlink ref="A4" location="Ore!A5" display="x"/></hyperlinks>',
    ],
    [
      'links that are all gone',
      '<hyperlinks><hyperlink ref="A5" location="Ore!A1"/></hyperlinks><pageMargins left="1" right="1" top="1" bottom="1" header="1" footer="1"/>',
      '</sheetData><pageMargins',
    ],
    [
      'page breaks',
      '<rowBreaks count="2" manualBreakCount="2"><brk id="3" max="16383" man="1"/><brk id="5" max="16383" man="1"/></rowBreaks>',
      '<rowBreaks count="2" manualBreakCount="2"><brk id="4" max="16383" man="1"/><brk id="5" max="16383" man="1"/></rowBreaks>',
    ],
    [
      'protected ranges and ignored errors',
      '<protectedRanges><protectedRange sqref="C4:C5" name="x"/></protectedRanges><ignoredErrors><ignoredError sqref="A2:A3" numberStoredAsText="1"/></ignoredErrors>',
      '<protectedRanges><protectedRange sqref="C5" name="x"/></protectedRanges><ignoredErrors><ignoredError sqref="A2:A4" numberStoredAsText="1"/></ignoredErrors>',
    ],
    [
      'formats of newer programs',
      '<extLst><ext uri="{78C0D931}"><x14:conditionalFormattings><x14:conditionalFormatting><x14:cfRule type="dataBar"><x14:dataBar><x14:cfvo type="formula"><xm:f>$C$4</xm:f></x14:cfvo></x14:dataBar></x14:cfRule><xm:sqref>C2:C4</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>',
      '<xm:f>$C$5</xm:f></x14:cfvo></x14:dataBar></x14:cfRule><xm:sqref>C2:C5</xm:sqref>',
    ],
    [
      'validations of newer programs',
      '<extLst><ext uri="{CCE6A557}"><x14:dataValidations count="2"><x14:dataValidation type="list"><x14:formula1><xm:f>Ore!$A$4:$A$6</xm:f></x14:formula1><xm:sqref>B2:B4</xm:sqref></x14:dataValidation><x14:dataValidation type="list"><x14:formula1><xm:f>"x"</xm:f></x14:formula1><xm:sqref>B5</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>',
      '<x14:dataValidations count="1"><x14:dataValidation type="list"><x14:formula1><xm:f>Ore!$A$5:$A$6</xm:f></x14:formula1><xm:sqref>B2:B5</xm:sqref></x14:dataValidation></x14:dataValidations>',
    ],
    [
      'small charts in cells',
      '<extLst><ext uri="{05C60535}"><x14:sparklineGroups><x14:sparklineGroup><x14:colorSeries rgb="FF000000"/><x14:sparklines><x14:sparkline><xm:f>Ore!C3:F3</xm:f><xm:sqref>G3</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext></extLst>',
      '<x14:sparkline><xm:f>Ore!C3:F3</xm:f><xm:sqref>G3</xm:sqref></x14:sparkline><x14:sparkline><xm:f>Ore!C4:F4</xm:f><xm:sqref>G4</xm:sqref></x14:sparkline>',
    ],
    [
      'extensions that have nothing left',
      '<extLst><ext uri="{05C60535}"><x14:sparklineGroups><x14:sparklineGroup><x14:sparklines><x14:sparkline><xm:f>Ore!C5:F5</xm:f><xm:sqref>G5</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext></extLst>',
      '</sheetData></worksheet>',
    ],
    [
      'merged ranges below',
      '<mergeCells count="2"><mergeCell ref="A8:B9"/><mergeCell ref="A5:B5"/></mergeCells>',
      '<mergeCells count="1"><mergeCell ref="A8:B9"/></mergeCells>',
    ],
  ])('%s', (_, tail, expected) => {
    expect(edit({ tail }).sheet()).toContain(expected);
  });

  test('the size of the sheet, the selection, and what is frozen', () => {
    const head =
      '<dimension ref="A1:C6"/><sheetViews><sheetView workbookViewId="0"><pane xSplit="1" ySplit="3" topLeftCell="B4" state="frozen"/><selection pane="bottomRight" activeCell="C5" sqref="C5"/></sheetView></sheetViews>';
    expect(edit({ head }).sheet()).toContain(
      '<dimension ref="A1:C6"/><sheetViews><sheetView workbookViewId="0"><pane xSplit="1" ySplit="4" topLeftCell="B5" state="frozen"/><selection pane="bottomRight" activeCell="C6" sqref="C6"/>',
    );
  });

  test('columns with their widths, where columns move', () => {
    const head = '<cols><col min="1" max="1" width="9"/><col min="2" max="3" width="5"/></cols>';
    const plans = [
      { sheet: 'Ore', rows: [1, 2, 3, 4, 5, 6].map((from) => ({ from })), columns: [1, 3, 2, 2] },
    ];
    expect(edit({ head }, [], {}, plans).sheet()).toContain(
      '<cols><col min="1" max="1" width="9"/><col min="2" max="4" width="5"/></cols>',
    );
  });
});

describe('merged ranges', () => {
  const merged = (rows: string, tail: string, become: readonly OutputRow[]) => {
    const plans = [{ sheet: 'Ore', rows: become }];
    const { parts, told, sheet } = edit(
      { rows, tail: `<mergeCells count="1">${tail}</mergeCells>` },
      [],
      {},
      plans,
    );
    return {
      cells: cellsIn(parts),
      merges: [...sheet().matchAll(/mergeCell ref="([^"]*)"/g)].map(([, ref]) => ref),
      told,
    };
  };
  const person = rowsXml([
    ['Chi', 'Codice', 'Ore'],
    ['007', 'A1', 4],
    [null, 'B1', 3],
    [null, 'A2', 1],
  ]);

  test('grow over the rows that one became, and say once what they say', () => {
    const { cells, merges } = merged(person, '<mergeCell ref="A2:A4"/>', [
      { from: 1 },
      { from: 2 },
      { from: 2 },
      { from: 3 },
      { from: 4 },
    ]);
    expect(merges).toEqual(['A2:A5']);
    expect([cells.A2, cells.A3]).toEqual(['007', '']);
  });

  test('say it in the first row that is left, and are none on one cell', () => {
    const rest = merged(person, '<mergeCell ref="A2:A4"/>', [{ from: 1 }, { from: 3 }, { from: 4 }]);
    expect([rest.merges, rest.cells.A2, rest.cells.A3]).toEqual([['A2:A3'], '007', undefined]);
    const one = merged(person, '<mergeCell ref="A2:A4"/>', [{ from: 1 }, { from: 3 }]);
    expect([one.merges, one.cells.A2]).toEqual([[], '007']);
  });

  test('end where rows say something of their own', () => {
    const rows = rowsXml([
      ['Codice', 'Ore'],
      ['B1', 4],
      [null, 2],
      [null, 1],
    ]);
    const codes = (...list: string[]) =>
      list.map((code, i) => ({ from: [2, 2, 3, 4][i] ?? 4, cells: new Map([[1, text(code)]]) }));
    const apart = merged(rows, '<mergeCell ref="A2:A4"/>', [{ from: 1 }, ...codes('B2', 'B3', 'B2', 'B2')]);
    expect([apart.merges, apart.cells.A2, apart.cells.A3, apart.cells.A4, apart.cells.A5]).toEqual([
      ['A4:A5'],
      'B2',
      'B3',
      'B2',
      undefined,
    ]);
    const same = merged(rows, '<mergeCell ref="A2:A4"/>', [{ from: 1 }, ...codes('B2', 'B2', 'B2', 'B2')]);
    expect(same.merges).toEqual(['A2:A5']);
  });

  test('never cover an amount', () => {
    const rows = rowsXml([
      ['Codice', 'Ore'],
      ['B1', 4],
      ['C1', null],
    ]);
    const parts = [
      { from: 2, cells: new Map([[2, number('2')]]) },
      { from: 2, cells: new Map([[2, number('2')]]) },
      { from: 3 },
    ];
    const { merges, cells } = merged(rows, '<mergeCell ref="B2:B3"/>', [{ from: 1 }, ...parts]);
    expect([merges, cells.B2, cells.B3]).toEqual([['B3:B4'], '2', '2']);
    const hidden = merged(rowsXml([['Ore'], [4], [2]]), '<mergeCell ref="A2:A3"/>', [
      { from: 1 },
      { from: 2 },
      { from: 3 },
    ]);
    expect([hidden.merges, hidden.cells.A2, hidden.cells.A3, hidden.told]).toEqual([
      [],
      '4',
      '2',
      [{ kind: 'merge-undone', sheet: 'Ore', cell: 'A3', text: '', count: 1 }],
    ]);
  });

  test.each([
    ['an empty result', '<c r="A3" t="str"><v></v></c><c r="A4" t="str"><v/></c>'],
    [
      'an empty text',
      '<c r="A3" t="inlineStr"><is><t></t></is></c><c r="A4" t="inlineStr"><is><t> </t></is></c>',
    ],
  ])('%s in every covered cell hides nothing', (_, covered) => {
    const [third = '', fourth = ''] = covered.split(/(?=<c r="A4")/);
    const rows = person.replace('<c r="B3"', `${third}<c r="B3"`).replace('<c r="B4"', `${fourth}<c r="B4"`);
    const { merges, told } = merged(rows, '<mergeCell ref="A2:A4"/>', [
      { from: 1 },
      { from: 2 },
      { from: 2 },
      { from: 3 },
      { from: 4 },
    ]);
    expect([rows === person, merges, told]).toEqual([false, ['A2:A5'], []]);
  });

  test('an amount over rows stands once', () => {
    const rows = rowsXml([
      ['Codice', 'Ore'],
      ['A1', 4],
      ['C1', null],
    ]);
    const { merges, cells } = merged(rows, '<mergeCell ref="B2:B3"/>', [
      { from: 1 },
      { from: 2 },
      { from: 2 },
      { from: 3 },
    ]);
    expect([merges, cells.B2, cells.B3, cells.B4]).toEqual([['B2:B4'], '4', '', undefined]);
  });

  test('within a row go with each row', () => {
    const { merges } = merged(person, '<mergeCell ref="B3:C3"/>', [
      { from: 1 },
      { from: 3 },
      { from: 3 },
      { from: 2 },
    ]);
    expect(merges).toEqual([]);
    const empty = merged(rowsXml([['x'], ['007']]), '<mergeCell ref="A2:C2"/>', [
      { from: 1 },
      { from: 2 },
      { from: 2 },
    ]);
    expect([empty.merges, empty.cells.A2, empty.cells.A3]).toEqual([['A2:C2', 'A3:C3'], '007', '007']);
  });
});

const SHEET_ML = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const XMLNS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

describe('parts of their own', () => {
  test('comments stay on one cell each, with their threads and shapes', () => {
    const shape = (row: number) =>
      `<v:shape id="s${row}"><v:textbox><div>a<br></div></v:textbox><x:ClientData ObjectType="Note"><x:Anchor>3, 15, ${row}, 2, 5, 31, ${row + 3}, 1</x:Anchor><x:Row>${row}</x:Row><x:Column>2</x:Column></x:ClientData></v:shape>`;
    const { part } = edit({
      parts: [
        {
          type: 'comments',
          name: 'xl/comments1.xml',
          text: `<comments ${XMLNS}><commentList><comment ref="C3" authorId="0"/><comment ref="C4" authorId="0"/><comment ref="C5" authorId="0"/></commentList></comments>`,
        },
        {
          type: 'threadedComment',
          name: 'xl/threadedComments/t1.xml',
          text: '<ThreadedComments><threadedComment ref="C5" id="{1}"/><threadedComment ref="C4" id="{2}"/><threadedComment ref="C4" parentId="{2}" id="{3}"/></ThreadedComments>',
        },
        {
          type: 'vmlDrawing',
          name: 'xl/drawings/v1.vml',
          text: `<xml xmlns:v="v" xmlns:x="x">${shape(2)}${shape(3)}${shape(4)}</xml>`,
        },
      ],
    });
    expect(part('xl/comments1.xml')).toContain(
      '<comment ref="C3" authorId="0"/><comment ref="C5" authorId="0"/></commentList>',
    );
    expect(part('xl/threadedComments/t1.xml')).toBe(
      '<ThreadedComments><threadedComment ref="C5" id="{2}"/><threadedComment ref="C5" parentId="{2}" id="{3}"/></ThreadedComments>',
    );
    const drawing = part('xl/drawings/v1.vml');
    expect([...drawing.matchAll(/<x:Row>(\d+)/g)].map(([, row]) => row)).toEqual(['2', '4']);
    expect(drawing).toContain('<x:Anchor>3, 15, 4, 2, 5, 31, 7, 1</x:Anchor>');
  });

  test('tables, with their filter, totals and formulas', () => {
    const table = `<table ${XMLNS} id="1" name="Tab" displayName="Tab" ref="A1:C6" totalsRowCount="1"><autoFilter ref="A1:C5"/><tableColumns count="3"><tableColumn id="1" name="Matricola"/><tableColumn id="2" name="Codice"/><tableColumn id="3" name="Ore" totalsRowFunction="custom"><calculatedColumnFormula>A2*$C$4</calculatedColumnFormula><totalsRowFormula>SUM(C2:C5)</totalsRowFormula></tableColumn></tableColumns></table>`;
    const tail = '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>';
    const own = {
      type: 'table',
      name: 'xl/tables/table1.xml',
      text: table,
      contentType: `${SHEET_ML}.table+xml`,
    };
    const { part } = edit({ tail, parts: [own] });
    expect(part(own.name)).toContain('ref="A1:C6"');
    expect(part(own.name)).toContain('<autoFilter ref="A1:C5"/>');
    expect(part(own.name)).toContain(
      '<calculatedColumnFormula>A2*$C$5</calculatedColumnFormula><totalsRowFormula>SUM(C2:C5)</totalsRowFormula>',
    );
    const small = {
      ...own,
      text: table
        .replaceAll('A1:C6', 'A4:C5')
        .replace(' totalsRowCount="1"', '')
        .replace('<autoFilter ref="A1:C5"/>', ''),
    };
    const gone = edit({ tail, parts: [small], rows: ROWS }, [], {}, [
      { sheet: 'Ore', rows: [1, 4, 6].map((from) => ({ from })) },
    ]);
    expect([
      gone.parts.has(small.name),
      gone.sheet().includes('tablePart'),
      gone.told.map(({ kind }) => kind),
    ]).toEqual([false, false, ['table-undone']]);
    expect(gone.part('[Content_Types].xml')).not.toContain('table1');
    expect(gone.part('xl/worksheets/_rels/sheet1.xml.rels')).not.toContain('table1');
  });

  test('tables whose header cells are codes are called by the new ones', () => {
    const table = `<table ${XMLNS} id="1" name="Tab" displayName="Tab" ref="A1:B3"><tableColumns count="2"><tableColumn id="1" name="Giorno"/><tableColumn id="2" name="B1"/></tableColumns></table>`;
    const rows = rowsXml([
      ['Giorno', 'B1'],
      ['1', 4],
      ['2', 2],
      [null, '=SUM(Tab[B1]) -> 6'],
    ]);
    const header = new Map([
      [2, text('B2')],
      [3, text('B3')],
    ]);
    const plans = [
      {
        sheet: 'Ore',
        rows: [{ from: 1, cells: header }, { from: 2 }, { from: 3 }, { from: 4 }],
        columns: [1, 2, 2],
      },
    ];
    const { part, parts } = edit(
      {
        rows,
        tail: '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>',
        parts: [{ type: 'table', name: 'xl/tables/table1.xml', text: table }],
      },
      [],
      {},
      plans,
    );
    expect(part('xl/tables/table1.xml')).toContain(
      'ref="A1:C3"><tableColumns count="3"><tableColumn id="1" name="Giorno"/><tableColumn id="2" name="B2"/><tableColumn id="3" name="B3"/></tableColumns>',
    );
    expect(cellsIn(parts).B4).toBe('=SUM(Tab[B2])');
  });

  test('charts draw the rows where they are, and forget what they drew', () => {
    const chart =
      '<c:chartSpace xmlns:c="c"><c:cat><c:strRef><c:f>Ore!$A$2:$A$4</c:f><c:strCache><c:ptCount val="3"/></c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>Riepilogo!$A$1</c:f><c:numCache><c:ptCount val="1"/></c:numCache></c:numRef></c:val></c:chartSpace>';
    const drawing =
      '<xdr:wsDr xmlns:xdr="x"><xdr:twoCellAnchor><xdr:from><xdr:col>4</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>3</xdr:row><xdr:rowOff>5</xdr:rowOff></xdr:from><xdr:to><xdr:col>8</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>9</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:sp textlink="Ore!$C$4"/></xdr:twoCellAnchor></xdr:wsDr>';
    const { part } = edit(
      {
        parts: [
          { type: 'drawing', name: 'xl/drawings/drawing1.xml', text: drawing },
          {
            type: 'chart',
            name: 'xl/grafici/primo.xml',
            text: chart,
            contentType: 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
          },
        ],
      },
      [{ name: 'Riepilogo', rows: rowsXml([[1]]) }],
    );
    expect(part('xl/grafici/primo.xml')).toContain('<c:f>Ore!$A$2:$A$5</c:f></c:strRef>');
    expect(part('xl/grafici/primo.xml')).toContain('<c:f>Riepilogo!$A$1</c:f><c:numCache>');
    expect(part('xl/drawings/drawing1.xml')).toContain(
      '<xdr:row>4</xdr:row><xdr:rowOff>5</xdr:rowOff></xdr:from>',
    );
    expect(part('xl/drawings/drawing1.xml')).toContain('<xdr:row>9</xdr:row>');
    expect(part('xl/drawings/drawing1.xml')).toContain('textlink="Ore!$C$5"');
  });

  test('names, print ranges and titles; the order of calculation goes', () => {
    const names =
      '<definedName name="ore">Ore!$C$2:$C$4</definedName><definedName name="relativo">Ore!C4</definedName><definedName name="_xlnm.Print_Area" localSheetId="0">Ore!A1:C4,Ore!$A$5:$C$5</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">Ore!$1:$3</definedName><definedName name="perso">Ore!$C$5</definedName>';
    const chain = {
      type: 'calcChain',
      name: 'xl/calcChain.xml',
      text: `<calcChain ${XMLNS}><c r="C6" i="1"/></calcChain>`,
      contentType: `${SHEET_ML}.calcChain+xml`,
    };
    const { part, parts, told } = edit({}, [], {
      names,
      parts: [chain],
      calcPr: '<calcPr calcId="191029"/>',
    });
    const book = part('xl/workbook.xml');
    expect([...book.matchAll(/<definedName [^>]*>([^<]*)/g)].map(([, formula]) => formula)).toEqual([
      'Ore!$C$2:$C$5',
      'Ore!C4',
      'Ore!A1:C5',
      'Ore!$1:$4',
      '#REF!',
    ]);
    expect(book).toContain('<calcPr calcId="191029" fullCalcOnLoad="1"/>');
    expect([
      parts.has('xl/calcChain.xml'),
      part('[Content_Types].xml').includes('calcChain'),
      part('xl/_rels/workbook.xml.rels').includes('calcChain'),
    ]).toEqual([false, false, false]);
    expect(told.map(({ kind, text: about }) => [kind, about])).toEqual([
      ['relative-name', 'relativo'],
      ['lost-reference', 'perso = #REF!'],
    ]);
  });

  test('pivot tables are told, follow their range and are made anew', () => {
    const cache = (source: string) =>
      `<pivotCacheDefinition ${XMLNS}><cacheSource type="worksheet"><worksheetSource ${source}/></cacheSource></pivotCacheDefinition>`;
    const own = (name: string, source: string) => ({
      type: 'pivotCacheDefinition',
      name,
      text: cache(source),
      contentType: `${SHEET_ML}.pivotCacheDefinition+xml`,
    });
    const { part, told } = edit({}, [], {
      names: '<definedName name="dati">Ore!$A$1:$C$4</definedName>',
      parts: [
        own('xl/p1.xml', 'ref="A1:C4" sheet="Ore"'),
        own('xl/p2.xml', 'name="dati"'),
        own('xl/p3.xml', 'ref="A1:C4" sheet="Altro"'),
      ],
    });
    expect(part('xl/p1.xml')).toContain(
      'refreshOnLoad="1"><cacheSource type="worksheet"><worksheetSource ref="A1:C5" sheet="Ore"/>',
    );
    expect(part('xl/p2.xml')).toContain('refreshOnLoad="1"');
    expect(part('xl/p3.xml')).not.toContain('refreshOnLoad');
    expect(told.map(({ kind, text: about }) => [kind, about])).toEqual([
      ['pivot-cache', 'Ore!A1:C4'],
      ['pivot-cache', 'dati'],
    ]);
  });
});

describe('what cannot be followed is told', () => {
  test('codes in formulas, lists, filters and other sheets, cells found by text, programs', () => {
    const rows = ROWS.replace(
      '<f>SUM(C2:C5)</f>',
      '<f>SUMIF(B2:B5,"B1",C2:C5)+SUMIF(B2:B5,"&lt;&gt;B11",C2:C5)</f>',
    );
    const tail =
      '<autoFilter ref="A1:C5"><filterColumn colId="1"><filters><filter val="B1"/></filters></filterColumn></autoFilter><dataValidations count="1"><dataValidation type="list" sqref="B2:B5"><formula1>"A1,B1"</formula1></dataValidation></dataValidations>';
    const { told } = edit(
      { rows, tail, parts: [{ type: 'queryTable', name: 'xl/q.xml', text: `<queryTable ${XMLNS}/>` }] },
      [
        {
          name: 'Elenco',
          rows: '<row r="1"><c r="A1" t="s"><v>1</v></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>B1</t></is></c></row><row r="3"><c r="A3"><f>INDIRECT("Ore!C3")+INDIRECT("Ore!C4")</f></c></row>',
        },
      ],
      { strings: ['A1', 'B1'], parts: [{ type: 'vbaProject', name: 'xl/vbaProject.bin', text: 'x' }] },
    );
    expect(told).toEqual([
      {
        kind: 'code-in-formula',
        sheet: 'Ore',
        cell: 'C6',
        text: 'SUMIF(B2:B5,"B1",C2:C5)+SUMIF(B2:B5,"<>B11",C2:C5)',
        count: 1,
      },
      { kind: 'code-in-formula', sheet: 'Ore', cell: 'A1:C5', text: 'B1', count: 1 },
      { kind: 'code-in-formula', sheet: 'Ore', cell: 'B2:B5', text: '"A1,B1"', count: 1 },
      { kind: 'query-table', sheet: 'Ore', cell: null, text: 'xl/q.xml', count: 1 },
      {
        kind: 'computed-reference',
        sheet: 'Elenco',
        cell: 'A3',
        text: 'INDIRECT("Ore!C3")+INDIRECT("Ore!C4")',
        count: 1,
      },
      { kind: 'code-in-cell', sheet: 'Elenco', cell: 'A1', text: 'B1', count: 2 },
      { kind: 'macros', sheet: null, cell: null, text: 'xl/vbaProject.bin', count: 1 },
    ]);
  });

  test('a reference to a row that split, once for formulas that are alike', () => {
    const { told, parts } = edit({}, [
      { name: 'Somma', rows: rowsXml([['=Ore!C3 -> 3'], ['=Ore!C3+1 -> 4'], ['=Ore!C5 -> 1']]) },
    ]);
    expect(cellsIn(parts, 2)).toEqual({ A1: '=Ore!C3', A2: '=Ore!C3+1', A3: '=#REF!' });
    expect(told).toEqual([
      { kind: 'split-reference', sheet: 'Somma', cell: 'A1', text: 'Ore!C3', count: 1 },
      { kind: 'split-reference', sheet: 'Somma', cell: 'A2', text: 'Ore!C3+1', count: 1 },
      { kind: 'lost-reference', sheet: 'Somma', cell: 'A3', text: '#REF!', count: 1 },
    ]);
  });
});

test('a workbook carries a property, and other properties stay', () => {
  const input = handWorkbook([{ name: 'Ore', rows: ROWS }]);
  const once = editWorkbook(input, [], {
    file: 'x',
    property: { name: 'procmap', value: 'Rev. 2023 & <co>' },
  }).parts;
  const twice = editWorkbook(once, [], { file: 'x', property: { name: 'altro', value: '1' } }).parts;
  const again = editWorkbook(twice, [], { file: 'x', property: { name: 'procmap', value: '2' } }).parts;
  const read = (parts: typeof once, name: string) => readProperty(openPackage('x', parts), name);
  expect([
    read(input, 'procmap'),
    read(once, 'procmap'),
    read(again, 'procmap'),
    read(again, 'altro'),
  ]).toEqual([null, 'Rev. 2023 & <co>', '2', '1']);
  expect(partText(again, 'docProps/custom.xml').match(/pid="\d+"/g)).toEqual(['pid="2"', 'pid="3"']);
});

test('what has nothing to do with rows is copied byte by byte', () => {
  const picture = { type: 'image', name: 'xl/media/image1.png', text: '\u0089PNG' };
  const input = handWorkbook([
    { name: 'Ore', rows: ROWS, parts: [picture] },
    { name: 'Note', rows: rowsXml([['x']]) },
  ]);
  const { parts } = editWorkbook(input, [plan()], { file: 'x' });
  const changed = [...parts].filter(([name, bytes]) => input.get(name) !== bytes).map(([name]) => name);
  expect(changed.sort()).toEqual(['xl/workbook.xml', 'xl/worksheets/sheet1.xml']);
});
