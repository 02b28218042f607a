import { describe, expect, it } from 'vitest';
import { recordDecision } from '../../src/decide/record-decision.ts';
import type { Decision } from '../../src/model/decision.ts';
import { decisionOf } from '../support/decision-of.ts';
import { mapOf } from '../support/map-of.ts';

const oldMap = mapOf(`
  A1 Uno
  A1.1 Due
  A1.1.1 Tre
  A1.1.1.1 a
  A1.1.1.2 b
  A1.1.1.10 c`);
const decisions = (...texts: string[]) => texts.map((text) => decisionOf(text));
const told = (all: readonly Decision[]) =>
  all.map(({ verdict, oldCode, newCode }) =>
    [verdict, oldCode, newCode].filter((part) => part !== '').join(' '),
  );

function record(taken: readonly string[], answer: readonly string[]) {
  return told(recordDecision(decisions(...taken), decisions(...answer), { oldMap, plan: null }));
}

describe('recording a decision', () => {
  it('keeps the others, in the order of the old map', () => {
    expect(record(['drop A1.1.1.10', 'add A1.1.1.9', 'drop A1.1.1.1'], ['accept A1.1.1.2 A1.1.1.2'])).toEqual(
      ['drop A1.1.1.1', 'accept A1.1.1.2 A1.1.1.2', 'drop A1.1.1.10', 'add A1.1.1.9'],
    );
  });

  it('lets a new answer take the place of an older one, and other rejections stand', () => {
    const taken = ['accept A1.1.1.1 A1.1.1.1', 'reject A1.1.1.1 A1.1.1.5', 'reject A1.1.1.1 A1.1.1.6'];
    expect(record(taken, ['accept A1.1.1.1 A1.1.1.6'])).toEqual([
      'reject A1.1.1.1 A1.1.1.5',
      'accept A1.1.1.1 A1.1.1.6',
    ]);
    expect(record(taken, ['drop A1.1.1.1'])).toEqual([
      'reject A1.1.1.1 A1.1.1.5',
      'reject A1.1.1.1 A1.1.1.6',
      'drop A1.1.1.1',
    ]);
  });

  it('takes a stale decision away, even when the entry has another code now', () => {
    const [stale, other] = decisions('drop A1.1.1.7', 'drop A1.1.1.1') as [Decision, Decision];
    const old = oldMap.nodes.findIndex(({ code }) => code.text === 'A1.1.1.2');
    const plan = {
      accepted: [],
      rejected: [],
      dropped: [],
      added: [],
      stale: [{ decision: stale, changes: [], old, new: null }],
    };
    const answer = decisions('accept A1.1.1.2 A1.1.1.2');
    expect(told(recordDecision([stale, other], answer, { oldMap, plan }))).toEqual([
      'drop A1.1.1.1',
      'accept A1.1.1.2 A1.1.1.2',
    ]);
  });
});
