import type { Catalogue } from '../model/catalogue.ts';
import type { ChangeKind } from '../model/change.ts';
import type { CrosswalkRow } from '../model/crosswalk.ts';
import type { CrosswalkDocument, EntriesByCode } from './crosswalk-document.ts';
import { type Scheme, schemeOf } from './rdf/concept-iris.ts';
import { iri, italian, named, plain, renderTurtle, type Statements, type Value } from './rdf/statements.ts';

/**
 * The crosswalk in Turtle: a correspondence (XKOS) of one association for each link, the links between the concepts of both
 * schemes (SKOS), what each old concept is replaced by, and the old scheme marked as replaced. Open entries are no links and
 * are left out; how many that are is said.
 */
export async function renderCrosswalkTurtle(
  { crosswalk, old, new: fresh, entries, check }: CrosswalkDocument,
  catalogue?: Catalogue,
): Promise<string> {
  const [before, after] = [schemeOf(old, catalogue), schemeOf(fresh, catalogue)];
  const correspondence = `${before.iri}${before.iri.startsWith('urn:') ? '#' : '/'}to-${after.name}`;
  const linked = crosswalk.rows.filter(({ tier, oldCode, newCode }) =>
    tier === 'open' ? false : oldCode !== '' || newCode !== '',
  );
  const ends = (row: CrosswalkRow): Ends => ({
    old: row.oldCode === '' ? null : conceptOf(before, row.oldCode, entries?.old),
    new: row.newCode === '' ? null : conceptOf(after, row.newCode, entries?.new),
  });
  const associations = linked.map((row, i) => associationOf(`${correspondence}-${i + 1}`, row, ends(row)));
  const open = check.old.open + check.old.possiblyLost;
  return renderTurtle([
    {
      subject: correspondence,
      says: [
        ['rdf:type', [named('xkos:Correspondence')]],
        ['xkos:compares', [iri(before.iri), iri(after.iri)]],
        ['dct:title', [plain(`${before.name} - ${after.name}`)]],
        [
          'dct:description',
          open === 0 ? [] : [plain(`${open} entries are left out: nobody has decided on them yet`)],
        ],
        ['xkos:madeOf', associations.map(({ subject }) => iri(subject))],
      ],
    },
    {
      subject: before.iri,
      says: [
        ['owl:deprecated', [{ text: 'true', type: 'xsd:boolean' }]],
        ['dct:isReplacedBy', [iri(after.iri)]],
      ],
    },
    ...associations,
    ...conceptsOf(linked, ends),
  ]);
}

interface Concept {
  readonly iri: string;
  readonly code: string;
}

interface Ends {
  readonly old: Concept | null;
  readonly new: Concept | null;
}

/** Crosswalks name entries by what hours are booked on; concepts have the code that names the entry. */
function conceptOf(scheme: Scheme, code: string, entries: EntriesByCode | undefined): Concept {
  const entry = entries?.get(code) ?? { code, again: 0 };
  return { iri: scheme.concept(entry.code, entry.again), code: entry.code };
}

function associationOf(subject: string, row: CrosswalkRow, { old, new: fresh }: Ends): Statements {
  const note = [row.change, row.gsim, row.share === null ? null : `share ${row.share}`, row.tier];
  return {
    subject,
    says: [
      ['rdf:type', [named('xkos:ConceptAssociation')]],
      ['xkos:sourceConcept', old === null ? [] : [iri(old.iri)]],
      ['xkos:targetConcept', fresh === null ? [] : [iri(fresh.iri)]],
      ['skos:changeNote', [plain(note.filter((part) => part !== null).join('; '))]],
      ['skos:editorialNote', decisionNotes(row)],
    ],
  };
}

/** Who decided on a link, when and why; nothing where nobody did. */
function decisionNotes({ decidedBy, decidedOn, reason }: CrosswalkRow): readonly Value[] {
  const said = [decidedBy, decidedOn, reason].filter((part) => part !== '');
  return said.length === 0 ? [] : [plain(`decided: ${said.join('; ')}`)];
}

/** By kind: the same thing, nearly the same, or one of which the other is a part. */
const MATCH: Readonly<Partial<Record<ChangeKind, `skos:${string}`>>> = {
  unchanged: 'skos:exactMatch',
  moved: 'skos:exactMatch',
  renamed: 'skos:closeMatch',
  'moved-and-renamed': 'skos:closeMatch',
  split: 'skos:narrowMatch',
  merged: 'skos:broadMatch',
  transfer: 'skos:relatedMatch',
};

/** The concepts of both schemes with their links, and with code and label, so that the file can be read by itself. */
function conceptsOf(rows: readonly CrosswalkRow[], ends: (row: CrosswalkRow) => Ends): readonly Statements[] {
  const olds = new Map<string, { row: CrosswalkRow; code: string; links: [CrosswalkRow, string][] }>();
  const news = new Map<string, { row: CrosswalkRow; code: string }>();
  for (const row of rows) {
    const { old, new: fresh } = ends(row);
    if (fresh !== null && !news.has(fresh.iri)) news.set(fresh.iri, { row, code: fresh.code });
    if (old === null) continue;
    const known = olds.get(old.iri) ?? { row, code: old.code, links: [] };
    olds.set(old.iri, known);
    if (fresh !== null) known.links.push([row, fresh.iri]);
  }
  return [
    ...[...olds].map(
      ([subject, { row, code, links }]): Statements => ({
        subject,
        says: [
          ...called(code, row.oldCode, row.oldLabel),
          ...matches(links),
          ['dct:isReplacedBy', links.map(([, fresh]): Value => iri(fresh))],
          ['owl:deprecated', row.change === 'dropped' ? [{ text: 'true', type: 'xsd:boolean' }] : []],
        ],
      }),
    ),
    ...[...news].map(
      ([subject, { row, code }]): Statements => ({
        subject,
        says: called(code, row.newCode, row.newLabel),
      }),
    ),
  ];
}

/** As the map in Turtle says it. */
function called(code: string, booking: string, label: string): Statements['says'] {
  return [
    ['skos:notation', [plain(code)]],
    ['skos:prefLabel', [italian(label === '' ? code : label)]],
    ['skos:hiddenLabel', booking === code ? [] : [plain(booking)]],
  ];
}

function matches(links: readonly (readonly [CrosswalkRow, string])[]): Statements['says'] {
  return links.flatMap(([{ change }, fresh]) => {
    const match = MATCH[change];
    return match === undefined ? [] : [[match, [iri(fresh)]] as Statements['says'][number]];
  });
}
