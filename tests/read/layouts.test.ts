import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseTruth } from '../../fixtures/generate/truth.ts';
import { parseMap } from '../../src/read/parse-map.ts';
import { outline, problems, readLines } from './read-helpers.ts';

const LOCAL_HEADER =
  'Macro Funzione;Tema (MacroProcess);Funzione (Processo);Servizio/Ambito (SottoProcesso);Attività (Azione);Codice;Tipo;Cod';

describe('the local layout', () => {
  it('reads structure, services, activities and the general entry', async () => {
    const map = await readLines([
      LOCAL_HEADER,
      'Governo;A1 Pianificazione;A1.C Coordinamento Pianificazione;;;A1;M;A1',
      ';;A1.1 Performance;A1.1.F Formazione Performance;;A1.1.F.F;A;A1.1.F.F',
      ';;;A1.1.1 Programmazione;Relazione;A1.1.1.1;A;A1.1.1.1',
      ';;;;Bilancio;A1.1.1.2;A;A1.1.1.2',
      'Gestione generale;;;;Attività di governo;G;G;G',
    ]);
    expect(outline(map)).toEqual([
      'macro-process A1 Pianificazione',
      '  coordination A1.C=A1 Coordinamento Pianificazione',
      '  process A1.1 Performance',
      '    training A1.1.F.F Formazione Performance',
      '    sub-process A1.1.1 Programmazione',
      '      activity A1.1.1.1 Relazione',
      '      activity A1.1.1.2 Bilancio',
      'general G Attività di governo',
    ]);
    expect(map.nodes.map(({ type }) => type)).toEqual([null, 'M', null, 'A', null, 'A', 'A', 'G']);
    expect(problems(map)).toEqual([]);
  });

  it('reads structure cells that are filled on every row as one', async () => {
    const map = await readLines([
      LOCAL_HEADER,
      ';A1 Uno;A1.1 Due;A1.1.1 Tre;Prima;A1.1.1.1;A;A1.1.1.1',
      ';A1 Uno;A1.1 Due;A1.1.1 Tre;Seconda;A1.1.1.2;A;A1.1.1.2',
    ]);
    expect(outline(map).map((line) => line.trim())).toEqual([
      'macro-process A1 Uno',
      'process A1.1 Due',
      'sub-process A1.1.1 Tre',
      'activity A1.1.1.1 Prima',
      'activity A1.1.1.2 Seconda',
    ]);
  });

  it('says where codes disagree, cannot be read or were mended, and keeps the row', async () => {
    const map = await readLines([
      LOCAL_HEADER,
      ';A1 Uno;A1.1 Due;A1.1.1 Tre;Prima;A1.1.1.1.;A;A1.1.1.1',
      ';;;;Seconda;A1.1.1.2;X;A1.1.1.3',
      ';;;;Terza;F24EP;A;A1.1.1.3',
      ';;;;A1.1.1.5 Quarta;A1.1.1.4;A;',
      ';;;;Quinta;;;',
    ]);
    expect(
      outline(map)
        .slice(3)
        .map((line) => line.trim()),
    ).toEqual([
      'activity A1.1.1.1 Prima',
      'activity A1.1.1.2 Seconda',
      'activity A1.1.1.3 Terza',
      'activity A1.1.1.4 Quarta',
    ]);
    expect(problems(map)).toEqual([
      'code-mended 2:35',
      'type-unknown 3:22',
      'code-columns-disagree 3:24',
      'code-unreadable 4:11',
      'code-columns-disagree 5:5',
    ]);
    expect(map.notes.at(-1)).toMatchObject({ kind: 'footer', text: 'Quinta' });
  });
});

describe('the national layout', () => {
  it('lets the code decide, through repeated headers and headings', async () => {
    const map = await readLines([
      'MAPPA DEI PROCESSI',
      'MACRO-FUNZIONE: **GOVERNO**',
      'Macro-processo;Processo;Sotto-processo;Attività',
      'A1 Uno;A1.1 Due;A1.1.1 Tre;A1.1.1.1 Prima',
      'Macro-processo;Processo;Sotto-processo;Attività',
      ';A1.1.1.2 Seconda;;',
      'A1.2 Quattro;;;',
    ]);
    expect(outline(map)).toEqual([
      'macro-process A1 Uno',
      '  process A1.1 Due',
      '    sub-process A1.1.1 Tre',
      '      activity A1.1.1.1 Prima',
      '      activity A1.1.1.2 Seconda',
      '  process A1.2 Quattro',
    ]);
    expect(map.macroFunctions).toMatchObject([{ name: 'GOVERNO', letters: ['A'] }]);
    expect(problems(map)).toEqual(['column-shifted 6:2', 'column-shifted 7:1']);
  });

  it('leaves no row with text unsaid', async () => {
    const map = await readLines([
      'Macro-processo;Processo;Sotto-processo;Attività',
      'A1 Uno;A1.1 Due;A1.1.1 Tre;A1.1.1.1 Prima',
      ';;;senza codice',
      'Pag. 2 di 9;;;',
      ';;;A1.1.1.2 Seconda',
      'firma;;;',
    ]);
    expect(map.notes.map(({ kind, place }) => [kind, place.line])).toEqual([
      ['header', 1],
      ['row-unread', 3],
      ['footer', 4],
      ['footer', 6],
    ]);
  });
});

describe('the level layout', () => {
  it('numbers actions without codes within their sub-process', async () => {
    const map = await readLines([
      ';LIV 1;LIV 2;LIV 3;LIV 4',
      ';MACRO-PROCESSI;PROCESSI;SOTTO-PROCESSI;AZIONI',
      'Istituzionali;A1: CICLO;A1.1 PIANIFICAZIONE;A1.1.1 Programmazione;Programma triennale',
      ';;;;Piano',
      ';;;A1.1.3 .Comunicazione;Intranet',
      ';3;6;11;43',
    ]);
    expect(outline(map)).toEqual([
      'macro-process A1 CICLO',
      '  process A1.1 PIANIFICAZIONE',
      '    sub-process A1.1.1 Programmazione',
      '      activity A1.1.1#1 Programma triennale',
      '      activity A1.1.1#2 Piano',
      '    sub-process A1.1.3 Comunicazione',
      '      activity A1.1.3#1 Intranet',
    ]);
    expect(map.source.layout).toBe('level');
    expect(map.macroFunctions).toMatchObject([{ name: 'Istituzionali', letters: ['A'] }]);
    expect(problems(map)).toEqual(['code-mended 5:4']);
  });
});

describe('the register layout', () => {
  const HEADER =
    "CODIFICA UNIONCAMERE;NOME PROCESSO - ATTIVITA';Elementi in ingresso;Responsabile output (ruolo)";

  it('files local processes under national codes', async () => {
    const map = await readLines([
      HEADER,
      'Al.1 PERFORMANCE CAMERALE;;;',
      'A1.1.1.7 Altri documenti;Programma pluriennale;norma;Segretario',
      'A1.1.1.7 Altri documenti;Programma triennale;norma;Segretario',
      ';Programma annuale;norma;Segretario',
      'B3.2.2.3.1. Trasmissione;Rese;norma;Segretario',
    ]);
    expect(outline(map)).toEqual([
      'process A1.1 PERFORMANCE CAMERALE',
      '  activity A1.1.1.7 Altri documenti',
      'activity B3.2.2.3.1 Trasmissione',
    ]);
    expect(map.nodes[1]?.localProcesses?.map(({ name, place }) => [name, place.line])).toEqual([
      ['Programma pluriennale', 3],
      ['Programma triennale', 4],
      ['Programma annuale', 5],
    ]);
    expect(problems(map)).toEqual(['code-mended 2:1', 'code-mended 6:1']);
  });

  it('keeps two entries for one code with two labels, not for a label cut short', async () => {
    const map = await readLines([
      HEADER,
      'A1.1.1.1 Sistemi di valutazione;x;;',
      'A1.1.1.1 Sistemi di valutazione e progressioni;y;;',
      'A1.1.1.1 Altro;z;;',
    ]);
    expect(outline(map)).toEqual([
      'activity A1.1.1.1 Sistemi di valutazione e progressioni',
      'activity A1.1.1.1 Altro',
    ]);
  });
});

describe('the flat layout', () => {
  it.each([
    ['code,label', 'A1,Uno', 'A1.1,Due', 'A1.1.1,Tre', 'A1.1.1.1,Prima', 'A1.C,Coordinamento'],
    ['Codice;Descrizione', 'A1;Uno', 'A1.1;Due', 'A1.1.1;Tre', 'A1.1.1.1;Prima', 'A1.C;Coordinamento'],
  ])('gives codes of ours their kinds: %s', async (...lines) => {
    expect(outline(await readLines(lines))).toEqual([
      'macro-process A1 Uno',
      '  process A1.1 Due',
      '    sub-process A1.1.1 Tre',
      '      activity A1.1.1.1 Prima',
      '  coordination A1.C=A1 Coordinamento',
    ]);
  });

  it('hangs entries by their parents, before or after them', async () => {
    const map = await readLines([
      'code,label,parent,type',
      'AC-2(1),Automated Management,AC-2,',
      'AC-2,Account Management,AC,',
      'AC,Access Control,,group',
      'XX,Lost,YY,',
    ]);
    expect(outline(map)).toEqual([
      '    entry AC-2(1) Automated Management',
      '  entry AC-2 Account Management',
      'group AC Access Control',
      'entry XX Lost',
    ]);
    expect(map.nodes.map(({ level }) => level)).toEqual([3, 2, 1, 1]);
    expect(problems(map)).toEqual(['parent-unknown 5:1']);
  });

  it('hangs entries by the dots of their codes, skipping what is missing', async () => {
    const lines = [
      'Codice Ateco;Titolo',
      '01;Agricoltura',
      '01.1;Colture',
      '01.11.10;Cereali',
      '02;Silvicoltura',
    ];
    expect(outline(await readLines(lines))).toEqual([
      'entry 01 Agricoltura',
      '  entry 01.1 Colture',
      '  entry 01.11.10 Cereali',
      'entry 02 Silvicoltura',
    ]);
  });

  it('does not take every code with a letter and dots for a process map', async () => {
    const map = await readLines([
      'id,description',
      'V1,Architecture',
      'V1.1,Lifecycle',
      'V1.1.1,Verify the use',
    ]);
    expect(outline(map)).toEqual([
      'entry V1 Architecture',
      '  entry V1.1 Lifecycle',
      '    entry V1.1.1 Verify the use',
    ]);
  });

  it('hangs entries by a column of levels', async () => {
    const map = await readLines([
      'codice,livello,descrizione',
      'A,1,Sezione',
      '01,2,Divisione',
      '02,2,Altra',
      'B,1,Sezione B',
    ]);
    expect(outline(map)).toEqual([
      'entry A Sezione',
      '  entry 01 Divisione',
      '  entry 02 Altra',
      'entry B Sezione B',
    ]);
  });

  it('cuts parents that go round in a circle', async () => {
    const map = await readLines(['code,label,parent', 'a,A,b', 'b,B,a', 'c,C,c']);
    expect(outline(map)).toEqual(['  entry a A', 'entry b B', 'entry c C']);
    expect(problems(map)).toEqual(['parent-unknown 3:1', 'parent-unknown 4:1']);
  });

  const shared = '../shared/data';
  it
    .skipIf(!existsSync(shared))
    .each([
      'massa-carrara.flat.csv',
      'rev2023.flat.csv',
      'liv.flat.csv',
      'external/nist_80053_r4_r5/old.csv',
      'external/nist_80053_r4_r5/new.csv',
      'external/naics2007_naics2012/old.csv',
      'external/naics2007_naics2012/new.csv',
    ])('reads %s row by row (skipped where the shared data is absent)', async (name) => {
    const bytes = readFileSync(`${shared}/${name}`);
    const map = await parseMap({ name, bytes });
    const truth = parseTruth(new TextDecoder().decode(bytes));
    const kinds = name.startsWith('external') ? truth.map(() => 'entry') : truth.map(({ kind }) => kind);
    expect(map.nodes.map(({ code, kind, label }) => [code.text, kind, label])).toEqual(
      truth.map(({ code, label }, i) => [code, kinds[i], label]),
    );
    expect(map.notes.filter(({ kind }) => kind !== 'header' && kind !== 'level-mismatch')).toEqual([]);
  });
});

describe('columns that are no part of the map', () => {
  const tree = [
    'macro-process A1 Uno',
    '  process A1.1 Due',
    '    sub-process A1.1.1 Tre',
    '      activity A1.1.1.1 Prima',
  ];

  it.each([
    [
      'local',
      'Sede;Macroprocesso;Processo;Sottoprocesso;Attività;Ufficio;Codice;Tipo;Note',
      'x;A1 Uno;A1.1 Due;A1.1.1 Tre;Prima;Ragioneria;A1.1.1.1;A;B1.1.1.1',
    ],
    [
      'national',
      'N.;Area;Sede;Macro-processo;Processo;Sotto-processo;Attività;Codice 2021',
      '1;x;y;A1 Uno;A1.1 Due;A1.1.1 Tre;A1.1.1.1 Prima;B1.1.1.1',
    ],
  ])('are left alone in the %s layout', async (layout, ...lines) => {
    const map = await readLines(lines);
    expect(map.source.layout).toBe(layout);
    expect(outline(map)).toEqual(tree);
    expect(problems(map)).toEqual([]);
  });

  it('are noted where a spreadsheet has made days or numbers of some', async () => {
    const codes = (...list: readonly string[]) =>
      readLines(['code;label', ...list.map((code) => `${code};x`)]);
    expect(problems(await codes('A1', 'A1.1', '2023-01-01', '1.1'))).toEqual([
      'code-spoilt 4:1',
      'code-spoilt 5:1',
    ]);
    expect(problems(await codes('AC-2', 'AC-3', '2023-01-01', '1.1'))).toEqual(['code-spoilt 4:1']);
    expect(problems(await codes('1.1', '1.2', '01.3'))).toEqual([]);
    expect(problems(await codes('2023-01-01', '2023-01-02'))).toEqual([]);
  });

  it('do not keep a list of activities from being read', async () => {
    const rows = [1, 2, 3, 4].map((n) => `A1.1.1.${n};Attività ${n};x`);
    const map = await readLines(['Codice;Attività;Ufficio', ...rows, 'A.1.1.1.5.;Mendata;y', '2.4;Persa;z']);
    expect(outline(map).slice(3)).toEqual(['activity A1.1.1.4 Attività 4', 'activity A1.1.1.5 Mendata']);
    expect(problems(map)).toEqual(['code-mended 6:1', 'code-unreadable 7:1']);
  });
});

describe('recognising the layout', () => {
  it('says which header it found and which it knows', async () => {
    await expect(readLines(['Nome;Cognome;Ore', 'a;b;1'])).rejects.toMatchObject({
      code: 'no-map',
      args: { found: 'Nome | Cognome | Ore' },
      hint: expect.stringContaining('Macro-processo | Processo | Sotto-processo | Attività'),
    });
  });

  it('says that a table without a header needs one', async () => {
    await expect(readLines(['A1;Governo', 'A1.1;Pianificazione'])).rejects.toMatchObject({
      code: 'no-map',
      hint: expect.stringContaining('the table has no header'),
    });
  });

  it('reads the columns that the configuration names', async () => {
    const lines = ['Ufficio;Chiave;Testo', 'x;01;Uno', 'y;01.1;Due'];
    const map = await readLines(lines, { columns: { code: 'CHIAVE', label: 'testo' } });
    expect(outline(map)).toEqual(['entry 01 Uno', '  entry 01.1 Due']);
  });

  it('reads in the layout that was asked for, or says that it cannot', async () => {
    const lines = [
      'Macro-processo;Processo;Sotto-processo;Attività',
      'A1 Uno;A1.1 Due;A1.1.1 Tre;senza codice',
    ];
    expect(outline(await readLines(lines, { layout: 'level' })).at(-1)).toBe(
      '      activity A1.1.1#1 senza codice',
    );
    await expect(readLines(lines, { layout: 'local' })).rejects.toMatchObject({ code: 'layout-mismatch' });
  });

  it('needs an entry, not only a header', async () => {
    await expect(readLines(['Macro-processo;Processo;Sotto-processo;Attività'])).rejects.toMatchObject({
      code: 'map-empty',
    });
  });
});
