import { readFileSync } from 'node:fs';
import { Parser, Store } from 'n3';
import SHACLValidator from 'rdf-validate-shacl';
import { describe, expect, it } from 'vitest';
import { compareMaps } from '../../src/app/compare-maps.ts';
import { besideTurtle, convertMap } from '../../src/app/convert-map.ts';
import { importCorrespondence } from '../../src/app/import-correspondence.ts';
import { makeCrosswalk } from '../../src/app/make-crosswalk.ts';
import type { Catalogue } from '../../src/model/catalogue.ts';
import type { ProcessMap } from '../../src/model/process-map.ts';
import { treeDifference } from '../../src/model/same-tree.ts';
import { parseMap } from '../../src/read/parse-map.ts';
import { renderMapTurtle } from '../../src/render/map-turtle.ts';
import { HOSTILE_LABELS } from '../support/hostile.ts';
import { mapOf } from '../support/map-of.ts';

const CATALOGUE: Catalogue = {
  base: 'https://w3id.org/italia/controlled-vocabulary/processi',
  revisions: { 'map.csv': 'rev-1' },
  title: 'Mappa dei processi',
  description: 'Le attività su cui si imputano le ore.',
  keyConcept: 'processi-camerali',
  rightsHolder: { name: 'Unione', identifier: 'uni_cam' },
  themes: ['GOVE'],
  frequency: 'IRREG',
  modified: '2023-01-01',
  downloads: 'https://example.org/vocabolari',
};
const SMALL =
  'A1 Governo\nA1.C:coordination Coordinamento\nA1.1 Bilanci\nA1.1.1 Preventivo\nA1.1.1.1 Stesura\nA1.1.1.2';

const shapes = new Store(new Parser().parse(readFileSync('tests/support/shapes.ttl', 'utf8')));

/** What the rules of the catalogue find: path and subject. */
async function findings(turtle: string): Promise<readonly string[]> {
  const { results } = await new SHACLValidator(shapes).validate(new Store(new Parser().parse(turtle)));
  return results.map(({ path, focusNode, message }) =>
    [focusNode?.value, path?.value, message.map(({ value }) => value).join()].join(' '),
  );
}

const realMap = (name: string): Promise<ProcessMap> =>
  parseMap({ name, bytes: new Uint8Array(readFileSync(`fixtures/${name}`)) });
const readBack = (turtle: string): Promise<ProcessMap> =>
  parseMap({ name: 'map.ttl', bytes: new TextEncoder().encode(turtle) });

describe('a map in Turtle', () => {
  it.each(['massa-carrara-2021.csv', 'unioncamere-rev2023.csv'])(
    'comes back as the same tree, and meets the rules of the catalogue: %s',
    async (name) => {
      const map = await realMap(name);
      const turtle = await renderMapTurtle(map, CATALOGUE);
      const back = await readBack(turtle);
      expect(treeDifference(map, back)).toBeNull();
      expect(back.source.container).toBe('turtle');
      expect(await findings(turtle)).toEqual([]);
    },
    60_000,
  );

  it('names its concepts by the base of the configuration', async () => {
    const turtle = await renderMapTurtle(mapOf(SMALL), CATALOGUE);
    expect(turtle).toContain(`<${CATALOGUE.base}/rev-1/A1.1.1.1> a skos:Concept`);
    expect(turtle).toContain('<https://example.org/vocabolari/rev-1.flat.csv>');
    expect(await renderMapTurtle(mapOf(SMALL))).not.toContain('w3id.org/italia');
  });

  it.each([
    ['keyConcept', 'https://w3id.org/italia/onto/NDC/keyConcept'],
    ['description', 'http://purl.org/dc/terms/description'],
    ['rightsHolder', 'http://purl.org/dc/terms/rightsHolder'],
    ['themes', 'http://www.w3.org/ns/dcat#theme'],
    ['downloads', 'http://www.w3.org/ns/dcat#distribution'],
  ] as const)('lacks what the configuration does not say: %s', async (left, path) => {
    const { [left]: _, ...rest } = CATALOGUE;
    const found = await findings(await renderMapTurtle(mapOf(SMALL), rest));
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(path);
  });

  it('does not meet the rules without the label, or the place, of a concept', async () => {
    const turtle = await renderMapTurtle(mapOf(SMALL), CATALOGUE);
    const at = (text: string) => findings(turtle.replace(text, ''));
    expect(turtle).toContain('    skos:prefLabel "Stesura"@it;\n');
    expect((await at('    skos:prefLabel "Stesura"@it;\n')).join()).toContain('core#prefLabel');
    expect(await at('    skos:notation "A1.1.1.1";\n')).toHaveLength(1);
  });

  it('carries identifiers, definitions and validity', async () => {
    const map = mapOf(SMALL);
    const about = {
      id: 'k-1',
      definition: 'Ciò che "si" scrive\\n',
      includes: 'bozze',
      excludes: 'stampe',
      validFrom: '2021-01-01',
      validTo: 'fine 2025',
      status: 'attiva',
    };
    const nodes = map.nodes.map((node) => (node.id === 4 ? { ...node, about } : node));
    const turtle = await renderMapTurtle({ ...map, nodes }, CATALOGUE);
    expect((await readBack(turtle)).nodes[4]?.about).toEqual(about);
    expect(await findings(turtle)).toEqual([]);
  });

  it('keeps entries with the same code apart, and labels that look like anything', async () => {
    const lines = HOSTILE_LABELS.map((label, i) => `B1.1.1.${i + 1} ${label.replace(/\s+/g, ' ').trim()}`);
    const map = mapOf(['B1 x', 'B1.1 x', 'B1.1.1 x', 'B1.1.1.1 first', ...lines].join('\n'));
    expect(treeDifference(map, await readBack(await renderMapTurtle(map, CATALOGUE)))).toBeNull();
  });

  it('is written by convert with a flat table and a Data Package beside it', async () => {
    const map = mapOf(SMALL);
    const { bytes } = await convertMap(map, {
      format: 'ttl',
      layout: 'local',
      output: 'x/map.ttl',
      catalogue: CATALOGUE,
    });
    expect(new TextDecoder().decode(bytes)).toContain('skos:ConceptScheme');
    const [table, description] = await besideTurtle(map, 'x/map.ttl', CATALOGUE);
    expect([table?.output, description?.output]).toEqual(['x/map.flat.csv', 'x/map.datapackage.json']);
    const [header = '', ...rows] = (table?.data ?? '').trimEnd().split('\r\n');
    const { resources } = JSON.parse(description?.data ?? '');
    const names = resources[0].schema.fields.map(({ name }: { name: string }) => name);
    expect(header.split(',')).toEqual(names);
    for (const name of names) expect(name).toMatch(/^[a-z_][a-z0-9_]*$/);
    expect(rows).toHaveLength(map.nodes.length);
    expect(resources[0].path).toBe('map.flat.csv');
    const flat = await parseMap({ name: 'map.flat.csv', bytes: new TextEncoder().encode(table?.data) });
    expect(flat.nodes.map(({ code, label, kind }) => [code.text, label, kind])).toEqual(
      map.nodes.map(({ code, label, kind }) => [code.text, label, kind]),
    );
  });
});

describe('Turtle of others', () => {
  const PREFIX =
    '@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix : <https://example.org/> .\n';
  const entries = ({ nodes }: ProcessMap) =>
    nodes.map(({ code, label, parent }) => [
      code.text,
      label,
      parent === null ? null : nodes[parent]?.code.text,
    ]);

  it('is read by notation, label and what is broader, whichever end says so', async () => {
    const map = await readBack(`${PREFIX}
:s a skos:ConceptScheme .
:a a skos:Concept ; skos:notation "01" ; skos:prefLabel "Cereals"@en, "Cereali"@it ; skos:inScheme :s ; skos:narrower :b .
:b a skos:Concept ; skos:notation "01.1" ; skos:prefLabel "Frumento"@it, "Wheat"@en ; skos:inScheme :s .
:c a skos:Concept ; skos:notation "01.2" ; skos:prefLabel "Segale"@it, "Rye"@en ; skos:inScheme :s ; skos:broader :a .
`);
    expect(entries(map)).toEqual([
      ['01', 'Cereali', null],
      ['01.1', 'Frumento', '01'],
      ['01.2', 'Segale', '01'],
    ]);
    expect(map.nodes[1]?.place).toMatchObject({ line: 5 });
  });

  it('is read in the language that most labels have', async () => {
    const map = await readBack(`${PREFIX}
:a a skos:Concept ; skos:notation "A" ; skos:prefLabel "Getreide"@de, "Cereali"@it .
:b a skos:Concept ; skos:notation "B" ; skos:prefLabel "Weizen"@de .
`);
    expect(entries(map).map(([, label]) => label)).toEqual(['Getreide', 'Weizen']);
  });

  it.each([
    [
      'a concept below two others',
      ':a a skos:Concept ; skos:notation "A" ; skos:broader :b, :c .\n:b a skos:Concept ; skos:notation "B" .\n:c a skos:Concept ; skos:notation "C" .',
      'turtle-several-parents',
    ],
    ['what is no Turtle', ':a a skos:Concept ; skos:notation "A\n', 'turtle-invalid'],
    ['no concepts', ':a :b :c .', 'turtle-without-concepts'],
  ])('is refused: %s', async (_, body, code) => {
    await expect(readBack(PREFIX + body)).rejects.toMatchObject({ code });
  });

  it('is refused beyond the limit of what a map holds', async () => {
    const many = Array.from({ length: 40 }, (_, i) => `:c${i} a skos:Concept ; skos:notation "${i}" .`).join(
      '\n',
    );
    const limits = { textBytes: 1e6, unpackedBytes: 1e6, cells: 50, claimedCells: 1e6 };
    const bytes = new TextEncoder().encode(PREFIX + many);
    await expect(parseMap({ name: 'map.ttl', bytes }, { limits })).rejects.toMatchObject({
      code: 'text-too-large',
    });
  });

  it('is no reason to take a table for it that speaks of prefixes', async () => {
    const bytes = new TextEncoder().encode(
      'codice;descrizione\nA1.1.1.1;Prefix e base\nA1.1.1.2;@prefix senza IRI\n',
    );
    expect((await parseMap({ name: 'map.csv', bytes })).source.container).toBe('text');
  });
});

describe('a crosswalk in Turtle', () => {
  const links = (
    rows: readonly { readonly oldCode: string; readonly newCode: string; readonly tier: string }[],
  ) =>
    rows
      .filter(({ tier }) => tier !== 'open')
      .map(({ oldCode, newCode }) => `${oldCode} > ${newCode}`)
      .sort();

  it('comes back as the same links, and meets the rules', async () => {
    const [oldMap, newMap] = await Promise.all(
      ['massa-carrara-2021.csv', 'unioncamere-rev2023.csv'].map(realMap),
    );
    const comparison = compareMaps(oldMap as ProcessMap, newMap as ProcessMap);
    const { document, file } = await makeCrosswalk(comparison, {
      format: 'ttl',
      style: { catalogue: CATALOGUE },
    });
    const turtle = String(file?.data);
    const { comparison: back } = await importCorrespondence({
      name: 'links.ttl',
      bytes: new TextEncoder().encode(turtle),
    });
    const { document: again } = await makeCrosswalk(back);
    expect(links(again.crosswalk.rows)).toEqual(links(document.crosswalk.rows));
    expect(links(document.crosswalk.rows).length).toBeGreaterThan(300);
    // Its concepts stand in the files of the maps, so here only the correspondence is held to its rules.
    expect(await findings(turtle)).toEqual([]);
    const base = `${CATALOGUE.base}/massa-carrara-2021`;
    expect(turtle).toContain(`<${base}> owl:deprecated true`);
    expect(turtle).toContain(`xkos:sourceConcept <${base}/A1.C>`);
  }, 60_000);

  it('says by the kind of change how concepts match, and leaves out what is open', async () => {
    const oldMap = mapOf(
      'A1 Governo\nA1.1 Bilanci\nA1.1.1 Preventivo\nA1.1.1.1 Stesura del bilancio\nA1.1.1.2 Protocollo e archivio',
    );
    const newMap = mapOf(
      'A1 Governo\nA1.1 Bilanci\nA1.1.1 Preventivo\nA1.1.1.1 Protocollo e archivio\nA1.1.1.2 Stesura del bilancio',
    );
    const { file } = await makeCrosswalk(compareMaps(oldMap, newMap), { format: 'ttl' });
    expect(String(file?.data)).toMatch(
      /#A1\.1\.1\.1> skos:notation "A1\.1\.1\.1";[^.]*\n[^#]*skos:exactMatch <\S+#A1\.1\.1\.2>/,
    );
  });
});
