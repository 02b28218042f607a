import { createHash } from 'node:crypto';
import type { MapSummary } from '../model/report.ts';

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
  return { old: before, new: after, setId: uuidOf(`crosswalk ${before.iri} ${after.iri}`) };
}

/** The same content has the same IRI wherever it is; a map whose content is not known is told by its name and side. */
function revisionOf({ name, sha256 }: MapSummary, prefix: string, side: 'old' | 'new'): Revision {
  const iri = uuidOf(sha256 === null ? `${side} map ${name}` : `map sha256:${sha256}`);
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

/** Namespace of this project's names, itself a name-based UUID of `procmap`. */
const NAMESPACE = Buffer.from('5b3a1f0c8c5d5f6f9a0e2f6d8f5a7c31', 'hex');

/** A name-based UUID (version 5, RFC 9562) as a URN. */
function uuidOf(name: string): string {
  const digest = createHash('sha1').update(NAMESPACE).update(name).digest();
  digest[6] = ((digest[6] ?? 0) & 0x0f) | 0x50;
  digest[8] = ((digest[8] ?? 0) & 0x3f) | 0x80;
  const hex = digest.toString('hex');
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)];
  return `urn:uuid:${parts.join('-')}`;
}
