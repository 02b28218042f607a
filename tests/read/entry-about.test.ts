import { describe, expect, it } from 'vitest';
import { convertMap } from '../../src/app/convert-map.ts';
import { entryIds } from '../../src/model/entry-about.ts';
import type { ProcessMap } from '../../src/model/process-map.ts';
import { treeDifference } from '../../src/model/same-tree.ts';
import { parseMap } from '../../src/read/parse-map.ts';
import { mapOf } from '../support/map-of.ts';

const read = (text: string) => parseMap({ name: 'map.csv', bytes: new TextEncoder().encode(text) });
const said = ({ nodes }: ProcessMap) =>
  nodes.flatMap(({ code, about }) => (about === undefined ? [] : [[code.text, about]]));

const FLAT = [
  'codice;descrizione;id;definizione;comprende;esclude;valido dal;valido al;stato',
  'B1;Acquisti;k-1;Tutto ciò che si compra;;;;;',
  'B1.1;Gare;k-2;;;;;;',
  'B1.1.1;Gare telematiche;;;;;;;',
  "B1.1.1.1;Bandi;k-4;'=non una formula;capitolati;ricorsi;2021-01-01;31/12/2025;attiva",
].join('\n');

describe('what a map says of its entries beside code and label', () => {
  it('is read of a flat table, in Italian', async () => {
    expect(said(await read(FLAT))).toEqual([
      ['B1', { id: 'k-1', definition: 'Tutto ciò che si compra' }],
      ['B1.1', { id: 'k-2' }],
      [
        'B1.1.1.1',
        {
          id: 'k-4',
          definition: '=non una formula',
          includes: 'capitolati',
          excludes: 'ricorsi',
          validFrom: '2021-01-01',
          validTo: '31/12/2025',
          status: 'attiva',
        },
      ],
    ]);
  });

  it('is read where the identifier stands before the code, which stays the code', async () => {
    const map = await read('id,code,label,definition\nx7,01.1,Wheat,a grain\nx8,01.2,Rye,\n');
    expect(said(map)).toEqual([
      ['01.1', { id: 'x7', definition: 'a grain' }],
      ['01.2', { id: 'x8' }],
    ]);
  });

  it('is no identifier where the only column of codes is called so', async () => {
    const map = await read('id,label\n01.1,Wheat\n01.2,Rye\n');
    expect(map.nodes.map(({ code }) => code.text)).toEqual(['01.1', '01.2']);
    expect(said(map)).toEqual([]);
  });

  it('belongs to the last entry of a row in the national and the local layout', async () => {
    const national = await read(
      'Macro-processo;Processo;Sotto-processo;Attività;Id\nB1 Acquisti;B1.1 Gare;B1.1.1 Bandi;B1.1.1.1 Stesura;k-1\n;;;B1.1.1.2 Pubblicazione;k-2\n',
    );
    expect(said(national)).toEqual([
      ['B1.1.1.1', { id: 'k-1' }],
      ['B1.1.1.2', { id: 'k-2' }],
    ]);
    const local = await read(
      'Macroprocesso;Processo;Sottoprocesso;Attività;Codice;Tipo;Id\nB1 Acquisti;B1.1 Gare;B1.1.1 Bandi;Stesura;B1.1.1.1;A;k-1\n',
    );
    expect(said(local)).toEqual([['B1.1.1.1', { id: 'k-1' }]]);
  });

  it.each([
    ['csv', 'local'],
    ['json', 'local'],
    ['xlsx', 'local'],
    ['xlsx', 'national'],
  ] as const)('comes back from %s (%s), of branches too', async (format, layout) => {
    const map = await read(FLAT);
    const { bytes } = await convertMap(map, { format, layout, output: `map.${format}` });
    const back = await parseMap({ name: `map.${format}`, bytes });
    expect(treeDifference(map, back)).toBeNull();
    expect(said(back)).toEqual(said(map));
  });

  it('adds no column to a map without any', async () => {
    const { bytes } = await convertMap(mapOf('B1 Acquisti'), {
      format: 'csv',
      layout: 'local',
      output: 'map.csv',
    });
    expect(new TextDecoder().decode(bytes).split('\r\n')[0]?.split('\n')[0]).toBe(
      'code,booking_code,kind,type,level,label,parent',
    );
  });
});

describe('identifiers that tell entries over the revisions', () => {
  const withId = (id: string, text = 'B1.1.1.1 Bandi') => {
    const map = mapOf(`${text}\nB1.1.1.2 Ricorsi`);
    return { ...map, nodes: map.nodes.map((node) => (node.id === 0 ? { ...node, about: { id } } : node)) };
  };

  it.each(['k-1', 'c56a4180-65aa-42ec-a945-5fd21dec0538', 'https://w3id.org/x/97', 'xB1.1.1.1', 'B1.1.1.10'])(
    'may be %s',
    (id) => expect([...entryIds(withId(id)).byId]).toEqual([[id, 0]]),
  );

  it.each([
    ['17', 'number'],
    ['1.5', 'number'],
    ['B1.1.1.1', 'code'],
    ['https://w3id.org/mappa/b1.1.1.1', 'code'],
  ])('may not be %s', (id, fault) => {
    const { byId, faults } = entryIds(withId(id));
    expect(byId.size).toBe(0);
    expect(faults.map((each) => each.fault)).toEqual([fault]);
  });
});
