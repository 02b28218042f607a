import { describe, expect, test } from 'vitest';
import { type RekeyOptions, rekeyTable } from '../../../src/app/rekey.ts';
import type { CrosswalkRow } from '../../../src/model/crosswalk.ts';
import { EMPTY_ROW } from '../../../src/model/crosswalk-rows.ts';
import { needsPerson } from '../../../src/model/rekey-report.ts';

const row = (oldCode: string, newCode: string, more: Partial<CrosswalkRow> = {}): CrosswalkRow => ({
  ...EMPTY_ROW,
  oldCode,
  newCode,
  oldLabel: `Old ${oldCode}`,
  newLabel: newCode === '' ? '' : `New ${newCode}`,
  change: oldCode === newCode ? 'unchanged' : 'moved',
  share: '1',
  fingerprint: oldCode,
  ...more,
});

const split = { change: 'split' } as const;
const CROSSWALK = {
  rows: [
    row('E1.1.1.1', 'E2.1.1.1'),
    row('E1.1.1.2', 'E1.1.1.1', { alarms: ['recycled'] }),
    row('E1.1.2.1', 'E1.1.2.1', { ...split, share: '0.75' }),
    row('E1.1.2.1', 'E1.1.2.2', { ...split, share: '0.25' }),
    row('E1.1.2.3', 'E1.1.2.3', { ...split, share: null }),
    row('E1.1.2.3', 'E1.1.2.4', { ...split, share: null }),
    row('E1.2.1.1', 'E1.3.1.1', { change: 'merged' }),
    row('E1.2.1.2', 'E1.3.1.1', { change: 'merged' }),
    row('E1.4.1.1', '', { change: 'dropped', share: null }),
    row('E1.4.1.2', '', { change: 'open', tier: 'open', share: null }),
    row('E1.4.1.3', '', { change: 'possibly-lost', share: null }),
  ],
};

async function rekey(text: string, options: Partial<RekeyOptions> = {}) {
  const input = new TextEncoder().encode(text);
  const { bytes, report } = await rekeyTable(input, CROSSWALK, { file: 't.csv', ...options });
  return { report, lines: new TextDecoder().decode(bytes).split('\n') };
}

const cells = (line: string | undefined) => (line ?? '').split(';');

describe('a table keyed by code', () => {
  test('each row goes once to its new code, and says where it came from', async () => {
    const { lines, report } = await rekey('code;owner\nE1.1.1.1;x\nE1.1.1.2;y\n');
    expect(lines).toEqual([
      'code;owner;procmap_old_code;procmap_change;procmap_note',
      'E2.1.1.1;x;E1.1.1.1;moved;in the new map E1.1.1.1 means New E1.1.1.1',
      'E1.1.1.1;y;E1.1.1.2;moved;in the new map E1.1.1.2 means something else',
      '',
    ]);
    expect(report.recycled).toEqual({ rows: 2, codes: 2 });
    expect(needsPerson(report)).toBe(false);
  });

  test.each([
    ['E1.4.1.1', 'dropped'],
    ['E1.4.1.2', 'open'],
    ['E1.4.1.3', 'possibly-lost'],
  ])('%s stays with its reason (%s), and without a code that the new map may use', async (code, fate) => {
    const { lines, report } = await rekey(`code;owner\nE1.1.1.1;w\n${code};x\n`);
    expect(cells(lines[2]).slice(0, 4)).toEqual(['', 'x', code, fate]);
    expect(cells(lines[2])[4]).not.toBe('');
    expect(report.told).toMatchObject([{ place: { file: 't.csv', line: 3 }, code, fate }]);
    expect(needsPerson(report)).toBe(true);
  });

  test.each([
    ['E9.9.9.9', 'unknown'],
    ['E1.1.1.1, E1.1.1.2', 'several-codes'],
    ['see above', 'no-code'],
  ])('%j stays as it is, and is told (%s)', async (text, fate) => {
    const { lines, report } = await rekey(`code;owner\nE1.1.1.1;w\n${text};x\n`);
    expect([cells(lines[2])[0], cells(lines[2])[3]]).toEqual([text, fate]);
    expect(report.told.map((told) => told.fate)).toEqual([fate]);
  });

  test('rows that become one code are candidates to be joined, none is lost', async () => {
    const { lines, report } = await rekey('code;risk\nE1.2.1.1;a\nE1.2.1.2;b\nE1.2.1.1;c\n');
    expect(lines.slice(1, 4).map((line) => cells(line).slice(0, 3))).toEqual([
      ['E1.3.1.1', 'a', 'E1.2.1.1'],
      ['E1.3.1.1', 'b', 'E1.2.1.2'],
      ['E1.3.1.1', 'c', 'E1.2.1.1'],
    ]);
    expect(report.joins.map(({ code, rows }) => [code, rows.map(({ place }) => place.line)])).toEqual([
      ['E1.3.1.1', [2, 3, 4]],
    ]);
    const alone = await rekey('code;risk\nE1.2.1.1;a\nE1.2.1.1;c\n');
    expect(alone.report.joins).toEqual([]);
  });
});

describe('a row that splits', () => {
  test('is repeated and marked, shares or not', async () => {
    const { lines, report } = await rekey('code;risk\nE1.1.2.1;a\nE1.1.2.3;b\n');
    expect(lines.slice(1, 5).map((line) => cells(line).slice(0, 4))).toEqual([
      ['E1.1.2.1', 'a', 'E1.1.2.1', 'split'],
      ['E1.1.2.2', 'a', 'E1.1.2.1', 'split'],
      ['E1.1.2.3', 'b', 'E1.1.2.3', 'split'],
      ['E1.1.2.4', 'b', 'E1.1.2.3', 'split'],
    ]);
    expect(report.rows).toEqual({ read: 2, carried: 2, repeated: 2, kept: 0, written: 4 });
  });

  test('goes to its main target, or stays where nobody said which that is', async () => {
    const { lines } = await rekey('code;euro\nE1.1.2.1;10\nE1.1.2.3;20\n', { split: 'main' });
    expect(lines.slice(1, 3).map((line) => cells(line).slice(0, 4))).toEqual([
      ['E1.1.2.1', '10', 'E1.1.2.1', 'split'],
      ['', '20', 'E1.1.2.3', 'no-main-target'],
    ]);
  });

  test('never doubles a number unasked', async () => {
    const table = 'code;score;budget\nE1.1.1.1;3;5\nE1.1.2.1;4;100\n';
    await expect(rekey(table)).rejects.toMatchObject({
      code: 'number-unclear',
      args: { place: { line: 3 }, columns: ['score', 'budget'] },
    });
    await expect(rekey('code;id;year\nE1.1.2.1;000417;0\n')).resolves.toBeDefined();
    await expect(rekey('code;Budget 2023\nE1.1.2.1;€ 4\n')).rejects.toThrow(/Budget 2023/);
    const { lines, report } = await rekey(table, { numbers: { repeat: ['score'], amount: ['#3'] } });
    expect(lines.slice(2, 4).map((line) => cells(line).slice(0, 3))).toEqual([
      ['E1.1.2.1', '4', '75'],
      ['E1.1.2.2', '4', '25'],
    ]);
    expect(report.columns).toEqual({ repeated: ['score'], divided: ['budget'] });
  });

  test('divides amounts so that shares hold over the rows, each to its last digit, in its notation', async () => {
    const body = Array.from({ length: 8 }, () => 'E1.1.2.1;1,01\n').join('');
    const { lines } = await rekey(`code;budget\n${body}`, { numbers: { repeat: [], amount: ['budget'] } });
    const cents = lines.slice(1, 17).map((line) => Number((cells(line)[1] ?? '').replace(',', '')));
    for (let i = 0; i < 16; i += 2) expect((cents[i] ?? 0) + (cents[i + 1] ?? 0)).toBe(101);
    const first = cents.filter((_, i) => i % 2 === 0).reduce((sum, value) => sum + value, 0);
    expect(Math.abs(first - 606)).toBeLessThan(1);
  });

  test('is kept where its amount cannot be divided', async () => {
    const numbers = { repeat: [], amount: ['budget'] };
    const undecided = await rekey('code;budget\nE1.1.2.3;10\n', { numbers });
    expect(undecided.report.told.map(({ fate }) => fate)).toEqual(['shares-undecided']);
    const unclear = await rekey('code;budget\nE1.1.2.1;about ten\n', { numbers });
    expect(unclear.report.told.map(({ fate }) => fate)).toEqual(['amount-unclear']);
    expect(cells(unclear.lines[1]).slice(0, 2)).toEqual(['', 'about ten']);
  });

  test('tells totals over repeated numbers', async () => {
    const numbers = { repeat: ['score'], amount: [] };
    const { report, lines } = await rekey('code;score\nE1.1.2.1;4\nTotal;4\n', { numbers });
    expect(report.totals).toEqual([{ column: 'score', place: { file: 't.csv', line: 3 } }]);
    expect(lines[3]).toBe('Total;4');
    const none = await rekey('code;score\nE1.1.1.1;4\nTotal;4\n', { numbers });
    expect(none.report.totals).toEqual([]);
  });
});

describe('words and further codes', () => {
  test('follow where they say the old label, in the cell of the code and beside it', async () => {
    const table = 'code;what;note\nE1.1.1.1;Old E1.1.1.1;Old E1.1.1.1\nE1.1.1.1 - Old E1.1.1.1;mine;\n';
    const { lines } = await rekey(table);
    expect(cells(lines[1]).slice(0, 3)).toEqual(['E2.1.1.1', 'New E2.1.1.1', 'Old E1.1.1.1']);
    expect(cells(lines[2]).slice(0, 2)).toEqual(['E2.1.1.1 - New E2.1.1.1', 'mine']);
    const kept = await rekey(table, { labels: false });
    expect(cells(kept.lines[1])[1]).toBe('Old E1.1.1.1');
  });

  test('other columns follow where they hold the code of the row, and are told where they hold another', async () => {
    const { lines, report } = await rekey('code;full;linked\nE1.1.1.1;E1.1.1.1 Old E1.1.1.1;E1.1.1.2\n');
    expect(cells(lines[1]).slice(0, 3)).toEqual(['E2.1.1.1', 'E2.1.1.1 New E2.1.1.1', 'E1.1.1.2']);
    expect(report.otherCodes).toEqual([{ column: 'linked', rows: 1, place: { file: 't.csv', line: 2 } }]);
  });

  test('a code of a branch is carried where all below it goes one way', async () => {
    const { lines, report } = await rekey('code;risk\nE1.2;a\nE1.1;b\n');
    expect(cells(lines[1]).slice(0, 4)).toEqual(['E1.3', 'a', 'E1.2', 'moved']);
    expect(cells(lines[2]).slice(0, 4)).toEqual(['', 'b', 'E1.1', 'branch-divided']);
    expect(report.told.map(({ code }) => code)).toEqual(['E1.1']);
  });

  test('a label never becomes a formula', async () => {
    const rows = [row('E1.1.1.1', 'E2.1.1.1', { newLabel: '=1+1' })];
    const input = new TextEncoder().encode('code;what\nE1.1.1.1;Old E1.1.1.1\n');
    const { bytes } = await rekeyTable(input, { rows }, { file: 't.csv' });
    expect(new TextDecoder().decode(bytes)).toContain("E2.1.1.1;'=1+1;");
  });
});

describe('what is refused', () => {
  test.each([
    ['code;procmap_old_code\nE1.1.1.1;E1.1.1.2\n', 'column'],
    ['code;x\nE2.1.1.1;\nE1.1.1.1;\n', 'codes'],
  ])('%j: carried over already', async (table, evidence) => {
    const crosswalk = { rows: [row('E1.1.1.2', 'E1.1.1.1'), row('E1.1.1.1', 'E2.1.1.1')] };
    const run = (evenIfRekeyed: boolean) =>
      rekeyTable(new TextEncoder().encode(table), crosswalk, { file: 't.csv', evenIfRekeyed });
    await expect(run(false)).rejects.toMatchObject({ code: 'already-rekeyed', args: { evidence } });
    if (evidence === 'codes') await expect(run(true)).resolves.toBeDefined();
  });

  test.each([
    ['a;b\n1;2\n', {}, 'table-without-codes'],
    ['a;b\nE1.1.1.1;E1.1.1.1\n', {}, 'key-column-unclear'],
    ['code;b\nE1.1.1.1;2\n', { numbers: { repeat: ['c'], amount: [] } }, 'named-column-missing'],
    ['%PDF-1.4\n', {}, 'table-unwritable'],
  ])('%j', async (table, options, code) => {
    await expect(rekey(table, options)).rejects.toMatchObject({ code });
  });

  test('not where the column of codes is named', async () => {
    const { lines } = await rekey('a;b\nE1.1.1.1;E1.1.1.2\n', { column: 'B' });
    expect(cells(lines[1]).slice(0, 2)).toEqual(['E1.1.1.1', 'E1.1.1.1']);
  });
});
