import * as z from 'zod';
import {
  CODE_DAMAGES,
  CONTAINER_NAMES,
  LAYOUT_NAMES,
  type MapNode,
  NODE_KINDS,
  type ProcessMap,
  type ReadNote,
  TEXT_MARKS,
} from '../model/process-map.ts';

const text = z.string();
const id = z.int().min(0);

const place = z
  .strictObject({
    file: text,
    sheet: z.exactOptional(text),
    cell: z.exactOptional(text.regex(/^[A-Z]{1,3}[1-9]\d*$/)),
    page: z.exactOptional(z.int().min(1)),
    table: z.exactOptional(z.int().min(1)),
    line: z.exactOptional(z.int().min(1)),
    column: z.exactOptional(z.int().min(1)),
  })
  .describe(
    'Where something stands: sheet and cell of a workbook, line and column (from 1) of a text file, page or table of a document with the row there.',
  );

const segment = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('root'), letter: text, number: z.int().min(0).nullable() }),
  z.strictObject({ type: z.literal('number'), number: z.int().min(0), suffix: text }),
  z.strictObject({ type: z.literal('coordination') }),
  z.strictObject({ type: z.literal('training') }),
  z.strictObject({ type: z.literal('position'), number: z.int().min(1) }),
  z.strictObject({ type: z.literal('free'), text }),
]);

const code = z
  .strictObject({ text: text.min(1), segments: z.array(segment).min(1) })
  .describe('A code in its canonical form, and its segments.');

const node = z
  .strictObject({
    id: id.describe('Position among the entries, from 0.'),
    kind: z.enum(NODE_KINDS),
    level: z.int().min(1).describe('Depth in the tree, 1 for a macro-process.'),
    code,
    bookingCode: text.nullable().describe('The code hours are booked on; null on structure.'),
    type: z.enum(['A', 'M', 'G']).nullable(),
    label: text,
    parent: id.nullable().describe('Id of the entry above; null at the top.'),
    place,
    implied: z.exactOptional(z.literal(true)),
    mark: z.exactOptional(text),
    restored: z.exactOptional(z.literal(true)),
    about: z
      .exactOptional(
        z.strictObject({
          id: z.exactOptional(text.min(1)),
          definition: z.exactOptional(text.min(1)),
          includes: z.exactOptional(text.min(1)),
          excludes: z.exactOptional(text.min(1)),
          validFrom: z.exactOptional(text.min(1)),
          validTo: z.exactOptional(text.min(1)),
          status: z.exactOptional(text.min(1)),
        }),
      )
      .describe('What the map says of it beside code and label: identifier, definition, validity.'),
    localProcesses: z.exactOptional(z.array(z.strictObject({ name: text, place }))),
  })
  .describe('One entry of the map.') satisfies z.ZodType<MapNode>;

const about = { place, nodeId: z.exactOptional(id) };

const note = z
  .discriminatedUnion('kind', [
    z.strictObject({ ...about, kind: z.enum(['title', 'heading', 'legend', 'header', 'footer']), text }),
    z.strictObject({
      ...about,
      kind: z.literal('code-mended'),
      raw: text,
      code: text,
      mends: z.array(
        z.enum([
          'blank',
          'case',
          'comma',
          'dot',
          'euro-for-c',
          'full-width',
          'glued-label',
          'l-for-1',
          'look-alike',
        ]),
      ),
    }),
    z.strictObject({
      ...about,
      kind: z.literal('code-unreadable'),
      raw: text,
      expected: text.exactOptional(),
    }),
    z.strictObject({
      ...about,
      kind: z.literal('code-spoilt'),
      raw: text,
      damage: z.enum(CODE_DAMAGES),
      expected: text.exactOptional(),
    }),
    z.strictObject({
      ...about,
      kind: z.literal('code-column-chosen'),
      column: text,
      number: z.int().min(1),
      others: z.array(text),
      clear: z.boolean(),
    }),
    z.strictObject({ ...about, kind: z.literal('row-unread'), text }),
    z.strictObject({ ...about, kind: z.literal('column-shifted'), code: text, found: text, expected: text }),
    z.strictObject({ ...about, kind: z.literal('level-mismatch'), code: text, proposed: text.nullable() }),
    z.strictObject({
      ...about,
      kind: z.literal('code-columns-disagree'),
      code: text,
      other: text,
      column: text,
    }),
    z.strictObject({ ...about, kind: z.literal('service-code-mismatch'), code: text, raw: text }),
    z.strictObject({ ...about, kind: z.literal('type-unknown'), raw: text }),
    z.strictObject({ ...about, kind: z.literal('parent-unknown'), code: text, parent: text }),
    z.strictObject({
      ...about,
      kind: z.literal('labels-shifted'),
      firstCode: text,
      lastCode: text,
      rows: z.int(),
    }),
    z.strictObject({ ...about, kind: z.literal('label-elsewhere'), code: text, label: text }),
    z.strictObject({ ...about, kind: z.literal('label-without-code'), label: text }),
    z.strictObject({
      ...about,
      kind: z.literal('undecodable-bytes'),
      count: z.int().min(1),
      encoding: text,
    }),
    z.strictObject({
      ...about,
      kind: z.literal('hidden'),
      what: z.enum(['sheet', 'row', 'column']),
      name: text,
    }),
    z.strictObject({ ...about, kind: z.literal('sheet-without-map'), name: text }),
    z.strictObject({ ...about, kind: z.literal('whitespace'), raw: text }),
    z.strictObject({ ...about, kind: z.literal('formula-without-value'), formula: text }),
    z.strictObject({ ...about, kind: z.literal('cell-error'), value: text }),
    z.strictObject({ ...about, kind: z.literal('unbalanced-quote') }),
    z.strictObject({
      ...about,
      kind: z.literal('row-too-long'),
      cells: z.int().min(1),
      columns: z.int().min(1),
      text,
    }),
    z.strictObject({
      ...about,
      kind: z.literal('text-marked'),
      mark: z.enum(TEXT_MARKS),
      raw: text,
      count: z.int().min(1),
    }),
    z.strictObject({ ...about, kind: z.literal('text-cut'), text }),
    z.strictObject({ ...about, kind: z.literal('text-outside'), what: z.enum(['text', 'table']), text }),
    z.strictObject({ ...about, kind: z.literal('encoding-guessed'), encoding: text, sample: text }),
  ])
  .describe('What reading noticed in the file.') satisfies z.ZodType<ReadNote>;

/** The schema of a process map in JSON, as `procmap convert` writes it. */
export const processMapSchema = z
  .strictObject({
    version: z.literal(1),
    source: z.strictObject({
      name: text,
      container: z.enum(CONTAINER_NAMES),
      layout: z.enum(LAYOUT_NAMES),
      encoding: z.exactOptional(text),
      delimiter: z.exactOptional(text),
      sheets: z.exactOptional(z.array(text)),
      sha256: z.exactOptional(text.regex(/^[0-9a-f]{64}$/)),
    }),
    title: text.nullable(),
    macroFunctions: z.array(z.strictObject({ name: text, letters: z.array(text), place })),
    nodes: z.array(node),
    notes: z.array(note),
  })
  .describe('A process map: one revision, as read from one file.') satisfies z.ZodType<ProcessMap>;

/** The schema as JSON Schema, as published in `docs/process-map.schema.json`. */
export function processMapJsonSchema(): unknown {
  return z.toJSONSchema(processMapSchema, { target: 'draft-7' });
}
