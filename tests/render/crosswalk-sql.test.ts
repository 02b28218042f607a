import { readFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import { SparkSQL, TrinoSQL } from 'dt-sql-parser';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Crosswalk } from '../../src/model/crosswalk.ts';
import { parseMap } from '../../src/read/parse-map.ts';
import type { CrosswalkDocument } from '../../src/render/crosswalk-document.ts';
import { renderCrosswalkSql } from '../../src/render/crosswalk-sql.ts';
import { SQL_DIALECT_NAMES, type SqlDialectName } from '../../src/render/sql-dialects.ts';
import { crosswalkDocument } from '../support/crosswalk-document.ts';
import { mapOf } from '../support/map-of.ts';
import { crosswalkOf, recodeText } from '../support/recode.ts';
import {
  NO_MARIADB,
  NO_POSTGRES,
  type SqlEngine,
  startMariadb,
  startPostgres,
} from '../support/sql-engines.ts';

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

/** Rows of the recoded view: number, code, amount in units of 10^-SCALE, whether it can be booked. */
interface SqlRow {
  readonly id: number;
  readonly code: string;
  readonly amount: bigint;
  readonly isBooked: boolean;
}

const SCALE = 12;
const SELECT =
  'SELECT booking_id, COALESCE(new_code, old_code), CAST(amount AS CHAR(60)), outcome FROM procmap_recoded ORDER BY booking_id';

function rowsOf(cells: readonly (readonly unknown[])[]): readonly SqlRow[] {
  return cells.map(([id, code, amount, outcome]) => ({
    id: Number(id),
    code: String(code).trim(),
    amount: scaled(String(amount).trim()),
    isBooked: outcome === 'recoded' || outcome === 'before',
  }));
}

function scaled(decimal: string): bigint {
  const [whole = '0', digits = ''] = decimal.replace('-', '').split('.');
  const value = BigInt(whole + digits.padEnd(SCALE, '0').slice(0, SCALE));
  return decimal.startsWith('-') ? -value : value;
}

function timesheet(bookings: readonly Booking[]): string {
  const values = bookings.map((b, i) => `(${i}, '${b.code}', ${hours(b.units, '.')}, DATE '${b.day}')`);
  return `CREATE TABLE timesheet (booking_id INTEGER, code VARCHAR(40), hours DECIMAL(12, 2), booked_on DATE);
INSERT INTO timesheet VALUES ${values.join(', ')};
`;
}

/** What DuckDB makes of bookings. */
async function byDuckdb(
  document: CrosswalkDocument,
  bookings: readonly Booking[],
): Promise<readonly SqlRow[]> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  try {
    await connection.run(timesheet(bookings));
    await connection.run(renderCrosswalkSql(document, 'duckdb'));
    return rowsOf((await connection.runAndReadAll(SELECT.replace('CHAR(60)', 'VARCHAR'))).getRows());
  } finally {
    connection.closeSync();
  }
}

/** What another engine makes of them. */
function byEngine(
  { run }: SqlEngine,
  dialect: SqlDialectName,
  document: CrosswalkDocument,
  bookings: readonly Booking[],
): readonly SqlRow[] {
  run(
    'DROP VIEW IF EXISTS procmap_recoded; DROP VIEW IF EXISTS procmap_booking; DROP TABLE IF EXISTS procmap_link; DROP TABLE IF EXISTS timesheet;',
  );
  return rowsOf(run(`${timesheet(bookings)}\n${renderCrosswalkSql(document, dialect)}\n${SELECT};`));
}

/** Sums by code, of what is booked and of what is not. */
function totals(rows: readonly SqlRow[]): ReadonlyMap<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const { code, amount, isBooked } of rows) {
    const key = `${code} ${isBooked}`;
    sums.set(key, (sums.get(key) ?? 0n) + amount);
  }
  return sums;
}

/** What `procmap recode` makes of the same bookings, in the same rows. */
async function byRecode(
  { crosswalk }: CrosswalkDocument,
  bookings: readonly Booking[],
): Promise<readonly SqlRow[]> {
  const lines = bookings.map((b, i) => `${i};${b.code};${hours(b.units, ',')};${b.day}`);
  const text = ['riga;codice;ore;data', ...lines, ''].join('\n');
  const { recoded, rejected } = await recodeText(text, crosswalk, {
    columns: { code: 'codice', amounts: ['ore'] },
  });
  const read = (csv: string, isBooked: boolean) =>
    csv
      .trim()
      .split('\n')
      .slice(1)
      .filter((line) => line !== '')
      .map((line) => line.split(';'))
      .map(([id, code = '', amount = '']) => ({
        id: Number(id),
        code,
        amount: scaled(amount.replace(',', '.')),
        isBooked,
      }));
  return [...read(recoded, true), ...read(rejected, false)];
}

/** Codes whose totals lie a whole unit or more apart. */
function apart(a: readonly SqlRow[], b: readonly SqlRow[]): readonly string[] {
  const [left, right] = [totals(a), totals(b)];
  const unit = 10n ** BigInt(SCALE - 2);
  return [...new Set([...left.keys(), ...right.keys()])].filter((key) => {
    const difference = (left.get(key) ?? 0n) - (right.get(key) ?? 0n);
    return difference >= unit || difference <= -unit;
  });
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

const DAY = '2024-02-01';

function lineOf({ id, code, amount, isBooked }: SqlRow): string {
  return `${id} ${code} ${amount} ${isBooked ? 'ok' : 'reject'}`;
}

describe('a crosswalk as SQL', () => {
  const some = [
    { code: 'A1.1.1.2', units: 750, day: DAY },
    { code: 'A1.1.1.3', units: 100, day: DAY },
    { code: 'A1.1.1.4', units: -1, day: DAY },
    { code: 'A1.1.1.6', units: 100, day: DAY },
    { code: 'A1.1.1.8', units: 100, day: DAY },
    { code: 'A9', units: 100, day: DAY },
  ];
  const exact = [
    '0 A1.1.1.3 7500000000000 ok',
    '1 A1.1.1.2 333000000000 ok',
    '1 A1.1.1.4 333000000000 ok',
    '1 A1.1.1.5 334000000000 ok',
    '2 A1.1.1.1 -5000000000 ok',
    '2 A1.1.1.5 -5000000000 ok',
    '3 A1.1.1.6 1000000000000 reject',
    '4 A1.1.1.8 1000000000000 reject',
    '5 A9 1000000000000 reject',
  ];

  it('divides exactly, and maps no code twice', async () => {
    expect((await byDuckdb(documentOf(TABLE), some)).map(lineOf).sort()).toEqual(exact);
  });

  it('sums to what was booked, whatever was booked', async () => {
    const codes = [...new Set(TABLE.rows.map(({ oldCode }) => oldCode).filter((code) => code !== ''))];
    await fc.assert(
      fc.asyncProperty(
        bookings(codes),
        fc.constantFrom(undefined, '2024-01-01'),
        async (booked, validFrom) => {
          const document = documentOf(validFrom === undefined ? TABLE : { ...TABLE, validFrom });
          const rows = await byDuckdb(document, booked);
          const sum = rows.reduce((total, { amount }) => total + amount, 0n);
          expect(sum).toBe(booked.reduce((total, { units }) => total + scaled(hours(units, '.')), 0n));
          expect(rows.map(({ id }) => id).filter((id, i, all) => all.indexOf(id) === i)).toHaveLength(
            booked.length,
          );
        },
      ),
      { numRuns: 15 },
    );
  }, 120_000);

  it('lies within a unit of procmap recode on the main maps', async () => {
    const read = (file: string) => parseMap({ name: file, bytes: readFileSync(`fixtures/${file}`) });
    const maps = [await read('massa-carrara-2021.csv'), await read('unioncamere-rev2023.csv')] as const;
    const document = crosswalkDocument(...maps, { plan: { allocateEqual: true, validFrom: '2024-01-01' } });
    const codes = document.crosswalk.rows.map(({ oldCode }) => oldCode).filter((code) => code !== '');
    const booked = [...new Set(codes)].map((code, i) => ({
      code,
      units: 725 + i,
      day: i % 7 === 0 ? '2023-11-30' : '2024-02-29',
    }));
    expect(apart(await byDuckdb(document, booked), await byRecode(document, booked))).toEqual([]);
  }, 120_000);

  it('rejects what stands on several entries, or goes in part nowhere', async () => {
    const [first, second] = crosswalkOf('A1.1.1.1 A1.1.1.1\nA1.1.1.1 A1.1.1.2').rows;
    const twice = {
      rows: [first, second].flatMap((row, i) => (row ? [{ ...row, fingerprint: `${i}` }] : [])),
    };
    const booked = [{ code: 'A1.1.1.1', units: 100, day: DAY }];
    const rejected = ['0 A1.1.1.1 1000000000000 reject'];
    expect((await byDuckdb(documentOf(twice), booked)).map(lineOf)).toEqual(rejected);
    const partly = crosswalkOf('A1.1.1.1 A1.1.1.1 0.5\nA1.1.1.1 -');
    expect((await byDuckdb(documentOf(partly), booked)).map(lineOf)).toEqual(rejected);
  });

  it.skipIf(NO_POSTGRES)(
    `gives the same on PostgreSQL${because(NO_POSTGRES)}`,
    () => {
      const engine = startPostgres();
      try {
        for (const dialect of ['postgresql', 'standard'] as const)
          expect(byEngine(engine, dialect, documentOf(TABLE), some).map(lineOf).sort()).toEqual(exact);
      } finally {
        engine.stop();
      }
    },
    300_000,
  );

  it.skipIf(NO_MARIADB)(
    `gives the same on MariaDB${because(NO_MARIADB)}`,
    async () => {
      const engine = await startMariadb();
      try {
        for (const dialect of ['mariadb', 'standard'] as const)
          expect(byEngine(engine, dialect, documentOf(TABLE), some).map(lineOf).sort()).toEqual(exact);
      } finally {
        engine.stop();
      }
    },
    300_000,
  );

  it.each([
    ['spark', new SparkSQL()],
    ['trino', new TrinoSQL()],
  ] as const)('follows the grammar of %s', (dialect, parser) => {
    expect(parser.validate(renderCrosswalkSql(documentOf(TABLE), dialect))).toEqual([]);
    expect(parser.validate(`${renderCrosswalkSql(documentOf(TABLE), dialect)} SELEC`)).not.toEqual([]);
  });

  it.each(SQL_DIALECT_NAMES)('cannot be broken out of by a code: %s', (dialect) => {
    const hostile = crosswalkOf("A'); A1.1.1.1\nB\\'); A1.1.1.2");
    const sql = renderCrosswalkSql(documentOf(hostile), dialect);
    const literals = {
      standard: ["'A'');'", "'B/'');'"],
      duckdb: ["'A'');'", "'B\\'');'"],
      postgresql: ["'A'');'", "'B\\'');'"],
      trino: ["'A'');'", "'B\\'');'"],
      mariadb: ["'A\\');'", "'B\\\\\\');'"],
      spark: ["'A\\');'", "'B\\\\\\');'"],
    } as const;
    for (const literal of literals[dialect]) expect(sql).toContain(`VALUES (${literal}, `);
  });
});

function because(reason: string | false): string {
  return reason === false ? '' : ` (skipped: ${reason})`;
}
