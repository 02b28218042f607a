import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runCli } from '../support/run-cli.ts';

const CROSSWALK = `old_code,new_code,share
A1.1.1.7,A1.1.1.6,1
A1.1.1.6,A1.3.2.5,1
B1.1.1.1,B1.1.1.1,0.5
B1.1.1.1,B1.1.1.2,0.5
`;

const TIMESHEET = `Matricola;Data;Codice attività;Ore\r
007;01/02/2023;A1.1.1.7;7,5\r
008;02/02/2023;B1.1.1.1;1.234,5\r
008;31/12/2022;A1.1.1.6;1\r
`;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'procmap-recode-'));
  writeFileSync(join(folder, 'x.csv'), CROSSWALK);
  writeFileSync(join(folder, 'ore.csv'), TIMESHEET);
});
afterEach(() => rmSync(folder, { recursive: true }));

function recode(...argv: readonly string[]) {
  return runCli(['recode', ...argv], { cwd: folder });
}

const read = (name: string) => readFileSync(join(folder, name), 'utf8');

describe('procmap recode', () => {
  test('writes the recoded time-sheet and its record, and prints the balance', async () => {
    const { stdout, stderr, exitCode } = await recode('ore.csv', '--crosswalk', 'x.csv', '-o', 'out.csv');
    expect(exitCode).toBe(0);
    expect(stderr).toBe('wrote out.csv\nwrote out.csv.recoded.json\n');
    expect(read('out.csv').split('\r\n').slice(1, -1)).toEqual([
      '007;01/02/2023;A1.1.1.6;7,5',
      '008;02/02/2023;B1.1.1.1;617,3',
      '008;02/02/2023;B1.1.1.2;617,2',
      '008;31/12/2022;A1.3.2.5;1',
    ]);
    expect(stdout).toMatchInlineSnapshot(`
      "Recoding of ore.csv with x.csv
        Columns: code "Codice attività"; amounts "Ore"; person "Matricola"; date
        "Data"
        Rows read: 3; recoded: 3, of which divided: 1; rejected: 0; written: 4

      Totals
             before  after  rejected
        Ore   1,243  1,243         0
        before = after + rejected, to the last digit

      By kind of change
               codes  rows  amounts
        moved      2     2      8.5
        split      1     1  1,234.5

      Shares of divided codes
                              decided  obtained  amount
        B1.1.1.1  → B1.1.1.1   50.00%    50.00%   617.3
                  → B1.1.1.2   50.00%    50.00%   617.2
        Rounding decided 1 unit of the last digit; what is still owed stands in the
        record: --continue takes it up in the next run.

      By person (2), each balanced
        Matricola   before    after  rejected
        007            7.5      7.5       0.0
        008        1,235.5  1,235.5       0.0
      "
    `);
    expect(JSON.parse(read('out.csv.recoded.json'))).toMatchObject({
      format: 'procmap-recode-record',
      input: { file: 'ore.csv' },
      output: { file: 'out.csv' },
      rejects: null,
      balances: [{ column: 'Ore', before: '1243', after: '1243', rejected: '0' }],
    });
    expect(read('ore.csv')).toBe(TIMESHEET);
  });

  test('puts aside what it cannot recode, and exits 1 for it unless told otherwise', async () => {
    writeFileSync(join(folder, 'ore.csv'), `${TIMESHEET}009;01/03/2023;Z9;2\r\n`);
    const { exitCode, stderr } = await recode('ore.csv', '--crosswalk', 'x.csv', '-o', 'out.csv');
    expect(exitCode).toBe(1);
    expect(stderr).toContain('wrote out.rejects.csv\n');
    expect(read('out.rejects.csv')).toBe(
      'Matricola;Data;Codice attività;Ore;procmap_reason;procmap_code;procmap_line\r\n009;01/03/2023;Z9;2;the crosswalk does not know the code;unknown-code;5\r\n',
    );
    const never = await recode('ore.csv', '--crosswalk', 'x.csv', '-o', 'out.csv', '--fail-on', 'never');
    expect(never.exitCode).toBe(0);
  });

  test('refuses what it has recoded, also under another name or saved again', async () => {
    await recode('ore.csv', '--crosswalk', 'x.csv', '-o', 'out.csv');
    const again = await recode('out.csv', '--crosswalk', 'x.csv', '-o', 'twice.csv');
    expect(again.exitCode).toBe(2);
    expect(again.stderr).toMatchInlineSnapshot(`
      "procmap: error: out.csv: is recoded already: it is what out.csv.recoded.json records
        nothing is mapped twice; if the file does hold old codes, pass --not-recoded
      "
    `);
    writeFileSync(join(folder, 'renamed.csv'), `\ufeff${read('out.csv').replaceAll(/[^;\r\n]+/g, '"$&"')}`);
    expect((await recode('renamed.csv', '--crosswalk', 'x.csv', '-o', 'twice.csv')).exitCode).toBe(2);
    expect(readdirSync(folder).filter((name) => name.includes('twice'))).toEqual([]);
    expect((await recode('ore.csv', '--crosswalk', 'x.csv', '-o', 'out.csv')).exitCode).toBe(0);
  });

  test('--valid-from keeps older rows, --audit says what was done', async () => {
    await recode('ore.csv', '--crosswalk', 'x.csv', '-o', 'out.csv', '--valid-from', '01/01/2023', '--audit');
    expect(read('out.csv').split('\r\n').slice(1, -1)).toEqual([
      '007;01/02/2023;A1.1.1.6;7,5;A1.1.1.7 -> A1.1.1.6 moved certain',
      '008;02/02/2023;B1.1.1.1;617,3;B1.1.1.1 -> B1.1.1.1 split certain share 0.5',
      '008;02/02/2023;B1.1.1.2;617,2;B1.1.1.1 -> B1.1.1.2 split certain share 0.5',
      '008;31/12/2022;A1.1.1.6;1;kept',
    ]);
  });

  test('--dry-run writes nothing', async () => {
    const { stdout, exitCode } = await recode('ore.csv', '--crosswalk', 'x.csv', '--dry-run', '--lang', 'it');
    expect(exitCode).toBe(0);
    expect(stdout).toContain('Che cosa farebbe la ricodifica di ore.csv');
    expect(stdout).toContain('1.243');
    expect(readdirSync(folder).sort()).toEqual(['ore.csv', 'x.csv']);
  });

  test('--format json gives the report to programs', async () => {
    const { stdout } = await recode('ore.csv', '--crosswalk', 'x.csv', '--dry-run', '--format', 'json');
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      rows: { read: 3 },
      persons: [{ person: '007' }, {}],
    });
  });

  test('writes what the ending says, or nothing', async () => {
    const { default: ExcelJS } = await import('exceljs');
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('Ore');
    sheet.addRow(['Codice', 'Ore']);
    sheet.addRow(['A1.1.1.7', 1]);
    await book.xlsx.writeFile(join(folder, 'ore.xlsx'));
    const before = readdirSync(folder);
    for (const [input, output, expected] of [
      ['ore.csv', 'out.xlsx', '.csv'],
      ['ore.xlsx', 'out.csv', '.xlsx'],
      ['ore.csv', 'out.html', '.csv'],
    ] as const) {
      const { exitCode, stderr } = await recode(input, '--crosswalk', 'x.csv', '-o', output);
      expect(exitCode).toBe(2);
      expect(stderr).toContain(`"${output}"`);
      expect(stderr).toContain(expected);
    }
    expect(readdirSync(folder)).toEqual(before);
    expect((await recode('ore.xlsx', '--crosswalk', 'x.csv', '-o', 'out.xlsx')).exitCode).toBe(0);
  });

  test('JSON or binary data that is no crosswalk is told as such, not printed', async () => {
    writeFileSync(join(folder, 'x.json'), '{"version": 1, "rows": []}');
    const json = await recode('ore.csv', '--crosswalk', 'x.json', '-o', 'out.csv');
    const stderr = expect.stringContaining('x.json: is no crosswalk in JSON (at ');
    expect(json).toMatchObject({ exitCode: 2, stderr });
    writeFileSync(join(folder, 'x.bin'), Uint8Array.of(80, 75, 0, 255, 254, 0, 1));
    const binary = await recode('ore.csv', '--crosswalk', 'x.bin', '-o', 'out.csv');
    expect(binary).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('x.bin: is binary data') });
  });

  test('takes the crosswalk as a workbook too', async () => {
    const { default: ExcelJS } = await import('exceljs');
    const book = new ExcelJS.Workbook();
    book.addWorksheet('note').addRow(['Raccordo 2023']);
    const sheet = book.addWorksheet('crosswalk');
    for (const line of CROSSWALK.trim().split('\n')) sheet.addRow(line.split(','));
    sheet.getCell('C4').value = 0.5;
    await book.xlsx.writeFile(join(folder, 'x.xlsx'));
    expect((await recode('ore.csv', '--crosswalk', 'x.xlsx', '-o', 'out.csv')).exitCode).toBe(0);
    expect(read('out.csv')).toContain('B1.1.1.2;617,2');
    sheet.getCell('C4').value = 0.6;
    await book.xlsx.writeFile(join(folder, 'x.xlsx'));
    const { stderr } = await recode('ore.csv', '--crosswalk', 'x.xlsx', '-o', 'out.csv');
    expect(stderr).toContain('x.xlsx:crosswalk!A4: the shares of B1.1.1.1 sum to 1.1, expected exactly 1\n');
  });

  test('what stands in a file cannot write to the terminal', async () => {
    writeFileSync(join(folder, 'ore.csv'), '\u001b[31mNome;x\n1;2\n');
    const { stderr } = await recode('ore.csv', '--crosswalk', 'x.csv', '-o', 'out.csv');
    expect(stderr).toContain('no header found');
    expect(stderr).not.toContain('\u001b');
  });

  test('a crosswalk with problems is not applied; all of them are told', async () => {
    writeFileSync(join(folder, 'x.csv'), 'old_code,new_code,share\nA1,B1,0.5\nA2,,\nA2,B2,1\n');
    const { stderr, exitCode } = await recode('ore.csv', '--crosswalk', 'x.csv', '-o', 'out.csv');
    expect(exitCode).toBe(2);
    expect(stderr).toMatchInlineSnapshot(`
      "x.csv:2: the shares of A1 sum to 0.5, expected exactly 1
      x.csv:3: A2 has no target here, but goes to B2 elsewhere
      procmap: error: x.csv: cannot be applied, 2 problems were found
        correct the lines named above, or write the crosswalk again with procmap crosswalk
      "
    `);
  });

  test.each([
    [['nix.csv', '--crosswalk', 'x.csv', '-o', 'out.csv'], /nix.csv: no such file/],
    [['ore.csv', '--crosswalk', 'nix.csv', '-o', 'out.csv'], /nix.csv: no such file/],
    [['ore.csv', '--crosswalk', 'x.csv'], /name the file to write with -o/],
    [['ore.csv', '--crosswalk', 'x.csv', '-o', 'ore.csv'], /inputs are never overwritten/],
    [['ore.csv', '--crosswalk', 'x.csv', '-o', 'x.csv'], /inputs are never overwritten/],
    [['ore.csv', '--crosswalk', 'x.csv', '-o', 'no/out.csv'], /no\/out.csv: cannot be written/],
    [['ore.csv', '--crosswalk', 'x.csv', '-o', 'out.csv', '--valid-from', '32/01/2023'], /--valid-from/],
    [['ore.csv', '--crosswalk', 'x.csv', '-o', 'out.csv', '--decimals', '3'], /--decimals/],
    [['ore.csv', '--crosswalk', 'x.csv', '-o', 'out.csv', '--code', 'nix'], /nix/],
    [['ore.csv', '-o', 'out.csv'], /--crosswalk/],
  ])('%j cannot run', async (argv, message) => {
    const { stderr, exitCode } = await recode(...argv);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(message);
    expect(readdirSync(folder).sort()).toEqual(['ore.csv', 'x.csv']);
  });

  test('a time-sheet in a format that maps are read from, and that cannot be edited in place', async () => {
    writeFileSync(join(folder, 'ore.xls'), '<html><table><tr><td>Codice<td>Ore<tr><td>A1.1.1.1<td>1</table>');
    const { stderr, exitCode } = await recode('ore.xls', '--crosswalk', 'x.csv', '-o', 'out.xlsx');
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/ore.xls: time-sheets are recoded as workbooks/);
    expect(readdirSync(folder).sort()).toEqual(['ore.csv', 'ore.xls', 'x.csv']);
  });
});
