import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recodeTimesheet } from '../../src/app/recode.ts';
import { buildPlan } from '../../src/recode/plan.ts';
import { crosswalkOf, RECODE_DEFAULTS } from '../support/recode.ts';

/** Hours of persons on codes and days, in quarters of an hour; below nothing where something is taken back. */
interface Sheet {
  /** Weights of the targets of each code; one target: it moves. */
  readonly codes: readonly (readonly number[])[];
  readonly persons: number;
  readonly days: number;
  readonly hours: readonly number[];
}

type Grid = readonly (readonly (string | number)[])[];

const SHAPES = ['long', 'wide', 'across', 'blocks'] as const;
type Shape = (typeof SHAPES)[number];

const sheets: fc.Arbitrary<Sheet> = fc
  .record({
    codes: fc.array(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 8 }), {
      minLength: 2,
      maxLength: 5,
    }),
    persons: fc.integer({ min: 1, max: 4 }),
    days: fc.integer({ min: 2, max: 9 }),
  })
  .chain((sizes) => {
    const length = sizes.codes.length * sizes.persons * sizes.days;
    const hour = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 40 }), fc.integer({ min: -8, max: 12 }));
    return fc.record({
      codes: fc.constant(sizes.codes),
      persons: fc.constant(sizes.persons),
      days: fc.constant(sizes.days),
      hours: fc.array(hour, { minLength: length, maxLength: length }),
    });
  });

const oldCode = (code: number) => `A1.1.1.${code + 1}`;
const newCode = (code: number, target: number) => `B${code + 1}.1.1.${target + 1}`;
const person = (index: number) => `Persona ${String.fromCharCode(65 + index)}`;
const day = (index: number) => `2023-01-${String(index + 1).padStart(2, '0')}`;

function hoursOf(sheet: Sheet, who: number, code: number, when: number): number {
  return (sheet.hours[(who * sheet.codes.length + code) * sheet.days + when] ?? 0) / 4;
}

function crosswalk({ codes }: Sheet) {
  const lines = codes.flatMap((weights, code) => {
    const total = weights.reduce((a, b) => a + b, 0);
    // Shares are given as whole tenths of a per mille that add up to one.
    const shares = weights.map((weight) => Math.floor((weight * 10_000) / total));
    shares[0] = (shares[0] ?? 0) + 10_000 - shares.reduce((a, b) => a + b, 0);
    return shares.map((share, target) => {
      const text = weights.length === 1 ? '1' : `0.${String(share).padStart(4, '0')}`;
      return `${oldCode(code)} ${newCode(code, target)} ${text}`;
    });
  });
  return crosswalkOf(lines.join('\n'));
}

/** Lays the hours out; blank where there are none. */
function gridOf(sheet: Sheet, shape: Shape): Grid {
  const { codes, persons, days } = sheet;
  const all = (count: number) => Array.from({ length: count }, (_, i) => i);
  const cell = (who: number, code: number, when: number) => hoursOf(sheet, who, code, when) || '';
  const numbers = all(days).map((when) => when + 1);
  if (shape === 'long')
    return [
      ['Nominativo', 'Data', 'Codice', 'Ore'],
      ...all(persons).flatMap((who) =>
        all(codes.length).flatMap((code) =>
          all(days)
            .filter((when) => cell(who, code, when) !== '')
            .map((when) => [person(who), day(when), oldCode(code), cell(who, code, when)]),
        ),
      ),
    ];
  if (shape === 'wide')
    return [
      ['Gennaio 2023'],
      ['Nominativo', 'Codice', ...numbers],
      ...all(persons).flatMap((who) =>
        all(codes.length).map((code) => [
          person(who),
          oldCode(code),
          ...all(days).map((when) => cell(who, code, when)),
        ]),
      ),
    ];
  if (shape === 'across')
    return [
      ['Nominativo', 'Data', ...codes.map((_, code) => oldCode(code))],
      ...all(persons).flatMap((who) =>
        all(days).map((when) => [person(who), day(when), ...codes.map((_, code) => cell(who, code, when))]),
      ),
    ];
  return all(persons).flatMap((who) => [
    ['Dipendente:', person(who)],
    ['Mese:', 'Gennaio 2023'],
    ['Codice', ...numbers],
    ...all(codes.length).map((code) => [oldCode(code), ...all(days).map((when) => cell(who, code, when))]),
    [''],
  ]);
}

/** What stands in a grid: hours by person, code and day, read in a way of its own. */
function* bookings(
  grid: Grid,
  shape: Shape,
): Generator<{ who: string; code: string; when: string; hours: number }> {
  let head: readonly string[] = [];
  let who = '';
  for (const row of grid) {
    const texts = row.map((cell) => String(cell ?? '').trim());
    if (texts[0] === 'Dipendente:') who = texts[1] ?? '';
    if (texts.includes('Codice') || (shape === 'across' && texts[0] === 'Nominativo')) {
      head = texts;
      continue;
    }
    if (head.length === 0) continue;
    const own = head[0] === 'Nominativo' ? (texts[0] ?? '') : who;
    for (const [i, cell] of row.entries()) {
      const hours =
        typeof cell === 'number' ? cell : Number(String(cell ?? '').replace(',', '.') || Number.NaN);
      const name = head[i] ?? '';
      if (Number.isNaN(hours)) continue;
      if (shape === 'long' && name === 'Ore')
        yield { who: own, code: texts[2] ?? '', when: texts[1] ?? '', hours };
      if (shape === 'across' && i > 1) yield { who: own, code: name, when: texts[1] ?? '', hours };
      if ((shape === 'wide' || shape === 'blocks') && /^\d+$/.test(name))
        yield { who: own, code: texts[head.indexOf('Codice')] ?? '', when: day(Number(name) - 1), hours };
    }
  }
}

function csvOf(grid: Grid): Uint8Array {
  const text = (cell: string | number) =>
    typeof cell === 'number' ? cell.toFixed(2).replace('.', ',') : cell;
  const headers = (row: readonly (string | number)[]) => row.includes('Codice');
  return Buffer.from(
    grid.map((row) => row.map((cell) => (headers(row) ? String(cell) : text(cell))).join(';')).join('\r\n'),
  );
}

async function workbookOf(grid: Grid): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Ore');
  for (const row of grid) {
    const added = sheet.addRow(row.map((cell) => (cell === '' ? null : cell)));
    if (!row.includes('Codice'))
      added.eachCell((cell) => {
        cell.numFmt = '0.00';
      });
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

async function read(bytes: Uint8Array, kind: 'csv' | 'xlsx'): Promise<Grid> {
  if (kind === 'csv')
    return Buffer.from(bytes)
      .toString()
      .split('\r\n')
      .map((line) => line.split(';'));
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as never);
  const rows: (string | number)[][] = [];
  book.worksheets[0]?.eachRow({ includeEmpty: true }, (row) => {
    const values = (row.values as unknown[]).slice(1);
    rows.push(Array.from(values, (value) => (typeof value === 'number' ? value : String(value ?? ''))));
  });
  return rows;
}

async function recoded(bytes: Uint8Array, sheet: Sheet): Promise<Uint8Array> {
  const run = recodeTimesheet(one(bytes), buildPlan(crosswalk(sheet)), { ...RECODE_DEFAULTS, point: ',' });
  const parts: Uint8Array[] = [];
  for (;;) {
    const next = await run.next();
    if (next.done === true) return Buffer.concat(parts);
    parts.push(next.value.recoded);
  }
}

async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

function judge(sheet: Sheet, before: Grid, after: Grid, shape: Shape): void {
  const hundredths = (hours: number) => Math.round(hours * 100);
  const perDay = new Map<string, number>();
  const got = new Map<string, number>();
  const came = new Map<string, number>();
  for (const { who, code, when, hours } of bookings(before, shape)) {
    const index = Number(code.split('.').at(-1)) - 1;
    const targets = (sheet.codes[index] ?? []).length;
    perDay.set(`${who} ${index} ${when}`, (perDay.get(`${who} ${index} ${when}`) ?? 0) + hundredths(hours));
    came.set(`${who} ${index}`, (came.get(`${who} ${index}`) ?? 0) + hundredths(hours));
    expect(targets).toBeGreaterThan(0);
  }
  for (const { who, code, when, hours } of bookings(after, shape)) {
    const index = Number(/^B(\d+)/.exec(code)?.[1]) - 1;
    const key = `${who} ${index} ${when}`;
    perDay.set(key, (perDay.get(key) ?? 0) - hundredths(hours));
    got.set(`${who} ${code}`, (got.get(`${who} ${code}`) ?? 0) + hundredths(hours));
  }
  for (const [key, left] of perDay) expect(`${key}: ${left}`).toBe(`${key}: 0`);
  const shares = crosswalk(sheet).rows;
  for (const [key, total] of came) {
    const [, who = '', index = ''] = /^(.*) (\d+)$/.exec(key) ?? [];
    for (const row of shares.filter(({ oldCode: code }) => code === oldCode(Number(index)))) {
      const part = got.get(`${who} ${row.newCode}`) ?? 0;
      const weight = Math.round(Number(row.share) * 10_000);
      expect(Math.abs(part * 10_000 - weight * total)).toBeLessThan(10_000);
    }
  }
}

describe('a time-sheet of any shape', () => {
  test.each(SHAPES.flatMap((shape) => (['csv', 'xlsx'] as const).map((kind) => [shape, kind] as const)))(
    '%s as %s: every day is whole, every person has the decided shares',
    async (shape, kind) => {
      await fc.assert(
        fc.asyncProperty(sheets, async (sheet) => {
          const before = gridOf(sheet, shape);
          fc.pre([...bookings(before, shape)].length > 0);
          const bytes = kind === 'csv' ? csvOf(before) : await workbookOf(before);
          judge(sheet, before, await read(await recoded(bytes, sheet), kind), shape);
        }),
        { numRuns: kind === 'csv' ? 40 : 12 },
      );
    },
  );
});
