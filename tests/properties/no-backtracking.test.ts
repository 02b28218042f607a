import { describe, expect, it } from 'vitest';
import { readAmount } from '../../src/recode/amount.ts';
import { findCodes } from '../../src/refs/find-codes.ts';
import type { TextBlock } from '../../src/values/text-block.ts';

/** Far more than the work takes, far less than a pattern that tries everything. */
const SOON = 2000;

const known = { has: (code: string) => code === 'B2.3.1', roots: new Set(['B2']), letters: new Set(['B']) };
const citations = (text: string) =>
  findCodes([{ text, place: { file: 'plan.md', line: 1 }, column: null } as unknown as TextBlock], known);

describe('long odd texts', () => {
  it.each([
    ['hours without end', `9${'h'.repeat(60)}!`],
    ['a unit over and over', `4 ${'ore '.repeat(5000)}x`],
    ['signs before nothing', `${'€ -('.repeat(20_000)}x`],
    ['blanks between digits', `${'1 '.repeat(40_000)}x`],
  ])('are soon told from amounts: %s', (_, text) => {
    const start = performance.now();
    expect(readAmount(text, ',')).toEqual({ kind: 'unreadable' });
    expect(performance.now() - start).toBeLessThan(SOON);
  });

  it.each(['', 'h', 'hh', ' ore', ' h ore'])('and amounts with a unit are read as before: 6,5%s', (unit) => {
    expect(readAmount(`6,5${unit}`, ',')).toMatchObject({ kind: 'amount' });
  });

  it.each([
    ['no blank', 'x'.repeat(300_000)],
    ['many at signs', 'a@'.repeat(100_000)],
    ['many dots behind one', `q@${'w.'.repeat(100_000)}`],
  ])('are soon searched for codes: %s', (_, text) => {
    const start = performance.now();
    const found = citations(`${text} as B2.3.1 says`);
    expect(found.map(({ code }) => code)).toEqual(['B2.3.1']);
    expect(performance.now() - start).toBeLessThan(SOON);
  });
});
