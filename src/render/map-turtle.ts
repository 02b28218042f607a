import type { Catalogue } from '../model/catalogue.ts';
import type { MapNode, ProcessMap } from '../model/process-map.ts';
import { conceptIris, type Scheme, schemeOf } from './rdf/concept-iris.ts';
import { datasetOf, datasetSays } from './rdf/dataset.ts';
import {
  day,
  integer,
  iri,
  italian,
  maybe,
  named,
  plain,
  renderTurtle,
  type Statements,
} from './rdf/statements.ts';

/**
 * A map in Turtle, as the Italian catalogue of semantic assets asks for it: a concept scheme (SKOS) with its top concepts and
 * levels (XKOS), described as a dataset (DCAT-AP_IT) where the configuration says how; each entry a concept with notation,
 * label, and the concepts above and below it. Kinds of entries are the levels and collections that they belong to; a booking
 * code of another form is a notation of its own type.
 */
export async function renderMapTurtle(map: ProcessMap, catalogue?: Catalogue): Promise<string> {
  const scheme = schemeOf(map.source, catalogue);
  const iris = conceptIris(map.nodes, scheme);
  const inScheme = { map, scheme, iris, below: childrenOf(map) };
  return renderTurtle([
    schemeStatements(inScheme, catalogue),
    ...(catalogue === undefined ? [] : datasetOf(scheme, catalogue)),
    ...groupsOf(inScheme),
    ...map.nodes.map((node) => conceptStatements(node, inScheme)),
  ]);
}

interface InScheme {
  readonly map: ProcessMap;
  readonly scheme: Scheme;
  /** By id. */
  readonly iris: readonly string[];
  readonly below: ReadonlyMap<number | null, readonly MapNode[]>;
}

function childrenOf({ nodes }: ProcessMap): InScheme['below'] {
  const below = new Map<number | null, MapNode[]>();
  for (const node of nodes) {
    const same = below.get(node.parent);
    if (same) same.push(node);
    else below.set(node.parent, [node]);
  }
  return below;
}

const NO_TITLE = 'Mappa dei processi';

function schemeStatements(inScheme: InScheme, catalogue: Catalogue | undefined): Statements {
  const { map, scheme, iris, below } = inScheme;
  const title = catalogue?.title ?? map.title ?? NO_TITLE;
  const levels = levelsIn(map);
  return {
    subject: scheme.iri,
    says: [
      [
        'rdf:type',
        [
          named('skos:ConceptScheme'),
          ...(catalogue ? [named('dcatapit:Dataset'), named('dcat:Dataset')] : []),
        ],
      ],
      ['skos:prefLabel', [italian(title)]],
      ['dct:title', [italian(map.title ?? title)]],
      ...(catalogue === undefined ? [] : datasetSays(scheme, catalogue)),
      ['xkos:numberOfLevels', [integer(levels.length)]],
      ['xkos:levels', levels.map((level) => iri(levelIri(scheme, level)))],
      ['skos:hasTopConcept', (below.get(null) ?? []).map(({ id }) => iri(iris[id] as string))],
    ],
  };
}

/** How deep the map goes: the numbers of its levels, from the top. */
function levelsIn({ nodes }: ProcessMap): readonly number[] {
  return [...new Set(nodes.map(({ level }) => level))].sort((a, b) => a - b);
}

const levelIri = ({ iri: base }: Scheme, level: number) => `${base}${separator(base)}level-${level}`;
const kindIri = ({ iri: base }: Scheme, kind: string) => `${base}${separator(base)}kind-${kind}`;
const typeIri = ({ iri: base }: Scheme, type: string) => `${base}${separator(base)}type-${type}`;
const separator = (base: string) => (base.startsWith('urn:') ? '#' : '/');

/** Levels, kinds of entries and booking types, each with its members. */
function groupsOf({ map, scheme, iris }: InScheme): readonly Statements[] {
  const member = (nodes: readonly MapNode[]) => nodes.map(({ id }) => iri(iris[id] as string));
  const levels = levelsIn(map).map((level, i): Statements => {
    const nodes = map.nodes.filter((node) => node.level === level);
    return {
      subject: levelIri(scheme, level),
      says: [
        ['rdf:type', [named('xkos:ClassificationLevel')]],
        ['xkos:depth', [integer(i + 1)]],
        ['skos:prefLabel', [italian(`Livello ${level}`)]],
        ['skos:member', member(nodes)],
      ],
    };
  });
  const collection = (subject: string, name: string, nodes: readonly MapNode[]): Statements => ({
    subject,
    says: [
      ['rdf:type', [named('skos:Collection')]],
      ['skos:prefLabel', [italian(name)]],
      ['skos:notation', [plain(name)]],
      ['skos:member', member(nodes)],
    ],
  });
  const kinds = [...new Set(map.nodes.map(({ kind }) => kind))].map((kind) =>
    collection(
      kindIri(scheme, kind),
      kind,
      map.nodes.filter((node) => node.kind === kind),
    ),
  );
  const types = [...new Set(map.nodes.flatMap(({ type }) => type ?? []))].map((type) =>
    collection(
      typeIri(scheme, type),
      type,
      map.nodes.filter((node) => node.type === type),
    ),
  );
  return [...levels, ...kinds, ...types];
}

function conceptStatements(node: MapNode, { scheme, iris, below }: InScheme): Statements {
  const { about = {}, code, bookingCode, label, parent } = node;
  const other = bookingCode !== null && bookingCode !== code.text ? bookingCode : undefined;
  const at = (id: number) => iri(iris[id] as string);
  return {
    subject: iris[node.id] as string,
    says: [
      ['rdf:type', [named('skos:Concept')]],
      ['skos:notation', [plain(code.text)]],
      // Every concept has a label; an entry without one is called by its code.
      ['skos:prefLabel', [italian(label === '' ? code.text : label)]],
      ['skos:inScheme', [iri(scheme.iri)]],
      ['skos:topConceptOf', parent === null ? [iri(scheme.iri)] : []],
      ['skos:broader', parent === null ? [] : [at(parent)]],
      ['skos:narrower', (below.get(node.id) ?? []).map(({ id }) => at(id))],
      // Hours on it are booked under another code.
      ['skos:hiddenLabel', maybe(other, plain)],
      ['dct:identifier', maybe(about.id, plain)],
      ['skos:definition', maybe(about.definition, italian)],
      ['xkos:inclusionNote', maybe(about.includes, italian)],
      ['xkos:exclusionNote', maybe(about.excludes, italian)],
      ['euvoc:startDate', maybe(about.validFrom, day)],
      ['euvoc:endDate', maybe(about.validTo, day)],
      ['schema:creativeWorkStatus', maybe(about.status, plain)],
    ],
  };
}
