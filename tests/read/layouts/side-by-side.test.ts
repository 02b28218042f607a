import { describe, expect, it } from 'vitest';
import { outline, problems, readLines } from '../read-helpers.ts';

const TREE = [
  'entry K Uno',
  '  entry 64 Due',
  '    entry 64.1 Tre',
  '    entry 64.2 Quattro',
  'entry L Cinque',
  '  entry 68 Sei',
  '    entry 68.1 Sette',
];

const filled = ['K;Uno;64;Due;64.1;Tre', 'K;Uno;64;Due;64.2;Quattro', 'L;Cinque;68;Sei;68.1;Sette'];

describe('levels side by side', () => {
  it.each<[string, readonly string[]]>([
    [
      'with names of levels',
      [
        'Codice sezione;Descrizione sezione;Codice divisione;Descrizione divisione;Codice gruppo;Descrizione gruppo',
        ...filled,
      ],
    ],
    [
      'with numbers of levels',
      [
        'codice_1_livello;label_1_livello;codice_2_livello;label_2_livello;codice_3_livello;label_3_livello',
        ...filled,
      ],
    ],
    [
      'with numbers and names',
      [
        'codice_1_livello_sezione;label_ita_1_livello;codice_2_livello_divisione;label_ita_2_livello;codice_3_livello_gruppo;label_ita_3_livello',
        ...filled,
      ],
    ],
    [
      'in English',
      ['Section code;Section title;Division code;Division title;Group code;Group title', ...filled],
    ],
    [
      'with labels called like their level',
      ['Cod. area;Area;Cod. settore;Settore;Cod. ramo;Ramo', ...filled],
    ],
    [
      'with labels that only stand next to their codes',
      ['Codice sezione;Descrizione;Codice divisione;Descrizione;Codice gruppo;Descrizione', ...filled],
    ],
    [
      'filled on the first row only',
      [
        'Codice sezione;Descrizione sezione;Codice divisione;Descrizione divisione;Codice gruppo;Descrizione gruppo',
        'K;Uno;64;Due;64.1;Tre',
        ';;;;64.2;Quattro',
        'L;Cinque;68;Sei;68.1;Sette',
      ],
    ],
    [
      'with rows for upper levels',
      [
        'Codice sezione;Descrizione sezione;Codice divisione;Descrizione divisione;Codice gruppo;Descrizione gruppo',
        'K;Uno;;;;',
        'K;Uno;64;Due;;',
        ...filled,
      ],
    ],
    [
      'with codes and labels in one cell',
      [
        'Sezione;Divisione;Gruppo',
        'K - Uno;64 Due;64.1 Tre',
        'K - Uno;64 Due;64.2 Quattro',
        'L - Cinque;68 Sei;68.1 Sette',
      ],
    ],
  ])('%s', async (_, lines) => {
    const map = await readLines(lines);
    expect(map.source.layout).toBe('side-by-side');
    expect(outline(map)).toEqual(TREE);
    expect(problems(map)).toEqual([]);
  });

  it('are a process map where their codes are of one', async () => {
    const map = await readLines([
      'Codice macroprocesso;Macroprocesso;Codice processo;Processo;Codice sottoprocesso;Sottoprocesso;Codice attività;Attività',
      'B1;Uno;B1.1;Due;B1.1.1;Tre;B1.1.1.1;Quattro',
      'B1;Uno;B1.1;Due;B1.1.1;Tre;B1.1.1.2;Cinque',
    ]);
    expect(outline(map).map((line) => line.trim())).toEqual([
      'macro-process B1 Uno',
      'process B1.1 Due',
      'sub-process B1.1.1 Tre',
      'activity B1.1.1.1 Quattro',
      'activity B1.1.1.2 Cinque',
    ]);
  });

  it('tell a code that stands under two others, and a label without a code', async () => {
    const header = 'Codice missione;Missione;Codice programma;Programma';
    const map = await readLines([header, '1;Uno;01;Due', '2;Tre;01;Quattro', '3;Cinque;;Sei']);
    expect(outline(map)).toEqual([
      'entry 1 Uno',
      '  entry 01 Due',
      'entry 2 Tre',
      '  entry 01 Quattro',
      'entry 3 Cinque',
    ]);
    expect(problems(map)).toEqual(['label-without-code 4:11']);
  });

  it.each([
    ['one level', ['Codice gruppo;Descrizione gruppo', 'a1;Uno', 'a2;Due']],
    ['a code and its parent', ['Codice;Descrizione;Codice padre', 'a1;Uno;', 'a2;Due;a1']],
    ['two codes of one entry', ['Codice ente;Codice;Descrizione', 'k7;p3;Uno', 'k7;p8;Due']],
  ])('are not %s', async (_, lines) => {
    expect((await readLines(lines)).source.layout).toBe('flat');
  });
});
