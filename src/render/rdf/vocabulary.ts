/** Vocabularies that are written and read, by the prefixes that they go by. */
export const PREFIXES = {
  adms: 'http://www.w3.org/ns/adms#',
  dcat: 'http://www.w3.org/ns/dcat#',
  dcatapit: 'http://dati.gov.it/onto/dcatapit#',
  dct: 'http://purl.org/dc/terms/',
  euvoc: 'http://publications.europa.eu/ontology/euvoc#',
  foaf: 'http://xmlns.com/foaf/0.1/',
  ndc: 'https://w3id.org/italia/onto/NDC/',
  owl: 'http://www.w3.org/2002/07/owl#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  schema: 'https://schema.org/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  xkos: 'http://rdf-vocabulary.ddialliance.org/xkos#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

export type Prefix = keyof typeof PREFIXES;

/** `skos:broader` as an IRI in full. */
export function iriOf(name: `${Prefix}:${string}`): string {
  const at = name.indexOf(':');
  return PREFIXES[name.slice(0, at) as Prefix] + name.slice(at + 1);
}
