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

  it('takes nothing away without an answer', () => {
    expect(record(['drop A1.1.1.1'], [])).toEqual(['drop A1.1.1.1']);
  });

  it('a pair that is turned down leaves what was decided of others, and is turned down once', () => {
    const taken = ['accept A1.1.1.1 A1.1.1.1', 'reject A1.1.1.1 A1.1.1.5'];
    expect(record(taken, ['reject A1.1.1.1 A1.1.1.5'])).toEqual(taken);
    expect(record(taken, ['reject A1.1.1.1 A1.1.1.6'])).toEqual([...taken, 'reject A1.1.1.1 A1.1.1.6']);
  });

  it('tells two entries of one code apart by their fingerprints, where both have one', () => {
    const drop = (oldFingerprint: string) => decisionOf('drop A1.1.1.1', { oldFingerprint });
    const kept = (before: string, now: string) =>
      recordDecision([drop(before)], [drop(now)], { oldMap, plan: null }).map((each) => each.oldFingerprint);
    expect(kept('one', 'two')).toEqual(['one', 'two']);
    expect(kept('one', 'one')).toEqual(['one']);
    expect(kept('', 'two')).toEqual(['two']);
    expect(kept('one', '')).toEqual(['']);
  });

  it('a stale decision on another entry stays', () => {
    const stale = decisionOf('drop A1.1.1.1');
    const plan = { accepted: [], rejected: [], dropped: [], added: [] };
    const old = oldMap.nodes.findIndex(({ code }) => code.text === 'A1.1.1.1');
    for (const at of [old, null]) {
      const answer = decisions('drop A1.1.1.2');
      const all = recordDecision([stale], answer, {
        oldMap,
        plan: { ...plan, stale: [{ decision: stale, changes: [], old: at, new: null }] },
      });
      expect(told(all)).toEqual(['drop A1.1.1.1', 'drop A1.1.1.2']);
    }
  });
});
