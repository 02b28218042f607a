import { utils, write as writeBook } from '@e965/xlsx';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { parseMap } from '../../src/read/parse-map.ts';
import { ProcmapError } from '../../src/words/procmap-error.ts';
import { pack } from '../read/workbook-helpers.ts';
import { docxOf } from '../support/docx.ts';
import { pdfOf } from '../support/pdf.ts';
import { eachTimes } from './each-times.ts';

const RUNS = eachTimes(1000);

const ROWS = [
  ['Macro-processo', 'Processo', 'Sotto-processo', 'Attività'],
  ['A1 Governo', 'A1.1 Ciclo', 'A1.1.1 Programmi', 'A1.1.1.1 Relazione'],
  ['', '', '', 'A1.1.1.2 Bilancio'],
  ['', '', 'A1.1.2 Controlli', 'A1.1.2.1 Rilevazioni'],
];
const CELLS = ROWS.map((row) => row.map((text) => ({ text, down: 1, across: 1, covered: false })));

const book = utils.book_new();
utils.book_append_sheet(book, utils.aoa_to_sheet(ROWS), 'Mappa');
const saved = (bookType: 'biff8' | 'xlsb' | 'ods' | 'fods') =>
  new Uint8Array(writeBook(book, { bookType, bookSST: true, type: 'array' }) as ArrayBuffer);

const HTML = `<html><body><table>${ROWS.map((row) => `<tr>${row.map((text) => `<td rowspan="1">${text}</td>`).join('')}</tr>`).join('')}</table></body></html>`;
const MARKDOWN = ROWS.map((row, i) => `| ${row.join(' | ')} |${i === 0 ? '\n|---|---|---|---|' : ''}`).join(
  '\n',
);
const CONCEPTS = ROWS.slice(1).flatMap((row) => row.filter((text) => text !== ''));
const TURTLE = `@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
${CONCEPTS.map((text) => {
  const [code = '', label = ''] = text.split(' ');
  const above = code.includes('.') ? ` skos:broader <urn:${code.replace(/\.\d+$/, '')}> ;` : '';
  return `<urn:${code}> a skos:Concept ;${above} skos:notation "${code}" ; skos:prefLabel "${label}"@it .`;
}).join('\n')}
`;
const PDF = pdfOf([
  {
    texts: ROWS.flatMap((row, y) => row.map((text, x) => ({ x: 40 + 160 * x, y: 60 + 20 * y, text }))),
    rules: [38, 198, 358].map((x) => [x, 50, x, 130] as const),
  },
]);

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin1 = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
const fromLatin1 = (text: string): Uint8Array =>
  Uint8Array.from(text, (character) => character.charCodeAt(0));

/** A part of an archive is damaged within it: damage to the archive itself hardly ever gets past its list. */
function withPart(
  archive: Uint8Array,
  part: string,
): readonly [text: string, make: (text: string) => Uint8Array] {
  const parts = unzipSync(archive);
  return [strFromU8(parts[part] as Uint8Array), (text) => pack({ ...parts, [part]: bytesOf(text) })];
}

const SAMPLES: Readonly<Record<string, readonly [text: string, make: (text: string) => Uint8Array]>> = {
  fods: [strFromU8(saved('fods')), bytesOf],
  ods: withPart(saved('ods'), 'content.xml'),
  docx: withPart(docxOf([CELLS]), 'word/document.xml'),
  html: [HTML, bytesOf],
  markdown: [MARKDOWN, bytesOf],
  turtle: [TURTLE, bytesOf],
  xls: [latin1(saved('biff8')), fromLatin1],
  xlsb: [latin1(saved('xlsb')), fromLatin1],
  pdf: [latin1(PDF), fromLatin1],
};

const damage = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.nat(3), fc.nat(60)),
  insert: fc.oneof(
    fc.constantFrom(
      '',
      '<',
      '>',
      '"',
      '&amp;',
      '|',
      '99999999',
      '-1',
      '1e308',
      '<table>',
      '</table>',
      '\0',
      'A1.1',
      '\xff\xff',
    ),
    fc.string({ maxLength: 4 }).map((text) => text.replace(/[^\0-\xff]/g, '?')),
  ),
  double: fc.boolean(),
});

describe('damaged files of every container', () => {
  it.each(Object.keys(SAMPLES))(
    '%s is read or refused, and nothing else',
    async (name) => {
      const [text, make] = SAMPLES[name] as (typeof SAMPLES)[string];
      expect((await parseMap({ name, bytes: make(text) })).nodes.map(({ code }) => code.text)).toContain(
        'A1.1.2.1',
      );
      let slowest = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 4 }), async (damages) => {
          const broken = damages.reduce((before, { at, length, insert, double }) => {
            const start = Math.floor(at * before.length);
            const cut = before.slice(start, start + length);
            return before.slice(0, start) + insert + (double ? cut + cut : '') + before.slice(start + length);
          }, text);
          const start = performance.now();
          try {
            await parseMap({ name, bytes: make(broken) });
          } catch (error) {
            if (!(error instanceof ProcmapError)) throw error;
          }
          slowest = Math.max(slowest, performance.now() - start);
        }),
        { numRuns: RUNS },
      );
      expect(slowest).toBeLessThan(20_000);
    },
    300_000,
  );
});
