import { describe, expect, it } from 'vitest';
import { crosswalkOf } from '../../src/app/crosswalk-of.ts';
import { importCorrespondence } from '../../src/app/import-correspondence.ts';
import { parseMap } from '../../src/read/parse-map.ts';
import { textRow, workbook } from './workbook-helpers.ts';

const file = (...lines: readonly string[]) => ({
  name: 'tabella.csv',
  bytes: new TextEncoder().encode(lines.join('\n')),
});

async function links(...lines: readonly string[]): Promise<readonly string[]> {
  const { comparison } = await importCorrespondence(file(...lines));
  return crosswalkOf(comparison).crosswalk.rows.map(
    ({ oldCode, newCode, change, share }) => `${oldCode}>${newCode} ${change} ${share ?? '?'}`,
  );
}

const HEADER = 'Codice 2019;Titolo 2019;Codice 2024;Titolo 2024';

describe('a published correspondence', () => {
  it('gives a crosswalk with its links and no others', async () => {
    expect(
      await links(
        HEADER,
        '11;Uno;11;Uno',
        '12;Due;13;Due',
        '14;Tre;21;Quattro',
        '14;Tre;22;Cinque',
        '15;Sei;23;Sette',
        '16;Otto;23;Sette',
        '17;Nove;-;',
        'n.d.;;24;Dieci',
      ),
    ).toEqual([
      '11>11 unchanged 1',
      '12>13 moved 1',
      '14>21 split ?',
      '14>22 split ?',
      '15>23 merged 1',
      '16>23 merged 1',
      '17> dropped ?',
      '>24 added ?',
    ]);
  });

  it('goes from the older to the newer, whichever stands first', async () => {
    expect(await links('Nuovo codice;Denominazione;Vecchio codice', 'b;Due;a')).toEqual([
      'a>b moved-and-renamed 1',
    ]);
  });

  it('says which columns it was read from, which may be named', async () => {
    const { columns } = await importCorrespondence(file('Prima;Poi', 'a;b'), {
      oldCode: 'Poi',
      newCode: 'prima',
    });
    expect(columns).toEqual({ old: 'Poi', new: 'Prima' });
  });

  it.each<[string, readonly string[], Record<string, unknown>]>([
    [
      'a code that a spreadsheet has changed',
      [HEADER, '1.1;Uno;1.1;Uno', '1;Due;1;Due', '01/01/2003;Tre;1.2;Tre'],
      { code: 'correspondence-doubtful', args: { at: '4', why: 'spoilt' } },
    ],
    [
      'a row longer than its header',
      [HEADER, '11;Uno; due e tre;11;Uno'],
      { code: 'correspondence-doubtful', args: { at: '2', why: 'long' } },
    ],
    ['a table of something else', ['Nome;Cognome', 'a;b'], { code: 'no-correspondence' }],
  ])('is refused with %s', async (_, lines, error) => {
    await expect(importCorrespondence(file(...lines))).rejects.toMatchObject(error);
  });

  it('is refused where a blank cell of a workbook may be part of a merged one', async () => {
    const rows =
      textRow(1, HEADER.split(';')) +
      textRow(2, ['11', 'Uno', '12', 'Due']) +
      textRow(3, ['', '', '13', 'Tre']);
    const bytes = workbook([{ name: 'Raccordo', rows }]);
    await expect(importCorrespondence({ name: 'a.xlsx', bytes })).rejects.toMatchObject({
      args: { at: 'Raccordo!A3', why: 'blank' },
    });
  });

  it.each([
    [HEADER, '11;Uno;11;Uno'],
    ['NACE Rev. 2;NACE Rev. 2.1', '01.1;01.2'],
    ['ATECO code;Title;NACE code', '01.11;x;01.1', '01.11;y;01.2'],
  ])('is no map: %s', async (...lines) => {
    await expect(parseMap(file(...lines))).rejects.toMatchObject({
      code: 'not-a-map',
      args: { what: 'correspondence' },
    });
  });

  it('is not a map that names codes of another classification beside its own', async () => {
    const map = await parseMap(file('ATECO code;Title;NACE code', '01.11;Uno;01.1', '01.12;Due;01.1'));
    expect(map.nodes.map(({ code }) => code.text)).toEqual(['01.11', '01.12']);
  });
});
