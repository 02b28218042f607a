import { describe, expect, it } from 'vitest';
import { reviewQueue, type Usage } from '../../src/decide/review-queue.ts';
import type { DecisionPlan } from '../../src/model/decision.ts';
import type { ReportChange } from '../../src/model/report.ts';
import { parseDecimal, ZERO } from '../../src/values/decimal.ts';
import { decisionOf, printOf } from '../support/decision-of.ts';
import { EVERY_KIND } from '../support/every-kind.ts';
import { mapOf } from '../support/map-of.ts';
import { reportOfMaps } from '../support/report-of.ts';

const [OLD, NEW] = [mapOf(EVERY_KIND.old), mapOf(EVERY_KIND.new)];
const INPUT = { oldMap: OLD, newMap: NEW, report: reportOfMaps(OLD, NEW, EVERY_KIND.links), plan: null };

const usage = (hours: Readonly<Record<string, string>>): Usage =>
  new Map(Object.entries(hours).map(([code, text]) => [code, parseDecimal(text) ?? ZERO]));

/** `OLD group`, a row each. */
function rows(hours: Usage | null = null): readonly string[] {
  return reviewQueue(INPUT, hours).rows.map(({ old, group }) => `${old?.code ?? '-'} ${group}`);
}

describe('the order of a review', () => {
  it('what a person has to decide comes first, then what wants a look, the certain last; in the order of the map', () => {
    expect(rows()).toEqual([
      'A1.1.1.3 open',
      'A1.2.1.3 possibly-lost',
      'A1.1.1.5 probable',
      'A1.2.1.1 probable',
      'A1.2.1.1 probable',
      'B1.1.1.1 probable',
      'B1.1.1.2 probable',
      'B1.1.1.2 probable',
      'B1.1.1.3 dropped',
      'A1 certain',
      'A1.1.F.F certain',
      'A1.1.1.1 certain',
      'A1.1.1.2 certain',
      'A1.1.1.4 certain',
      'A1.1.2.1 certain',
      'A1.1.2.2 certain',
      'A1.1.2.3 certain',
      'A1.2.1.2 certain',
    ]);
  });

  it('the most hours first, within what is alike urgent', () => {
    const order = rows(
      usage({ 'B1.1.1.2': '90', 'A1.2.1.1': '40.5', 'B1.1.1.1': '40.25', 'A1.1.1.1': '1000' }),
    );
    expect(order.slice(0, 2)).toEqual(['A1.1.1.3 open', 'A1.2.1.3 possibly-lost']);
    expect(order.filter((row) => row.endsWith('probable'))).toEqual([
      'B1.1.1.2 probable',
      'B1.1.1.2 probable',
      'A1.2.1.1 probable',
      'A1.2.1.1 probable',
      'B1.1.1.1 probable',
      'A1.1.1.5 probable',
    ]);
    expect(order.find((row) => row.endsWith('certain'))).toBe('A1.1.1.1 certain');
  });

  it('says the hours of an entry once, and 0 where none are booked; none without time-sheets', () => {
    const review = reviewQueue(INPUT, usage({ 'A1.2.1.1': '40.5' }));
    const hoursOf = (code: string) =>
      review.rows.filter(({ old }) => old?.code === code).map(({ hours }) => hours);
    expect([hoursOf('A1.2.1.1'), hoursOf('A1.1.1.1'), review.withHours]).toEqual([
      ['40.5', null],
      ['0'],
      true,
    ]);
    const without = reviewQueue(INPUT);
    expect([without.withHours, without.rows.every(({ hours }) => hours === null)]).toEqual([false, true]);
  });
});

describe('what a review offers to choose from', () => {
  const choices = new Map(reviewQueue(INPUT).choices.map((choice) => [choice.code, choice.sources]));

  it('every entry of the new map that hours are booked on, and no other', () => {
    expect(choices.has('A1.1.2.4')).toBe(true);
    expect(choices.has('A1.1.2')).toBe(false);
  });

  it('with the old codes that go there', () => {
    expect(choices.get('A1.1.1.4')).toEqual(['A1.1.1.4', 'A1.1.1.5']);
    expect(choices.get('B1.1.1.4')).toEqual(['A1.1.2.2']);
    expect(choices.get('A1.1.2.4')).toEqual([]);
  });
});

describe('what was decided, in a review', () => {
  const idOf = (map: typeof OLD, wanted: string) =>
    map.nodes.find(({ code, bookingCode }) => code.text === wanted && bookingCode !== null)?.id ?? -1;
  const EMPTY: DecisionPlan = { accepted: [], rejected: [], dropped: [], added: [], stale: [] };
  const [from, to] = [idOf(OLD, 'A1.1.1.1'), idOf(NEW, 'A1.1.1.1')];
  const decision = decisionOf('accept A1.1.1.1 A1.1.1.1');
  const reviewOf = (plan: Partial<DecisionPlan>) => reviewQueue({ ...INPUT, plan: { ...EMPTY, ...plan } });
  const rowOf = (plan: Partial<DecisionPlan>, code: string) =>
    reviewOf(plan).rows.find(({ old }) => old?.code === code);

  it('stands beside its target, and beside no other', () => {
    const accepted = [{ old: from, new: to, decision }];
    expect(rowOf({ accepted }, 'A1.1.1.1')?.decision).toBe(decision);
    expect(rowOf({ accepted }, 'A1.1.1.2')?.decision).toBeNull();
    const gone = idOf(OLD, 'B1.1.1.3');
    expect(rowOf({ dropped: [{ old: gone, decision }] }, 'B1.1.1.3')?.decision).toBe(decision);
  });

  it('has rows of its own where it is about no change: what was turned down, what is said to be new', () => {
    const { rows: all } = reviewOf({
      rejected: [{ old: from, new: idOf(NEW, 'A1.1.1.2'), decision }],
      added: [{ new: idOf(NEW, 'A1.2.1.4'), decision }],
    });
    const own = all.filter(({ change }) => change === null);
    expect(own.map(({ group, old, target, hours }) => [group, old?.code, target?.code, hours])).toEqual([
      ['decided', 'A1.1.1.1', 'A1.1.1.2', null],
      ['decided', undefined, 'A1.2.1.4', null],
    ]);
    expect(own[0]?.target).toMatchObject({ confidence: null, evidence: [] });
    expect(own[0]?.old?.fingerprint).toBe(printOf(OLD, 'A1.1.1.1'));
    expect(own[0]?.target?.fingerprint).toBe(printOf(NEW, 'A1.1.1.2'));
  });

  it('shows beside an entry the decision that no longer fits', () => {
    const stale = { decision, changes: [], old: from, new: null };
    expect(rowOf({ stale: [stale] }, 'A1.1.1.1')?.stale).toBe(stale);
    expect(rowOf({ stale: [stale] }, 'A1.1.1.2')?.stale).toBeNull();
    expect(rowOf({ stale: [{ ...stale, old: null }] }, 'A1.1.1.1')?.stale).toBeNull();
  });

  const groupWith = (code: string, facts: Partial<ReportChange>) => {
    const changes = INPUT.report.changes.map((change) =>
      change.old?.code === code ? { ...change, ...facts } : change,
    );
    const { rows: all } = reviewQueue({ ...INPUT, report: { ...INPUT.report, changes } });
    return all.find(({ old }) => old?.code === code)?.group;
  };
  const note = { by: 'Anna', on: '', reason: '' };
  const shared =
    INPUT.report.changes
      .find(({ old }) => old?.code === 'A1.2.1.1')
      ?.new.map((target) => ({ ...target, share: '0.5' })) ?? [];

  it.each<[string, string, Partial<ReportChange>, string]>([
    ['decided: somebody said so', 'A1.1.1.1', { decision: note }, 'decided'],
    ['a decision in doubt wants a look', 'A1.1.1.1', { decision: note, tier: 'probable' }, 'probable'],
    ['dropped by a person: decided', 'B1.1.1.3', { decision: note }, 'decided'],
    ['certain, but perhaps not all', 'A1.1.1.1', { complete: 'unknown' }, 'incomplete'],
    ['decided goes before that', 'A1.1.1.1', { complete: 'unknown', decision: note }, 'decided'],
    ['a split without shares wants a word, whoever decided it', 'A1.2.1.1', { decision: note }, 'probable'],
    ['a split with shares does not', 'A1.2.1.1', { decision: note, tier: 'certain', new: shared }, 'decided'],
    ['lost goes before open', 'A1.2.1.3', { tier: 'open' }, 'possibly-lost'],
  ])('%s', (_, code, facts, expected) => {
    expect(groupWith(code, facts)).toBe(expected);
  });
});
