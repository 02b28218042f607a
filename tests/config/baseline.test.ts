import { describe, expect, it } from 'vitest';
import { checkMaps } from '../../src/app/check-maps.ts';
import { applyBaseline, baselineOf, formatBaseline, parseBaseline } from '../../src/config/baseline.ts';
import { mapOf } from '../support/map-of.ts';

const LINES = ['A1 Alfa', 'A1.1', 'A1.2 Beta', 'A1.1.1 Gamma', 'A1.1.1.2 Delta'];
const checked = (text: string, name = 'map.csv') => {
  const map = mapOf(text);
  return checkMaps([{ ...map, source: { ...map.source, name } }]);
};
const TODAY = checked(LINES.join('\n'));
const BASELINE = parseBaseline('b.json', formatBaseline(baselineOf(TODAY)));
const newIn = (text: string, name?: string, baseline = BASELINE) => {
  const { report, gone } = applyBaseline(checked(text, name), baseline);
  return { keys: report.maps.flatMap(({ findings }) => findings.map(({ key }) => key)), gone };
};

describe('a baseline', () => {
  it.each(['map.csv', './map.csv', '.\\map.csv', 'main:map.csv'])(
    'accepts what it was written from: %s',
    (name) => {
      expect(TODAY.maps[0]?.findings.length).toBeGreaterThan(2);
      expect(newIn(LINES.join('\n'), name)).toEqual({ keys: [], gone: 0 });
    },
  );

  it('accepts nothing of another file', () => {
    expect(newIn(LINES.join('\n'), 'other.csv').keys).toHaveLength(TODAY.maps[0]?.findings.length ?? 0);
  });

  it('keeps what it accepts for those who want to show it', () => {
    expect(applyBaseline(TODAY, BASELINE).report.maps[0]?.accepted).toEqual(TODAY.maps[0]?.findings);
  });

  it('knows a finding by rule and code: rows may move and labels change', () => {
    const later = `\n\n${LINES.join('\n\n').replace('Alfa', 'Alpha').replace('Beta', 'B')}`;
    expect(newIn(later)).toEqual({ keys: [], gone: 0 });
  });

  it('lets new findings through, and counts those that are gone', () => {
    const later = LINES.join('\n').replace('A1.1\n', 'A1.1 Ora\n');
    expect(newIn(`${later}\nA1.1.1.3`)).toEqual({ keys: ['missing-label A1.1.1.3'], gone: 1 });
  });

  it('tells several findings of one rule and code apart', () => {
    const known = baselineOf(checked('A1 Alfa\nA1 Alfa'));
    expect(newIn('A1 Alfa\nA1 Alfa\nA1 Alfa', 'map.csv', known).keys).toEqual(['duplicate-code A1 #2']);
  });

  it('keeps what it knows of other files, and forgets a file that has no findings left', () => {
    const both = baselineOf(checked(LINES.join('\n'), 'other.csv'), BASELINE);
    expect(Object.keys(both.files)).toEqual(['map.csv', 'other.csv']);
    expect(Object.keys(baselineOf(checked('A1 Alfa'), both).files)).toEqual(['other.csv']);
  });

  it.each(['', '[]', '{"version": 2, "files": {}}', '{"version": 1}'])('refuses %j', (text) => {
    expect(() => parseBaseline('b.json', text)).toThrow(
      expect.objectContaining({ code: 'baseline-invalid' }),
    );
  });
});
