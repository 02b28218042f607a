import { describe, expect, it } from 'vitest';
import { applyBaseline, baselineOf, formatBaseline, parseBaseline } from '../../src/config/baseline.ts';
import { checkReportOf } from '../support/check-report-of.ts';
import { mapOf } from '../support/map-of.ts';

const findingsIn = (text: string) => checkReportOf(mapOf(text)).maps[0]?.findings ?? [];
const TODAY = findingsIn('A1 Alfa\nA1.1\nA1.2 Beta\nA1.1.1 Gamma\nA1.1.1.2 Delta');
const baseline = parseBaseline(
  'b.json',
  formatBaseline(baselineOf([{ name: './map.csv', findings: TODAY }])),
);

describe('a baseline', () => {
  it('accepts what it was written from, wherever the file is read from', () => {
    expect(TODAY.length).toBeGreaterThan(2);
    for (const name of ['map.csv', './map.csv', '.\\map.csv', 'main:map.csv']) {
      expect(applyBaseline(name, TODAY, baseline)).toEqual({ findings: [], accepted: TODAY, gone: 0 });
    }
    expect(applyBaseline('other.csv', TODAY, baseline).findings).toEqual(TODAY);
  });

  it('knows a finding by rule and code: rows may move and labels change', () => {
    const later = findingsIn('\n\nA1 Alpha\n\nA1.1\nA1.2 B\nA1.1.1 Gamma\nA1.1.1.2 Delta');
    expect(applyBaseline('map.csv', later, baseline).findings).toEqual([]);
  });

  it('lets new findings through, and counts those that are gone', () => {
    const later = findingsIn('A1 Alfa\nA1.1 Ora\nA1.2 Beta\nA1.1.1 Gamma\nA1.1.1.2 Delta\nA1.1.1.3');
    const { findings, gone } = applyBaseline('map.csv', later, baseline);
    expect(findings.map(({ key }) => key)).toEqual(['missing-label A1.1.1.3']);
    expect(gone).toBe(1);
  });

  it('tells several findings of one rule and code apart', () => {
    const twice = findingsIn('A1 Alfa\nA1 Alfa');
    const known = baselineOf([{ name: 'map.csv', findings: twice }]);
    const thrice = findingsIn('A1 Alfa\nA1 Alfa\nA1 Alfa');
    expect(applyBaseline('map.csv', thrice, known).findings.map(({ key }) => key)).toEqual([
      'duplicate-code A1 #2',
    ]);
  });

  it('keeps what it knows of other files', () => {
    const both = baselineOf([{ name: 'other.csv', findings: TODAY.slice(0, 1) }], baseline);
    expect(Object.keys(both.files)).toEqual(['map.csv', 'other.csv']);
    expect(Object.keys(baselineOf([{ name: 'map.csv', findings: [] }], both).files)).toEqual(['other.csv']);
  });

  it.each(['', '[]', '{"version": 2, "files": {}}', '{"version": 1}'])('refuses %j', (text) => {
    expect(() => parseBaseline('b.json', text)).toThrow(
      expect.objectContaining({ code: 'baseline-invalid' }),
    );
  });
});
