import type { Agent, Catalogue } from '../../model/catalogue.ts';
import type { Scheme } from './concept-iris.ts';
import { day, iri, italian, maybe, named, plain, type Statements } from './statements.ts';

const AUTHORITY = 'http://publications.europa.eu/resource/authority';
const AGENTS = 'http://spcdata.digitpa.gov.it/Amministrazione';
const CC_BY = 'https://creativecommons.org/licenses/by/4.0/';
/** The files that are published, by their endings: what is said of each, and its format. */
const FILES = [
  ['ttl', '.ttl', 'RDF_TURTLE'],
  ['csv', '.flat.csv', 'CSV'],
] as const;

/** What is said of the scheme as a dataset. */
export function datasetSays(scheme: Scheme, catalogue: Catalogue): Statements['says'] {
  const { description, frequency, issued, keyConcept, modified, themes = [], version } = catalogue;
  const { publisher, rightsHolder } = catalogue;
  return [
    ['dct:identifier', [plain(scheme.iri)]],
    ['dct:description', maybe(description, italian)],
    ['dct:type', [iri(`${AUTHORITY}/dataset-type/TAXONOMY`)]],
    ['dct:language', [iri(`${AUTHORITY}/language/ITA`)]],
    ['dcat:theme', themes.map((theme) => iri(`${AUTHORITY}/data-theme/${theme}`))],
    ['dct:accrualPeriodicity', maybe(frequency, (code) => iri(`${AUTHORITY}/frequency/${code}`))],
    ['dct:issued', maybe(issued, day)],
    ['dct:modified', maybe(modified, day)],
    ['owl:versionInfo', maybe(version, italian)],
    ['ndc:keyConcept', maybe(keyConcept, plain)],
    ['dct:rightsHolder', maybe(rightsHolder, agentIri)],
    ['dct:publisher', maybe(publisher ?? rightsHolder, agentIri)],
    ['dcat:distribution', distributions(scheme, catalogue).map(({ subject }) => iri(subject))],
  ];
}

/** What stands beside the scheme: its distributions, and who holds and publishes it. */
export function datasetOf(scheme: Scheme, catalogue: Catalogue): readonly Statements[] {
  const agents = [catalogue.rightsHolder, catalogue.publisher].filter((agent) => agent !== undefined);
  const own = new Map(agents.map((agent) => [agent.identifier, agent]));
  return [...distributions(scheme, catalogue), ...[...own.values()].map(agentStatements)];
}

function distributions(
  { iri: base, name }: Scheme,
  { downloads, license }: Catalogue,
): readonly Statements[] {
  if (downloads === undefined) return [];
  return FILES.map(([kind, ending, format]) => {
    const address = `${downloads.replace(/\/$/, '')}/${name}${ending}`;
    return {
      subject: `${base}/distribution-${kind}`,
      says: [
        ['rdf:type', [named('dcatapit:Distribution'), named('dcat:Distribution')]],
        ['dct:title', [italian(`${name}${ending}`)]],
        ['dct:format', [iri(`${AUTHORITY}/file-type/${format}`)]],
        ['dct:license', [iri(license ?? CC_BY)]],
        ['dcat:accessURL', [iri(address)]],
        ['dcat:downloadURL', [iri(address)]],
      ],
    };
  });
}

const agentIri = ({ identifier }: Agent) => iri(`${AGENTS}/${encodeURIComponent(identifier)}`);

function agentStatements(agent: Agent): Statements {
  return {
    subject: `${AGENTS}/${encodeURIComponent(agent.identifier)}`,
    says: [
      ['rdf:type', [named('dcatapit:Agent'), named('foaf:Agent')]],
      ['foaf:name', [italian(agent.name)]],
      ['dct:identifier', [plain(agent.identifier)]],
    ],
  };
}
