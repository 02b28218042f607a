import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseTruth } from '../../../fixtures/generate/truth.ts';
import type { ProcessMap } from '../../../src/model/process-map.ts';
import { parseMap } from '../../../src/read/parse-map.ts';
import { readTables } from '../../../src/read/read-tables.ts';
import { convertWithLibreOffice, noLibreOffice } from '../../support/libreoffice.ts';
import { type PrintedPage, type PrintedText, pdfOf } from '../../support/pdf.ts';
import { outline, problems } from '../read-helpers.ts';

function read(pages: readonly PrintedPage[]): Promise<ProcessMap> {
  return parseMap({ name: 'mappa.pdf', bytes: pdfOf(pages) });
}

const COLUMNS = [40, 200, 360, 540];
const HEADER = ['Macro-processo', 'Processo', 'Sotto-processo', 'Attività'];

/** Rows of texts, each text by lines, from a height on. */
function rowsAt(y: number, rows: readonly (readonly string[])[], step = 24): readonly PrintedText[] {
  return rows.flatMap((cells, row) =>
    cells.flatMap((cell, column) =>
      cell
        .split('\n')
        .flatMap((text, line) =>
          text === '' ? [] : [{ x: COLUMNS[column] as number, y: y + row * step + line * 9.5, text }],
        ),
    ),
  );
}

const SMALL = [
  HEADER,
  ['A1 Governo', 'A1.1 Ciclo della\nperformance', 'A1.1.1 Programmi', 'A1.1.1.1 Relazione\nprevisionale'],
  ['', '', '', 'A1.1.1.2 Bilancio preventivo'],
  ['', '', 'A1.1.2 Controlli', 'A1.1.2.1 Rilevazioni'],
];
const OUTLINE = [
  'macro-process A1 Governo',
  '  process A1.1 Ciclo della performance',
  '    sub-process A1.1.1 Programmi',
  '      activity A1.1.1.1 Relazione previsionale',
  '      activity A1.1.1.2 Bilancio preventivo',
  '    sub-process A1.1.2 Controlli',
  '      activity A1.1.2.1 Rilevazioni',
];

describe('a printed map', () => {
  it('is read by where its text stands, without rules', async () => {
    const map = await read([{ texts: rowsAt(60, SMALL) }]);
    expect(outline(map)).toEqual(OUTLINE);
    expect(problems(map)).toEqual([]);
    expect(map.source).toMatchObject({ container: 'pdf', layout: 'national' });
    expect(map.nodes[3]?.place).toEqual({ file: 'mappa.pdf', page: 1, line: 2, column: 4 });
  });

  it('is read whichever way the page is turned', async () => {
    const texts = rowsAt(60, SMALL);
    expect(outline(await read([{ texts, rotate: 180 }]))).toEqual(OUTLINE);
    expect(outline(await read([{ texts, rotate: 90 }]))).toEqual(OUTLINE);
  });

  it('keeps lines apart that a rule parts, though they stand as close as the lines of a cell', async () => {
    const texts = [
      ...rowsAt(60, [HEADER]),
      ...rowsAt(
        72,
        [
          ['A1 Governo', 'A1.1 Ciclo', 'A1.1.1 Programmi', 'A1.1.1.1 Prima'],
          ['', '', '', 'A1.1.1.2 Seconda'],
        ],
        9.5,
      ),
      { x: 540, y: 91, text: 'riga in coda' },
    ];
    const across = [53, 65, 74.5, 84, 93.5].map((y) => [38, y, 800, y] as const);
    const down = [38, 198, 358, 538, 800].map((x) => [x, 53, x, 93.5] as const);
    const map = await read([{ texts, rules: [...across, ...down] }]);
    expect(outline(map).at(-1)).toBe('      activity A1.1.1.2 Seconda');
    expect(map.notes.some((note) => 'text' in note && note.text === 'riga in coda')).toBe(true);
  });

  it('tells a label from the code beside it that it runs up to', async () => {
    const { tables } = await readTables({
      name: 'mappa.pdf',
      bytes: pdfOf([
        {
          texts: [
            { x: 40, y: 80, text: 'Tenuta dei registri e degli albi camerali,' },
            { x: 186, y: 80, text: 'A1.1.1.1' },
            { x: 40, y: 95, text: 'Albi' },
            { x: 186, y: 95, text: 'A1.1.1.2' },
          ],
          rules: [
            ...[66, 86, 101].map((y) => [38, y, 300, y] as const),
            ...[38, 184, 300].map((x) => [x, 66, x, 101] as const),
          ],
        },
      ]),
    });
    expect(tables[0]?.rows.map(({ cells }) => cells)).toEqual([
      ['Tenuta dei registri e degli albi camerali,', 'A1.1.1.1'],
      ['Albi', 'A1.1.1.2'],
    ]);
  });

  describe('tells what the print may have cut', () => {
    const CODE = { x: 40, text: 'A1.1.1.1' };
    const LABEL = 'Tenuta dei registri e degli albi';
    const page = (texts: readonly PrintedText[], bottom: number) => ({
      texts: [
        { x: 40, y: 74, text: 'Codice' },
        { x: 100, y: 74, text: 'Denominazione' },
        ...texts,
        { x: 40, y: bottom + 8, text: 'A1.1.1.2' },
        { x: 100, y: bottom + 8, text: 'Bilancio' },
      ],
      rules: [
        ...[66, 77, bottom, bottom + 11].map((y) => [38, y, 240, y] as const),
        ...[38, 98, 240].map((x) => [x, 66, x, bottom + 11] as const),
      ],
    });
    const cutsOf = async (texts: readonly PrintedText[], bottom: number) =>
      (await read([page(texts, bottom)])).notes.filter(({ kind }) => kind === 'text-cut');
    const cell = [98, 77, 240, 86] as const;

    it('where a full line is cut off by its cell, with its place', async () => {
      const label = { x: 100, y: 85, text: `${LABEL} camer`, within: cell };
      expect(await cutsOf([{ ...CODE, y: 85 }, label], 86)).toEqual([
        {
          kind: 'text-cut',
          text: 'Tenuta dei registri e degli albi camer',
          place: { file: 'mappa.pdf', page: 1, line: 2, column: 2 },
        },
      ]);
    });

    it('where a full line stands below its cell', async () => {
      const lines = [`${LABEL} camer`, `${LABEL} sede`].map((text, i) => ({ x: 100, y: 85 + i * 9.5, text }));
      expect(await cutsOf([{ ...CODE, y: 85 }, ...lines], 88)).toHaveLength(1);
    });

    it('not where the next word would have fitted', async () => {
      const label = { x: 100, y: 85, text: 'Tenuta dei', within: cell };
      expect(await cutsOf([{ ...CODE, y: 85 }, label], 86)).toEqual([]);
    });

    it('not where its row alone cuts a line that was never broken, nor a code by itself', async () => {
      const row = [38, 77, 700, 86] as const;
      const texts = [
        { ...CODE, y: 85, within: [38, 77, 98, 86] as const },
        { x: 100, y: 85, text: `${LABEL} camer`, within: row },
      ];
      expect(await cutsOf(texts, 86)).toEqual([]);
    });

    it('not where the row is as high as its text', async () => {
      const lines = [`${LABEL} camer`, `${LABEL} sede`].map((text, i) => ({ x: 100, y: 85 + i * 9.5, text }));
      expect(await cutsOf([{ ...CODE, y: 85 }, ...lines], 97.5)).toEqual([]);
    });
  });

  it('joins a cell that the end of the page cut in two, and leaves out what stands on every page', async () => {
    const foot = (page: number) => ({ x: 400, y: 580, text: `Pagina ${page} di 2` });
    const map = await read([
      {
        texts: [
          ...rowsAt(60, [HEADER, ['A1 Governo', 'A1.1 Ciclo', 'A1.1.1 Programmi', 'A1.1.1.1 Relazione']]),
          foot(1),
        ],
      },
      {
        texts: [
          ...rowsAt(60, [HEADER, ['', '', '', 'previsionale'], ['', '', '', 'A1.1.1.2 Bilancio']]),
          foot(2),
        ],
      },
    ]);
    expect(outline(map).slice(-2)).toEqual([
      '      activity A1.1.1.1 Relazione previsionale',
      '      activity A1.1.1.2 Bilancio',
    ]);
    expect(problems(map)).toEqual([]);
    expect(map.notes.filter(({ kind }) => kind === 'footer').map(({ place }) => place.page)).toEqual([1, 2]);
  });

  it('is refused as a scan when its pages have no text, and as damaged or locked when they cannot be opened', async () => {
    const bytes = pdfOf([{ texts: SMALL.flat().map((text, i) => ({ x: 40, y: 20 * i, text })) }]);
    await expect(read([{ texts: [] }, { texts: [] }])).rejects.toMatchObject({ code: 'pdf-without-text' });
    await expect(parseMap({ name: 'm.pdf', bytes: bytes.slice(0, 40) })).rejects.toMatchObject({
      code: 'pdf-damaged',
    });
  });
});

/** How LibreOffice prints a map: the page, and how text stands in its cells. */
const PRINTS = {
  'A3 portrait without rules': {
    width: '29.7cm',
    height: '42cm',
    scale: 'style:scale-to-X="1" style:scale-to-Y="0"',
    rules: false,
  },
  'A4 landscape at 60 %': { width: '29.7cm', height: '21cm', scale: 'style:scale-to="60%"' },
} as const;

/** The map as a flat OpenDocument sheet that LibreOffice prints so, rows as high as their text. */
function printed(
  name: string,
  print: { width: string; height: string; scale: string; rules?: boolean },
): Uint8Array {
  const flat = convertWithLibreOffice(readFileSync(`fixtures/${name}.xlsx`), 'xlsx', 'fods');
  let xml = new TextDecoder().decode(flat);
  xml = xml.replace(
    /<style:table-row-properties[^>]*>/g,
    '<style:table-row-properties style:use-optimal-row-height="true"/>',
  );
  xml = xml.replace(
    /<style:page-layout-properties[^>]*?(\/?)>/g,
    `<style:page-layout-properties fo:page-width="${print.width}" fo:page-height="${print.height}" fo:margin="1.5cm" ${print.scale}$1>`,
  );
  if (print.scale.includes('60%'))
    xml = xml.replace(
      /style:column-width="([\d.]+)in"/g,
      (_, width) => `style:column-width="${Math.min(2, Number(width))}in"`,
    );
  if (print.rules === false) xml = xml.replace(/fo:border(-\w+)?="[^"]*"/g, 'fo:border$1="none"');
  return convertWithLibreOffice(new TextEncoder().encode(xml), 'fods', 'pdf');
}

describe.skipIf(noLibreOffice !== '')(`printed by LibreOffice ${noLibreOffice}`, () => {
  it.each([
    ['massa-carrara-2021', 'A4 landscape at 60 %'],
    ['unioncamere-rev2023', 'A3 portrait without rules'],
  ] as const)(
    '%s on %s has every code, and its labels',
    async (name, print) => {
      const bytes = printed(name, PRINTS[print]);
      const map = await parseMap({ name: `${name}.pdf`, bytes });
      const truth = parseTruth(readFileSync(`fixtures/truth/${name}.csv`, 'utf8'));
      const labels = (nodes: readonly { code: unknown; label: string }[]) =>
        nodes.map(({ label }) => label.replace(/\s+/g, ''));
      expect(map.nodes.map(({ code }) => code.text)).toEqual(truth.map(({ code }) => code));
      const read = labels(map.nodes);
      const exact = labels(truth).filter((label, i) => label === read[i]).length;
      expect(exact / truth.length).toBeGreaterThanOrEqual(0.98);
    },
    240_000,
  );
});
