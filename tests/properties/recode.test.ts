import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { codesDigest, refuseByCodes, refuseRecorded } from '../../src/recode/already-recoded.ts';
import { exactValue, readAmount } from '../../src/recode/amount.ts';
import { buildPlan } from '../../src/recode/plan.ts';
import { addDecimals, type Decimal, trimDecimal, ZERO } from '../../src/values/decimal.ts';
import { amountText } from '../arbitraries/amount-text.ts';
import { crosswalkBetween, smallCodes } from '../arbitraries/crosswalk.ts';
import { recodeText } from '../support/recode.ts';

const OLD = smallCodes('A', 8);
/** Half of them are codes of the old revision, used again. */
const NEW = [...smallCodes('A', 4), ...smallCodes('B', 4)];

interface Row {
  readonly person: string;
  readonly code: string;
  readonly hours: string;
  readonly euro: string;
}

const row: fc.Arbitrary<Row> = fc.record({
  person: fc.constantFrom('001', '002', '003'),
  code: fc.constantFrom(...OLD, 'Z9.9.9.9', ''),
  hours: fc.oneof(amountText(), amountText(), fc.constantFrom('', '-', 'x')),
  euro: amountText(),
});

const sheet = fc.array(row, { minLength: 1, maxLength: 25 });

function csvOf(rows: readonly Row[]): string {
  const table = rows.map(({ person, code, hours, euro }) => [person, code, 'a; "b"', hours, euro]);
  return Papa.unparse([['Matricola', 'Codice', 'Nota', 'Ore', 'Importo'], ...table], { delimiter: ';' });
}

/** Sums a column by person and measure with another parser and other arithmetic than the one under test. */
function sums(csv: string, column: 'Ore' | 'Importo'): ReadonlyMap<string, Decimal> {
  const { data } = Papa.parse<Record<string, string>>(csv, {
    delimiter: ';',
    header: true,
    skipEmptyLines: true,
  });
  const byKey = new Map<string, Decimal>();
  for (const each of data) {
    const reading = readAmount(each[column] ?? '', ',');
    if (reading.kind !== 'amount') continue;
    const key = `${each.Matricola} ${reading.amount.measure}`;
    byKey.set(key, addDecimals(byKey.get(key) ?? ZERO, exactValue(reading.amount)));
  }
  return byKey;
}

function added(a: ReadonlyMap<string, Decimal>, b: ReadonlyMap<string, Decimal>): Record<string, Decimal> {
  const keys = [...new Set([...a.keys(), ...b.keys()])].sort();
  const sum = keys.map((key) => trimDecimal(addDecimals(a.get(key) ?? ZERO, b.get(key) ?? ZERO)));
  return Object.fromEntries(
    keys.flatMap((key, i) => (sum[i]?.units === 0n ? [] : [[key, sum[i] as Decimal]])),
  );
}

const OPTIONS = { point: ',', columns: { amounts: ['Ore', 'Importo'] } } as const;

describe('recoding', () => {
  test('conserves every sum, for any crosswalk and amounts in every notation', async () => {
    await fc.assert(
      fc.asyncProperty(
        crosswalkBetween(OLD, NEW),
        sheet,
        fc.constantFrom(0, 2, 4),
        async (crosswalk, rows, decimals) => {
          const csv = csvOf(rows);
          const { recoded, rejected, report } = await recodeText(csv, crosswalk, { ...OPTIONS, decimals });
          for (const column of ['Ore', 'Importo'] as const) {
            expect(added(sums(recoded, column), sums(rejected, column))).toEqual(
              added(sums(csv, column), new Map()),
            );
          }
          expect(report.rows.read).toBe(rows.length);
          expect(report.rows.recoded + report.rows.kept + report.rows.rejected).toBe(rows.length);
        },
      ),
      { numRuns: 150 },
    );
  });

  test('maps no row twice: every code written is a target of the code that was read', async () => {
    await fc.assert(
      fc.asyncProperty(crosswalkBetween(OLD, NEW), sheet, async (crosswalk, rows) => {
        const targets = new Map<string, Set<string>>();
        for (const { oldCode, newCode } of crosswalk.rows)
          targets.set(oldCode, (targets.get(oldCode) ?? new Set()).add(newCode));
        const { recoded } = await recodeText(csvOf(rows), crosswalk, { ...OPTIONS, audit: true });
        const { data } = Papa.parse<string[]>(recoded, { delimiter: ';', skipEmptyLines: true });
        for (const cells of data.slice(1)) {
          const [, from = '', to = ''] = /^(\S+) -> (\S+) /.exec(cells.at(-1) ?? '') ?? [];
          expect(targets.get(from)?.has(to)).toBe(true);
          expect(cells[1]).toBe(to);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('a file that was recoded is refused, by its record even after a spreadsheet saved it again', async () => {
    await fc.assert(
      fc.asyncProperty(crosswalkBetween(OLD, NEW, { decided: true }), sheet, async (crosswalk, rows) => {
        const plan = buildPlan(crosswalk);
        const first = await recodeText(csvOf(rows), crosswalk, OPTIONS);
        const record = {
          crosswalk: { revision: plan.revision },
          input: { sha256: 'before', codes: codesDigest(first.codesRead) },
          output: { sha256: 'after', codes: codesDigest(first.codesWritten) },
        };
        const records = [{ name: 'r', record: record as never }];
        const saved = await recodeText(
          Papa.unparse(Papa.parse<string[]>(first.recoded, { delimiter: ';' }).data, { quotes: true }),
          crosswalk,
          { ...OPTIONS, point: ',' },
        ).catch(() => null);
        const again = { ...first, file: 'x', codesRead: first.codesWritten };
        const changed = codesDigest(first.codesRead) !== codesDigest(first.codesWritten);
        expect(() => refuseRecorded({ ...again, sha256: 'after' }, plan, records)).toThrow();
        if (changed) expect(() => refuseRecorded({ ...again, sha256: 'saved' }, plan, records)).toThrow();
        if (changed && saved) expect(codesDigest(saved.codesRead)).toBe(codesDigest(first.codesWritten));
        expect(() => refuseRecorded({ ...first, file: 'x', sha256: 'before' }, plan, records)).not.toThrow();
      }),
      { numRuns: 60 },
    );
  });
});

describe('telling by its codes whether a file is recoded', () => {
  const old = smallCodes('A', 40);
  const renewed = [...smallCodes('A', 20), ...smallCodes('B', 20)];

  test('a file of old codes is never refused, nor one with a slip or two', () => {
    const codes = fc.uniqueArray(fc.constantFrom(...old), { minLength: 8 });
    const slips = fc.uniqueArray(fc.constantFrom(...smallCodes('B', 20)), { maxLength: 2 });
    fc.assert(
      fc.property(
        crosswalkBetween(old, renewed, { decided: true }),
        codes,
        slips,
        (crosswalk, asked, wrong) => {
          const plan = buildPlan(crosswalk);
          // Without any code of the old map alone, one of the new map alone says that it is recoded.
          fc.pre(wrong.length === 0 || asked.some((code) => !plan.newCodes.has(code)));
          const sheetRead = {
            file: 'x',
            sha256: '',
            codesRead: new Map(),
            codesAsked: new Set([...asked, ...wrong]),
          };
          expect(() => refuseByCodes(sheetRead, plan)).not.toThrow();
        },
      ),
      { numRuns: 100 },
    );
  });

  test('a file with a handful of codes of the new map alone, and none of the old alone, is refused', () => {
    const plan = buildPlan({
      rows:
        fc.sample(crosswalkBetween(old, renewed, { decided: true }), { numRuns: 1, seed: 1 })[0]?.rows ?? [],
    });
    const codesAsked = new Set([...smallCodes('B', 4), ...smallCodes('A', 4)]);
    expect(() => refuseByCodes({ file: 'x', sha256: '', codesRead: new Map(), codesAsked }, plan)).toThrow(
      /B1\.1\.1\.1/,
    );
  });
});
