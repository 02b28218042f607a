import type { MapSummary } from '../model/report.ts';
import { uuidUrn } from '../values/uuid.ts';

/** A revision of a map as a vocabulary: what its codes are prefixed with, and the IRI that stands for it. */
export interface Revision {
  readonly name: string;
  /** An XML name without a colon. */
  readonly prefix: string;
  readonly iri: string;
  readonly version: string;
}

/** Prefixes the standard has given a meaning. */
const BUILT_IN: ReadonlySet<string> = new Set([
  'linkml',
  'owl',
  'prov',
  'rdf',
  'rdfs',
  'semapv',
  'skos',
  'sssom',
  'uuid',
  'xsd',
]);

/** The two revisions of a crosswalk, with prefixes that differ, and an id for the set of mappings between them. */
export function revisionsOf(
  old: MapSummary,
  fresh: MapSummary,
): { readonly old: Revision; readonly new: Revision; readonly setId: string } {
  const [first, second] = [prefixOf(old.name, 'old'), prefixOf(fresh.name, 'new')];
  const same = first === second;
  const before = revisionOf(old, same ? `${first}-old` : first, 'old');
  const after = revisionOf(fresh, same ? `${second}-new` : second, 'new');
  return { old: before, new: after, setId: uuidUrn(`crosswalk ${before.iri} ${after.iri}`) };
}

/** The same content has the same IRI wherever it is; a map whose content is not known is told by its name and side. */
function revisionOf({ name, sha256 }: MapSummary, prefix: string, side: 'old' | 'new'): Revision {
  const iri = uuidUrn(sha256 === null ? `${side} map ${name}` : `map sha256:${sha256}`);
  return {
    name: baseName(name),
    prefix,
    iri,
    version: sha256 === null ? baseName(name) : `sha256:${sha256}`,
  };
}

/** A name without the folders, or the git reference, before it. */
function baseName(name: string): string {
  return name.replace(/^.*[/\\:]/, '');
}

function prefixOf(name: string, otherwise: string): string {
  const base = baseName(name).replace(/\.[^.]*$/, '');
  const plain = base
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\w.-]+/g, '-')
    .replace(/^[^A-Za-z_]+|[-.]+$/g, '');
  if (plain === '') return otherwise;
  return BUILT_IN.has(plain.toLowerCase()) ? `${plain}-${otherwise}` : plain;
}
