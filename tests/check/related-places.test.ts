import { expect, it } from 'vitest';
import { checkMap } from '../../src/check/check-map.ts';
import type { RuleId } from '../../src/model/finding.ts';
import { mapOf, noteAt } from '../support/map-of.ts';

const BRANCH = 'A1 Alfa\nA1.1 Beta\nA1.1.1 Gamma';

it.each<[RuleId, string, readonly (number | undefined)[]]>([
  ['duplicate-code', `${BRANCH}\nA1.1.1.1 Delta\nA1.1.1.1 Delta`, [4]],
  ['conflicting-label', `${BRANCH}\nA1.1.1.1 Delta\nA1.1.1.1 Epsilon`, [4]],
  ['level-mismatch', `${BRANCH}\nA1.1.1:activity Delta`, [3]],
  ['duplicate-label', `${BRANCH}\nA1.1.1.1 Delta\nA1.1.1.2 Epsilon\nA1.1.1.3 Delta`, [4]],
  ['out-of-order', `${BRANCH}\nA1.1.1.1 a\nA1.1.1.4 d\nA1.1.1.2 b\nA1.1.1.3 c`, [7]],
  ['orphan-code', 'A1 Alfa\nA1.1 Beta\nA1.1.1.2 Delta\nA1.1.1.3 Epsilon', [4]],
])('%s points at what it belongs to', (id, text, lines) => {
  const [finding] = checkMap(mapOf(text), { only: [id] });
  expect(finding?.related?.map(({ line }) => line)).toEqual(lines);
});

it('three siblings of one label: both later ones point at the first', () => {
  const map = mapOf(`${BRANCH}\nA1.1.1.1 Delta\nA1.1.1.2 Delta\nA1.1.1.3 Delta`);
  const found = checkMap(map, { only: ['duplicate-label'] });
  expect(found.map(({ related }) => related?.[0]?.line)).toEqual([4, 4]);
});

it('proposes a code for an activity that bears its sub-process code, and for no branch', () => {
  const found = checkMap(mapOf(`${BRANCH}\nA1.1:sub-process Delta\nA1:activity Epsilon`), {
    only: ['level-mismatch'],
  });
  expect(found.map(({ args }) => 'proposed' in args && args.proposed)).toEqual(['', '']);
});

it('a booking type that nobody knows is told also where there is no entry on the row', () => {
  const found = checkMap(mapOf(BRANCH, { notes: [noteAt(9, 'type-unknown', { raw: 'X' })] }));
  expect(found.map(({ ruleId, code, args }) => [ruleId, code, args])).toEqual([
    ['type-mismatch', undefined, { code: '', found: 'X', expected: '' }],
  ]);
});

it('an unreadable code explains the unread row it stands in, and no other', () => {
  const notes = [
    noteAt(4, 'code-unreadable', { raw: '2.4' }),
    noteAt(4, 'row-unread', { text: 'Delta 2.4' }),
    noteAt(5, 'row-unread', { text: 'Nota' }),
  ];
  const found = checkMap(mapOf(BRANCH, { notes }));
  expect(found.map(({ ruleId, place }) => `${place.line} ${ruleId}`)).toEqual([
    '4 code-syntax',
    '5 unread-row',
  ]);
});
