import type { Catalogue } from '../../model/catalogue.ts';
import type { MapNode } from '../../model/process-map.ts';
import { uuidUrn } from '../../values/uuid.ts';

/** A revision of a map as a scheme of concepts. */
export interface Scheme {
  readonly iri: string;
  /** What its files are called. */
  readonly name: string;
  /** The IRI of the concept that has this code; `again` tells entries with the same code apart, 0 for the first. */
  readonly concept: (code: string, again?: number) => string;
}

/** As much of a map as tells which revision it is. */
interface Revision {
  readonly name: string;
  readonly sha256?: string | null | undefined;
}

/**
 * The IRIs of a revision. Those of a catalogue begin with its base; without one they are name-based UUIDs, the same for the
 * same content, which nobody can look up.
 */
export function schemeOf({ name, sha256 }: Revision, catalogue: Catalogue | undefined): Scheme {
  const file = name.replace(/^.*[/\\:]/, '');
  const slug = slugOf(catalogue?.revisions?.[file] ?? file.replace(/(?<=.)\.[^.]*$/, ''));
  if (catalogue === undefined) {
    const iri = uuidUrn(sha256 == null ? `map ${file}` : `map sha256:${sha256}`);
    return { iri, name: slug, concept: (code, again = 0) => `${iri}#${local(code, again)}` };
  }
  const iri = `${catalogue.base}/${slug}`;
  return { iri, name: slug, concept: (code, again = 0) => `${iri}/${local(code, again)}` };
}

function local(code: string, again: number): string {
  const plain = encodeURIComponent(code).replace(
    /[!'()*~]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return again === 0 ? plain : `${plain}~${again + 1}`;
}

/** Small letters, digits and dashes. */
function slugOf(text: string): string {
  const plain = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return plain === '' ? 'map' : plain;
}

/** The IRI of each entry, by id. */
export function conceptIris(nodes: readonly MapNode[], { concept }: Scheme): readonly string[] {
  const seen = new Map<string, number>();
  return nodes.map(({ code }) => {
    const again = seen.get(code.text) ?? 0;
    seen.set(code.text, again + 1);
    return concept(code.text, again);
  });
}
