import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import ExcelJS from 'exceljs';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { timesheetCsv } from '../../fixtures/generate/timesheet.ts';
import { yearOfName, yearOfTimesheets } from '../../fixtures/year.ts';
import { convertWithLibreOffice, noLibreOffice } from '../support/libreoffice.ts';
import { runCli, type Transcript } from '../support/run-cli.ts';

const guide = readFileSync('docs/guide.md', 'utf8');
const commands = [...guide.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block = '']) =>
  block.trim().split('\n'),
);
const said = new Map<string, Transcript>();
let folder = '';
const at = (name: string) => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'procmap-guide-'));
  symlinkSync(resolve('fixtures'), at('fixtures'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs a command of the guide; the one that makes the time-sheets is no command of procmap. */
async function follow(command: string): Promise<Transcript> {
  if (command.startsWith('npx tsx fixtures/year.ts ')) {
    const file = command.split(' ').at(-1) ?? '';
    writeFileSync(at(file), timesheetCsv(yearOfTimesheets(yearOfName(file))));
    return { stdout: '', stderr: '', exitCode: 0 };
  }
  const transcript = await runCli(command.split(' ').slice(1), { cwd: folder });
  if (command.startsWith('procmap review') && command.endsWith('.xlsx')) await workThrough(at('review.xlsx'));
  if (command.includes('--review conflicts.xlsx')) await takeTheNational(at('conflicts.xlsx'));
  return transcript;
}

/** What the guide asks of a person: open rows decided, lost ones restored, splits given their shares, saved. */
async function workThrough(file: string): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file);
  const sheet = workbook.worksheets[0] as ExcelJS.Worksheet;
  const headings = new Map<string, number>();
  sheet.getRow(6).eachCell((cell, column) => void headings.set(cell.text, column));
  const cell = (row: number, heading: string) => sheet.getCell(row, headings.get(heading) ?? 0);
  const rows = Array.from({ length: sheet.rowCount - 6 }, (_, i) => i + 7);
  sheet.getCell('C4').value = 'Marta Bianchi';
  sheet.getCell('E4').value = new Date(Date.UTC(2025, 2, 14));
  for (const row of rows.filter((each) => cell(each, 'Status').text === 'open')) {
    const likely = /\n(\S+) /.exec(cell(row, 'Proposed new entry').text)?.[1];
    if (likely === undefined) cell(row, 'Decision').value = 'drop';
    else cell(row, 'Other new entry').value = likely;
    cell(row, 'Reason').value = 'agreed with the office';
  }
  const lost = rows.filter((each) => cell(each, 'Status').text === 'possibly lost');
  expect(lost.map((each) => cell(each, 'Old code').text)).toContain('A1.1.4.1');
  for (const row of lost)
    cell(row, 'Other new entry').value = /\n(stays .+)/.exec(cell(row, 'Proposed new entry').text)?.[1];
  for (const row of rows.filter((each) => /^One of \d+ targets/m.test(cell(each, 'Why').text))) {
    const own = rows.filter((each) => cell(each, 'Old code').text === cell(row, 'Old code').text);
    cell(row, 'Decision').value = 'accept';
    cell(row, 'Share').value = own[0] === row ? (100 - 33 * (own.length - 1)) / 100 : 0.33;
  }
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
  writeFileSync(file, noLibreOffice === '' ? convertWithLibreOffice(bytes, 'xlsx', 'xlsx') : bytes);
}

/** What the guide asks of a person about an adoption: every conflict decided. */
async function takeTheNational(file: string): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file);
  const sheet = workbook.worksheets[0] as ExcelJS.Worksheet;
  const column = sheet.getRow(1).values as readonly string[];
  const rows = Array.from({ length: sheet.rowCount - 1 }, (_, i) => sheet.getRow(i + 2));
  expect(rows).toHaveLength(3);
  for (const row of rows) row.getCell(column.indexOf('Decision')).value = 'national';
  await workbook.xlsx.writeFile(file);
}

function readTable(file: string): readonly (readonly string[])[] {
  const text = new TextDecoder('windows-1252').decode(readFileSync(file));
  return Papa.parse<string[]>(text, { delimiter: ';', skipEmptyLines: true }).data;
}

/** Hundredths of hours per person in a time-sheet, the row with the total left out. */
function hoursByPerson(file: string): ReadonlyMap<string, number> {
  const [header = [], ...rows] = readTable(file);
  const [person, hours] = ['Matricola', 'Ore lavorate'].map((name) => header.indexOf(name)) as [
    number,
    number,
  ];
  const sums = new Map<string, number>();
  for (const row of rows.filter((each) => each[person] !== 'Totale')) {
    const amount = Math.round(Number((row[hours] ?? '').replace('.', '').replace(',', '.')) * 100);
    sums.set(row[person] ?? '', (sums.get(row[person] ?? '') ?? 0) + amount);
  }
  return sums;
}

describe(`the guide, its workbook ${noLibreOffice || 'saved by LibreOffice'}`, () => {
  // One after the other: what one writes the next one reads.
  it.each(commands)(
    '%s',
    async (command) => {
      const transcript = await follow(command);
      said.set(command, transcript);
      // Hours on dropped activities are rejected, cited codes have changed, conflicts are open; all else is to be in order.
      const leaves = /procmap (recode|refs|rekey) |--review conflicts/;
      const expected = leaves.test(command) ? [0, 1] : [0];
      expect(expected, transcript.stderr).toContain(transcript.exitCode);
      for (const [, file = ''] of command.matchAll(/-o (\S+)/g))
        expect(existsSync(at(file)), file).toBe(true);
    },
    180_000,
  );

  it('ends with every hour accounted for, person by person', () => {
    const before = hoursByPerson(at('timesheets-2022.csv'));
    const after = hoursByPerson(at('recoded.csv'));
    const rejected = hoursByPerson(at('recoded.rejects.csv'));
    expect(before.size).toBe(60);
    for (const [person, hours] of before) {
      expect([person, (after.get(person) ?? 0) + (rejected.get(person) ?? 0)]).toEqual([person, hours]);
    }
    const total = [...before.values()].reduce((sum, hours) => sum + hours, 0);
    expect(total).toBe(10_479_875);
    const told = [...said].find(([command]) => command.startsWith('procmap recode'))?.[1].stdout ?? '';
    expect(told).toContain('104,798.75');
  });

  it('leaves only hours on dropped activities behind, and new codes in the result', () => {
    const crosswalk = Papa.parse<Record<string, string>>(readFileSync(at('crosswalk.csv'), 'utf8'), {
      header: true,
      skipEmptyLines: true,
    }).data;
    const codesIn = (file: string, column: string) => {
      const [header = [], ...rows] = readTable(at(file));
      return new Set(
        rows.filter(([person]) => person !== 'Totale').map((row) => row[header.indexOf(column)] ?? ''),
      );
    };
    const dropped = new Set(crosswalk.filter((row) => row.new_code === '').map((row) => row.old_code));
    const reached = new Set(crosswalk.map((row) => row.new_code));
    expect(
      [...codesIn('recoded.rejects.csv', 'Codice attività')].filter((code) => !dropped.has(code)),
    ).toEqual([]);
    expect([...codesIn('recoded.csv', 'Codice attività')].filter((code) => !reached.has(code))).toEqual([]);
    expect(crosswalk.filter((row) => row.reason === 'agreed with the office').length).toBeGreaterThan(0);
    expect(crosswalk.every((row) => row.tier !== 'open')).toBe(true);
  });

  it('finds the codes that the plan cites', () => {
    const { stdout = '' } = [...said].find(([command]) => command.startsWith('procmap refs'))?.[1] ?? {};
    expect(stdout).toContain('C1.1');
  });

  it('links and pictures lead somewhere', () => {
    const targets = [...guide.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, target = '']) => target);
    expect(targets.filter((target) => !existsSync(join('docs', target)))).toEqual([]);
    const anchors = [...guide.matchAll(/^##+ (.+)$/gm)].map(([, title = '']) =>
      title
        .toLowerCase()
        .replace(/[^a-z0-9 -]/g, '')
        .replaceAll(' ', '-'),
    );
    const linked = [...guide.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor]) => anchor);
    expect(linked.filter((anchor) => !anchors.includes(anchor ?? ''))).toEqual([]);
  });
});
