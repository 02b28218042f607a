import { readFileSync } from 'node:fs';
import { read as readBook, write as writeBook } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { parseTruth } from '../../../fixtures/generate/truth.ts';
import type { ProcessMap } from '../../../src/model/process-map.ts';
import { parseMap } from '../../../src/read/parse-map.ts';
import { readTables } from '../../../src/read/read-tables.ts';
import type { Table } from '../../../src/read/table.ts';
import { docxOf } from '../../support/docx.ts';
import { convertWithLibreOffice, noLibreOffice } from '../../support/libreoffice.ts';
import { pack } from '../workbook-helpers.ts';

const MAPS = ['massa-carrara-2021', 'unioncamere-rev2023'] as const;

function fixture(name: string): Uint8Array {
  return new Uint8Array(readFileSync(`fixtures/${name}.xlsx`));
}

function nodesOf(map: ProcessMap) {
  return map.nodes.map(({ place, ...node }) => node);
}

function flat(map: ProcessMap, withType: boolean) {
  return map.nodes.map(({ code, kind, type, label }) => ({
    code: code.text,
    kind,
    type: withType ? (type ?? '') : '',
    label,
  }));
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

async function tablesOf(bytes: Uint8Array): Promise<readonly Table[]> {
  return (await readTables({ name: 'mappa', bytes })).tables;
}

async function cellsOf(bytes: Uint8Array): Promise<readonly (readonly (readonly string[])[])[]> {
  return (await tablesOf(bytes)).map(({ rows }) => rows.map(({ cells }) => cells));
}

/** A map in another format, as another program writes it. */
function rewritten(name: string, bookType: 'biff8' | 'xlsb' | 'ods' | 'fods'): Uint8Array {
  return new Uint8Array(
    writeBook(readBook(fixture(name), { type: 'array' }), {
      bookType,
      bookSST: true,
      type: 'array',
    }) as ArrayBuffer,
  );
}

/** The sheets of a map as tables of another document: cells with the rows and columns that they span. */
function sheetsOf(name: string) {
  const book = readBook(fixture(name), { type: 'array' });
  return book.SheetNames.map((sheet) => {
    const cells = book.Sheets[sheet] ?? {};
    const [rows, columns] = sizeOf(cells['!ref'] ?? 'A1');
    const spans = new Map(
      (cells['!merges'] ?? []).map(({ s, e }) => [`${s.r},${s.c}`, [e.r - s.r + 1, e.c - s.c + 1]]),
    );
    const covered = new Set(
      (cells['!merges'] ?? []).flatMap(({ s, e }) =>
        range(s.r, e.r).flatMap((r) =>
          range(s.c, e.c).flatMap((c) => (r === s.r && c === s.c ? [] : [`${r},${c}`])),
        ),
      ),
    );
    return range(0, rows - 1).map((r) =>
      range(0, columns - 1).map((c) => {
        const [down = 1, across = 1] = spans.get(`${r},${c}`) ?? [];
        const text = String(cells[`${String.fromCharCode(65 + c)}${r + 1}`]?.v ?? '');
        return { text, down, across, covered: covered.has(`${r},${c}`) };
      }),
    );
  });
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

function sizeOf(ref: string): readonly [number, number] {
  const [, column = 'A', row = '1'] = /:?([A-Z]+)(\d+)$/.exec(ref) ?? [];
  return [Number(row), column.charCodeAt(0) - 64];
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

function htmlOf(name: string): Uint8Array {
  const tables = sheetsOf(name).map(
    (rows) =>
      `<table>${rows
        .map(
          (cells) =>
            `<tr>${cells
              .filter(({ covered }) => !covered)
              .map(
                ({ text, down, across }) => `<td rowspan=${down} colspan=${across}><p>${escaped(text)}</p>`,
              )
              .join('')}`,
        )
        .join('\n')}</table>`,
  );
  return bytesOf(
    `<!DOCTYPE html><html><head><meta charset="utf-8"><title>x</title></head><body>${tables.join('')}</body></html>`,
  );
}

describe.each(MAPS)('%s', (name) => {
  const truth = parseTruth(readFileSync(`fixtures/truth/${name}.csv`, 'utf8'));
  const withType = name.startsWith('massa');
  const files = {
    ods: () => rewritten(name, 'ods'),
    fods: () => rewritten(name, 'fods'),
    xls: () => rewritten(name, 'biff8'),
    xlsb: () => rewritten(name, 'xlsb'),
    html: () => htmlOf(name),
    docx: () => docxOf(sheetsOf(name)),
  } as const;

  it.each(Object.keys(files) as (keyof typeof files)[])(
    'is read from %s as its truth, entry by entry',
    async (container) => {
      const map = await parseMap({ name: 'mappa', bytes: files[container]() });
      expect(flat(map, withType)).toEqual(truth);
      expect(map.source.container).toBe(container);
      const own = await parseMap({ name: 'mappa', bytes: fixture(name) });
      expect(nodesOf(map)).toEqual(nodesOf(own));
      expect(map.macroFunctions.map(({ name: own }) => own)).toEqual(
        own.macroFunctions.map(({ name: other }) => other),
      );
    },
  );
});

describe.skipIf(noLibreOffice !== '')(`saved by LibreOffice ${noLibreOffice}`, () => {
  it.each([
    ['massa-carrara-2021', 'ods'],
    ['unioncamere-rev2023', 'fods'],
    ['massa-carrara-2021', 'xls'],
  ] as const)(
    '%s gives the same tree from .%s',
    async (name, format) => {
      const bytes = convertWithLibreOffice(fixture(name), 'xlsx', format);
      const map = await parseMap({ name: `mappa.${format}`, bytes });
      const truth = parseTruth(readFileSync(`fixtures/truth/${name}.csv`, 'utf8'));
      expect(flat(map, name.startsWith('massa'))).toEqual(truth);
    },
    120_000,
  );
});

describe('OpenDocument', () => {
  const flatSheet = (rows: string, table = '<table:table table:name="Foglio">') =>
    bytesOf(
      `<?xml version="1.0" encoding="UTF-8"?><office:document xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s">
      <office:automatic-styles><style:style style:name="nascosto" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles>
      <office:body><office:spreadsheet>${table}${rows}</table:table></office:spreadsheet></office:body></office:document>`,
    );
  const cell = (text: string, attributes = '') =>
    `<table:table-cell ${attributes}><text:p>${text}</text:p></table:table-cell>`;
  const row = (cells: string, attributes = '') => `<table:table-row ${attributes}>${cells}</table:table-row>`;

  it('repeats rows and cells that hold text, and not the empty ones to the end of the sheet', async () => {
    const rows =
      row(
        cell('a', 'table:number-columns-repeated="2"') +
          cell('b') +
          '<table:table-cell table:number-columns-repeated="16381"/>',
        'table:number-rows-repeated="2"',
      ) +
      row(
        '<table:table-cell table:number-columns-repeated="16384"/>',
        'table:number-rows-repeated="1048570"',
      ) +
      row(cell('c'));
    const [table] = await tablesOf(flatSheet(rows));
    expect(table?.rows).toEqual([
      { number: 1, cells: ['a', 'a', 'b'] },
      { number: 2, cells: ['a', 'a', 'b'] },
      { number: 1_048_573, cells: ['c'] },
    ]);
  });

  it('refuses a row of text that is said to stand a million times', async () => {
    const rows = row(
      cell('a', 'table:number-columns-repeated="16384"'),
      'table:number-rows-repeated="1048576"',
    );
    await expect(tablesOf(flatSheet(rows))).rejects.toMatchObject({ code: 'workbook-too-large' });
  });

  it('reads numbers as they are shown when that is the same number, and exactly when it is not', async () => {
    const number = (value: string, shown: string) =>
      cell(shown, `office:value-type="float" office:value="${value}"`);
    const rows = row(
      [
        number('1.1', '01,10'),
        number('7.25', '7,3'),
        number('1234.5', '1.234,50'),
        number('11200', '01.12.00'),
        cell('12,5%', 'office:value-type="percentage" office:value="0.125"'),
        cell('05/01/22', 'office:value-type="date" office:date-value="2022-01-05"'),
        cell('7:30', 'office:value-type="time" office:time-value="PT07H30M00S"'),
        cell('VERO', 'office:value-type="boolean" office:boolean-value="true"'),
        cell('a<text:s text:c="2"/>b<text:line-break/>c'),
      ].join(''),
    );
    expect((await cellsOf(flatSheet(rows)))[0]).toEqual([
      ['01.10', '7.25', '1234.5', '01.12.00', '0.125', '2022-01-05', '7:30', 'true', 'a  b\nc'],
    ]);
  });

  it('leaves out what a merge covers and what comments say, and names what is hidden', async () => {
    const rows =
      '<table:table-column/><table:table-column table:visibility="collapse" table:number-columns-repeated="2"/>' +
      row(
        `<table:table-cell table:number-columns-spanned="2"><office:annotation><text:p>nota</text:p></office:annotation><text:p>a</text:p></table:table-cell>` +
          `<table:covered-table-cell><text:p>sotto</text:p></table:covered-table-cell>${cell('b')}`,
        'table:visibility="collapse"',
      );
    const [table] = await tablesOf(
      flatSheet(rows, '<table:table table:name="F" table:style-name="nascosto">'),
    );
    expect(table?.rows[0]?.cells).toEqual(['a', '', 'b']);
    expect(table?.notes.map((note) => (note.kind === 'hidden' ? [note.what, note.name] : []))).toEqual([
      ['sheet', 'F'],
      ['column', 'B:C'],
      ['row', '1'],
    ]);
  });

  it('refuses a document type, in which entities could expand without end', async () => {
    const bytes = bytesOf(
      '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><office:document></office:document>',
    );
    await expect(tablesOf(bytes)).rejects.toMatchObject({ code: 'workbook-damaged' });
  });
});

describe('web pages', () => {
  it('follows spans, end tags left out, entities and the encoding they state', async () => {
    const page =
      '<html><head><meta charset="windows-1252"></head><table><tr><td rowspan=2>a<td colspan="2">b&agrave;<tr><td>c<td>d\u00e8</table>';
    const bytes = Uint8Array.from(page, (character) => character.charCodeAt(0));
    expect(await cellsOf(bytes)).toEqual([
      [
        ['a', 'bà'],
        ['', 'c', 'dè'],
      ],
    ]);
  });

  it('bounds spans that are absurd', async () => {
    const bytes = bytesOf(`<table>${'<tr><td colspan=1000 rowspan=65000>a</td></tr>'.repeat(3000)}</table>`);
    await expect(tablesOf(bytes)).rejects.toMatchObject({ code: 'workbook-too-large' });
  });

  it('reads a table within a table by itself, and neither scripts nor styles', async () => {
    const bytes = bytesOf(
      '<style>td{}</style><table><tr><td>a<script>x</script><table><tr><td>in<td>b</table></td><td>c</table>',
    );
    expect(await cellsOf(bytes)).toEqual([
      [
        ['a', 'c'],
        ['in', 'b'],
      ],
    ]);
  });
});

describe('documents', () => {
  it('says where things stand by table and row', async () => {
    const rows = [
      ['Macro-processo', 'Processo', 'Sotto-processo', 'Attività'],
      ['A1 Uno', 'A1.1 Due', 'A1.1.1 Tre', 'A1.1.1.1 Prima'],
    ];
    const cells = rows.map((row) => row.map((text) => ({ text, down: 1, across: 1, covered: false })));
    const map = await parseMap({ name: 'mappa.docx', bytes: docxOf([cells]) });
    expect(map.nodes.at(-1)?.place).toEqual({ file: 'mappa.docx', table: 1, line: 2, column: 4 });
  });

  it('refuses one whose text is damaged', async () => {
    const bytes = pack({ 'word/document.xml': '<w:document><w:tbl></w:document>' });
    await expect(tablesOf(bytes)).rejects.toMatchObject({ code: 'document-damaged' });
  });
});

describe('Markdown', () => {
  it('reads tables with the places of their lines', async () => {
    const text =
      '# Mappa dei processi\n\n| Macro-processo | Processo | Sotto-processo | Attività |\n|---|:--|--:|---|\n| **A1 Uno** | A1.1 Due | A1.1.1 Tre | A1.1.1.1 Prima \\| altra |\n';
    const map = await parseMap({ name: 'mappa.md', bytes: bytesOf(text) });
    expect(map.source.container).toBe('markdown');
    expect(map.nodes.map(({ code, label }) => `${code.text} ${label}`)).toEqual([
      'A1 Uno',
      'A1.1 Due',
      'A1.1.1 Tre',
      'A1.1.1.1 Prima | altra',
    ]);
    expect(map.nodes[1]?.place).toEqual({ file: 'mappa.md', line: 5, column: 15 });
  });
});
