import type { ChangeKind } from '../model/change.ts';
import type { CrosswalkRow } from '../model/crosswalk.ts';
import type { CrosswalkDocument } from './crosswalk-document.ts';
import { type Revision, revisionsOf } from './sssom-revisions.ts';

const NO_TERM = 'sssom:NoTermFound';

/** Slots of a mapping, in the order of the SSSOM schema; a canonical file has its columns and its rows in this order. */
const SLOTS = [
  'subject_id',
  'subject_label',
  'predicate_id',
  'object_id',
  'object_label',
  'mapping_justification',
  'author_label',
  'mapping_cardinality',
  'mapping_date',
  'confidence',
  'comment',
] as const;
type Slot = (typeof SLOTS)[number];
type Mapping = Readonly<Record<Slot, string>>;

/**
 * The crosswalk in SSSOM/TSV, the exchange format of ontology mappings (https://mapping-commons.github.io/sssom/), in its
 * canonical form. Each revision has a prefix of its own, so that a recycled code names two things. Open entries are no
 * mappings and are left out.
 */
export function renderCrosswalkSssom(document: CrosswalkDocument): string {
  const { crosswalk, old, new: fresh } = document;
  const revisions = revisionsOf(old, fresh);
  const mapped = crosswalk.rows.filter(({ tier, oldCode }) => tier !== 'open' || oldCode === '');
  const cardinality = cardinalities(mapped);
  const mappings = mapped
    .map((row) => mappingOf(row, revisions, cardinality(row)))
    .sort((a, b) =>
      compare(
        SLOTS.map((slot) => a[slot]),
        SLOTS.map((slot) => b[slot]),
      ),
    );
  const slots = SLOTS.filter((slot) => mappings.some((mapping) => mapping[slot] !== ''));
  const lines = [slots, ...mappings.map((mapping) => slots.map((slot) => field(mapping[slot])))];
  const header = metadata(revisions, document);
  return [...header.map((line) => `#${line}`), ...lines.map((line) => line.join('\t')), ''].join('\n');
}

interface Revisions {
  readonly old: Revision;
  readonly new: Revision;
  readonly setId: string;
}

function metadata(
  { old, new: fresh, setId }: Revisions,
  { toolVersion, check }: CrosswalkDocument,
): readonly string[] {
  const prefixes = [old, fresh].map(({ prefix, iri }) => `  ${prefix}: ${iri}#`).sort();
  const left = [`${check.old.open} open`, `${check.old.possiblyLost} possibly lost`].filter(
    (each) => !each.startsWith('0 '),
  );
  const open = left.length === 0 ? '' : `; ${left.join(' and ')} entries are left out`;
  return [
    'sssom_version: "1.1"',
    'curie_map:',
    ...prefixes,
    '  uuid: "urn:uuid:"',
    `mapping_set_id: ${setId}`,
    `mapping_set_title: ${yamlText(`${old.name} to ${fresh.name}`)}`,
    `mapping_set_description: ${yamlText(`Crosswalk of two revisions of a process map${open}`)}`,
    'license: https://w3id.org/sssom/license/unspecified',
    'subject_type: skos concept',
    `subject_source: ${sourceOf(old)}`,
    `subject_source_version: ${yamlText(old.version)}`,
    'object_type: skos concept',
    `object_source: ${sourceOf(fresh)}`,
    `object_source_version: ${yamlText(fresh.version)}`,
    'mapping_tool: procmap',
    `mapping_tool_version: ${yamlText(toolVersion)}`,
  ];
}

function sourceOf({ iri }: Revision): string {
  return `uuid:${iri.slice('urn:uuid:'.length)}`;
}

function mappingOf(row: CrosswalkRow, { old, new: fresh }: Revisions, cardinality: string): Mapping {
  const { oldCode, newCode } = row;
  const isLink = oldCode !== '' && newCode !== '';
  return {
    subject_id: oldCode === '' ? NO_TERM : curie(old, oldCode),
    subject_label: row.oldLabel,
    predicate_id: isLink ? predicateOf(row) : 'skos:exactMatch',
    object_id: newCode === '' ? NO_TERM : curie(fresh, newCode),
    object_label: row.newLabel,
    mapping_justification: justificationOf(row),
    author_label: row.decidedBy.replace(/[\\|]/g, '\\$&'),
    mapping_cardinality: cardinality,
    mapping_date: row.decidedOn,
    confidence: isLink ? String(Math.round(row.confidence * 1000) / 1000) : '',
    comment: commentOf(row),
  };
}

/** The local part is percent-encoded, so that the code of any classification makes a CURIE (`AC-2(1)`, `A1.1.1#2`). */
function curie({ prefix }: Revision, code: string): string {
  const encoded = encodeURIComponent(code).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${prefix}:${encoded}`;
}

/** Split: what it becomes is narrower. Merged: what it becomes is broader. Both at once: related. */
const PREDICATES: Readonly<Record<ChangeKind, string>> = {
  unchanged: 'skos:exactMatch',
  renamed: 'skos:closeMatch',
  moved: 'skos:exactMatch',
  'moved-and-renamed': 'skos:closeMatch',
  split: 'skos:narrowMatch',
  merged: 'skos:broadMatch',
  transfer: 'skos:relatedMatch',
  dropped: 'skos:exactMatch',
  'possibly-lost': 'skos:relatedMatch',
  added: 'skos:exactMatch',
  open: 'skos:relatedMatch',
};

function predicateOf({ change, evidence }: CrosswalkRow): string {
  const editorial = kindsIn(evidence).some((kind) => kind === 'editorial-label' || kind === 'same-label');
  if (editorial && (change === 'renamed' || change === 'moved-and-renamed')) return 'skos:exactMatch';
  return PREDICATES[change];
}

const LEXICAL: ReadonlySet<string> = new Set([
  'same-label',
  'editorial-label',
  'label-similarity',
  'label-contained',
  'part-of-label',
]);

function justificationOf({ decidedBy, decidedOn, evidence }: CrosswalkRow): string {
  const kinds = kindsIn(evidence);
  if (decidedBy !== '' || decidedOn !== '' || kinds.includes('decision'))
    return 'semapv:ManualMappingCuration';
  if (kinds.includes('carried-by-rule')) return 'semapv:StructuralMatching';
  if (kinds.length === 0 || !kinds.every((kind) => LEXICAL.has(kind))) return 'semapv:CompositeMatching';
  return kinds.includes('same-label')
    ? 'semapv:LexicalMatching'
    : 'semapv:LexicalSimilarityThresholdMatching';
}

function kindsIn(evidence: string): readonly string[] {
  return evidence === '' ? [] : evidence.split('|').map((piece) => piece.split(':')[0] ?? '');
}

function commentOf({ change, gsim, share, alarms, reason }: CrosswalkRow): string {
  const facts = [
    gsim === null ? change : `${change} (${gsim})`,
    ...(share === null || share === '1' ? [] : [`share ${share}`]),
    ...alarms,
    ...(reason === '' ? [] : [reason]),
  ];
  return facts.join('; ');
}

/** How often subject and object stand in the set, as the standard counts it: rows without a counterpart stand apart. */
function cardinalities(rows: readonly CrosswalkRow[]): (row: CrosswalkRow) => string {
  const links = rows.filter(({ oldCode, newCode }) => oldCode !== '' && newCode !== '');
  const targets = countBy(links.map(({ oldCode }) => oldCode));
  const sources = countBy(links.map(({ newCode }) => newCode));
  return ({ oldCode, newCode }) => {
    if (oldCode === '') return '0:1';
    if (newCode === '') return '1:0';
    const subject = (sources.get(newCode) ?? 0) > 1 ? 'n' : '1';
    return `${subject}:${(targets.get(oldCode) ?? 0) > 1 ? 'n' : '1'}`;
  };
}

function countBy(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** Lexicographically, slot by slot, by code unit. */
function compare(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((text, i) => text !== b[i]);
  if (at === -1) return 0;
  return (a[at] ?? '') < (b[at] ?? '') ? -1 : 1;
}

function field(text: string): string {
  return /["\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A YAML scalar: plain where that is read back as the same text, else in double quotes, whose escapes JSON shares. */
function yamlText(text: string): string {
  const plain =
    /^[^\s\-?:,[\]{}#&*!|>'"%@`]/.test(text) &&
    !/:(\s|$)|\s#|\s$|[\p{Cc}]/u.test(text) &&
    !/^(true|false|null|yes|no|on|off|[\d.][\d_.eE+:-]*)$/i.test(text);
  return plain ? text : JSON.stringify(text);
}
