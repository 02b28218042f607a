import { describe, expect, it } from 'vitest';
import { problems, readLines } from '../read-helpers.ts';

/** Code and the code above, for every entry; a dot where nothing stands above. */
async function tree(lines: readonly string[]): Promise<string> {
  const map = await readLines(lines);
  return map.nodes
    .map(({ code, parent }) => `${code.text}<${parent === null ? '.' : map.nodes[parent]?.code.text}`)
    .join(' ');
}

const rows = (codes: string): readonly string[] =>
  codes.split(' ').map((code, i) => `${code};Voce ${'abcdefghijklmnopqrstuvwxyz'.charAt(i)}`);

describe('the tree of a classification is told by its codes', () => {
  it.each<[string, string, string]>([
    ['dots', '1 1.1 1.1.1 1.2 1.10 2', '1<. 1.1<1 1.1.1<1.1 1.2<1 1.10<1 2<.'],
    ['slashes', 'III III/1 III/12 IV IV/3 IV/3/2', 'III<. III/1<III III/12<III IV<. IV/3<IV IV/3/2<IV/3'],
    ['brackets and hyphens', 'SC SC-7 SC-7(3) SC-8', 'SC<. SC-7<SC SC-7(3)<SC-7 SC-8<SC'],
    ['underscores and dots', 'R_1 R_1.2 R_1.2.1 R_2', 'R_1<. R_1.2<R_1 R_1.2.1<R_1.2 R_2<.'],
    ['hyphens between numbers', '04 04-1 04-1-02 05 05-01', '04<. 04-1<04 04-1-02<04-1 05<. 05-01<05'],
    ['dots at the end', '1. 1.1. 1.1.1. 2.', '1.<. 1.1.<1. 1.1.1.<1.1. 2.<.'],
    [
      'headings numbered with a nought',
      '3.0 3.1 3.1.1 3.1.2 4.0 4.1',
      '3.0<. 3.1<3.0 3.1.1<3.1 3.1.2<3.1 4.0<. 4.1<4.0',
    ],
    ['letters before numbers', 'K K64 K64.1 K65', 'K<. K64<K K64.1<K64 K65<K'],
    [
      'pairs of digits after letters',
      'GF07 GF0701 GF070101 GF0702 GF08 GF0801',
      'GF07<. GF0701<GF07 GF070101<GF0701 GF0702<GF07 GF08<. GF0801<GF08',
    ],
    [
      'pairs of digits',
      '85 8501 850110 850120 8502 86 8601',
      '85<. 8501<85 850110<8501 850120<8501 8502<85 86<. 8601<86',
    ],
    ['digits', '3 31 311 3112 32 321', '3<. 31<3 311<31 3112<311 32<3 321<32'],
    [
      'noughts before a check digit',
      '45000000-7 45100000-8 45110000-1 45111000-8 45200000-9 46000000-4',
      '45000000-7<. 45100000-8<45000000-7 45110000-1<45100000-8 45111000-8<45110000-1 45200000-9<45000000-7 46000000-4<.',
    ],
    [
      'noughts in parts that are counted',
      'E.2.00.00.000 E.2.01.00.000 E.2.01.01.000 E.2.01.01.001 E.2.01.10.000 E.2.01.11.000 E.2.10.00.000',
      'E.2.00.00.000<. E.2.01.00.000<E.2.00.00.000 E.2.01.01.000<E.2.01.00.000 E.2.01.01.001<E.2.01.01.000 E.2.01.10.000<E.2.01.00.000 E.2.01.11.000<E.2.01.00.000 E.2.10.00.000<E.2.00.00.000',
    ],
    [
      'noughts in plain numbers',
      '1000 1100 1110 1120 1200 2000 2100',
      '1000<. 1100<1000 1110<1100 1120<1100 1200<1000 2000<. 2100<2000',
    ],
    [
      'noughts that fill up codes by digits',
      '20.00.00 20.10.00 20.11.00 20.11.10 20.12.00 20.20.00',
      '20.00.00<. 20.10.00<20.00.00 20.11.00<20.10.00 20.11.10<20.11.00 20.12.00<20.10.00 20.20.00<20.00.00',
    ],
  ])('%s', async (_, codes, expected) => {
    expect(await tree(['Codice;Descrizione', ...rows(codes)])).toBe(expected);
  });

  it.each<[string, string]>([
    ['ranges', 'A00-A09 A10-A19 B00-B09'],
    ['a count', '1 2 3 4 5 6 7 8 9 10 11 12'],
    ['round numbers', '10 20 30 40 50'],
  ])('and not by %s', async (_, codes) => {
    const expected = codes.split(' ').map((code) => `${code}<.`);
    expect(await tree(['Codice;Descrizione', ...rows(codes)])).toBe(expected.join(' '));
  });
});

describe('the tree is told by a column', () => {
  const table = (header: string, ...lines: readonly string[]) => [header, ...lines];
  it.each<[string, readonly string[], string]>([
    [
      'of parents, by many names',
      table('Codice;Denominazione;Codice superiore', 'x;Uno;', 'y;Due;x', 'z;Tre;y'),
      'x<. y<x z<y',
    ],
    [
      'of parents that are nothing at the top',
      table('Order,Level,Code,Parent,Description', '1,1,TOT,-,Tutto', '2,2,B,TOT,Beni', '3,3,B1,B,Merci'),
      'TOT<. B<TOT B1<B',
    ],
    [
      'of levels from 0',
      table('Codice;Descrizione;Livello', 'Q;Uno;0', 'QA;Due;1', 'QZ;Tre;2', 'QB;Quattro;1'),
      'Q<. QA<Q QZ<QA QB<Q',
    ],
    [
      'of levels in Roman numerals',
      table('Voce;Codice voce;Livelli', 'Uno;a7;I', 'Due;b9;II', 'Tre;c1;III', 'Quattro;d2;II'),
      'a7<. b9<a7 c1<b9 d2<a7',
    ],
    [
      'of levels that leave some out',
      table('Codice;Descrizione;Level', 'Q;Uno;2', 'W;Due;4', 'E;Tre;6', 'R;Quattro;4'),
      'Q<. W<Q E<W R<Q',
    ],
    [
      'of levels in words',
      table(
        'Codice;Titolo;Livello',
        'M;Uno;Sezione',
        '70;Due;Divisione',
        '7010;Tre;Gruppo',
        '71;Quattro;Divisione',
        'N;Cinque;Sezione',
        '77;Sei;Divisione',
      ),
      'M<. 70<M 7010<70 71<M N<. 77<N',
    ],
    [
      'of levels, where rows are sorted by them: then the codes tell',
      table(
        'Codice;Descrizione;Livello',
        '1;Uno;1',
        '2;Due;1',
        '1.1;Tre;2',
        '2.1;Quattro;2',
        '1.1.1;Cinque;3',
      ),
      '1<. 2<. 1.1<1 2.1<2 1.1.1<1.1',
    ],
  ])('%s', async (_, lines, expected) => {
    expect(await tree(lines)).toBe(expected);
  });
});

describe('the column of codes is told by what it holds', () => {
  const codes = async (lines: readonly string[]) => {
    const map = await readLines(lines);
    const chosen = map.notes.flatMap((note) => (note.kind === 'code-column-chosen' ? [note] : []));
    return [
      map.nodes.map(({ code }) => code.text).join(' '),
      chosen.map(({ column, clear }) => `${column} ${clear}`).join(),
    ];
  };
  it.each<[string, readonly string[], string, string]>([
    [
      'our codes before others',
      ['Codice;Codice;Descrizione', 'Q1;B1.1.1.1;Uno', 'Q2;B1.1.1.2;Due'],
      'B1.1.1.1 B1.1.1.2',
      'Codice true',
    ],
    [
      'codes before a count',
      ['ID;Codice;Voce', '1;c.1;Uno', '2;c.4;Due', '3;c.9;Tre'],
      'c.1 c.4 c.9',
      'Codice true',
    ],
    [
      'codes that make a tree before numbers',
      [
        'PCF ID;Hierarchy ID;Name',
        '10002;1.0;Develop',
        '17040;1.1;Define',
        '10014;1.1.1;Assess',
        '10003;2.0;Manage',
      ],
      '1.0 1.1 1.1.1 2.0',
      'Hierarchy ID true',
    ],
    [
      'codes that parents name',
      ['Codice breve;Codice lungo;Descrizione;Codice padre', 'a;x-a;Uno;', 'b;x-b;Due;x-a', 'c;x-c;Tre;x-a'],
      'x-a x-b x-c',
      'Codice lungo true',
    ],
    [
      'codes that differ',
      ['Codice area;Codice;Descrizione', 'k7;p3;Uno', 'k7;p8;Due', 'k7;q1;Tre'],
      'p3 p8 q1',
      'Codice true',
    ],
    [
      'the plainer name of equals, which is told',
      ['Codice ente;Codice;Descrizione', 'k7;p3;Uno', 'k9;p8;Due'],
      'p3 p8',
      'Codice false',
    ],
    ['the only one', ['Codice;Descrizione', 'k7;Uno', 'k9;Due'], 'k7 k9', ''],
  ])('%s', async (_, lines, expected, told) => {
    expect(await codes(lines)).toEqual([expected, told]);
  });

  it('is asked for where two columns of one name are alike', async () => {
    await expect(readLines(['Codice;Codice;Descrizione', 'k7;p3;Uno', 'k9;p8;Due'])).rejects.toMatchObject({
      code: 'code-columns-unclear',
      args: { columns: ['Codice', 'Codice'] },
    });
  });
});

describe('labels', () => {
  const labels = async (lines: readonly string[]) =>
    (await readLines(lines)).nodes.map(({ code, kind, label }) => `${kind} ${code.text} ${label}`);

  it('stand in the last column of names that says something; the names above make branches', async () => {
    expect(
      await labels([
        'Codice;Processo;Sotto-processo',
        'P_1.1.1;Personale;Selezione',
        'P_1.1.2;Personale;Formazione',
        'P_1.2.1;Acquisti;Gare',
      ]),
    ).toEqual([
      'group P_1.1 Personale',
      'entry P_1.1.1 Selezione',
      'entry P_1.1.2 Formazione',
      'group P_1.2 Acquisti',
      'entry P_1.2.1 Gare',
    ]);
  });

  it('make no branch where rows have it, or codes do not hang together', async () => {
    expect(
      await labels([
        'Codice;Processo;Sotto-processo',
        'P_1;Personale;',
        'P_1.1;Personale;Selezione',
        'Q_7;Personale;Altro',
      ]),
    ).toEqual(['entry P_1 Personale', 'entry P_1.1 Selezione', 'entry Q_7 Altro']);
  });

  it.each<[string, readonly string[], readonly string[]]>([
    [
      'in one column with codes',
      ['Voce', '01 Colture', '01.1 - Cereali', '01.2: Riso'],
      ['entry 01 Colture', 'entry 01.1 Cereali', 'entry 01.2 Riso'],
    ],
    [
      'in one column of several',
      ['Codice e descrizione;Ufficio', 'IV - Affari;x', 'IV/1 - Statuto;y'],
      ['entry IV Affari', 'entry IV/1 Statuto'],
    ],
    [
      'less a part of them that is a column of groups',
      ['Codice;Nome;Descrizione', 'a1;Uno;x', 'a2;Due;x', 'a3;Tre;x'],
      ['entry a1 Uno', 'entry a2 Due', 'entry a3 Tre'],
    ],
    [
      'where a column of processes only groups',
      ['Codice;Processo;Descrizione', 'a1;Uno;x', 'a2;Uno;y', 'a3;Uno;z'],
      ['entry a1 x', 'entry a2 y', 'entry a3 z'],
    ],
    [
      'in the Italian column of many',
      ['CODE;EN;FR;IT', 'a1;One;Un;Uno', 'a2;Two;Deux;Due'],
      ['entry a1 Uno', 'entry a2 Due'],
    ],
  ])('stand %s', async (_, lines, expected) => {
    expect(await labels(lines)).toEqual(expected);
  });

  it('are no codes with labels where only some begin like a code', async () => {
    await expect(readLines(['Voce', '01 Colture', 'Cereali in genere', 'Riso'])).rejects.toMatchObject({
      code: 'no-map',
    });
  });
});

describe('a process map with defects', () => {
  const MAP = ['Codice;Descrizione', 'A1;Uno', 'A1.1;Due', 'A1.1.1;Tre', 'A1.1.1.1;Quattro'];
  it.each(['A1.1.1.2bis', 'A1.1.1.2-A1.1.1.4', 'A1.1.1.2/3', 'A1.1.1.2 ter'])(
    'stays one with %s',
    async (code) => {
      const map = await readLines([...MAP, `${code};Cinque`]);
      expect(map.nodes.map(({ kind }) => kind)).toEqual([
        'macro-process',
        'process',
        'sub-process',
        'activity',
      ]);
      expect(problems(map)).toEqual(['code-unreadable 6:1']);
    },
  );

  it('reads letters of other alphabets that look like Latin ones, and says so', async () => {
    const map = await readLines([...MAP, '\u0410\u0031.1.1.2;Cinque', '\u0391\u0031.1.1.3;Sei']);
    expect(map.nodes.slice(4).map(({ code }) => code.text)).toEqual(['A1.1.1.2', 'A1.1.1.3']);
    expect(map.notes.flatMap((note) => (note.kind === 'code-mended' ? note.mends : []))).toEqual([
      'look-alike',
      'look-alike',
    ]);
  });

  it('is none where codes only have its letters and numbers', async () => {
    const map = await readLines(['Codice;Descrizione', 'V1;Uno', 'V1.1;Due', 'V1.1.1;Tre']);
    expect(new Set(map.nodes.map(({ kind }) => kind))).toEqual(new Set(['entry']));
  });
});
