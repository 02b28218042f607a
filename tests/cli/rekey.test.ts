import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runCli } from '../support/run-cli.ts';

const CROSSWALK = `old_code,old_label,change,new_code,new_label,share,tier,fingerprint
C1.2.1.1,Sportello,moved,C1.2.1.3,Sportello unico,1,certain,a
C1.2.1.3,Archivio,split,C1.2.1.1,Archivio cartaceo,0.5,certain,b
C1.2.1.3,Archivio,split,C1.2.1.4,Archivio digitale,0.5,certain,b
C1.2.2.1,Biblioteca,dropped,,,,certain,c
`;

/** Windows-1252, semicolons, CRLF, a title above the header, quotes. */
const BUDGET = Buffer.from(
  'Budget d\u2019ente;;\r\nCodice;Attivit\xe0;Importo \u20ac\r\nC1.2.1.1;Sportello;"1.250,00"\r\nC1.2.1.3;"Archivio";100,01\r\nC1.2.2.1;Biblioteca;7,00\r\n'
    .replace('\u2019', '\x92')
    .replace('\u20ac', '\x80'),
  'latin1',
);

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'procmap-rekey-'));
  writeFileSync(join(folder, 'x.csv'), CROSSWALK);
  writeFileSync(join(folder, 'budget.csv'), BUDGET);
});
afterEach(() => rmSync(folder, { recursive: true }));

const rekey = (...argv: readonly string[]) =>
  runCli(['rekey', '--crosswalk', 'x.csv', ...argv], { cwd: folder });

describe('procmap rekey', () => {
  test('keeps dialect, encoding and quotes of a CSV', async () => {
    const { exitCode, stderr } = await rekey('budget.csv', '--amount', 'Importo €', '-o', 'out.csv');
    expect([exitCode, stderr]).toEqual([1, 'wrote out.csv\n']);
    expect(readFileSync(join(folder, 'out.csv'), 'latin1').split('\r\n')).toEqual([
      'Budget d\x92ente;;',
      'Codice;Attivit\xe0;Importo \x80;procmap_old_code;procmap_change;procmap_note',
      'C1.2.1.3;Sportello unico;"1.250,00";C1.2.1.1;moved;in the new map C1.2.1.1 means Archivio cartaceo',
      'C1.2.1.1;"Archivio cartaceo";50,01;C1.2.1.3;split;row 1 of 2, also on C1.2.1.4 | in the new map C1.2.1.3 means Sportello unico',
      'C1.2.1.4;"Archivio digitale";50,00;C1.2.1.3;split;row 2 of 2, also on C1.2.1.1 | in the new map C1.2.1.3 means Sportello unico',
      ';Biblioteca;7,00;C1.2.2.1;dropped;nothing in the new map carries it on',
      '',
    ]);
    expect(readFileSync(join(folder, 'budget.csv')).equals(BUDGET)).toBe(true);
  });

  test('reports in text, in both languages', async () => {
    const { stdout } = await rekey('budget.csv', '--split', 'repeat', '--amount', 'C', '--dry-run');
    expect(stdout).toMatchInlineSnapshot(`
      "budget.csv with x.csv: nothing was written
        Codes: column "Codice", 3 rows
        Rows read: 3; carried: 2, of which repeated: 1; kept without a new code: 1;
          written: 4
        Numbers divided by the shares of the crosswalk: "Importo €"

      What became of the rows
                 codes  rows
        moved        1     1
        split        1     1
        dropped      1     1

        ALARM: 2 rows are on 2 codes that stand for something else in the new map. A
          join on the code would have been wrong there.

      Rows that want a look
        line 4 C1.2.1.3 Archivio split -> C1.2.1.1, C1.2.1.4
        line 5 C1.2.2.1 Biblioteca dropped: nothing in the new map carries it on
      "
    `);
    const italian = await rekey('budget.csv', '--amount', 'C', '--dry-run', '--lang', 'it');
    expect(italian.stdout).toMatchInlineSnapshot(`
      "budget.csv con x.csv: non è stato scritto nulla
        Codici: colonna "Codice", 3 righe
        Righe lette: 3; portate: 2, di cui ripetute: 1; tenute senza nuovo codice: 1;
          scritte: 4
        Numeri divisi secondo le quote della tabella di raccordo: "Importo €"

      Che cosa ne è delle righe
                   codici  righe
        spostato        1      1
        suddiviso       1      1
        soppresso       1      1

        ALLARME: 2 righe sono su 2 codici che nella nuova mappa indicano un'altra
          cosa. Abbinare per codice sarebbe stato sbagliato.

      Righe da guardare
        riga 4 C1.2.1.3 Archivio suddiviso -> C1.2.1.1, C1.2.1.4
        riga 5 C1.2.2.1 Biblioteca soppresso: nella nuova mappa nulla la continua
      "
    `);
  });

  test('reports as JSON', async () => {
    const { stdout } = await rekey('budget.csv', '--amount', 'C', '--dry-run', '--format', 'json');
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      rows: { read: 3, carried: 2, repeated: 1, kept: 1, written: 4 },
      fates: [{ fate: 'moved' }, { fate: 'split' }, { fate: 'dropped' }],
      told: [
        { code: 'C1.2.1.3', fate: 'split', place: { line: 4 } },
        { code: 'C1.2.2.1', fate: 'dropped', place: { line: 5 } },
      ],
    });
  });

  test('exits 0 where nothing is left to do, or when told so, and 2 where numbers would be doubled', async () => {
    writeFileSync(join(folder, 'plain.csv'), 'Codice,Ufficio\nC1.2.1.1,URP\n');
    expect((await rekey('plain.csv', '-o', 'o.csv')).exitCode).toBe(0);
    expect((await rekey('budget.csv', '--amount', 'C', '-o', 'o.csv', '--fail-on', 'never')).exitCode).toBe(
      0,
    );
    const refused = await rekey('budget.csv', '-o', 'none.csv');
    expect(refused.exitCode).toBe(2);
    expect(refused.stderr).toMatch(/line 4.*"Importo €"/);
    expect(() => readFileSync(join(folder, 'none.csv'))).toThrow();
  });

  test('never writes over what it read, and never twice', async () => {
    expect((await rekey('budget.csv', '--amount', 'C', '-o', 'budget.csv')).exitCode).toBe(2);
    expect((await rekey('budget.csv', '--amount', 'C', '-o', 'x.csv')).exitCode).toBe(2);
    await rekey('budget.csv', '--amount', 'C', '-o', 'out.csv');
    const again = await rekey('out.csv', '--amount', 'C', '-o', 'again.csv');
    expect([again.exitCode, again.stderr]).toEqual([2, expect.stringContaining('procmap_old_code')]);
    expect((await rekey('budget.csv', '--amount', 'C', '-o', 'out.xlsx')).exitCode).toBe(2);
  });
});

async function register(): Promise<void> {
  const book = new ExcelJS.Workbook();
  const risks = book.addWorksheet('Rischi');
  risks.addRow(['Registro']);
  risks.addRow(['Codice', 'Processo', 'Rischio', 'Punti', 'Entro']);
  risks.addRow(['C1.2.1.1', 'Sportello', 'Code', 2, new Date(Date.UTC(2024, 4, 31))]);
  risks.addRow(['C1.2.1.3', 'Archivio', 'Perdita', 3]);
  risks.addRow(['', '', 'Incendio', 1]);
  risks.addRow(['C1.2.2.1', 'Biblioteca', 'Furto', 1]);
  risks.mergeCells('A4:A5');
  risks.getCell('C3').note = 'ogni lunedì';
  risks.getCell('C6').note = 'chiedere';
  risks.getCell('A6').fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFFF00' } };
  for (const row of [3, 4, 5, 6])
    risks.getCell(`D${row}`).dataValidation = { type: 'list', allowBlank: true, formulae: ['"1,2,3"'] };
  const budget = book.addWorksheet('Budget');
  budget.addRow(['Cod.', 'Importo']);
  budget.addRow(['C1.2.1.3', 10.01]).getCell(2).numFmt = '#,##0.00';
  budget.addRow(['Totale', { formula: 'SUM(B2:B2)', result: 10.01 }]);
  book.addWorksheet('Legenda').addRow(['Codici della vecchia mappa']);
  await book.xlsx.writeFile(join(folder, 'register.xlsx'));
}

describe('procmap rekey of a workbook', () => {
  const columns = ['--repeat', 'Punti', '--amount', 'Importo'];

  test('carries every sheet with codes, and what its cells carry', async () => {
    await register();
    const { exitCode, stdout } = await rekey('register.xlsx', ...columns, '-o', 'out.xlsx');
    expect(exitCode).toBe(1);
    expect(stdout).toContain('Rischi!A4 C1.2.1.3 Archivio split');
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(join(folder, 'out.xlsx'));
    const risks = book.getWorksheet('Rischi') as ExcelJS.Worksheet;
    const text = (row: number) => [1, 2, 3, 4, 6, 7].map((column) => risks.getRow(row).getCell(column).text);
    expect([2, 3, 4, 5, 6, 7, 8].map(text)).toEqual([
      ['Codice', 'Processo', 'Rischio', 'Punti', 'procmap_old_code', 'procmap_change'],
      ['C1.2.1.3', 'Sportello unico', 'Code', '2', 'C1.2.1.1', 'moved'],
      ['C1.2.1.1', 'Archivio cartaceo', 'Perdita', '3', 'C1.2.1.3', 'split'],
      ['C1.2.1.1', '', 'Incendio', '1', 'C1.2.1.3', 'split'],
      ['C1.2.1.4', 'Archivio digitale', 'Perdita', '3', 'C1.2.1.3', 'split'],
      ['C1.2.1.4', '', 'Incendio', '1', 'C1.2.1.3', 'split'],
      ['', 'Biblioteca', 'Furto', '1', 'C1.2.2.1', 'dropped'],
    ]);
    expect(risks.model.merges).toEqual(['A4:A5', 'A6:A7']);
    expect(risks.getCell('E3').value).toEqual(new Date(Date.UTC(2024, 4, 31)));
    expect(noteText(risks.getCell('C3'))).toBe('ogni lunedì');
    expect(noteText(risks.getCell('C8'))).toBe('chiedere');
    expect(risks.getCell('A8').fill).toMatchObject({ fgColor: { argb: 'FFFFFF00' } });
    for (const row of [3, 4, 5, 6, 7, 8])
      expect(risks.getCell(`D${row}`).dataValidation?.formulae).toEqual(['"1,2,3"']);
    const budget = book.getWorksheet('Budget') as ExcelJS.Worksheet;
    expect([2, 3].map((row) => budget.getCell(`B${row}`).value)).toEqual([5.01, 5]);
    expect(budget.getCell('B3').numFmt).toBe('#,##0.00');
    expect(budget.getCell('B4').formula).toBe('SUM(B2:B3)');
  });

  test('refuses it a second time, by its property, whatever its columns are called', async () => {
    await register();
    await rekey('register.xlsx', ...columns, '-o', 'out.xlsx');
    const again = await rekey('out.xlsx', ...columns, '-o', 'again.xlsx', '--not-rekeyed');
    expect(again.exitCode).toBe(2);
    expect(again.stderr).toContain('procmap-rekey');
  });
});

function noteText({ note }: ExcelJS.Cell): string {
  return typeof note === 'string' ? note : (note?.texts ?? []).map(({ text }) => text).join('');
}
