import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseTruth } from '../../fixtures/generate/truth.ts';
import type { ProcessMap } from '../../src/model/process-map.ts';
import { parseMap } from '../../src/read/parse-map.ts';

const shared = '../shared/data';

function read(name: string): Promise<ProcessMap> {
  return parseMap({ name, bytes: readFileSync(`fixtures/${name}`) });
}

/** The map without its places: what must be the same in every container. */
function tree(map: ProcessMap) {
  return {
    title: map.title,
    macroFunctions: map.macroFunctions.map(({ name, letters }) => ({ name, letters })),
    nodes: map.nodes.map(({ place, ...node }) => node),
  };
}

function flat(map: ProcessMap, withType: boolean) {
  return map.nodes.map(({ code, kind, type, label }) => ({
    code: code.text,
    kind,
    type: withType ? (type ?? '') : '',
    label,
  }));
}

const local = { xlsx: await read('massa-carrara-2021.xlsx'), csv: await read('massa-carrara-2021.csv') };
const national = { xlsx: await read('unioncamere-rev2023.xlsx'), csv: await read('unioncamere-rev2023.csv') };

describe.each([
  ['massa-carrara-2021', local, 'massa-carrara.flat.csv', true],
  ['unioncamere-rev2023', national, 'rev2023.flat.csv', false],
] as const)('%s', (name, maps, truthName, withType) => {
  it.each(['xlsx', 'csv'] as const)('reads from %s as its truth, entry by entry', (container) => {
    const truth = parseTruth(readFileSync(`fixtures/truth/${name}.csv`, 'utf8'));
    expect(flat(maps[container], withType)).toEqual(truth);
  });

  it.skipIf(!existsSync(shared))('is equal to the shared truth (skipped where that is absent)', () => {
    const truth = parseTruth(readFileSync(`${shared}/${truthName}`, 'utf8'));
    expect(flat(maps.xlsx, withType)).toEqual(truth);
  });

  it('gives the same tree from the workbook and from the CSV file', () => {
    expect(tree(maps.csv)).toEqual(tree(maps.xlsx));
  });

  it('hangs every entry on the entry above it', () => {
    for (const node of maps.xlsx.nodes) {
      const parent = node.parent === null ? null : maps.xlsx.nodes[node.parent];
      expect(parent?.level ?? 0, node.code.text).toBeLessThan(node.level);
      if (parent === null) expect(['macro-process', 'general']).toContain(node.kind);
    }
  });
});

describe('the local map', () => {
  it('says what it read from', () => {
    expect(local.csv.source).toEqual({
      name: 'massa-carrara-2021.csv',
      container: 'text',
      layout: 'local',
      encoding: 'windows-1252',
      delimiter: ';',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(local.xlsx.source).toMatchObject({
      container: 'xlsx',
      layout: 'local',
      sheets: ['Mappa processi'],
    });
    expect(local.xlsx.title).toBe('MAPPA DEI PROCESSI Massa Carrara');
  });

  it('records the macro-functions with their letters', () => {
    expect(local.xlsx.macroFunctions.map(({ name, letters }) => [name, letters.join()])).toEqual([
      ['Governo Camerale', 'A'],
      ['Processi di supporto', 'B'],
      ['Trasparenza, semplificazione e tutela', 'C'],
      ['Sviluppo della competitività', 'D'],
      ['Maggiorazione D. annuale', 'E'],
      ['Altri servizi camerali', 'F'],
      ['Fuori perimetro', 'Z'],
      ["Gestione generale dell'ente", 'G'],
    ]);
  });

  it('books coordination on the macro-process and training on its own code', () => {
    const booking = Object.fromEntries(local.csv.nodes.map((node) => [node.code.text, node.bookingCode]));
    expect(booking).toMatchObject({
      'A1.C': 'A1',
      'A1.1.F.F': 'A1.1.F.F',
      'A1.1.1.1': 'A1.1.1.1',
      A1: null,
      G: 'G',
    });
  });

  it('notes every row that is no entry, and the one label with the code of another branch', () => {
    const notes = local.xlsx.notes.map((note) => [note.kind, note.place.cell]);
    expect(notes).toEqual([
      ['title', 'A1'],
      ['legend', 'B2'],
      ['header', 'A4'],
      ['service-code-mismatch', 'C290'],
      ['footer', 'D310'],
      ['footer', 'D311'],
      ['footer', 'A312'],
      ['footer', 'A313'],
    ]);
    expect(local.csv.notes.map(({ kind }) => kind)).toEqual(notes.map(([kind]) => kind));
    const mismatch = local.csv.notes.find(({ kind }) => kind === 'service-code-mismatch');
    expect(mismatch).toMatchObject({ code: 'E1.C', raw: 'F1.C', place: { line: 290, column: 84 } });
  });
});

describe('the national map', () => {
  it('keeps the activity that bears the code of its sub-process, and says which code is free', () => {
    const twice = national.xlsx.nodes.filter(({ code }) => code.text === 'E1.3.0');
    expect(twice.map(({ kind, level, bookingCode }) => [kind, level, bookingCode])).toEqual([
      ['sub-process', 3, null],
      ['activity', 4, 'E1.3.0'],
    ]);
    expect(twice[1]?.parent).toBe(twice[0]?.id);
    const note = national.xlsx.notes.find(({ kind }) => kind === 'level-mismatch');
    expect(note).toMatchObject({ code: 'E1.3.0', proposed: 'E1.3.0.1', nodeId: twice[1]?.id });
  });

  it('lets the code decide the level where the column does not', () => {
    const shifted = national.csv.notes.flatMap((note) => (note.kind === 'column-shifted' ? [note] : []));
    expect(shifted.map(({ code }) => code)).toEqual([
      'A1.1.4.2',
      'A1.3.1.2',
      'A1.3.1.3',
      'C2.1.3.2',
      'C2.5.3.3',
      'D6.3.2.2',
      'D6.4.2.3',
    ]);
    expect(shifted[0]).toMatchObject({ found: 'Processo', expected: 'Attività' });
  });

  it('hangs an activity whose sub-process is missing on the process', () => {
    const orphan = national.xlsx.nodes.find(({ code }) => code.text === 'B2.1.1.2');
    expect(national.xlsx.nodes[orphan?.parent ?? -1]?.code.text).toBe('B2.1');
  });

  it('records the macro-functions, the cover and the repeated headers', () => {
    expect(national.xlsx.macroFunctions.map(({ letters }) => letters.join())).toEqual([...'ABCDEFZ']);
    expect(national.xlsx.title).toBe('MAPPA DEI PROCESSI DELLE CAMERE DI COMMERCIO');
    const kinds = new Set(national.xlsx.notes.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual([
      'column-shifted',
      'header',
      'heading',
      'level-mismatch',
      'sheet-without-map',
      'title',
    ]);
  });
});
