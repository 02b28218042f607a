import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Decision } from '../../src/model/decision.ts';
import { parseMap } from '../../src/read/parse-map.ts';
import { renderCrosswalkSssom } from '../../src/render/crosswalk-sssom.ts';
import { crosswalkDocument } from '../support/crosswalk-document.ts';
import { decisionOf } from '../support/decision-of.ts';
import { mapOf } from '../support/map-of.ts';
import { readSssom, sssomProblems } from '../support/sssom-problems.ts';

const read = (file: string) => parseMap({ name: file, bytes: readFileSync(`fixtures/${file}`) });
const OLD = mapOf(`
  A1 Pianificazione
  A1.1 Programmazione
  A1.1.1 Documenti
  A1.1.1.1 Relazione previsionale e programmatica
  A1.1.1.2 Piano della performance
  A1.1.1.3 Bilancio sociale e di mandato
  A1.1.1.4 Ciclo della spesa corrente`);
const NEW = mapOf(`
  A1 Pianificazione
  A1.1 Programmazione
  A1.1.1 Documenti
  A1.1.1.1 Relazione previsionale e programmatica
  A1.1.1.2 Bilancio sociale e di mandato
  A1.1.1.3 Uso del "legno"`);

function write(...decisions: readonly Decision[]): string {
  return renderCrosswalkSssom(crosswalkDocument(OLD, NEW, { decisions: { decisions, problems: [] } }));
}

function rowsOf(text: string) {
  return readSssom(text).rows.map((row) => [row.subject_id, row.predicate_id, row.object_id].join(' '));
}

describe('a crosswalk in SSSOM/TSV', () => {
  it('keeps the rules of docs/sssom.md for the main maps', async () => {
    const text = renderCrosswalkSssom(
      crosswalkDocument(await read('massa-carrara-2021.csv'), await read('unioncamere-rev2023.csv')),
    );
    expect(sssomProblems(text)).toEqual([]);
    expect(readSssom(text).rows.length).toBeGreaterThan(300);
  });

  it('keeps them with decisions, splits, mergers, dropped and added entries, quotes and bars', () => {
    const facts = { by: 'M. Bianchi | L. Verdi', reason: 'uno\tdue', on: '2025-03-14' };
    const text = write(
      decisionOf('accept A1.1.1.1 A1.1.1.1', { ...facts, share: '0.5' }),
      decisionOf('accept A1.1.1.1 A1.1.1.2', { ...facts, share: '0.5' }),
      decisionOf('accept A1.1.1.3 A1.1.1.2', facts),
      decisionOf('drop A1.1.1.2', facts),
      decisionOf('drop A1.1.1.4', facts),
      decisionOf('add A1.1.1.3', facts),
    );
    expect(sssomProblems(text)).toEqual([]);
    expect(rowsOf(text)).toEqual([
      'map-old:A1.1.1.1 skos:relatedMatch map-new:A1.1.1.1',
      'map-old:A1.1.1.1 skos:relatedMatch map-new:A1.1.1.2',
      'map-old:A1.1.1.2 skos:exactMatch sssom:NoTermFound',
      'map-old:A1.1.1.3 skos:broadMatch map-new:A1.1.1.2',
      'map-old:A1.1.1.4 skos:exactMatch sssom:NoTermFound',
      'sssom:NoTermFound skos:exactMatch map-new:A1.1.1.3',
    ]);
    expect(readSssom(text).rows[0]).toMatchObject({
      mapping_justification: 'semapv:ManualMappingCuration',
      author_label: 'M. Bianchi \\| L. Verdi',
      mapping_cardinality: '1:n',
      mapping_date: '2025-03-14',
      confidence: '1',
      comment: 'transfer (RC5); share 0.5; uno\tdue',
    });
  });

  it('keeps a recycled code of one revision apart from that of the other', () => {
    const { metadata } = readSssom(write());
    const map = metadata.curie_map as Record<string, string>;
    expect(map['map-old']).not.toBe(map['map-new']);
  });

  it('leaves open entries out, and says how many', () => {
    const elsewhere = mapOf(OLD.nodes.map(({ code, label }) => `${code.text} ${label}`).join('\n'));
    const stale = decisionOf('accept A1.1.1.1 A1.1.1.1', { newFingerprint: '000000-000000-000000' });
    const options = { decisions: { decisions: [stale], problems: [] } };
    const text = renderCrosswalkSssom(crosswalkDocument(OLD, elsewhere, options));
    expect(sssomProblems(text)).toEqual([]);
    expect(rowsOf(text).map((row) => row.split(' ')[0])).not.toContain('map-old:A1.1.1.1');
    expect(readSssom(text).metadata.mapping_set_description).toMatch(
      /; 1 (open|possibly lost) entries are left out$/,
    );
  });

  it('makes a CURIE of any code', () => {
    const flat = mapOf('  AC-2(1) Account management\n  01.11.1 Growing of wheat', { layout: 'flat' });
    const text = renderCrosswalkSssom(crosswalkDocument(flat, flat));
    expect(sssomProblems(text)).toEqual([]);
    expect(rowsOf(text)).toContain('map-old:AC-2%281%29 skos:exactMatch map-new:AC-2%281%29');
  });

  it('is checked by a test that can fail', () => {
    const text = write();
    const broken = [
      [text.replace('semapv:', 'my:'), /^6/],
      [text.replace(/semapv:\w+/, 'semapv:Guess'), /^7/],
      [text.replace(/^#license.*\n/m, ''), /^3/],
      [text.replace('\t1:1', '\tn:1'), /^10/],
      [text.replace(/\n/g, '\r\n'), /^1/],
      [`${text}map-old:A0\t\tskos:exactMatch\tmap-new:A0\t\tsemapv:LexicalMatching\t1:1\t2\t\n`, /^8/],
    ] as const;
    for (const [file, problem] of broken)
      expect(sssomProblems(file).some((each) => problem.test(each))).toBe(true);
  });
});
