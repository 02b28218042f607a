import { parse } from 'yaml';

/** Slots of a mapping in the order of the standard, as far as they may stand in our files. */
const SLOTS = [
  'record_id',
  'subject_id',
  'subject_label',
  'subject_category',
  'predicate_id',
  'predicate_label',
  'predicate_modifier',
  'object_id',
  'object_label',
  'object_category',
  'mapping_justification',
  'author_id',
  'author_label',
  'reviewer_id',
  'reviewer_label',
  'creator_id',
  'creator_label',
  'license',
  'subject_type',
  'subject_source',
  'subject_source_version',
  'object_type',
  'object_source',
  'object_source_version',
  'predicate_type',
  'mapping_provider',
  'mapping_source',
  'mapping_cardinality',
  'cardinality_scope',
  'mapping_tool',
  'mapping_tool_id',
  'mapping_tool_version',
  'mapping_date',
  'publication_date',
  'review_date',
  'confidence',
  'comment',
];
const JUSTIFICATIONS =
  /^semapv:(MappingReview|ManualMappingCuration|LogicalReasoning|LexicalMatching|CompositeMatching|UnspecifiedMatching|SemanticSimilarityThresholdMatching|LexicalSimilarityThresholdMatching|MappingChaining|MappingInversion|StructuralMatching|InstanceBasedMatching|BackgroundKnowledgeBasedMatching)$/;
const BUILT_IN = ['linkml', 'owl', 'prov', 'rdf', 'rdfs', 'semapv', 'skos', 'sssom', 'xsd'];
const CURIE = /^([A-Za-z_][\w.-]*):([\w.~%-]+)$/;
const NO_TERM = 'sssom:NoTermFound';

/** A file taken apart, for tests that look into it. */
export interface SssomFile {
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, string>>[];
}

export function readSssom(text: string): SssomFile {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => !line.startsWith('#'));
  const yaml = lines.slice(0, start).map((line) => line.slice(1));
  const [columns = [], ...cells] = readTsv(lines.slice(start).join('\n'));
  return {
    metadata: parse(yaml.join('\n')) as Record<string, unknown>,
    columns,
    rows: cells.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i] ?? '']))),
  };
}

/** What of a file breaks the rules of `docs/sssom.md`, each with the number of its rule. */
export function sssomProblems(text: string): readonly string[] {
  const problems: string[] = [];
  const check = (rule: number, holds: boolean, what: string): void => {
    if (!holds) problems.push(`${rule}: ${what}`);
  };
  if (text.startsWith('\uFEFF') || text.includes('\r')) return ['1: byte-order mark or carriage return'];
  check(2, text.startsWith('#') && !/\n\n/.test(text), 'metadata first, no empty lines');
  const { metadata, columns, rows } = readSssom(text);
  for (const slot of ['mapping_set_id', 'license']) {
    check(3, /^[a-z][a-z0-9+.-]*:\S+$/.test(String(metadata[slot])), `${slot} is ${metadata[slot]}`);
  }
  check(
    4,
    columns.every((column) => SLOTS.includes(column)),
    'unknown column',
  );
  check(4, sorted(columns.map((column) => SLOTS.indexOf(column))), 'columns out of order');
  check(
    4,
    columns.every((column) => rows.some((row) => row[column] !== '')),
    'empty column',
  );
  const prefixes = Object.keys((metadata.curie_map ?? {}) as object);
  const used = new Set<string>();
  const curie = (value: unknown, where: string): void => {
    const prefix = CURIE.exec(String(value))?.[1] ?? '';
    used.add(prefix);
    check(6, prefixes.includes(prefix) || BUILT_IN.includes(prefix), `${where}: ${value}`);
  };
  curie(metadata.subject_source, 'subject_source');
  curie(metadata.object_source, 'object_source');
  rows.forEach((row, i) => {
    for (const slot of ['subject_id', 'predicate_id', 'object_id', 'mapping_justification']) {
      check(5, row[slot] !== undefined && row[slot] !== '', `row ${i + 1} without ${slot}`);
      curie(row[slot], `row ${i + 1}, ${slot}`);
    }
    check(
      7,
      JUSTIFICATIONS.test(row.mapping_justification ?? ''),
      `row ${i + 1}: ${row.mapping_justification}`,
    );
    if (row.confidence) {
      check(8, /^(0(\.\d{1,3})?|1)$/.test(row.confidence), `row ${i + 1}: confidence ${row.confidence}`);
    }
    check(9, row.predicate_id !== NO_TERM, `row ${i + 1}`);
    check(
      10,
      row.mapping_cardinality === cardinalityOf(row, rows),
      `row ${i + 1}: ${row.mapping_cardinality}`,
    );
    if (row.mapping_date) check(11, /^\d{4}-\d\d-\d\d$/.test(row.mapping_date), `row ${i + 1}`);
  });
  check(6, sorted(prefixes), 'prefixes out of order');
  for (const prefix of prefixes) {
    check(6, used.has(prefix) && !BUILT_IN.includes(prefix) && /^[A-Za-z_][\w.-]*$/.test(prefix), prefix);
  }
  check(9, metadata.subject_source !== undefined && metadata.object_source !== undefined, 'sources');
  check(
    12,
    sorted(rows.map((row) => columns.map((column) => row[column]).join('\u0000'))),
    'rows out of order',
  );
  const quoted = text.split(/[\t\n]/).filter((cell) => cell.startsWith('"') && cell.endsWith('"'));
  check(
    13,
    quoted.every((cell) => cell.slice(1, -1).includes('"')),
    'needless quotes',
  );
  return problems;
}

function cardinalityOf(row: Readonly<Record<string, string>>, rows: SssomFile['rows']): string {
  if (row.object_id === NO_TERM) return '1:0';
  if (row.subject_id === NO_TERM) return '0:1';
  const links = rows.filter((each) => each.object_id !== NO_TERM && each.subject_id !== NO_TERM);
  const subjects = links.filter((each) => each.object_id === row.object_id).length;
  const objects = links.filter((each) => each.subject_id === row.subject_id).length;
  return `${subjects > 1 ? 'n' : '1'}:${objects > 1 ? 'n' : '1'}`;
}

function sorted(values: readonly (string | number)[]): boolean {
  return values.every((value, i) => i === 0 || (values[i - 1] as typeof value) <= value);
}

/** RFC 4180 with tabs. */
function readTsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^\t\n]*))(\t|\n|$)/g)) {
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '\t') continue;
    if (row.length > 1 || row[0] !== '') rows.push(row);
    row = [];
  }
  return rows;
}
