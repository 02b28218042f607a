import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { parseCrosswalkFile, recodeTimesheet } from '../../src/app/recode.ts';
import { buildPlan } from '../../src/recode/plan.ts';
import { RECODE_DEFAULTS } from '../support/recode.ts';

/**
 * Time-sheets as offices make them, recoded, and judged by what stands in the output alone: files are read by other
 * libraries, where things stand is said by the manifest beside each, shares are compared as whole numbers. Nothing of the
 * program is used to judge it.
 */
const FOLDER = join(import.meta.dirname, '../../../shared/timesheets');
const KEPT = ['FERIE', 'MALATTIA'];

interface Amount {
  readonly col: number;
  readonly key: string;
}

interface Block {
  readonly sheet: string;
  readonly headers: readonly number[];
  readonly person: { readonly from: string; readonly value?: string };
  readonly total_col?: number;
  readonly total_row?: number;
  readonly cols: { readonly code: number; readonly person?: number };
  readonly amounts: readonly Amount[];
  readonly segments: readonly (readonly [number, number])[];
  readonly left: number;
  readonly codes: readonly { readonly col: number; readonly code: string }[];
  readonly rows: readonly { readonly row: number; readonly person: string }[];
}

interface Manifest {
  readonly kind: 'rows' | 'matrix';
  readonly notation: 'number' | 'clock';
  readonly unit: string;
  readonly blocks: readonly Block[];
}

type Grid = readonly (readonly (string | number)[])[];
interface Target {
  readonly code: string;
  readonly weight: number;
}

const there = existsSync(FOLDER);

const names = there
  ? readdirSync(FOLDER).flatMap((name) =>
      name.endsWith('.manifest.json') ? [name.replace('.manifest.json', '')] : [],
    )
  : [];

describe.skipIf(!there)(
  'layouts of time-sheets (skipped where they do not stand beside the checkout)',
  () => {
    test.each(names)('%s: every person, day and share is right', async (name) => {
      const manifest = JSON.parse(readFileSync(join(FOLDER, `${name}.manifest.json`), 'utf8')) as Manifest;
      const input = readFileSync(join(FOLDER, name));
      const output = await recoded(name, input);
      const [before, after] = [await sheets(name, input), await sheets(name, output)];
      const targets = targetsOf();
      const account = openAccounts(unitsPer(manifest));
      let below = 0;
      let sheet = '';
      let rows = 0;
      for (const block of manifest.blocks) {
        if (block.sheet !== sheet) below = 0;
        sheet = block.sheet;
        const [was, is] = [before.get(sheet) ?? [], after.get(sheet) ?? []];
        if (manifest.kind === 'matrix') rows += checkAcross(block, was, is, { targets, account });
        else {
          const found = checkRows(block, was, is, { targets, account, below });
          below = found.below;
          rows += found.rows;
        }
      }
      expect(rows).toBeGreaterThan(5);
      account.verify();
    });
  },
);

async function recoded(name: string, bytes: Uint8Array): Promise<Uint8Array> {
  const crosswalk = await parseCrosswalkFile({
    name: 'crosswalk.csv',
    bytes: readFileSync(join(FOLDER, 'crosswalk.csv')),
  });
  const run = recodeTimesheet(one(bytes), buildPlan(crosswalk.crosswalk), {
    ...RECODE_DEFAULTS,
    file: name,
    keep: KEPT,
  });
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

/** The old codes that are applied, with their targets; dropped ones have none. */
function targetsOf(): ReadonlyMap<string, readonly Target[]> {
  const text = readFileSync(join(FOLDER, 'crosswalk.csv'), 'utf8').replace(/^\ufeff/, '');
  const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  const found = new Map<string, Target[]>();
  for (const { old_code: old = '', new_code: now = '', share = '' } of data) {
    if (old === '') continue;
    const own = found.get(old) ?? [];
    if (now !== '') own.push({ code: now, weight: Math.round(Number(share || '1') * 10_000) });
    found.set(old, own);
  }
  return found;
}

/** The cells of each sheet, from row and column 1: numbers as they are, times in days. */
async function sheets(name: string, bytes: Uint8Array): Promise<ReadonlyMap<string, Grid>> {
  if (name.endsWith('.csv')) {
    const text = new TextDecoder('windows-1252').decode(bytes);
    const { data } = Papa.parse<string[]>(text, { delimiter: ';' });
    const rows = data.map((row) => [
      '',
      ...row.map((cell) => (/^-?\d+,\d+$/.test(cell) ? Number(cell.replace(',', '.')) : cell)),
    ]);
    return new Map([['', [[], ...rows]]]);
  }
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as unknown as ArrayBuffer);
  return new Map(book.worksheets.map((sheet) => [sheet.name, gridOf(sheet)]));
}

function gridOf(sheet: ExcelJS.Worksheet): Grid {
  const rows: (string | number)[][] = [[]];
  for (let row = 1; row <= sheet.rowCount; row++) {
    const cells: (string | number)[] = [''];
    for (let column = 1; column <= sheet.columnCount; column++)
      cells.push(cellValue(sheet.getCell(row, column)));
    rows.push(cells);
  }
  return rows;
}

function cellValue(cell: ExcelJS.Cell): string | number {
  const value = cell.isMerged && cell.master !== cell ? cell.master.value : cell.value;
  const plain = value !== null && typeof value === 'object' && 'result' in value ? value.result : value;
  if (plain instanceof Date) return plain.getTime() / 86_400_000 + 25_569;
  return typeof plain === 'number' ? plain : String(plain ?? '');
}

function unitsPer({ notation, unit }: Manifest): (value: string | number) => number {
  const factor = notation === 'clock' ? 24 * 60 : 1 / Number(unit);
  return (value) => {
    const units = typeof value === 'number' ? value * factor : 0;
    expect(Math.abs(units - Math.round(units))).toBeLessThan(1e-4);
    return Math.round(units);
  };
}

/** Accounts of persons and old codes: what came in, and what each target got, in the order of the file. */
function openAccounts(units: (value: string | number) => number) {
  const accounts = new Map<string, { sum: number; got: number[]; targets: readonly Target[] }>();
  return {
    units,
    book: (
      person: string,
      code: string,
      targets: readonly Target[],
      came: number,
      got: readonly number[],
    ) => {
      const key = `${person} ${code}`;
      const account = accounts.get(key) ?? { sum: 0, got: targets.map(() => 0), targets };
      accounts.set(key, account);
      account.sum += came;
      expect(got.reduce((a, b) => a + b, 0)).toBe(came);
      got.forEach((part, i) => {
        expect(part === 0 || part > 0 === came > 0).toBe(true);
        account.got[i] = (account.got[i] ?? 0) + part;
        const total = targets.reduce((sum, { weight }) => sum + weight, 0);
        const off = Math.abs((account.got[i] ?? 0) * total - (targets[i]?.weight ?? 0) * account.sum);
        expect(off).toBeLessThan(total);
      });
    },
    verify: () => expect(accounts.size).toBeGreaterThan(3),
  };
}

interface Judging {
  readonly targets: ReadonlyMap<string, readonly Target[]>;
  readonly account: ReturnType<typeof openAccounts>;
}

/** Goes through a table with a row for each code: each row of the input has become its targets, in their order. */
function checkRows(
  block: Block,
  was: Grid,
  is: Grid,
  { targets, account, below }: Judging & { readonly below: number },
): { readonly below: number; readonly rows: number } {
  let moved = below;
  let rows = 0;
  for (const [first, last] of block.segments)
    for (let row = first; row <= last; row++) {
      const code = String(was[row]?.[block.cols.code] ?? '');
      const own = KEPT.includes(code) ? [{ code, weight: 1 }] : (targets.get(code) ?? []);
      const cells = block.amounts.map(({ col }) => account.units(was[row]?.[col] ?? ''));
      const person = block.person.value ?? String(was[row]?.[block.cols.person ?? 1] ?? '');
      const got = own.map(() => cells.map(() => 0));
      let at = row + moved;
      let found = 0;
      own.forEach((target, i) => {
        if (String(is[at]?.[block.cols.code] ?? '') !== target.code) return;
        const part = block.amounts.map(({ col }) => account.units(is[at]?.[col] ?? ''));
        // The next row of the input may have become the same code.
        const fits = part.every(
          (each, j) => got.reduce((sum, one) => sum + (one[j] ?? 0), each) <= (cells[j] ?? 0),
        );
        if (!fits) return;
        got[i] = part;
        if (block.person.value === undefined)
          expect(String(is[at]?.[block.cols.person ?? 1] ?? '')).toBe(person);
        at++;
        found++;
      });
      if (own.length > 0) expect(found).toBeGreaterThan(0);
      moved += found - 1;
      rows += found;
      cells.forEach((came, i) => {
        if (own.length > 0)
          account.book(
            person,
            code,
            own,
            came,
            got.map((part) => part[i] ?? 0),
          );
      });
      if (block.total_col !== undefined)
        for (let each = at - found; each < at; each++) {
          const sum = block.amounts.reduce((all, { col }) => all + account.units(is[each]?.[col] ?? ''), 0);
          expect(account.units(is[each]?.[block.total_col] ?? 0)).toBe(sum);
        }
    }
  return { below: moved, rows };
}

/** Goes through a table with a column for each code: each column of the input has become its targets, in their order. */
function checkAcross(block: Block, was: Grid, is: Grid, { targets, account }: Judging): number {
  const header = block.headers[0] ?? 0;
  let at = block.left + 1;
  let cells = 0;
  for (const { col, code } of block.codes) {
    const own = KEPT.includes(code) ? [{ code, weight: 1 }] : (targets.get(code) ?? []);
    const places = own.map((target) => {
      expect(String(is[header]?.[at] ?? '')).toBe(target.code);
      return at++;
    });
    for (const { row, person } of block.rows) {
      const got = places.map((place) => account.units(is[row]?.[place] ?? ''));
      if (own.length > 0) account.book(person, code, own, account.units(was[row]?.[col] ?? ''), got);
      cells++;
    }
    for (const place of places) {
      const sum = block.rows.reduce((all, { row }) => all + account.units(is[row]?.[place] ?? ''), 0);
      if (block.total_row !== undefined) expect(account.units(is[block.total_row]?.[place] ?? 0)).toBe(sum);
    }
  }
  return cells;
}
