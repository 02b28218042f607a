import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CellChange, OutputRow } from '../../../src/recode/sheet-plan.ts';
import { editWorkbook } from '../../../src/recode/workbook/edit-workbook.ts';
import { cellsIn, handWorkbook, rowsXml } from '../../support/hand-workbook.ts';

/** A row of the table: its amount, and into how many rows it is divided. */
const row = fc.record({ amount: fc.integer({ min: 1, max: 9 }), parts: fc.integer({ min: 0, max: 3 }) });

/**
 * An oracle of its own: each output row names the row it came from, and a sum over a range of the input is the sum over all
 * output rows that came from its rows.
 */
test('sums over any range are the sums over what its rows became', () => {
  const ranges = fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 8, maxLength: 8 }),
      ranges,
      fc.boolean(),
      (rows, asked, reversed) => {
        const spans = asked.map(([a, b]) => [Math.min(a, b) + 2, Math.max(a, b) + 2] as const);
        const formulas = spans.map(([first, last]) => [`=SUM(Ore!B${first}:B${last}) -> 1`]);
        const table = rowsXml([['Codice', 'Ore'], ...rows.map(({ amount }, i) => [`K${i}`, amount])]);
        const input = handWorkbook([
          { name: 'Ore', rows: table },
          { name: 'Somme', rows: rowsXml(formulas) },
        ]);
        const became: OutputRow[] = rows.flatMap(({ amount, parts }, i) =>
          Array.from(
            { length: parts },
            (_, part): OutputRow => ({
              from: i + 2,
              cells: new Map<number, CellChange>([
                [2, { kind: 'number', text: String(part === 0 ? amount - parts + 1 : 1) }],
              ]),
            }),
          ),
        );
        const order = reversed ? [...became].reverse() : became;
        const { parts } = editWorkbook(input, [{ sheet: 'Ore', rows: [{ from: 1 }, ...order], until: 9 }], {
          file: 'x',
        });
        const out = cellsIn(parts);
        const somme = cellsIn(parts, 2);
        spans.forEach(([first, last], i) => {
          const [, top, bottom] = /^=SUM\(Ore!B(\d+):B(\d+)\)/.exec(somme[`A${i + 1}`] ?? '') ?? [];
          const meant = became.filter(({ from }) => from >= first && from <= last);
          const isWhole = meant.length === last - first + 1 && (!reversed || first === last);
          if (meant.length === 0) expect(somme[`A${i + 1}`]).toMatch(/^=SUM\(#REF!\)/);
          else {
            const found = Array.from({ length: Number(bottom) - Number(top) + 1 }, (_, at) =>
              Number(out[`B${Number(top) + at}`]),
            );
            const sum = meant.reduce(
              (all, { cells }) => all + Number((cells?.get(2) as { text: string } | undefined)?.text),
              0,
            );
            expect(found.reduce((all, each) => all + each, 0)).toBe(sum);
            expect(found).toHaveLength(meant.length);
          }
          const isSame = isWhole && meant.every(({ from }) => rows[from - 2]?.parts === 1);
          expect(somme[`A${i + 1}`]?.includes('->')).toBe(isSame);
        });
      },
    ),
    { numRuns: 60 },
  );
});
