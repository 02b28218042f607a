import type { Literal, Term } from 'n3';
import type { Thing } from './thing.ts';

const SKOS = 'http://www.w3.org/2004/02/skos/core#';
const XKOS = 'http://rdf-vocabulary.ddialliance.org/xkos#';
const DCT = 'http://purl.org/dc/terms/';
const EUVOC = 'http://publications.europa.eu/ontology/euvoc#';

/** The properties that are read. */
export const READ = {
  type: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type',
  concept: `${SKOS}Concept`,
  collection: `${SKOS}Collection`,
  notation: `${SKOS}notation`,
  label: `${SKOS}prefLabel`,
  booking: `${SKOS}hiddenLabel`,
  broader: `${SKOS}broader`,
  narrower: `${SKOS}narrower`,
  inScheme: `${SKOS}inScheme`,
  topConceptOf: `${SKOS}topConceptOf`,
  member: `${SKOS}member`,
  definition: `${SKOS}definition`,
  includes: `${XKOS}inclusionNote`,
  excludes: `${XKOS}exclusionNote`,
  association: `${XKOS}ConceptAssociation`,
  source: `${XKOS}sourceConcept`,
  target: `${XKOS}targetConcept`,
  identifier: `${DCT}identifier`,
  title: `${DCT}title`,
  validFrom: `${EUVOC}startDate`,
  validTo: `${EUVOC}endDate`,
  status: 'https://schema.org/creativeWorkStatus',
} as const;

/** The things that a property of this one leads to. */
export function iris({ says }: Thing, property: string): readonly string[] {
  return (says.get(property) ?? [])
    .filter(({ termType }) => termType !== 'Literal')
    .map(({ value }) => value);
}

/** The texts of a property. */
export function texts({ says }: Thing, property: string): readonly Literal[] {
  return (says.get(property) ?? []).filter((term: Term): term is Literal => term.termType === 'Literal');
}

/** The text of a property in the language that is wanted; else without one, else the first. */
export function textIn(thing: Thing, property: string, lang: string): string {
  const all = texts(thing, property);
  const [base] = lang.split('-');
  const found =
    all.find(({ language }) => language === lang) ??
    all.find(({ language }) => language.split('-')[0] === base) ??
    all.find(({ language }) => language === '') ??
    all.toSorted((a, b) => (a.language < b.language ? -1 : a.language > b.language ? 1 : 0))[0];
  return found?.value ?? '';
}

/** The language that most labels have; of several that all have, Italian, then English, then the first of the alphabet. */
export function mainLanguage(things: readonly Thing[]): string {
  const counts = new Map<string, number>();
  for (const thing of things)
    for (const language of new Set(texts(thing, READ.label).map((label) => label.language)))
      counts.set(language, (counts.get(language) ?? 0) + 1);
  const rank = (language: string) =>
    ['it', 'en'].indexOf(language.split('-')[0] ?? '') + 3 * Number(!/^(it|en)/.test(language));
  const [best] = [...counts].sort(([a, x], [b, y]) => y - x || rank(a) - rank(b) || (a < b ? -1 : 1));
  return best?.[0] ?? 'it';
}
