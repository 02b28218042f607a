import { iriOf, PREFIXES, type Prefix } from './vocabulary.ts';

/** A value: an IRI in full, a name with a prefix, or text with its language or type. */
export type Value =
  | { readonly iri: string }
  | { readonly text: string; readonly lang?: string; readonly type?: `${Prefix}:${string}` };

/** What is said of one thing: property and values. Empty lists say nothing. */
export interface Statements {
  readonly subject: string;
  readonly says: readonly (readonly [property: `${Prefix}:${string}`, values: readonly Value[]])[];
}

/** A name with a prefix as a value. */
export function named(name: `${Prefix}:${string}`): Value {
  return { iri: iriOf(name) };
}

export const iri = (text: string): Value => ({ iri: text });
export const plain = (text: string): Value => ({ text });
export const italian = (text: string): Value => ({ text, lang: 'it' });
export const integer = (value: number): Value => ({ text: String(value), type: 'xsd:integer' });

/** An ISO day as such; other text as it is. */
export function day(text: string): Value {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? { text, type: 'xsd:date' } : { text };
}

/** A value, or nothing where there is none. */
export function maybe<T>(value: T | undefined, of: (value: T) => Value): readonly Value[] {
  return value === undefined ? [] : [of(value)];
}

/** Writes statements as Turtle, in their order. The same statements give the same bytes. */
export async function renderTurtle(things: readonly Statements[]): Promise<string> {
  const { DataFactory, Writer } = await import('../../values/rdf-library.ts');
  const { literal, namedNode, quad } = DataFactory;
  const termOf = (value: Value) => {
    if ('iri' in value) return namedNode(value.iri);
    return literal(value.text, value.lang ?? (value.type && namedNode(iriOf(value.type))));
  };
  const used = new Set(things.flatMap(irisIn).flatMap(prefixOf));
  const prefixes = Object.entries(PREFIXES).filter(([prefix]) => used.has(prefix));
  const writer = new Writer({ format: 'text/turtle', prefixes: Object.fromEntries(prefixes) });
  for (const { subject, says } of things)
    for (const [property, values] of says)
      for (const value of values)
        writer.addQuad(quad(namedNode(subject), namedNode(iriOf(property)), termOf(value)));
  return new Promise((done, fail) => writer.end((error, text: string) => (error ? fail(error) : done(text))));
}

function irisIn({ says }: Statements): readonly string[] {
  return says.flatMap(([property, values]) => [
    iriOf(property),
    ...values.flatMap((value) => ('iri' in value ? value.iri : value.type ? iriOf(value.type) : [])),
  ]);
}

function prefixOf(text: string): readonly string[] {
  return Object.entries(PREFIXES).flatMap(([prefix, base]) => (text.startsWith(base) ? [prefix] : []));
}
