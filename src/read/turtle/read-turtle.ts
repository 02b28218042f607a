import type { Quad, Term } from 'n3';
import { ProcmapError } from '../../words/procmap-error.ts';
import type { ReadLimits } from '../limits.ts';
import { refuseLarge } from '../refuse-large.ts';
import type { Table } from '../table.ts';
import { decodeFile } from '../text/decode-text.ts';
import { associationTable } from './association-table.ts';
import { conceptTables } from './concept-tables.ts';
import type { Thing } from './thing.ts';

/**
 * Reads what Turtle says of a scheme of concepts as a flat table, and of a correspondence between two as a table of links.
 *
 * @throws ProcmapError `text-too-large`, or `turtle-invalid` with the line
 */
export async function readTurtle(
  file: string,
  bytes: Uint8Array,
  limits: ReadLimits,
): Promise<readonly Table[]> {
  refuseLarge(file, bytes, limits);
  const { text } = decodeFile(file, bytes);
  const things = await thingsIn(file, text, limits);
  const links = associationTable(file, things);
  return links === null ? conceptTables(file, things) : [links];
}

async function thingsIn(file: string, text: string, { cells }: ReadLimits): Promise<readonly Thing[]> {
  const { Lexer, Parser } = await import('../../values/rdf-library.ts');
  const lexer = new Lexer();
  let line = 1;
  const tokenize = lexer.tokenize.bind(lexer);
  lexer.tokenize = ((input: string, told: (error: Error, token: { readonly line?: number }) => void) =>
    tokenize(input, (error: Error, token: { readonly line?: number }) => {
      line = token?.line ?? line;
      told(error, token);
    })) as typeof lexer.tokenize;
  const parser = new Parser({ lexer, format: 'text/turtle' } as ConstructorParameters<typeof Parser>[0]);
  const things = new Map<string, { iri: string; line: number; says: Map<string, Term[]> }>();
  let count = 0;
  return new Promise((done, fail) => {
    parser.parse(text, (error: Error | null, quad: Quad | null) => {
      if (error) return fail(invalid(file, error, line));
      if (quad === null) return done([...things.values()]);
      if (++count > cells) return fail(tooLarge(file, count, cells));
      const thing = things.get(quad.subject.value) ?? { iri: quad.subject.value, line, says: new Map() };
      things.set(thing.iri, thing);
      const known = thing.says.get(quad.predicate.value);
      if (known) known.push(quad.object);
      else thing.says.set(quad.predicate.value, [quad.object]);
    });
  });
}

function invalid(file: string, { message }: Error, line: number): ProcmapError {
  const [, at] = / on line (\d+)\.?$/.exec(message) ?? [];
  const reason = message.replace(/ on line \d+\.?$/, '').slice(0, 120);
  return new ProcmapError('turtle-invalid', { file, line: at === undefined ? line : Number(at), reason });
}

function tooLarge(file: string, found: number, limit: number): ProcmapError {
  return new ProcmapError('text-too-large', { file, measure: 'cells', found, limit });
}
