import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { beforeAll, describe, expect, test } from 'vitest';
import { bookingCodes, buildTimesheet, timesheetCsv } from '../../fixtures/generate/timesheet.ts';
import { parseTruth } from '../../fixtures/generate/truth.ts';
import { compareMaps } from '../../src/app/compare-maps.ts';
import { crosswalkOf } from '../../src/app/crosswalk-of.ts';
import type { Crosswalk } from '../../src/model/crosswalk.ts';
import { parseMap } from '../../src/read/parse-map.ts';
import { refuseByCodes } from '../../src/recode/already-recoded.ts';
import { buildPlan } from '../../src/recode/plan.ts';
import { type Recoded, recodeBytes } from '../support/recode.ts';

const FIXTURES = new URL('../../fixtures/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, FIXTURES));

/** Hundredths of hours by person, by means other than those under test. */
function hundredths(csv: string): Record<string, number> {
  const { data } = Papa.parse<string[]>(csv, { delimiter: ';', skipEmptyLines: true });
  const sums: Record<string, number> = {};
  for (const [person = '', , code, , hours = ''] of data.slice(1)) {
    if (code !== '') sums[person] = (sums[person] ?? 0) + Math.round(Number(hours.replace(',', '.')) * 100);
  }
  return sums;
}

describe('a year of time-sheets of 60 people, from the local map to the national one', () => {
  let input = '';
  let crosswalk: Crosswalk = { rows: [] };
  let result: Recoded & { readonly bytes: Uint8Array };

  beforeAll(async () => {
    const codes = bookingCodes(parseTruth(read('truth/massa-carrara-2021.csv').toString()));
    const bytes = timesheetCsv(buildTimesheet({ codes, year: 2022, people: 60 }));
    input = Buffer.from(bytes).toString('latin1');
    const maps = ['massa-carrara-2021.csv', 'unioncamere-rev2023.csv'].map((name) =>
      parseMap({ name, bytes: read(name) }),
    );
    const [oldMap, newMap] = await Promise.all(maps);
    if (!oldMap || !newMap) throw new Error('no maps');
    crosswalk = crosswalkOf(compareMaps(oldMap, newMap)).crosswalk;
    result = await recodeBytes(bytes, crosswalk, { allocate: 'equal' });
  }, 60_000);

  test('every total agrees, by person and overall', () => {
    const before = hundredths(input);
    const after = hundredths(Buffer.from(result.bytes).toString('latin1'));
    const rejected = hundredths(result.rejected);
    expect(Object.keys(before)).toHaveLength(60);
    for (const [person, sum] of Object.entries(before)) {
      expect((after[person] ?? 0) + (rejected[person] ?? 0)).toBe(sum);
    }
    const total = Object.values(before).reduce((a, b) => a + b, 0);
    expect(Number(result.report.balances[0]?.before) * 100).toBe(total);
    expect(result.report.persons).toHaveLength(60);
  });

  test('only what is open, possibly lost, dropped or undecided is rejected', () => {
    const reasons = result.report.rejects.map(({ reason }) => reason);
    expect(
      reasons.every((reason) => ['open', 'possibly-lost', 'dropped', 'partly-dropped'].includes(reason)),
    ).toBe(true);
    expect(result.report.rows.read).toBeGreaterThan(20_000);
    expect(result.report.rows.rejected / result.report.rows.read).toBeLessThan(0.2);
  });

  test('its codes tell whether it is recoded, without a record or a mark', async () => {
    const plan = buildPlan(crosswalk);
    const again = await recodeBytes(result.bytes, crosswalk, { allocate: 'equal' });
    const judge = ({ codesRead, codesAsked }: Recoded) =>
      refuseByCodes({ file: 'ore.csv', sha256: '', codesRead, codesAsked }, plan);
    expect(() => judge(result)).not.toThrow();
    expect(() => judge(again)).toThrow(/recoded already/);
  });

  test('no code comes out that the new map does not have', () => {
    const known = new Set(crosswalk.rows.map((row) => row.newCode));
    const { data } = Papa.parse<string[]>(result.recoded, { delimiter: ';', skipEmptyLines: true });
    expect(data.slice(1, -1).filter(([, , code = '']) => !known.has(code))).toEqual([]);
  });
});
