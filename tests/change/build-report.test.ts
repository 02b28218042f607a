import { describe, expect, it } from 'vitest';
import { buildReport, type ReportInput } from '../../src/change/build-report.ts';
import { classifyChanges } from '../../src/change/classify-changes.ts';
import type { Correspondence, Link, Tier, Unlinked } from '../../src/model/correspondence.ts';
import type { Decision, DecisionPlan } from '../../src/model/decision.ts';
import { decisionOf } from '../support/decision-of.ts';
import { mapOf } from '../support/map-of.ts';

const OLD = mapOf('A1 Uno\nA1.1 Due\nA1.1.1 Tre\nA1.1.1.1 Campagne e CRM\nA1.1.1.2 Eventi\nA1.1.1.3 Stampa');
const NEW = mapOf('A1 Uno\nA1.1 Due\nA1.1.1 Tre\nA1.1.1.1 Campagne\nA1.1.1.2 CRM\nA1.1.1.3 Premi');
/** The three activities of both maps. */
const [FIRST, SECOND, THIRD] = [3, 4, 5];

const EVIDENCE = [{ kind: 'label-similarity', score: 0.7, weight: 0.4 } as const];
const link = (old: number, target: number, tier: Tier = 'certain'): Link => ({
  old,
  new: target,
  confidence: 0.7,
  tier,
  evidence: EVIDENCE,
  matcher: 'label',
});
const EMPTY: DecisionPlan = { accepted: [], rejected: [], dropped: [], added: [], stale: [] };

function reportOf(facts: Partial<Correspondence>, plan?: DecisionPlan, more: Partial<ReportInput> = {}) {
  const correspondence: Correspondence = {
    links: [],
    unlinked: [],
    structure: [],
    structureUnlinked: [],
    complete: [],
    splitRate: 0,
    candidates: [],
    ...facts,
  };
  const classified = classifyChanges(OLD, NEW, correspondence);
  const input = { ...classified, oldMap: OLD, newMap: NEW, correspondence, findings: [] };
  return buildReport({ ...input, ...(plan ? { plan } : {}), ...more });
}

const changeOf = (report: ReturnType<typeof reportOf>, old: number) =>
  report.changes.find((change) => change.old?.id === old);

/** `accept OLD NEW` as decided about the ids. */
const accept = (old: number, target: number, facts: Partial<Decision> = {}) => ({
  old,
  new: target,
  decision: decisionOf('accept x y', { by: `${old}>${target}`, ...facts }),
});

describe('the targets of a change', () => {
  it('say what speaks for them, as the link does', () => {
    const change = changeOf(reportOf({ links: [link(FIRST, SECOND, 'probable')] }), FIRST);
    expect(change?.new).toMatchObject([
      {
        code: 'A1.1.1.2',
        label: 'CRM',
        confidence: 0.7,
        tier: 'probable',
        evidence: EVIDENCE,
        matcher: 'label',
        decision: null,
      },
    ]);
    expect(change).toMatchObject({ old: { code: 'A1.1.1.1', label: 'Campagne e CRM' }, noLink: null });
  });

  it('an added entry has one, nothing that speaks for it, and nothing to be complete', () => {
    const added = reportOf({}).changes.filter(({ kind }) => kind === 'added');
    expect(added.map((change) => [change.old, change.complete, change.noLink, change.candidates])).toEqual(
      Array.from({ length: 3 }, () => [null, null, null, []]),
    );
    expect(added[0]?.new).toMatchObject([
      { code: 'A1.1.1.1', share: null, isDefault: null, confidence: 1, tier: 'certain', matcher: 'none' },
    ]);
    expect(added[0]?.new[0]?.evidence).toEqual([]);
  });

  it('of branches come from the links of branches', () => {
    const [macro] = reportOf({ structure: [link(0, 0)], links: [link(FIRST, FIRST)] }).structure;
    expect(macro).toMatchObject({
      old: { code: 'A1' },
      new: [{ code: 'A1', confidence: 0.7, matcher: 'label' }],
    });
  });
});

describe('the shares of a change', () => {
  const split = [link(FIRST, FIRST), link(FIRST, SECOND)];
  const sharesOf = (facts: Partial<Correspondence>, plan?: DecisionPlan) =>
    changeOf(reportOf(facts, plan), FIRST)?.new.map(({ share, isDefault }) => [share, isDefault]);
  const divided = (first: Partial<Decision>, second: Partial<Decision>): DecisionPlan => ({
    ...EMPTY,
    accepted: [accept(FIRST, FIRST, first), accept(FIRST, SECOND, second)],
  });

  it.each<[string, Partial<Correspondence>, DecisionPlan | undefined, unknown]>([
    ['all to an only target', { links: [link(FIRST, FIRST)] }, undefined, [['1', true]]],
    ['also to a probable one', { links: [link(FIRST, FIRST, 'probable')] }, undefined, [['1', true]]],
    [
      'none while it is open',
      { links: [link(FIRST, FIRST), link(FIRST, SECOND, 'open')] },
      undefined,
      [[null, null]],
    ],
    [
      'none to several while nobody has said any',
      { links: split },
      undefined,
      [
        [null, null],
        [null, null],
      ],
    ],
    [
      'as decided',
      { links: split },
      divided({ share: '0.4' }, { share: '0.6' }),
      // `Campagne` carries `Campagne e CRM` on no more than `CRM` does: no default is made up.
      [
        ['0.4', null],
        ['0.6', null],
      ],
    ],
    [
      'none while one is missing',
      { links: split },
      divided({ share: '0.4' }, {}),
      [
        [null, null],
        [null, null],
      ],
    ],
    [
      'the default as named, and only that',
      { links: split },
      divided({ share: '0.4' }, { share: '0.6', isDefault: true }),
      [
        ['0.4', false],
        ['0.6', true],
      ],
    ],
    [
      'the default named without shares',
      { links: split },
      divided({ isDefault: true }, {}),
      [
        [null, true],
        [null, false],
      ],
    ],
    [
      'none where a part is open, whatever was decided',
      { links: [...split, link(FIRST, THIRD, 'open')] },
      divided({ share: '0.4' }, { share: '0.6' }),
      [
        [null, null],
        [null, null],
      ],
    ],
  ])('%s', (_, facts, plan, expected) => {
    expect(sharesOf(facts, plan)).toEqual(expected);
  });

  it('the default is what carries the entry on, once it is divided', () => {
    const links = [link(SECOND, SECOND), link(SECOND, THIRD)];
    const now = mapOf('A1 Uno\nA1.1 Due\nA1.1.1 Tre\nA1.1.1.1 x\nA1.1.1.2 Premi\nA1.1.1.3 Eventi');
    const decided = [accept(SECOND, SECOND, { share: '0.7' }), accept(SECOND, THIRD, { share: '0.3' })];
    const defaults = (accepted: DecisionPlan['accepted']) => {
      const correspondence: Correspondence = {
        links,
        unlinked: [],
        structure: [],
        structureUnlinked: [],
        complete: [],
        splitRate: 0,
        candidates: [],
      };
      const input = { oldMap: OLD, newMap: now, correspondence, findings: [], plan: { ...EMPTY, accepted } };
      const report = buildReport({ ...classifyChanges(OLD, now, correspondence), ...input });
      const change = report.changes.find(({ old }) => old?.id === SECOND);
      return [change?.carriedBy, change?.new.map(({ isDefault }) => isDefault)];
    };
    expect(defaults(decided)).toEqual(['A1.1.1.3', [false, true]]);
    expect(defaults([])).toEqual(['A1.1.1.3', [null, null]]);
  });
});

describe('whether its targets are all', () => {
  const completeOf = (facts: Partial<Correspondence>) => changeOf(reportOf(facts), FIRST)?.complete;

  it.each<[string, Partial<Correspondence>, 'yes' | 'unknown' | null]>([
    ['yes, where nothing speaks for another', { links: [link(FIRST, FIRST)], complete: [FIRST] }, 'yes'],
    ['unknown, where something does', { links: [link(FIRST, FIRST)], complete: [SECOND] }, 'unknown'],
    [
      'unknown, while a part is open',
      { links: [link(FIRST, FIRST), link(FIRST, SECOND, 'open')], complete: [FIRST] },
      'unknown',
    ],
    ['no question without a target', { complete: [FIRST] }, null],
  ])('%s', (_, facts, expected) => {
    expect(completeOf(facts)).toBe(expected);
  });

  it('counts the certain ones of which that is unknown', () => {
    const links = [link(FIRST, FIRST), link(SECOND, SECOND), link(THIRD, THIRD, 'probable')];
    expect(reportOf({ links, complete: [FIRST] }).incomplete).toBe(1);
  });
});

describe('what else a change says', () => {
  it('which other entries go to its targets, in the order of the map', () => {
    const links = [link(FIRST, FIRST), link(SECOND, FIRST), link(THIRD, FIRST)];
    const mergedWith = (old: number) =>
      changeOf(reportOf({ links }), old)?.mergedWith.map(({ code }) => code);
    expect(mergedWith(SECOND)).toEqual(['A1.1.1.1', 'A1.1.1.3']);
    expect(mergedWith(FIRST)).toEqual(['A1.1.1.2', 'A1.1.1.3']);
    expect(changeOf(reportOf({ links: [link(FIRST, FIRST)] }), FIRST)?.mergedWith).toEqual([]);
    const crossing = [link(FIRST, FIRST), link(FIRST, SECOND), link(SECOND, SECOND), link(THIRD, FIRST)];
    expect(changeOf(reportOf({ links: crossing }), FIRST)?.mergedWith.map(({ code }) => code)).toEqual([
      'A1.1.1.2',
      'A1.1.1.3',
    ]);
  });

  it('what else could be meant, and why it goes nowhere', () => {
    const unlinked: Unlinked[] = [{ old: FIRST, tier: 'open', confidence: 0.5, reason: 'tie' }];
    const candidates = OLD.nodes.map(({ id }) =>
      id === FIRST ? [{ new: SECOND, confidence: 0.5, evidence: EVIDENCE }] : [],
    );
    const report = reportOf({ unlinked, candidates, links: [link(SECOND, SECOND)] });
    expect(changeOf(report, FIRST)).toMatchObject({
      kind: 'open',
      noLink: 'tie',
      candidates: [{ code: 'A1.1.1.2', label: 'CRM', confidence: 0.5, evidence: EVIDENCE }],
    });
    expect(changeOf(report, SECOND)).toMatchObject({ noLink: null, candidates: [] });
  });

  it('who decided it: on a link, on what is dropped, on what is new', () => {
    const plan: DecisionPlan = {
      ...EMPTY,
      accepted: [accept(FIRST, FIRST, { by: 'Anna', on: '2025-01-02', reason: 'uguale' })],
      dropped: [{ old: SECOND, decision: decisionOf('drop x', { by: 'Bruno' }) }],
      added: [{ new: THIRD, decision: decisionOf('add x', { by: 'Carla' }) }],
    };
    const report = reportOf({ links: [link(FIRST, FIRST)] }, plan);
    const note = { by: 'Anna', on: '2025-01-02', reason: 'uguale' };
    expect(changeOf(report, FIRST)).toMatchObject({ decision: note, new: [{ decision: note }] });
    expect(changeOf(report, SECOND)?.decision?.by).toBe('Bruno');
    expect(changeOf(report, THIRD)?.decision).toBeNull();
    const added = report.changes.filter(({ old }) => old === null);
    expect(added.map(({ new: [target], decision }) => [target?.code, decision?.by])).toEqual([
      ['A1.1.1.2', undefined],
      ['A1.1.1.3', 'Carla'],
    ]);
  });

  it('of several targets, the first that somebody decided on', () => {
    const links = [link(FIRST, FIRST), link(FIRST, SECOND)];
    const plan = { ...EMPTY, accepted: [accept(FIRST, SECOND)] };
    const change = changeOf(reportOf({ links }, plan), FIRST);
    expect(change?.decision?.by).toBe(`${FIRST}>${SECOND}`);
    expect(change?.new.map(({ decision }) => decision?.by)).toEqual([undefined, `${FIRST}>${SECOND}`]);
  });
});

describe('the report as a whole', () => {
  it('counts the decisions that were applied, and names those that no longer fit', () => {
    const stale = [{ decision: decisionOf('drop z'), changes: [], old: null, new: null }];
    const plan: DecisionPlan = {
      accepted: [accept(FIRST, FIRST)],
      rejected: [accept(FIRST, SECOND), accept(FIRST, THIRD)],
      dropped: [{ old: SECOND, decision: decisionOf('drop x') }],
      added: [{ new: THIRD, decision: decisionOf('add x') }],
      stale,
    };
    expect(reportOf({ links: [link(FIRST, FIRST)] }, plan).decisions).toEqual({ applied: 5, stale });
    expect(reportOf({}).decisions).toBeNull();
  });

  it.each([
    [0.3, true],
    [0.29, false],
  ])('of maps that divide %d of their entries says so: %s', (splitRate, expected) => {
    expect(reportOf({ splitRate }).dividesMuch).toBe(expected);
  });

  it('hands the findings on, and says which maps they are of', () => {
    const finding = { ruleId: 'missing-label', severity: 'error', place: { file: 'map.csv' } } as never;
    const report = reportOf({}, undefined, { findings: [{ side: 'new', finding }] });
    expect(report.findings).toEqual([{ side: 'new', finding }]);
    expect(report.old).toMatchObject({ name: 'map.csv', activities: 3, structure: 3 });
  });
});
