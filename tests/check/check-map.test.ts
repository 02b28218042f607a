import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkMap, rulesToRun } from '../../src/check/check-map.ts';
import { RULE_IDS } from '../../src/check/registry.ts';
import type { ProcessMap, ReadNoteKind } from '../../src/model/process-map.ts';
import { mapOf, noteAt } from '../support/map-of.ts';

const DEFECTIVE = mapOf('B1\nA1 Alfa\nA1.1 Beta\nA1.1.1.2 Delta\nA1.1.1.2 Delta\nA1.1.2 Zeta', {
  notes: [noteAt(9, 'row-unread', { text: 'x' }), noteAt(3, 'whitespace', { raw: 'Beta ' })],
});
const rulesOf = (map: ProcessMap, options = {}) =>
  checkMap(map, options).map(({ ruleId, place }) => `${place.line} ${ruleId}`);

describe('checkMap', () => {
  it('reports everything, by place and then by rule', () => {
    expect(rulesOf(DEFECTIVE)).toEqual([
      '1 empty-branch',
      '1 missing-label',
      '1 out-of-order',
      '3 stray-whitespace',
      '4 orphan-code',
      '4 numbering-gap',
      '5 duplicate-code',
      '6 empty-branch',
      '9 unread-row',
    ]);
  });

  it('orders sheets as the workbook does, and cells by row before column', () => {
    const place = (sheet: string, cell: string) => ({ file: 'm.xlsx', sheet, cell });
    const places = [place('B', 'A10'), place('A', 'AA2'), place('A', 'B2'), place('B', 'A9')];
    const map = mapOf('');
    const found = checkMap({
      ...map,
      source: { ...map.source, sheets: ['B', 'A'] },
      notes: places.map((at) => ({ kind: 'row-unread', place: at, text: 'x' })),
    });
    expect(found.map((f) => `${f.place.sheet}!${f.place.cell}`)).toEqual(['B!A9', 'B!A10', 'A!B2', 'A!AA2']);
  });

  it('gives the same findings in the same order however the notes come', () => {
    const shuffled = fc.shuffledSubarray([...DEFECTIVE.notes], { minLength: DEFECTIVE.notes.length });
    fc.assert(
      fc.property(shuffled, (notes) => {
        expect(checkMap({ ...DEFECTIVE, notes })).toEqual(checkMap(DEFECTIVE));
      }),
    );
  });

  it('lets the configuration weigh and silence rules', () => {
    const found = checkMap(DEFECTIVE, { severities: { 'missing-label': 'info', 'numbering-gap': 'off' } });
    expect(found.find((f) => f.ruleId === 'missing-label')?.severity).toBe('info');
    expect(found.some((f) => f.ruleId === 'numbering-gap')).toBe(false);
    expect(rulesToRun({ severities: { 'numbering-gap': 'off' } })).toHaveLength(RULE_IDS.length - 1);
  });

  it('runs single rules', () => {
    expect(rulesOf(DEFECTIVE, { only: ['orphan-code'] })).toEqual(['4 orphan-code']);
  });
});

describe('one defect, one finding', () => {
  it('a missing sub-process above several activities', () => {
    const map = mapOf('A1 Alfa\nA1.1 Beta\nA1.1.1.1 a\nA1.1.1.2 b\nA1.1.2 Gamma\nA1.1.2.1 c');
    expect(rulesOf(map)).toEqual(['3 orphan-code']);
  });

  it('a list of activities whose branches have no rows', () => {
    expect(rulesOf(mapOf('A1.1.1.1 a\nA1.2.1.1 b\nB1.1.1.1 c'))).toEqual(['1 orphan-code', '3 orphan-code']);
  });

  it('an activity with the code of its sub-process is neither a duplicate nor a second label', () => {
    const map = mapOf(
      'E1 Alfa\nE1.1 Beta\nE1.1.0 Bandi\nE1.1.0:activity Istruttoria\nE1.1.1 Gamma\nE1.1.1.1 c',
    );
    expect(rulesOf(map)).toEqual(['4 level-mismatch']);
  });

  it('a code that should be one level down leaves no gap, and no two get the same proposal', () => {
    const rows = [
      'E1 Alfa',
      'E1.1 Beta',
      'E1.1.0 Bandi',
      'E1.1.0.1 a',
      'E1.1.0:activity b',
      'E1.1.0:activity c',
    ];
    const found = checkMap(mapOf([...rows, 'E1.1.0.4 d'].join('\n')));
    expect(found.map(({ ruleId, args }) => [ruleId, 'proposed' in args && args.proposed])).toEqual([
      ['level-mismatch', 'E1.1.0.2'],
      ['level-mismatch', 'E1.1.0.3'],
    ]);
  });

  it('a row whose code cannot be read, in two columns', () => {
    const raw = '2.4';
    const notes = [
      noteAt(2, 'code-unreadable', { raw }),
      noteAt(2, 'code-unreadable', { raw }),
      noteAt(2, 'row-unread', { text: `Delta ${raw} ${raw}` }),
    ];
    expect(rulesOf(mapOf('A1 Alfa', { notes }))).toEqual(['2 code-syntax']);
  });

  it('an entry without its branch is not out of order too', () => {
    const map = mapOf('A1 Alfa\nA1.1 Beta\nA1.1.7.1 a\nA1.1.1 Gamma\nA1.1.1.1 c');
    expect(rulesOf(map, { only: ['orphan-code', 'out-of-order'] })).toEqual(['3 orphan-code']);
  });

  it('a blank that a wrong encoding made of a letter', () => {
    const map = mapOf('A1 AttivitÃ  camerale', {
      notes: [noteAt(1, 'whitespace', { raw: 'AttivitÃ\u00a0 camerale' })],
    });
    expect(rulesOf(map)).toEqual(['1 encoding-damage']);
  });

  it('shifted labels explain the label missing at the end of the block and doubled ones inside it', () => {
    const shift = noteAt(4, 'labels-shifted', { firstCode: 'A1.1.1.1', lastCode: 'A1.1.1.3', rows: -1 });
    const text = 'A1 Alfa\nA1.1 Beta\nA1.1.1 Gamma\nA1.1.1.1 b\nA1.1.1.2 b\nA1.1.1.3\nA1.1.1.4 d';
    expect(rulesOf(mapOf(text, { notes: [shift] }))).toEqual(['4 shifted-labels']);
  });
});

describe('a sheet that repeats another', () => {
  const lines = 'A1 Alfa\nA1.1 Beta\nA1.1.1 Gamma\nA1.1.1.1 Delta\nA1.1.1.2 Epsilon';
  const twice = (copy: string) => {
    const map = mapOf(`${lines}\n${copy}`);
    const sheetOf = (line = 1) => (line > 5 ? 'Copia' : 'Mappa');
    return {
      ...map,
      nodes: map.nodes.map((node) => ({
        ...node,
        place: { ...node.place, sheet: sheetOf(node.place.line) },
      })),
    };
  };

  it('is reported once, and not code by code', () => {
    expect(rulesOf(twice(lines))).toEqual(['6 repeated-sheet']);
  });

  it('is told code by code where that rule is off', () => {
    const found = checkMap(twice(lines), { severities: { 'repeated-sheet': 'off' } });
    expect(found.filter(({ ruleId }) => ruleId === 'duplicate-code')).toHaveLength(5);
  });

  it('is still told where it differs', () => {
    const changed = Array.from({ length: 9 }, (_, i) => `A1.1.1.${i + 3} Zeta ${i}`).join('\n');
    const map = mapOf(`${lines}\n${changed}\n${lines}\n${changed.replace('Zeta 8', 'Eta')}`);
    const nodes = map.nodes.map((node) => ({
      ...node,
      place: { ...node.place, sheet: (node.place.line ?? 0) > 14 ? 'Copia' : 'Mappa' },
    }));
    expect(rulesOf({ ...map, nodes })).toEqual(['15 repeated-sheet', '28 conflicting-label']);
  });
});

/** Which rule speaks of each fact that reading records; `null` for what is no defect. Does not compile when one is new. */
const RULE_OF_NOTE = {
  title: null,
  heading: null,
  legend: null,
  header: null,
  footer: null,
  'code-mended': 'code-not-canonical',
  'code-unreadable': 'code-syntax',
  'row-unread': 'unread-row',
  'column-shifted': 'column-mismatch',
  'level-mismatch': 'level-mismatch',
  'code-columns-disagree': 'code-column-disagrees',
  'service-code-mismatch': 'coordination-code-mismatch',
  'type-unknown': 'type-mismatch',
  'parent-unknown': 'orphan-code',
  'labels-shifted': 'shifted-labels',
  'label-elsewhere': 'label-without-code',
  'label-without-code': 'label-without-code',
  'undecodable-bytes': 'encoding-damage',
  hidden: 'hidden-content',
  'sheet-without-map': 'sheet-without-map',
  whitespace: 'stray-whitespace',
  'formula-without-value': 'cell-without-value',
  'cell-error': 'cell-without-value',
  'unbalanced-quote': 'unbalanced-quote',
  'code-spoilt': 'spreadsheet-code',
  'code-column-chosen': 'several-code-columns',
  'row-too-long': 'ragged-row',
  'text-marked': 'marked-text',
  'text-cut': 'cut-text',
  'text-outside': 'text-outside-map',
  'encoding-guessed': 'encoding-damage',
} as const satisfies Record<ReadNoteKind, string | null>;

it.each(Object.entries(RULE_OF_NOTE))('what reading notes of kind %s is reported by %s', (kind, rule) => {
  const note = { kind, place: { file: 'map.csv', line: 1 }, nodeId: 0, code: 'A1', raw: 'A  1' } as never;
  const found = checkMap(mapOf('A1 Alfa', { notes: [note] }));
  expect([...new Set(found.map((f) => f.ruleId))]).toEqual(rule === null ? [] : [rule]);
});
