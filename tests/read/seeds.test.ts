import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseTruth } from '../../fixtures/generate/truth.ts';
import type { ProcessMap } from '../../src/model/process-map.ts';
import { parseMap } from '../../src/read/parse-map.ts';

/**
 * The real documents as text extracted from them, with all that extraction does to a table. The fixtures are those texts
 * without the names of persons.
 */
const extracts = [
  'massa-carrara-2021',
  'massa-carrara-liv',
  'unioncamere-rev2023',
  'torino-piao-2022',
] as const;
const shared = '../shared/data/seeds';

function read(name: (typeof extracts)[number]): Promise<ProcessMap> {
  const file = `${name}.extract.txt`;
  return parseMap({ name: file, bytes: readFileSync(`fixtures/seeds/${file}`) });
}

function truth(name: string) {
  return parseTruth(readFileSync(`fixtures/truth/${name}.csv`, 'utf8'));
}

function parents(map: ProcessMap): readonly (readonly [string, string | null])[] {
  return map.nodes.map((node) => [
    node.code.text,
    node.parent === null ? null : (map.nodes[node.parent]?.code.text ?? null),
  ]);
}

describe.skipIf(!existsSync(shared))('the shared originals (skipped where they are absent)', () => {
  it.each(extracts)('give the same tree as the fixture of %s', async (name) => {
    const bytes = readFileSync(`${shared}/${name}.extract.txt`);
    const [original, fixture] = [await parseMap({ name: 'x', bytes }), await read(name)];
    const plain = (map: ProcessMap) => map.nodes.map(({ place, localProcesses, ...node }) => node);
    expect(plain(original)).toEqual(plain(fixture));
  });
});

describe('the extract of the national map', async () => {
  const map = await read('unioncamere-rev2023');

  it('gives the tree of its truth', () => {
    expect(map.nodes.map(({ code, kind, label }) => ({ code: code.text, kind, type: '', label }))).toEqual(
      truth('unioncamere-rev2023'),
    );
  });

  it('notes the one activity with the code of its sub-process, and nothing unread', () => {
    const kinds = new Set(map.notes.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(['column-shifted', 'header', 'heading', 'level-mismatch', 'title']);
    expect(map.notes.filter(({ kind }) => kind === 'level-mismatch')).toMatchObject([
      { code: 'E1.3.0', proposed: 'E1.3.0.1' },
    ]);
  });
});

describe('the extract of the local map', async () => {
  const map = await read('massa-carrara-2021');

  it('gives the codes and the structure of its truth', async () => {
    const rows = truth('massa-carrara-2021');
    expect(map.nodes.map(({ code, kind }) => [code.text, kind])).toEqual(
      rows.map(({ code, kind }) => [code, kind]),
    );
    const bytes = readFileSync('fixtures/massa-carrara-2021.csv');
    expect(parents(map)).toEqual(parents(await parseMap({ name: 'x', bytes })));
  });

  it('gives all labels but the three of which a part is lost', () => {
    const wrong = truth('massa-carrara-2021').filter(({ label }, id) => map.nodes[id]?.label !== label);
    expect(wrong.map(({ code }) => code)).toEqual(['D4.2', 'D4.3', 'E1']);
  });

  it('notes the two blocks whose labels stand one row too high', () => {
    const shifts = map.notes.flatMap((note) => (note.kind === 'labels-shifted' ? [note] : []));
    expect(
      shifts.map(({ firstCode, lastCode, rows, place }) => [firstCode, lastCode, rows, place.line]),
    ).toEqual([
      ['A1.1.1.1', 'A1.1.1.8', -1, 9],
      ['A1.2.1.1', 'A1.2.2.1', -1, 30],
    ]);
  });

  it('notes the labels that stand on the next line', () => {
    const codes = map.notes.flatMap((note) => (note.kind === 'label-elsewhere' ? [note.code] : []));
    expect(codes).toEqual(
      expect.arrayContaining(['C1.2.1.1', 'C1.2.2.1', 'C1.2.3.1', 'C2.1.1.1', 'D4.1.F.F', 'A3', 'D2']),
    );
  });

  it('leaves the label empty that is missing, and reads every row', () => {
    expect(map.nodes.filter(({ label }) => label === '').map(({ code }) => code.text)).toEqual(['A1.2.2']);
    const kinds = new Set(map.notes.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual([
      'column-shifted',
      'footer',
      'header',
      'label-elsewhere',
      'labels-shifted',
      'legend',
      'service-code-mismatch',
      'title',
    ]);
  });
});

describe('the extract of the level map', async () => {
  const map = await read('massa-carrara-liv');
  const rows = truth('massa-carrara-liv');

  it('gives every macro-process, process and sub-process', () => {
    const structure = rows.filter(({ kind }) => kind !== 'activity').map(({ code }) => code);
    const found = map.nodes.filter(({ kind }) => kind !== 'activity').map(({ code }) => code.text);
    expect([...found].sort()).toEqual([...structure].sort());
  });

  it('gives the actions, as far as extraction did not run them together', () => {
    const labels = new Set(map.nodes.map(({ label }) => label));
    const actions = rows.filter(({ kind }) => kind === 'activity');
    const kept = actions.filter(({ label }) => labels.has(label));
    expect(kept.length / actions.length).toBeGreaterThan(0.75);
    const text = map.nodes.map(({ label }) => label).join(' ');
    expect(actions.filter(({ label }) => !text.includes(label))).toEqual([]);
  });

  it('takes paragraphs of a cell for as many actions, and leaves nothing unread', () => {
    expect(map.nodes.filter(({ code }) => code.text.startsWith('B1.1.1#')).length).toBe(5);
    expect(map.notes.filter(({ kind }) => kind === 'row-unread')).toEqual([]);
  });
});

describe('the register as read from print', async () => {
  const map = await read('torino-piao-2022');
  const rows = truth('torino-piao-2022');
  const words = (label: string): string =>
    label
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean)
      .slice(0, 5)
      .join(' ');

  it('gives at least 95 % of the codes, with the first five words of their labels', () => {
    const codes = [...new Set(rows.map(({ code }) => code))];
    const found = codes.filter((code) => {
      const expected = rows.filter((row) => row.code === code).map(({ label }) => words(label));
      return map.nodes.some((node) => node.code.text === code && expected.includes(words(node.label)));
    });
    expect(found.length / codes.length).toBeGreaterThanOrEqual(0.95);
  });

  it('gives no code that is not there', () => {
    const known = new Set([...rows, ...truth('torino-piao-2022-headings')].map(({ code }) => code));
    const others = map.nodes.filter(({ code }) => !known.has(code.text));
    // Printed as `C2.2.2.`, which may have lost a digit; it is read as it stands.
    expect(others.map(({ code }) => code.text)).toEqual(['C2.2.2']);
  });
});
