import { NODE_KINDS } from '../../model/process-map.ts';
import { ProcmapError } from '../../words/procmap-error.ts';
import type { Table, TableRow } from '../table.ts';
import { iris, mainLanguage, READ, textIn, texts } from './terms.ts';
import type { Thing } from './thing.ts';

const HEADER = [
  ...['code', 'booking_code', 'kind', 'type', 'label', 'parent'],
  ...['id', 'definition', 'includes', 'excludes', 'valid_from', 'valid_to', 'status'],
] as const;

/**
 * The concepts of a file as flat tables, one for each scheme: notation, label in the language that most have, and the notation
 * of the concept above, whichever of the two says so. Concepts without a notation have no code; those are told as any row
 * without one is.
 *
 * @throws ProcmapError `turtle-without-concepts`, and `turtle-several-parents` where a concept stands below several: a tree has one place for each
 */
export function conceptTables(file: string, things: readonly Thing[]): readonly Table[] {
  const concepts = things.filter(
    (thing) =>
      iris(thing, READ.type).includes(READ.concept) || (thing.says.has(READ.notation) && isPlaced(thing)),
  );
  if (concepts.length === 0) throw new ProcmapError('turtle-without-concepts', { file });
  const parents = parentsOf(file, concepts);
  const groups = membersOf(things);
  const lang = mainLanguage(concepts);
  const codes = new Map(concepts.map((concept) => [concept.iri, codeOf(concept)]));
  const bySchemes = groupBySchemes(concepts);
  return [...bySchemes].map(([scheme, own]) => {
    const about = things.find(({ iri }) => iri === scheme);
    const title =
      about === undefined ? '' : textIn(about, READ.title, lang) || textIn(about, READ.label, lang);
    const rows: TableRow[] = own.map((concept) => {
      const group = groups.get(concept.iri);
      return { number: concept.line, cells: cellsOf(concept, { lang, codes, parents, group }) };
    });
    const head: TableRow[] = [
      ...(title === '' ? [] : [{ number: about?.line ?? 1, cells: [title] }]),
      { number: about?.line ?? 1, cells: HEADER },
    ];
    return {
      file,
      sheet: bySchemes.size > 1 ? title || scheme : null,
      rows: [...head, ...rows],
      notes: [],
    };
  });
}

function isPlaced(thing: Thing): boolean {
  return [READ.broader, READ.inScheme, READ.topConceptOf].some((property) => thing.says.has(property));
}

/** A notation without a type of its own goes before others; of several the shortest. */
export function codeOf(concept: Thing): string {
  const all = texts(concept, READ.notation);
  const untyped = all.filter(({ datatype }) => /#(?:string|langString)$/.test(datatype.value));
  const from = untyped.length > 0 ? untyped : all;
  const [shortest] = from.map(({ value }) => value).sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  return shortest ?? '';
}

function groupBySchemes(concepts: readonly Thing[]): ReadonlyMap<string, readonly Thing[]> {
  const groups = new Map<string, Thing[]>();
  for (const concept of concepts) {
    const [scheme = ''] = [...iris(concept, READ.inScheme), ...iris(concept, READ.topConceptOf)];
    const same = groups.get(scheme);
    if (same) same.push(concept);
    else groups.set(scheme, [concept]);
  }
  return groups;
}

function parentsOf(file: string, concepts: readonly Thing[]): ReadonlyMap<string, string> {
  const above = new Map<string, Set<string>>(concepts.map(({ iri }) => [iri, new Set()]));
  for (const concept of concepts) {
    for (const parent of iris(concept, READ.broader)) above.get(concept.iri)?.add(parent);
    for (const child of iris(concept, READ.narrower)) above.get(child)?.add(concept.iri);
  }
  const several = concepts.find(({ iri }) => (above.get(iri)?.size ?? 0) > 1);
  if (several) {
    const parents = [...(above.get(several.iri) ?? [])].join(', ');
    throw new ProcmapError('turtle-several-parents', {
      file,
      line: several.line,
      concept: several.iri,
      parents,
    });
  }
  return new Map(
    [...above].flatMap(([iri, parents]) => [...parents].map((parent) => [iri, parent] as const)),
  );
}

/** What kind of entry a concept is, and its booking type, where collections of ours say so. */
interface Group {
  kind?: string;
  type?: string;
}

function membersOf(things: readonly Thing[]): ReadonlyMap<string, Group> {
  const groups = new Map<string, Group>();
  for (const thing of things) {
    if (!iris(thing, READ.type).includes(READ.collection)) continue;
    const name = codeOf(thing);
    const field = (NODE_KINDS as readonly string[]).includes(name)
      ? 'kind'
      : /^[AMG]$/.test(name)
        ? 'type'
        : null;
    if (field === null) continue;
    for (const member of iris(thing, READ.member))
      groups.set(member, { ...groups.get(member), [field]: name });
  }
  return groups;
}

interface Known {
  readonly lang: string;
  readonly codes: ReadonlyMap<string, string>;
  readonly parents: ReadonlyMap<string, string>;
  readonly group: Group | undefined;
}

const NOT_BOOKED: ReadonlySet<string> = new Set(['macro-process', 'process', 'sub-process', 'group']);

function cellsOf(concept: Thing, { lang, codes, parents, group }: Known): readonly string[] {
  const code = codeOf(concept);
  const label = textIn(concept, READ.label, lang);
  const parent = parents.get(concept.iri);
  const kind = group?.kind ?? '';
  const booking = texts(concept, READ.booking)[0]?.value ?? code;
  const text = (property: string) => textIn(concept, property, lang);
  return [
    code,
    kind === '' || NOT_BOOKED.has(kind) ? '' : booking,
    kind,
    group?.type ?? '',
    // An entry without a label is called by its code.
    label === code ? '' : label,
    parent === undefined ? '' : (codes.get(parent) ?? parent),
    ...[READ.identifier, READ.definition, READ.includes, READ.excludes].map(text),
    ...[READ.validFrom, READ.validTo, READ.status].map(text),
  ];
}
