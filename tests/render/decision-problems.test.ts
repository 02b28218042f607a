import { expect, it } from 'vitest';
import { decisionProblemText } from '../../src/words/decision-problems.ts';

it('speaks Italian in the words and the numbers of an Italian file', () => {
  const place = { file: 'd.csv', line: 3 };
  const args = { verdict: 'reject', otherVerdict: 'accept', other: { file: 'd.csv', line: 2 } } as const;
  expect(decisionProblemText('it', { kind: 'contradiction', place, args })).toBe(
    'd.csv:3: "scarta" contraddice "conferma" in riga 2',
  );
  expect(
    decisionProblemText('it', { kind: 'shares-sum', place, args: { code: 'A1', sum: '0.9' } }),
  ).toContain('sommano a 0,9,');
});
