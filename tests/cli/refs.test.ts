import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RefsReport } from '../../src/model/refs-report.ts';
import { runCli } from '../support/run-cli.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const EXCERPT = join(ROOT, 'fixtures/documents/piano-performance-2021.txt');
const PLAN = resolve(ROOT, '../shared/data/seeds/massa-carrara-performance-plan-2021.extract.txt');
const LEVEL_MAP = resolve(ROOT, '../shared/data/liv.flat.csv');

/** Every process code in the plan, found by reading it: line, as written, code. */
const IN_PLAN = [
  [664, 'D1.3_04.1', 'D1.3'],
  [665, 'D1.3_04.2', 'D1.3'],
  [672, 'C1.1_07', 'C1.1'],
  [673, 'C2.7.2_02', 'C2.7.2'],
  [673, 'C2.7.2', 'C2.7.2'],
  [801, 'B3.1_02', 'B3.1'],
  [1019, 'D1.3_04.1', 'D1.3'],
  [1020, 'D1.3_04.2', 'D1.3'],
  [1026, 'C1.1_07', 'C1.1'],
  [1026, 'T_medi_C1.1.1', 'C1.1.1'],
  [1027, 'C2.7.2_02', 'C2.7.2'],
  [1027, 'FTE_Integrato_C2.7.2', 'C2.7.2'],
  [1027, 'C2.7.2', 'C2.7.2'],
];

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'procmap-refs-'));
  const maps = ['massa-carrara-2021.csv', 'unioncamere-rev2023.csv'].map((name) =>
    join(ROOT, 'fixtures', name),
  );
  await runCli(['crosswalk', ...maps, '-o', join(folder, 'x.csv')]);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

const refs = (...argv: readonly string[]) =>
  runCli(['refs', '--crosswalk', 'x.csv', ...argv], { cwd: folder });

async function citations(...argv: readonly string[]) {
  const { stdout } = await refs(...argv, '--format', 'json');
  const report = JSON.parse(stdout) as RefsReport;
  return report.documents.flatMap((document) =>
    document.citations.map(({ place, text, code }) => [place.cell ?? place.line, text, code]),
  );
}

function docx(...paragraphs: readonly string[]): Uint8Array {
  const body = paragraphs.map((runs) => `<w:p>${runs}</w:p>`).join('');
  const xml = `<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`;
  return zipSync({ 'word/document.xml': strToU8(xml) });
}

describe('procmap refs', () => {
  test('finds every process code of the plan, and no date, law or amount', async () => {
    expect((await citations(EXCERPT)).map(([, text, code]) => [text, code])).toEqual(
      IN_PLAN.map(([, text, code]) => [text, code]),
    );
  });

  test.skipIf(!existsSync(PLAN))(
    'does so in the whole plan (skipped where that is not at hand)',
    async () => {
      expect(await citations(PLAN)).toEqual(IN_PLAN);
    },
  );

  test('tells what has become of each', async () => {
    const { stdout, exitCode } = await refs(EXCERPT, '--format', 'csv');
    expect(exitCode).toBe(0);
    const rows = stdout.split('\r\n').map((row) => row.split(','));
    expect(Object.fromEntries(rows.slice(1, -1).map((row) => [row[3], row[4]]))).toEqual({
      'D1.3': 'unknown',
      'C1.1': 'renamed',
      'C1.1.1': 'unchanged',
      'C2.7.2': 'unchanged',
      'B3.1': 'unchanged',
    });
  });

  test.skipIf(!existsSync(LEVEL_MAP))(
    'a code the map does not know is known in an older one (skipped without it)',
    async () => {
      const { stdout } = await refs(EXCERPT, '--map', LEVEL_MAP, '--lang', 'it');
      expect(stdout).toContain('PROMOZIONE TERRITORIO E IMPRESE');
      expect(stdout).toMatch(/D1\.3 {2}sconosciuto\n {2}la tabella di raccordo non lo conosce\n {2}noto in /);
    },
  );

  test('alarms where the code now names something else', async () => {
    writeFileSync(join(folder, 'note.md'), 'Ore su **A1.1.2.4**, come negli anni passati.\n');
    const { stdout } = await refs('note.md');
    expect(stdout).toContain('ALARM: in the new map the same code names something else: ');
    expect(stdout).toContain('becomes A1.1.2.3 ');
    expect(stdout).toContain('line 1:10: Ore su **A1.1.2.4**, come negli anni passati.');
    expect((await refs('note.md', '--fail-on', 'recycled')).exitCode).toBe(1);
  });

  test('reads DOCX: codes cut into runs, tables, no deleted text', async () => {
    const file = docx(
      '<w:r><w:t>Indicatore C2.7</w:t></w:r><w:r><w:t>.2_02</w:t></w:r><w:del><w:r><w:delText>A1.1.1.1</w:delText></w:r></w:del>',
      '<w:r><w:t>nulla</w:t></w:r>',
      '<w:r><w:t>A1.1.1.1</w:t><w:tab/><w:t>A1.1.1.2</w:t></w:r>',
    );
    writeFileSync(join(folder, 'piano.docx'), file);
    expect(await citations('piano.docx')).toEqual([
      [1, 'C2.7.2_02', 'C2.7.2'],
      [3, 'A1.1.1.1', 'A1.1.1.1'],
      [3, 'A1.1.1.2', 'A1.1.1.2'],
    ]);
  });

  test('reads CSV and workbooks cell by cell', async () => {
    writeFileSync(
      join(folder, 'indicatori.csv'),
      'Codice;Nome\nA1;Coordinamento\nA.1.1.1.1.;Relazione\n;"testo\nC1.1_07"\n',
    );
    expect(await citations('indicatori.csv')).toEqual([
      [2, 'A1', 'A1'],
      [3, 'A.1.1.1.1.', 'A1.1.1.1'],
      [4, 'C1.1_07', 'C1.1'],
    ]);
    const { default: ExcelJS } = await import('exceljs');
    const book = new ExcelJS.Workbook();
    book.addWorksheet('Indicatori').addRows([
      ['Nome', 'Codice'],
      ['x', 'C2.7.2_02'],
    ]);
    await book.xlsx.writeFile(join(folder, 'indicatori.xlsx'));
    expect(await citations('indicatori.xlsx')).toEqual([['B2', 'C2.7.2_02', 'C2.7.2']]);
  });

  test.each([
    ['unknown', 1],
    ['recycled,dropped', 0],
    ['changed', 1],
    ['never', 0],
  ])('--fail-on %s: exit %i', async (what, code) => {
    expect((await refs(EXCERPT, '--fail-on', what)).exitCode).toBe(code);
  });

  test.each([
    [['nix.txt'], /nix.txt: no such file/],
    [['x.csv', '--fail-on', 'all'], /--fail-on/],
    [['kaputt.docx'], /kaputt.docx/],
    [['binary.txt'], /binary.txt/],
  ])('%j cannot run', async (argv, message) => {
    writeFileSync(join(folder, 'kaputt.docx'), docx('<w:r>').subarray(0, 100));
    writeFileSync(join(folder, 'binary.txt'), Buffer.from([1, 2, 0, 0, 0, 3, 0, 0, 7, 0]));
    const { stderr, exitCode } = await refs(...argv);
    expect({ exitCode, matches: message.test(stderr) }).toEqual({ exitCode: 2, matches: true });
  });
});
