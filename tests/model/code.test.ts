import { describe, expect, it } from 'vitest';
import {
  type Code,
  codeKind,
  codeLevel,
  codeOf,
  compareCodes,
  freeCode,
  isAncestorCode,
  parentCode,
  parseCode,
} from '../../src/model/code.ts';

function code(text: string): Code {
  const parsed = parseCode(text);
  if (!parsed) throw new Error(`not canonical: ${text}`);
  return parsed;
}

describe('parseCode', () => {
  it.each([
    ['A1', 'macro-process', 1, null],
    ['A1.C', 'coordination', 2, 'A1'],
    ['A1.1', 'process', 2, 'A1'],
    ['A1.1.F', 'training', 3, 'A1.1'],
    ['A1.1.F.F', 'training', 3, 'A1.1'],
    ['A1.1.1', 'sub-process', 3, 'A1.1'],
    ['C1.1.7b', 'sub-process', 3, 'C1.1'],
    ['C1.1.7b.1', 'activity', 4, 'C1.1.7b'],
    ['C2.10.1.1', 'activity', 4, 'C2.10.1'],
    ['D1.1.0.1', 'activity', 4, 'D1.1.0'],
    ['A1.1.1#2', 'activity', 4, 'A1.1.1'],
    ['B3.2.2.3.1', 'local-activity', 5, 'B3.2.2.3'],
    ['G', 'general', 1, null],
  ])('%s is a %s of level %i under %s', (text, kind, level, parent) => {
    const parsed = code(text);
    expect(codeOf(parsed.segments)).toEqual(parsed);
    expect([codeKind(parsed), codeLevel(parsed), parentCode(parsed)?.text ?? null]).toEqual([
      kind,
      level,
      parent,
    ]);
  });

  it.each([
    '',
    'A',
    'a1',
    'A01',
    'A1.',
    'A.1',
    'A1..1',
    'A1.01',
    'A1.7B',
    'A1.c',
    'A1.F.1',
    'A1.C.C',
    'A1.C.F',
    'A1.F.F.F',
    'A1.1.1.1.1.1',
    'A1#0',
    'A1.1.1#1.F',
    '2.4',
    'G1.1.',
    'A1 ',
    'A1.1.7bb',
  ])('%j is not canonical', (text) => {
    expect(parseCode(text)).toBeNull();
  });
});

describe('compareCodes', () => {
  it('orders segment by segment, services first, an inserted letter after its number', () => {
    const sorted = [
      'A1',
      'A1.C',
      'A1.1',
      'A1.1.F.F',
      'A1.1.0',
      'A1.1.1',
      'A1.1.1.1',
      'A1.1.1.2',
      'A1.1.1.10',
      'A1.1.1#1',
      'A1.1.7',
      'A1.1.7b',
      'A1.1.8',
      'A1.2',
      'A1.10',
      'A2',
      'A10',
      'B1',
      'G',
    ];
    const shuffled = [...sorted].reverse().map(code);
    expect(shuffled.sort(compareCodes).map((c) => c.text)).toEqual(sorted);
  });

  it('orders free codes with their numbers as numbers', () => {
    const sorted = ['01.2', '01.11', '01.11.1', 'AC-2', 'AC-2(1)', 'AC-10'];
    expect(
      [...sorted]
        .reverse()
        .map(freeCode)
        .sort(compareCodes)
        .map((c) => c.text),
    ).toEqual(sorted);
  });
});

describe('isAncestorCode', () => {
  it.each([
    ['A1.1', 'A1.1.2', true],
    ['A1', 'A1.1.2', true],
    ['A1.1', 'A1.10', false],
    ['A1.1', 'A1.1', false],
    ['A1.1.2', 'A1.1', false],
    ['C1.1.7', 'C1.1.7b.1', false],
  ])('%s above %s: %s', (above, below, expected) => {
    expect(isAncestorCode(code(above), code(below))).toBe(expected);
  });
});
