import { readFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Crosswalk } from '../../src/model/crosswalk.ts';
import { parseMap } from '../../src/read/parse-map.ts';
import type { CrosswalkDocument } from '../../src/render/crosswalk-document.ts';
import { renderCrosswalkSql } from '../../src/render/crosswalk-sql.ts';
import { crosswalkDocument } from '../support/crosswalk-document.ts';
import { mapOf } from '../support/map-of.ts';
import { crosswalkOf, recodeText } from '../support/recode.ts';

interface Booking {
  readonly code: string;
  /** In hundredths. */
  readonly units: number;
  readonly day: string;
}

const EMPTY = crosswalkDocument(mapOf('A1 Uno\n A1.1 Due'), mapOf('A1 Uno\n A1.1 Due'));

function documentOf(crosswalk: Crosswalk): CrosswalkDocument {
  return { ...EMPTY, crosswalk };
}

/** What the views of the SQL make of bookings, as `number new_code amount outcome` lines in order. */
async function bySql(document: CrosswalkDocument, bookings: readonly Booking[]): Promise<readonly string[]> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  try {
    await connection.run(
      'CREATE TABLE timesheet (booking_id INTEGER, code VARCHAR, hours DECIMAL(12, 2), booked_on DATE)',
    );
    const values = bookings.map((b, i) => `(${i}, '${b.code}', ${hours(b.units, '.')}, DATE '${b.day}')`);
    await connection.run(`INSERT INTO timesheet VALUES ${values.join(', ')}`);
    await connection.run(renderCrosswalkSql(document));
    const reader = await connection.runAndReadAll(
      'SELECT booking_id, COALESCE(new_code, old_code), CAST(amount AS VARCHAR), outcome FROM procmap_recoded',
    );
    return reader
      .getRows()
      .map(
        ([id, code, amount, outcome]) => `${id} ${code} ${amount} ${isBookable(outcome) ? 'ok' : 'reject'}`,
      )
      .sort();
  } finally {
    connection.closeSync();
  }
}

function isBookable(outcome: unknown): boolean {
  return outcome === 'recoded' || outcome === 'before';
}

/** What `procmap recode` makes of the same bookings, in the same lines. */
async function byRecode(
  { crosswalk }: CrosswalkDocument,
  bookings: readonly Booking[],
): Promise<readonly string[]> {
  const lines = bookings.map((b, i) => `${i};${b.code};${hours(b.units, ',')};${b.day}`);
  const text = ['riga;codice;ore;data', ...lines, ''].join('\n');
  const { recoded, rejected } = await recodeText(text, crosswalk, {
    columns: { code: 'codice', amounts: ['ore'] },
  });
  const read = (csv: string, verdict: string) =>
    csv
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(';'))
      .map(([id, code, amount = '']) => `${id} ${code} ${amount.replace(',', '.')} ${verdict}`);
  return [...read(recoded, 'ok'), ...read(rejected, 'reject')].sort();
}

function hours(units: number, point: string): string {
  const digits = String(Math.abs(units)).padStart(3, '0');
  return `${units < 0 ? '-' : ''}${digits.slice(0, -2)}${point}${digits.slice(-2)}`;
}

function bookings(codes: readonly string[]): fc.Arbitrary<readonly Booking[]> {
  const booking = fc.record({
    code: fc.constantFrom(...codes, 'Z9.9.9.9'),
    units: fc.oneof(fc.integer({ min: -3000, max: 3000 }), fc.constantFrom(0, 1, 2, 5, -1)),
    day: fc.constantFrom('2023-12-31', '2024-01-01', '2024-06-30'),
  });
  return fc.array(booking, { minLength: 1, maxLength: 60 });
}

const TABLE = crosswalkOf(`
  A1.1.1.1 A1.1.1.1
  A1.1.1.2 A1.1.1.3
  A1.1.1.3 A1.1.1.2 0.333
  A1.1.1.3 A1.1.1.4 0.333
  A1.1.1.3 A1.1.1.5 0.334
  A1.1.1.4 A1.1.1.1 0.5
  A1.1.1.4 A1.1.1.5 0.5
  A1.1.1.5 A1.1.1.1 0.1234567
  A1.1.1.5 A1.1.1.2 0.8765433
  A1.1.1.6 -
  A1.1.1.7 ?
  A1.1.1.8 A1.1.1.1 ?
  A1.1.1.8 A1.1.1.2 ?
  - A1.1.1.9`);

describe('a crosswalk as SQL', () => {
  it('divides to the last cent, and maps no code twice', async () => {
    const day = '2024-02-01';
    const lines = await bySql(documentOf(TABLE), [
      { code: 'A1.1.1.2', units: 750, day },
      { code: 'A1.1.1.3', units: 100, day },
      { code: 'A1.1.1.4', units: -1, day },
      { code: 'A1.1.1.6', units: 100, day },
      { code: 'A1.1.1.8', units: 100, day },
      { code: 'A9', units: 100, day },
    ]);
    expect(lines).toEqual([
      '0 A1.1.1.3 7.50 ok',
      '1 A1.1.1.2 0.33 ok',
      '1 A1.1.1.4 0.33 ok',
      '1 A1.1.1.5 0.34 ok',
      '2 A1.1.1.1 -0.01 ok',
      '3 A1.1.1.6 1.00 reject',
      '4 A1.1.1.8 1.00 reject',
      '5 A9 1.00 reject',
    ]);
  });

  it('agrees with procmap recode row by row', async () => {
    const codes = [...new Set(TABLE.rows.map(({ oldCode }) => oldCode).filter((code) => code !== ''))];
    await fc.assert(
      fc.asyncProperty(bookings(codes), fc.constantFrom(undefined, '2024-01-01'), async (some, validFrom) => {
        const document = documentOf(validFrom === undefined ? TABLE : { ...TABLE, validFrom });
        expect(await bySql(document, some)).toEqual(await byRecode(document, some));
      }),
      { numRuns: 15 },
    );
  }, 60_000);

  it('agrees with it on the main maps', async () => {
    const read = (file: string) => parseMap({ name: file, bytes: readFileSync(`fixtures/${file}`) });
    const maps = [await read('massa-carrara-2021.csv'), await read('unioncamere-rev2023.csv')] as const;
    const document = crosswalkDocument(...maps, { plan: { allocateEqual: true, validFrom: '2024-01-01' } });
    const codes = document.crosswalk.rows.map(({ oldCode }) => oldCode).filter((code) => code !== '');
    const some = codes.map((code, i) => ({
      code,
      units: 725 + i,
      day: i % 7 === 0 ? '2023-11-30' : '2024-02-29',
    }));
    expect(await bySql(document, some)).toEqual(await byRecode(document, some));
  }, 60_000);

  it('rejects what stands on several entries, or goes in part nowhere', async () => {
    const [first, second] = crosswalkOf('A1.1.1.1 A1.1.1.1\nA1.1.1.1 A1.1.1.2').rows;
    const twice = {
      rows: [first, second].flatMap((row, i) => (row ? [{ ...row, fingerprint: `${i}` }] : [])),
    };
    const day = '2024-02-01';
    expect(await bySql(documentOf(twice), [{ code: 'A1.1.1.1', units: 100, day }])).toEqual([
      '0 A1.1.1.1 1.00 reject',
    ]);
    const partly = crosswalkOf('A1.1.1.1 A1.1.1.1 0.5\nA1.1.1.1 -');
    expect(await bySql(documentOf(partly), [{ code: 'A1.1.1.1', units: 100, day }])).toEqual([
      '0 A1.1.1.1 1.00 reject',
    ]);
  });

  it('cannot be broken out of by a code', async () => {
    const hostile = crosswalkOf("A'); A1.1.1.1");
    const sql = renderCrosswalkSql(documentOf(hostile));
    expect(sql).toContain("VALUES ('A'');', 'A1.1.1.1'");
  });
});
