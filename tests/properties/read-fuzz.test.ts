import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { ProcessMap } from '../../src/model/process-map.ts';
import { readCode, readCodeAndLabel } from '../../src/model/read-code.ts';
import { parseMap } from '../../src/read/parse-map.ts';
import { readTables } from '../../src/read/read-tables.ts';
import { placeOfRow } from '../../src/read/table.ts';
import { foldBlanks } from '../../src/values/fold-blanks.ts';
import { ProcmapError } from '../../src/words/procmap-error.ts';
import { pack } from '../read/workbook-helpers.ts';
import { eachTimes } from './each-times.ts';

/** A piece of the two maps, large enough to have every kind of row, small enough to be read hundreds of times. */
const local = piece('massa-carrara-2021.csv', 'latin1', [
  [0, 40],
  [285, 320],
]);
const national = piece('unioncamere-rev2023.csv', 'utf8', [
  [0, 50],
  [240, 262],
]);
const workbook = unzipSync(readFileSync('fixtures/massa-carrara-2021.xlsx'));

function piece(
  name: string,
  encoding: 'latin1' | 'utf8',
  ranges: readonly (readonly [number, number])[],
): string {
  const lines = readFileSync(`fixtures/${name}`, encoding).split('\r\n');
  return ranges.flatMap(([from, to]) => lines.slice(from, to)).join('\r\n');
}

interface Damage {
  readonly at: number;
  readonly length: number;
  readonly insert: string;
  readonly double: boolean;
}

/** Damage as it happens: something cut, doubled, put elsewhere, or characters that mean something typed in. */
const damage: fc.Arbitrary<Damage> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.nat(3), fc.nat(200)),
  insert: fc.oneof(
    fc.constantFrom(
      ';',
      '"',
      '\n',
      '\r',
      '\t',
      ';;;',
      'A1',
      'A1.1',
      'A1.1.1.1',
      'F24EP',
      '€',
      '\u00a0',
      '<',
      '&',
      ']]>',
    ),
    fc.string({ maxLength: 5 }),
  ),
  double: fc.boolean(),
});

function mutate(text: string, damages: readonly Damage[]): string {
  return damages.reduce((before, { at, length, insert, double }) => {
    const start = Math.floor(at * before.length);
    const cut = before.slice(start, start + length);
    return before.slice(0, start) + insert + (double ? cut + cut : '') + before.slice(start + length);
  }, text);
}

async function readOrFail(name: string, bytes: Uint8Array): Promise<ProcessMap | null> {
  try {
    return await parseMap({ name, bytes });
  } catch (error) {
    if (error instanceof ProcmapError) return null;
    throw error;
  }
}

/** Every row with text has an entry or a note, stands on a sheet that was noted, or repeats cells that are open. */
async function expectNothingLost(name: string, bytes: Uint8Array, map: ProcessMap): Promise<void> {
  const key = (place: { sheet?: string; cell?: string; line?: number }): string =>
    place.sheet === undefined ? `${place.line}` : `${place.sheet}!${place.cell?.replace(/^[A-Z]+/, '')}`;
  const known = new Set([...map.nodes, ...map.notes, ...map.macroFunctions].map(({ place }) => key(place)));
  const skipped = new Set(
    map.notes.flatMap((note) => (note.kind === 'sheet-without-map' ? [note.name] : [])),
  );
  const codes = new Set(map.nodes.map(({ code }) => code.text));
  const names = new Set(map.macroFunctions.map(({ name }) => name));
  const { tables } = await readTables({ name, bytes });
  for (const table of tables) {
    if (table.sheet !== null && skipped.has(table.sheet)) continue;
    for (const row of table.rows) {
      const places = row.cells.map((_, column) =>
        key(placeOfRow(table, { ...row, cells: cellsFrom(row.cells, column) })),
      );
      const repeats = row.cells
        .filter((text) => foldBlanks(text) !== '' && !names.has(foldBlanks(text)))
        .every((text) => codes.has((readCodeAndLabel(text).code ?? readCode(text).code)?.text ?? ''));
      expect(
        repeats || places.some((place) => known.has(place)),
        `row ${row.number}: ${row.cells.join('|')}`,
      ).toBe(true);
    }
  }
}

function cellsFrom(cells: readonly string[], column: number): readonly string[] {
  return cells.map((text, index) => (index < column ? '' : text));
}

describe('damaged files', () => {
  it.each([
    ['the local map', local],
    ['the national map', national],
  ])('as text, %s never breaks reading, and no row is lost without a word', async (_, text) => {
    await fc.assert(
      fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 6 }), async (damages) => {
        const bytes = new TextEncoder().encode(mutate(text, damages));
        const map = await readOrFail('map.csv', bytes);
        if (map) await expectNothingLost('map.csv', bytes, map);
      }),
      { numRuns: eachTimes(150) },
    );
  });

  it('as workbooks with damaged parts never break reading, and no row is lost without a word', async () => {
    const parts = Object.keys(workbook).filter((name) =>
      /sheet1\.xml$|sharedStrings|workbook\.xml|\.rels$|styles/.test(name),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...parts),
        fc.array(damage, { minLength: 1, maxLength: 3 }),
        async (part, damages) => {
          const bytes = pack({
            ...workbook,
            [part]: mutate(strFromU8(workbook[part] ?? new Uint8Array()), damages),
          });
          const map = await readOrFail('map.xlsx', bytes);
          if (map) await expectNothingLost('map.xlsx', bytes, map);
        },
      ),
      { numRuns: eachTimes(60) },
    );
  });

  it('as archives with flipped bytes never break reading', async () => {
    const whole = readFileSync('fixtures/unioncamere-rev2023.xlsx');
    const flip = fc.record({ at: fc.nat(whole.length - 1), byte: fc.nat(255) });
    await fc.assert(
      fc.asyncProperty(fc.array(flip, { minLength: 1, maxLength: 8 }), fc.nat(3), async (flips, cut) => {
        const bytes = Uint8Array.from(
          whole.subarray(0, cut === 0 ? Math.floor(whole.length * 0.9) : whole.length),
        );
        for (const { at, byte } of flips) if (at < bytes.length) bytes[at] = byte;
        await readOrFail('map.xlsx', bytes);
      }),
      { numRuns: eachTimes(80) },
    );
  });

  it('as anything at all never break reading', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.uint8Array({ maxLength: 400 }), fc.string({ maxLength: 200 })),
        async (content) => {
          const bytes =
            typeof content === 'string' ? new TextEncoder().encode(`code;label\n${content}`) : content;
          await readOrFail('x', bytes);
        },
      ),
      { numRuns: eachTimes(200) },
    );
  });
});

describe('reading codes', () => {
  it('never breaks, and reads a canonical code as it stands', () => {
    const number = fc.oneof(fc.nat(30).map(String), fc.constantFrom('7b', '12a'));
    const canonical = fc
      .tuple(fc.constantFrom(...'ABCZ'), fc.nat(99), fc.array(number, { maxLength: 4 }))
      .map(([letter, root, rest]) => [`${letter}${root}`, ...rest].join('.'));
    fc.assert(
      fc.property(canonical, fc.string(), (code, label) => {
        expect(readCode(code)).toMatchObject({ code: { text: code }, mends: [] });
        expect(readCodeAndLabel(`${code} Testo ${label}`).code?.text).toBe(code);
        readCode(label);
        readCodeAndLabel(label);
      }),
    );
  });
});
