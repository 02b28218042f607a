import { describe, expect, test } from 'vitest';
import { encodeText } from '../../src/values/text-encoding.ts';
import { crosswalkOf, recodeBytes, recodeText } from '../support/recode.ts';

const CROSSWALK = crosswalkOf(`
  A1.1.1.7 A1.1.1.6
  A1.1.1.6 A1.3.2.5
  A1.1.1.1 A1.1.1.1
  B1.1.1.1 B1.1.1.1 0.5
  B1.1.1.1 B1.1.1.2 0.5
  C1.1.1.1 ?
  C1.1.1.2 -
  D1.1.1.1 D1.1.1.1 ?
  D1.1.1.1 D1.1.1.2 ?
  - E1.1.1.1
`);

const HEADER = 'Matricola;Codice attività;Descrizione;Ore\r\n';

describe('recoding a CSV time-sheet', () => {
  test('maps every row once: what is A1.1.1.7 becomes A1.1.1.6 and stays that', async () => {
    const { recoded, rejected } = await recodeText(
      `${HEADER}007;A1.1.1.7;x;7,5\r\n007;A1.1.1.6;y;1\r\n008;A1.1.1.1;z;2\r\n`,
      CROSSWALK,
    );
    expect(recoded).toBe(`${HEADER}007;A1.1.1.6;x;7,5\r\n007;A1.3.2.5;y;1\r\n008;A1.1.1.1;z;2\r\n`);
    expect(rejected).toBe(
      'Matricola;Codice attività;Descrizione;Ore;procmap_reason;procmap_code;procmap_line\r\n',
    );
  });

  test('7.30 among decimal commas may be half past seven: rejected, unless all have points', async () => {
    const rows = '1;A1.1.1.1;;7,5\r\n1;A1.1.1.1;;7.30\r\n1;A1.1.1.1;;7h30\r\n';
    const { rejected, report } = await recodeText(HEADER + rows, CROSSWALK);
    expect(rejected.split('\r\n').slice(1, -1)).toEqual([
      '1;A1.1.1.1;;7.30;the amount may be thousands or decimals: give --decimal-sign;amount-ambiguous;3',
    ]);
    expect(report.balances.map(({ measure }) => measure)).toEqual(['number', 'clock']);
    const points = await recodeText(`${HEADER}1;A1.1.1.1;;7.5\r\n1;A1.1.1.1;;7.30\r\n`, CROSSWALK);
    expect(points.report.rows.rejected).toBe(0);
    const told = await recodeText(HEADER + rows, CROSSWALK, { point: '.' });
    expect(told.report.rows.rejected).toBe(0);
    const divided = await recodeText(
      `${HEADER}1;B1.1.1.1;;7,25\r\n1;B1.1.1.1;;7.5\r\n1;B1.1.1.1;;7h31\r\n`,
      CROSSWALK,
      { decimals: 2, point: ',' },
    );
    expect(
      divided.recoded
        .split('\r\n')
        .slice(1, -1)
        .map((row) => row.split(';')[3]),
    ).toEqual(['3,63', '3,62', '3,75', '3,75', '3h46', '3h45']);
  });

  test('totals in any wording are no bookings', async () => {
    const words = ['Sub totale', 'Tot.', 'Subtotale', 'Totali', 'TOT', 'Sub-tot. gennaio', 'A1.1 Totale'];
    const rows = words.map((word) => `;${word};;9\r\n`).join('');
    const { recoded, rejected, report } = await recodeText(`${HEADER}1;A1.1.1.1;;1\r\n${rows}`, CROSSWALK);
    expect(report.rows).toMatchObject({ read: 1, rejected: 0, totals: words.length });
    expect(recoded).toBe(`${HEADER}1;A1.1.1.1;;1\r\n${rows}`);
    expect(rejected.split('\r\n')).toHaveLength(2);
  });

  test.each(['Nome', 'Operatore', 'Addetto', 'Nominativo'])('%s is the person', async (name) => {
    const { report } = await recodeText(
      `Nome attività;${name};Codice;Ore\r\nx;Rossi;A1.1.1.1;1\r\n`,
      CROSSWALK,
    );
    expect(report.columns.person).toBe(name);
  });

  test('reads a code with its label behind it', async () => {
    const { recoded, report } = await recodeText(
      `${HEADER}1;A1.1.1.6 Piano occupazionale;;1\r\n1;A1.1.1.7 - Altri;;2\r\n`,
      CROSSWALK,
    );
    expect(report.rows.rejected).toBe(0);
    expect(recoded).toBe(`${HEADER}1;A1.3.2.5;;1\r\n1;A1.1.1.6;;2\r\n`);
    const both = `Codice;Attività;Ore\r\nA1.1.1.7;A1.1.1.7 Altri;1\r\n`;
    expect((await recodeText(both, CROSSWALK)).report.columns.code).toBe('Codice');
  });

  test('divides a split to the last digit, in the notation of the row', async () => {
    const { recoded, report } = await recodeText(
      `${HEADER}1;B1.1.1.1;x;7,5\r\n1;B1.1.1.1;"a;b";7:15\r\n2;B1.1.1.1;;0,1\r\n2;B1.1.1.1;;\r\n`,
      CROSSWALK,
    );
    expect(recoded.split('\r\n').slice(1, -1)).toEqual([
      '1;B1.1.1.1;x;3,8',
      '1;B1.1.1.2;x;3,7',
      '1;B1.1.1.1;"a;b";3:38',
      '1;B1.1.1.2;"a;b";3:37',
      '2;B1.1.1.2;;0,1',
      '2;B1.1.1.1;;',
    ]);
    expect(report.rows).toEqual({
      read: 4,
      recoded: 4,
      split: 2,
      kept: 0,
      asTold: 0,
      rejected: 0,
      written: 6,
      totals: 0,
    });
  });

  test('rejects what it cannot map, unchanged and with the reason', async () => {
    const { rejected, report, recoded } = await recodeText(
      `${HEADER}1;C1.1.1.1;;1\r\n1;C1.1.1.2;;2\r\n1;D1.1.1.1;;3\r\n1;Z9;;4\r\n1;;;5\r\n1;E1.1.1.1;;6\r\n1;A1.1.1.1;;otto\r\n1;A1.1.1.1;;7,5,5\r\n1;A1.1.1.1;x;1;2\r\n1\r\n`,
      CROSSWALK,
    );
    expect(rejected.split('\r\n').slice(1, -1)).toEqual([
      '1;C1.1.1.1;;1;nobody has decided what it becomes;open;2',
      '1;C1.1.1.2;;2;the activity was dropped;dropped;3',
      '1;D1.1.1.1;;3;divided, but the shares are not decided;split-undecided;4',
      '1;Z9;;4;the crosswalk does not know the code;unknown-code;5',
      '1;;;5;no code in the row;no-code;6',
      '1;E1.1.1.1;;6;the code belongs to the new map only;new-code;7',
      '1;A1.1.1.1;;otto;the amount cannot be read;amount-unreadable;8',
      '1;A1.1.1.1;;7,5,5;the amount cannot be read;amount-unreadable;9',
      '1;A1.1.1.1;x;1;2;the row does not have the cells of the header;row-shape;10',
      '1;;;;the row does not have the cells of the header;row-shape;11',
    ]);
    expect(recoded).toBe(HEADER);
    expect(report.balances).toEqual([
      { column: 'Ore', measure: 'number', before: '21', after: '0', rejected: '21' },
    ]);
    expect(report.undecided.map(({ code, reason }) => [code, reason])).toEqual([
      ['D1.1.1.1', 'split-undecided'],
      ['C1.1.1.1', 'open'],
    ]);
  });

  test('a row with the total of others is no booking', async () => {
    const { recoded, report } = await recodeText(
      `${HEADER}1;A1.1.1.7;;1\r\n1;A1.1.1.1;;2\r\nTotale;;;3\r\n;Totale complessivo;;3\r\n`,
      CROSSWALK,
    );
    expect(recoded.split('\r\n').slice(3)).toEqual(['Totale;;;3', ';Totale complessivo;;3', '']);
    expect(report.rows).toMatchObject({ read: 2, rejected: 0, totals: 2 });
    expect(report.persons.map(({ person }) => person)).toEqual(['1']);
    expect(report.balances[0]?.before).toBe('3');
  });

  test('empty cells beyond the header do no harm', async () => {
    const { recoded } = await recodeText(`${HEADER}1;A1.1.1.7;;1;;\r\n;;;;;\r\n`, CROSSWALK);
    expect(recoded).toBe(`${HEADER}1;A1.1.1.6;;1;;\r\n;;;;;\r\n`);
  });

  test('a booking on a code that several entries bear is for a person to place', async () => {
    const [first, second] = crosswalkOf('A1.1.1.1 B1.1.1.1\nA1.1.1.1 B1.1.1.2').rows;
    const rows = [first, second].flatMap((row, i) => (row ? [{ ...row, fingerprint: `f${i}` }] : []));
    const { rejected } = await recodeText(`${HEADER}1;A1.1.1.1;;1\r\n`, { rows });
    expect(rejected).toContain('1;A1.1.1.1;;1;several entries of the old map bear the code;ambiguous-code;2');
  });

  test('divides an undecided split only when asked to', async () => {
    const text = `${HEADER}1;D1.1.1.1;;3,00\r\n`;
    const { recoded } = await recodeText(text, CROSSWALK, { allocate: 'equal' });
    expect(recoded).toBe(`${HEADER}1;D1.1.1.1;;1,50\r\n1;D1.1.1.2;;1,50\r\n`);
  });

  test('rows from before the crosswalk keep their code', async () => {
    const head = 'matricola,data,code,hours\n';
    const { recoded, rejected, report } = await recodeText(
      `${head}1,31/12/2022,A1.1.1.7,1\n1,01/01/2023,A1.1.1.7,2\n1,2022,Z9,3\n1,?,A1.1.1.7,4\n1,2023-01,A1.1.1.7,5\n`,
      CROSSWALK,
      { validFrom: '2023-01-01' },
    );
    expect(recoded).toBe(
      `${head}1,31/12/2022,A1.1.1.7,1\n1,01/01/2023,A1.1.1.6,2\n1,2022,Z9,3\n1,2023-01,A1.1.1.6,5\n`,
    );
    expect(rejected.split('\n')[1]).toBe('1,?,A1.1.1.7,4,the date cannot be read,date-unreadable,5');
    expect(report.rows).toMatchObject({ kept: 2, recoded: 2, rejected: 1 });
  });

  test('a month in which the crosswalk begins cannot be told apart', async () => {
    const { rejected } = await recodeText(
      'mese;anno;codice;ore\n6;2023;A1.1.1.7;1\n7;2023;A1.1.1.7;1\n',
      CROSSWALK,
      {
        validFrom: '2023-06-15',
      },
    );
    expect(rejected.split('\n').slice(1)).toEqual([
      '6;2023;A1.1.1.7;1;the period lies across the day the crosswalk begins;date-straddles;2',
      '',
    ]);
  });

  test('several amount columns are divided each; a column of rates is repeated and said so', async () => {
    const { recoded, report } = await recodeText(
      'Codice;Ore;Costo orario;Importo €\nB1.1.1.1;3;20,50;€ 61,50\n',
      CROSSWALK,
    );
    expect(recoded.split('\n').slice(1)).toEqual([
      'B1.1.1.1;2;20,50;€ 30,75',
      'B1.1.1.2;1;20,50;€ 30,75',
      '',
    ]);
    expect(report.columns).toMatchObject({
      amounts: ['Ore', 'Importo €'],
      repeated: ['Costo orario'],
      person: null,
    });
  });

  test('codes are read as people write them, and written as they are', async () => {
    const { recoded } = await recodeText(
      `${HEADER}1;A.1.1.1.7.;;1\r\n1; a1.1.1.7;;2\r\n1;A1.1.1.1.;;3\r\n`,
      CROSSWALK,
    );
    expect(recoded.split('\r\n').map((line) => line.split(';')[1])).toEqual([
      'Codice attività',
      'A1.1.1.6',
      ' A1.1.1.6',
      'A1.1.1.1',
      undefined,
    ]);
  });

  test('the audit column tells the rule, row by row, and marks the file', async () => {
    const { recoded } = await recodeText(
      `${HEADER}1;A1.1.1.7;;1\r\n1;B1.1.1.1;;2\r\n1;A1.1.1.1;;3`,
      CROSSWALK,
      { audit: true },
    );
    const [head, ...rows] = recoded.split('\r\n');
    expect(head).toMatch(/^Matricola;Codice attività;Descrizione;Ore;procmap:[0-9a-f]{12}$/);
    expect(rows.map((row) => row.split(';')[4])).toEqual([
      'A1.1.1.7 -> A1.1.1.6 moved certain',
      'B1.1.1.1 -> B1.1.1.1 split certain share 0.5',
      'B1.1.1.1 -> B1.1.1.2 split certain share 0.5',
      'A1.1.1.1 -> A1.1.1.1 unchanged certain',
      undefined,
    ]);
    await expect(recodeText(recoded, CROSSWALK)).rejects.toMatchObject({ code: 'already-recoded' });
    await expect(recodeText(recoded, crosswalkOf('A1.1.1.6 A2.1.1.1'))).resolves.toBeDefined();
  });

  test('what does not change passes through bit by bit', async () => {
    const text =
      'sep=;\r\n"Foglio ore; 2023"\r\n\r\n"Matricola" ; Codice ;"Note"; Ore\r\n1; A1.1.1.1 ;"a ""b""\r\nc";"7,5"\r\n;;;\r\n2;"A1.1.1.7";x; 08,00 \r\n';
    const { recoded } = await recodeText(text, CROSSWALK);
    expect(recoded).toBe(text.replace('A1.1.1.7', 'A1.1.1.6'));
  });

  test.each(['utf-16le', 'utf-16be', 'windows-1252', 'utf-8'] as const)(
    '%s stays %s, in chunks of any size',
    async (encoding) => {
      const mark = encoding === 'windows-1252' ? '' : '\ufeff';
      const text = `${mark}Matricola;Attività;Importo\r\n${'è1;A1.1.1.7;€ 1,50\r\nè2;B1.1.1.1;€ 3,00\r\n'.repeat(50)}`;
      const expected = text
        .replaceAll('A1.1.1.7', 'A1.1.1.6')
        .replaceAll('B1.1.1.1;€ 3,00', 'B1.1.1.1;€ 1,50\r\nè2;B1.1.1.2;€ 1,50');
      const bytes = encodeText(text, encoding) as Uint8Array;
      for (const chunk of [7, 64, 100_000]) {
        const { bytes: out, report } = await recodeBytes(bytes, CROSSWALK, { chunk });
        expect(Buffer.compare(out, encodeText(expected, encoding) as Uint8Array)).toBe(0);
        expect(report.persons.map(({ person, balances }) => [person, balances[0]?.after])).toEqual([
          ['è1', '75'],
          ['è2', '150'],
        ]);
      }
    },
  );

  test('a point before three digits is settled by the column, or rejected', async () => {
    const rows = 'codice;importo\nA1.1.1.1;1.234\n';
    expect((await recodeText(rows, CROSSWALK)).rejected).toContain('amount-ambiguous');
    expect((await recodeText(`${rows}A1.1.1.1;1,5\n`, CROSSWALK)).report.balances[0]?.before).toBe('1235.5');
    expect((await recodeText(rows, CROSSWALK, { point: '.' })).report.balances[0]?.before).toBe('1.234');
  });

  test.each([
    ['', 'timesheet-empty'],
    ['a;b\n1;2\n', 'no-timesheet-header'],
    ['codice;note\nA1.1.1.1;x\n', 'no-timesheet-header'],
    ['codice;minuti\nA1.1.1.1;x\nA1.1.1.1;y\n', 'column-not-found'],
    ['codice;cod;ore\nA1.1.1.1;A1.1.1.1;1\n', 'column-ambiguous'],
    ['codice;ore\n"A1.1.1.1;1\n', 'quote-unclosed'],
  ])('%j cannot be recoded: %s', async (text, code) => {
    await expect(recodeText(text, CROSSWALK)).rejects.toMatchObject({ code });
  });

  test('columns can be named, or numbered', async () => {
    const text = 'chi;cosa;quanto\n1;A1.1.1.7;2\n';
    const columns = { code: 'COSA', amounts: ['3'], person: 'chi' };
    expect((await recodeText(text, CROSSWALK, { columns })).recoded).toContain('1;A1.1.1.6;2');
    await expect(recodeText(text, CROSSWALK, { columns: { ...columns, person: 'x' } })).rejects.toMatchObject(
      {
        code: 'column-not-found',
      },
    );
    await expect(recodeText(text, CROSSWALK, { columns, validFrom: '2023-01-01' })).rejects.toMatchObject({
      args: { role: 'date' },
    });
  });
});
