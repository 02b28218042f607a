import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryFiles } from '../../src/app/memory-files.ts';
import { type RestateSources, restateFiles } from '../../src/app/restate-files.ts';
import type { Series, SeriesProblem } from '../../src/model/series.ts';
import { amountText } from '../../src/render/series/amount-text.ts';
import { ProcmapError } from '../../src/words/procmap-error.ts';

/** A1.1.1.1 splits, A1.1.1.3 and .4 merge, A1.1.1.5 moves onto a code that was another's, A1.1.1.6 ends. */
const CROSSWALK = `old_code,new_code,share
A1.1.1.1,A1.1.1.1,0.5
A1.1.1.1,A1.1.1.2,0.5
A1.1.1.3,A1.1.1.3,1
A1.1.1.4,A1.1.1.3,1
A1.1.1.5,A1.1.1.4,1
A1.1.1.6,,
`;
const GROUPS: readonly (readonly [old: readonly string[], fresh: readonly string[]])[] = [
  [['A1.1.1.1'], ['A1.1.1.1', 'A1.1.1.2']],
  [['A1.1.1.3', 'A1.1.1.4'], ['A1.1.1.3']],
  [['A1.1.1.5'], ['A1.1.1.4']],
  [['A1.1.1.6'], []],
];
const OLD = ['A1.1.1.1', 'A1.1.1.3', 'A1.1.1.4', 'A1.1.1.5', 'A1.1.1.6'];
const NEW = ['A1.1.1.1', 'A1.1.1.2', 'A1.1.1.3', 'A1.1.1.4'];

const utf8 = (text: string) => new TextEncoder().encode(text);

async function restate(
  given: Readonly<Record<string, string | Uint8Array>>,
  sources: Partial<RestateSources> = {},
): Promise<Series> {
  const contents = { 'cw.csv': CROSSWALK, ...given };
  const files = memoryFiles(
    Object.entries(contents).map(([name, data]) => [name, typeof data === 'string' ? utf8(data) : data]),
  );
  const years = Object.keys(given)
    .filter((name) => /^\d{4}/.test(name))
    .map((name) => ({ year: name.slice(0, 4), path: name.split('/')[0] as string }));
  return restateFiles(files, { years, crosswalks: ['cw.csv'], ...sources }, () => {});
}

async function problemOf(attempt: Promise<unknown>): Promise<SeriesProblem['kind'] | string> {
  const error = await attempt.then(
    () => new Error('nothing was refused'),
    (thrown: Error) => thrown,
  );
  if (!(error instanceof ProcmapError)) throw error;
  return error.code === 'series' ? (error.args as { problem: SeriesProblem }).problem.kind : error.code;
}

/** Hundredths of hours by code, person and month, as somebody may have booked them. */
interface Booked {
  readonly code: string;
  readonly person: string;
  readonly month: number;
  readonly hundredths: number;
}
const bookings = (codes: readonly string[]): fc.Arbitrary<readonly Booked[]> =>
  fc.array(
    fc.record({
      code: fc.constantFrom(...codes),
      person: fc.constantFrom('101', '102', '103'),
      month: fc.integer({ min: 1, max: 12 }),
      hundredths: fc.integer({ min: -50, max: 2000 }),
    }),
    { minLength: 1, maxLength: 40 },
  );

const decimal = (hundredths: number): string => {
  const sign = hundredths < 0 ? '-' : '';
  const size = Math.abs(hundredths);
  return `${sign}${Math.floor(size / 100)},${String(size % 100).padStart(2, '0')}`;
};
const two = (number: number): string => String(number).padStart(2, '0');
const sumOf = (own: readonly Booked[]): number => own.reduce((sum, { hundredths }) => sum + hundredths, 0);

function longSheet(own: readonly Booked[], year: number): string {
  const rows = own.map(({ code, person, month, hundredths }) => [
    person,
    `15/${two(month)}/${year}`,
    code,
    decimal(hundredths),
  ]);
  return [['Matricola', 'Data', 'Codice', 'Ore'], ...rows].map((row) => row.join(';')).join('\n');
}

const MONTHS = [
  'Gennaio',
  'Febbraio',
  'Marzo',
  'Aprile',
  'Maggio',
  'Giugno',
  'Luglio',
  'Agosto',
  'Settembre',
  'Ottobre',
  'Novembre',
  'Dicembre',
];

/** A row per person and code, a column a month, as a workbook. */
async function wideSheet(own: readonly Booked[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Anno');
  sheet.addRow(['Matricola', 'Codice', ...MONTHS]);
  const keys = [...new Set(own.map(({ person, code }) => `${person} ${code}`))];
  for (const key of keys) {
    const mine = own.filter(({ person, code }) => `${person} ${code}` === key);
    const cells = MONTHS.map((_, i) => {
      const month = mine.filter((each) => each.month === i + 1);
      return month.length === 0 ? null : sumOf(month) / 100;
    });
    sheet.addRow([...key.split(' '), ...cells]).eachCell((cell, column) => {
      if (column > 2) cell.numFmt = '0.00';
    });
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** Codes across, people down. */
function acrossSheet(own: readonly Booked[], codes: readonly string[]): string {
  const rows = ['101', '102', '103'].map((person) => [
    person,
    ...codes.map((code) =>
      decimal(sumOf(own.filter((each) => each.person === person && each.code === code))),
    ),
  ]);
  return [['Matricola', ...codes], ...rows].map((row) => row.join(';')).join('\n');
}

/** What each group has, counted without any of the code that is tested. */
function expected(own: readonly Booked[], side: 0 | 1): readonly (number | null)[] {
  return GROUPS.map((codes) =>
    codes[side].length === 0 ? null : sumOf(own.filter(({ code }) => codes[side].includes(code))),
  );
}

function found(series: Series, year: number): readonly (number | null)[] {
  return GROUPS.map(([old]) => {
    const row = series.rows.find(({ group }) =>
      group.entries.some((entry) => entry.revision === 0 && entry.code === old[0]),
    );
    const amount = row?.amounts[year] ?? null;
    return amount === null ? null : Math.round(Number(amount) * 100);
  });
}

const zeroed = (list: readonly (number | null)[]) => list.map((each) => each ?? 0);

describe('hours by group and year', () => {
  it('balance to the last digit in three shapes, whatever is booked', async () => {
    await fc.assert(
      fc.asyncProperty(bookings(OLD), bookings(OLD), bookings(NEW), async (first, second, third) => {
        fc.pre([first, second, third].every((own) => own.some(({ hundredths }) => hundredths !== 0)));
        const series = await restate(
          {
            '2021.csv': longSheet(first, 2021),
            '2022.xlsx': await wideSheet(second),
            '2023.csv': acrossSheet(third, NEW),
          },
          { from: ['2023'], point: ',' },
        );
        for (const [i, own] of [first, second, third].entries()) {
          expect(Number(series.years[i]?.total)).toBe(sumOf(own) / 100);
          expect(zeroed(found(series, i))).toEqual(zeroed(expected(own, i < 2 ? 0 : 1)));
          expect(series.years[i]?.outside).toBe('0');
        }
      }),
      { numRuns: 15, seed: 2023 },
    );
  });

  it('are compared in groups, never by code', async () => {
    const series = await restate({
      '2021.csv': 'Codice;Ore\nA1.1.1.1;10\nA1.1.1.4;5\nA1.1.1.5;7',
      '2023.csv': 'Codice;Ore\nA1.1.1.1;4\nA1.1.1.2;5\nA1.1.1.4;8',
    });
    expect(series.rows.map(({ group, amounts, comparable }) => [group.id, amounts, comparable])).toEqual([
      ['2021:A1.1.1.1', ['10', '9'], true],
      ['2023:A1.1.1.3', ['5', '0'], true],
      ['2023:A1.1.1.4', ['7', '8'], true],
    ]);
  });

  it('say where a revision has nothing of a group, and do not call that nought', async () => {
    const series = await restate({
      '2021.csv': 'Codice;Ore\nA1.1.1.6;3',
      '2023.csv': 'Codice;Ore\nA1.1.1.4;8',
    });
    const gone = series.rows.find(({ group }) => group.id === '2021:A1.1.1.6');
    expect([gone?.amounts, gone?.comparable]).toEqual([['3', null], false]);
  });

  it('keep what books no known code as lines of their own, with their places', async () => {
    const series = await restate({
      '2021.csv': 'Codice;Ore\nA1.1.1.5;3\nFERIE;7,2\nA1.1.1.2;1\nFERIE;7,2\n',
      '2023.csv': 'Codice;Ore\nA1.1.1.4;8\nA1.1.1.4;abc\n',
    });
    expect(
      series.outside.map(({ year, code, reason, amount, rows, places }) => [
        year,
        code,
        reason,
        amount,
        rows,
        places,
      ]),
    ).toEqual([
      ['2021', 'FERIE', 'unknown-code', '14.4', 2, ['2021.csv:3', '2021.csv:5']],
      ['2021', 'A1.1.1.2', 'new-code', '1', 1, ['2021.csv:4']],
      ['2023', 'A1.1.1.4', 'amount-unreadable', '0', 1, ['2023.csv:3']],
    ]);
    expect(series.years[0]).toMatchObject({ total: '18.4', grouped: '3', outside: '15.4' });
  });

  it('count codes that are kept apart', async () => {
    const series = await restate(
      { '2021.csv': 'Codice;Ore\nA1.1.1.5;3\nFERIE;7,2\n', '2023.csv': 'Codice;Ore\nA1.1.1.4;8\n' },
      { keep: ['FERIE'] },
    );
    expect(series.outside).toMatchObject([{ reason: 'kept', amount: '7.2' }]);
    expect(series.years[0]?.total).toBe('10.2');
  });

  it('lose no digit of a clock beside decimals', async () => {
    const series = await restate({
      '2021.csv': 'Codice;Ore\nA1.1.1.5;0:20\nA1.1.1.5;0:20\n',
      '2023.csv': 'Codice;Ore\nA1.1.1.4;7,75\n',
    });
    expect(series.unit).toBe('clock');
    expect(series.rows[0]?.amounts.map((amount) => amountText(amount ?? '', 'clock'))).toEqual([
      '0:40',
      '7:45',
    ]);
  });

  it('take a folder as a year', async () => {
    const series = await restate(
      {
        '2021/gen.csv': 'Codice;Ore\nA1.1.1.5;3\n',
        '2021/feb.csv': 'Codice;Ore\nA1.1.1.5;4,5\n',
        '2023.csv': 'Codice;Ore\nA1.1.1.4;8\n',
      },
      {
        years: [
          { year: '2023', path: '2023.csv' },
          { year: '2021', path: '2021' },
        ],
      },
    );
    expect(series.years.map(({ year, files, total }) => [year, files.length, total])).toEqual([
      ['2021', 2, '7.5'],
      ['2023', 1, '8'],
    ]);
  });

  it('go over several crosswalks', async () => {
    const series = await restate(
      {
        '2021.csv': 'Codice;Ore\nA1.1.1.5;3\n',
        '2023.csv': 'Codice;Ore\nA1.1.1.4;8\n',
        '2025.csv': 'Codice;Ore\nB1.1.1.1;9\n',
        'next.csv':
          'old_code,new_code,share\nA1.1.1.1,B1.1.1.2,1\nA1.1.1.2,B1.1.1.2,1\nA1.1.1.3,B1.1.1.3,1\nA1.1.1.4,B1.1.1.1,1\n',
      },
      { crosswalks: ['cw.csv', 'next.csv'] },
    );
    expect(series.rows.map(({ amounts }) => amounts)).toEqual([['3', '8', '9']]);
  });

  it('tell other columns that are not added up, and rows of another year', async () => {
    const series = await restate(
      {
        '2021.csv':
          'Codice;Data;Ore;Rimborso\nA1.1.1.5;01/02/2021;3;€ 12,50\nA1.1.1.5;02/02/2021;1;€ 1,00\nA1.1.1.5;31/12/2020;1;\n',
        '2023.csv': 'Codice;Ore\nA1.1.1.4;8\n',
      },
      {},
    );
    expect(series.years[0]).toMatchObject({
      total: '5',
      otherDates: 1,
    });
  });
});

describe('a series is refused', () => {
  const OLDER = 'Codice;Ore\nA1.1.1.5;3\n';
  const NEWER = 'Codice;Ore\nA1.1.1.4;8\n';

  it.each<[SeriesProblem['kind'] | string, Record<string, string>, Partial<RestateSources>]>([
    [
      'year-twice',
      { 'a.csv': OLDER, 'b.csv': NEWER },
      {
        years: [
          { year: '2021', path: 'a.csv' },
          { year: '2021', path: 'b.csv' },
        ],
      },
    ],
    ['file-twice', { '2021.csv': OLDER, '2023.csv': OLDER }, {}],
    ['years-unassigned', { '2021.csv': OLDER, '2022.csv': `${OLDER}A1.1.1.3;1\n`, '2023.csv': NEWER }, {}],
    ['no-bookings', { '2021.csv': 'Codice;Ore\n', '2023.csv': NEWER }, {}],
    [
      'several-columns',
      { '2021.csv': 'Codice;Ore ordinarie;Ore straordinarie\nA1.1.1.5;3;1\n', '2023.csv': NEWER },
      {},
    ],
    ['units-differ', { '2021.csv': 'Codice;Minuti\nA1.1.1.5;30\n', '2023.csv': NEWER }, {}],
    ['other-year', { '2021.csv': 'Codice;Data;Ore\nA1.1.1.5;01/02/2020;3\n', '2023.csv': NEWER }, {}],
    ['other-revision', { '2021.csv': 'Codice;Ore\nA1.1.1.2;3\nA1.1.1.3;1\n', '2023.csv': NEWER }, {}],
    [
      'crosswalk-invalid',
      { '2021.csv': OLDER, '2023.csv': NEWER, 'cw.csv': 'old_code,new_code,share\nA1,B1,0.5\n' },
      {},
    ],
  ])('%s', async (kind, files, sources) => {
    expect(await problemOf(restate(files, sources))).toBe(kind);
  });

  it('where a crosswalk begins within a year, unless the year is whole', async () => {
    const dated = (day: string) =>
      CROSSWALK.split('\n')
        .map((line, i) => (line === '' ? '' : `${line},${i === 0 ? 'valid_from' : day}`))
        .join('\n');
    const files = { '2021.csv': OLDER, '2022.csv': `${OLDER}A1.1.1.3;1\n`, '2023.csv': NEWER };
    expect(await problemOf(restate({ ...files, 'cw.csv': dated('2023-07-01') }))).toBe('mid-year');
    const series = await restate({ ...files, 'cw.csv': dated('2023-01-01') });
    expect(series.years.map(({ revision }) => revision)).toEqual([0, 0, 1]);
  });
});
