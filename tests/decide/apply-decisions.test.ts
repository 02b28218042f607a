import { describe, expect, it } from 'vitest';
import { applyDecisions } from '../../src/decide/apply-decisions.ts';
import type { Correspondence, Link } from '../../src/model/correspondence.ts';
import type { Decision, DecisionPlan } from '../../src/model/decision.ts';
import { decisionOf } from '../support/decision-of.ts';

const EMPTY: DecisionPlan = { accepted: [], rejected: [], dropped: [], added: [], stale: [] };
const decision: Decision = decisionOf('accept A1 A2');
const similar = [{ kind: 'label-similarity', score: 0.8, weight: 0.5 } as const];

function linkOf(pair: string): Link {
  const [old, target] = pair.split('>').map(Number) as [number, number];
  return { old, new: target, confidence: 0.9, tier: 'probable', evidence: similar, matcher: 'label' };
}

/** Links such as `0>0 1>1`; entry 2 is unlinked, entries 0 to 3 have candidates 0 to 3. */
function correspondenceOf(pairs: string): Correspondence {
  const candidates = [0, 1, 2, 3].map(() =>
    [0, 1, 2, 3].map((id) => ({ new: id, confidence: 0.5, evidence: similar })),
  );
  return {
    links: pairs.split(' ').map(linkOf),
    unlinked: [{ old: 2, tier: 'open', confidence: 0.5, reason: 'weak' }],
    structure: [],
    structureUnlinked: [],
    complete: [],
    splitRate: 0,
    candidates,
  };
}

function decide(pairs: string, plan: Partial<DecisionPlan>) {
  const { links, unlinked, candidates } = applyDecisions(correspondenceOf(pairs), { ...EMPTY, ...plan });
  return {
    links: links.map((link) => `${link.old}>${link.new} ${link.tier}`),
    unlinked: unlinked.map(({ old, tier, reason }) => `${old} ${tier} ${reason}`),
    candidates: candidates.map((list) => list.map((each) => each.new).join('')),
  };
}

const STALE = { decision, changes: [], old: 0, new: 0 } as const;

describe('applying decisions', () => {
  it('changes nothing without any', () => {
    expect(applyDecisions(correspondenceOf('0>0 1>1'), EMPTY)).toEqual(correspondenceOf('0>0 1>1'));
  });

  it('sends an entry where it was accepted to, and nowhere else', () => {
    expect(decide('0>0 0>1 1>1', { accepted: [{ old: 0, new: 3, decision }] })).toMatchObject({
      links: ['0>3 certain', '1>1 probable'],
    });
  });

  it('links what had no link', () => {
    const { links, unlinked } = decide('0>0 1>1', { accepted: [{ old: 2, new: 3, decision }] });
    expect(links).toContain('2>3 certain');
    expect(unlinked).toEqual([]);
  });

  it('no longer trusts a link to a target that a person gave to another entry', () => {
    const certain = (pairs: string) => ({
      ...correspondenceOf(pairs),
      links: correspondenceOf(pairs).links.map((link) => ({ ...link, tier: 'certain' as const })),
    });
    const plan = { ...EMPTY, accepted: [{ old: 0, new: 1, decision }] };
    const tiers = (pairs: string) => applyDecisions(certain(pairs), plan).links.map(({ tier }) => tier);
    expect(tiers('0>0 1>1')).toEqual(['certain', 'probable']);
    expect(tiers('0>1 1>1')).toEqual(['certain', 'certain']);
  });

  it('says who decided, and keeps what spoke for the link', () => {
    const { links } = applyDecisions(correspondenceOf('0>0'), {
      ...EMPTY,
      accepted: [{ old: 0, new: 0, decision }],
    });
    expect(links[0]).toMatchObject({
      confidence: 1,
      matcher: 'decision',
      evidence: [
        { kind: 'decision', detail: 'M. Bianchi, 2025-03-14, same office' },
        { kind: 'label-similarity' },
      ],
    });
  });

  it('never proposes a rejected pair again', () => {
    expect(decide('0>0 1>1', { rejected: [{ old: 0, new: 0, decision }] })).toMatchObject({
      links: ['1>1 probable'],
      unlinked: ['0 open rejected', '2 open weak'],
      candidates: ['123', '0123', '0123', '0123'],
    });
  });

  it('drops', () => {
    expect(
      decide('0>0 1>1', {
        dropped: [
          { old: 0, decision },
          { old: 2, decision },
        ],
      }),
    ).toMatchObject({
      links: ['1>1 probable'],
      unlinked: ['0 certain decision', '2 certain decision'],
    });
  });

  it('takes all sources from an entry that is new', () => {
    expect(decide('0>0 1>0', { added: [{ new: 0, decision }] })).toMatchObject({
      links: [],
      unlinked: ['0 open rejected', '1 open rejected', '2 open weak'],
      candidates: ['123', '123', '123', '123'],
    });
  });

  it('opens an entry again when its decision is stale, and only that one', () => {
    expect(decide('0>1 1>1', { stale: [STALE] })).toMatchObject({
      links: ['0>0 open', '0>1 open', '1>1 probable'],
    });
    const drop = { ...STALE, new: null, decision: { ...decision, verdict: 'drop' as const } };
    expect(decide('1>1', { stale: [drop] })).toMatchObject({ unlinked: ['0 open stale', '2 open weak'] });
  });

  it('keeps what else was decided about an entry with a stale decision', () => {
    expect(decide('0>0 1>1', { accepted: [{ old: 0, new: 2, decision }], stale: [STALE] })).toMatchObject({
      links: ['0>0 open', '0>2 certain', '1>1 probable'],
    });
  });

  it('asks again about the sources of an entry that is no longer said to be new', () => {
    const add = { ...STALE, old: null, decision: { ...decision, verdict: 'add' as const } };
    expect(decide('0>0 1>1', { stale: [add] })).toMatchObject({ links: ['0>0 open', '1>1 probable'] });
  });

  it('knows what a person accepted to be all, and what waits for a decision again not to be', () => {
    const complete = (plan: Partial<DecisionPlan>) =>
      applyDecisions({ ...correspondenceOf('0>0 1>1'), complete: [0, 3] }, { ...EMPTY, ...plan }).complete;
    expect(complete({})).toEqual([0, 3]);
    expect(complete({ accepted: [{ old: 1, new: 1, decision }] })).toEqual([0, 1, 3]);
    expect(complete({ stale: [STALE] })).toEqual([3]);
    expect(complete({ accepted: [{ old: 0, new: 2, decision }], stale: [STALE] })).toEqual([0, 3]);
  });

  it('says no more of who decided than is known', () => {
    const detailOf = (facts: Partial<Decision>) => {
      const accepted = [{ old: 0, new: 0, decision: { ...decision, ...facts } }];
      return applyDecisions(correspondenceOf('0>0'), { ...EMPTY, accepted }).links[0]?.evidence[0];
    };
    expect(detailOf({ on: '', reason: '' })?.detail).toBe('M. Bianchi');
    expect(detailOf({ by: '', on: '', reason: '' })).toEqual({ kind: 'decision', score: 1, weight: 1 });
  });

  it('keeps what spoke for a pair that was only a candidate, and asks with its confidence', () => {
    const accepted = [{ old: 0, new: 3, decision }];
    const [link] = applyDecisions(correspondenceOf('1>1'), { ...EMPTY, accepted }).links;
    expect(link?.evidence.map(({ kind }) => kind)).toEqual(['decision', 'label-similarity']);
    const [asked] = applyDecisions(correspondenceOf('0>1 1>1'), { ...EMPTY, stale: [STALE] }).links;
    expect(asked).toMatchObject({ new: 0, tier: 'open', confidence: 0.5, matcher: 'decision' });
  });

  it('lets a new decision take the place of the evidence of an older one', () => {
    const before = { kind: 'decision', score: 1, weight: 1, detail: 'earlier' } as const;
    const { links, ...rest } = correspondenceOf('0>0');
    const decided = links.map((link) => ({ ...link, evidence: [before, ...similar] }));
    const accepted = [{ old: 0, new: 0, decision }];
    const after = applyDecisions({ ...rest, candidates: [], links: decided }, { ...EMPTY, accepted });
    expect(after.links[0]?.evidence.map(({ kind, detail }) => [kind, detail])).toEqual([
      ['decision', 'M. Bianchi, 2025-03-14, same office'],
      ['label-similarity', undefined],
    ]);
  });

  it('does not ask again about a pair that was turned down by a decision that no longer fits', () => {
    const reject = { ...STALE, new: 3, decision: { ...decision, verdict: 'reject' as const } };
    expect(decide('0>0 1>1', { stale: [reject] })).toMatchObject({ links: ['0>0 open', '1>1 probable'] });
  });
});
