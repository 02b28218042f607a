import { describe, expect, it } from 'vitest';
import { exportDecisions, takenDecisions } from '../../src/decide/export-decisions.ts';
import type { DecisionPlan } from '../../src/model/decision.ts';
import { fingerprintOf } from '../../src/model/fingerprint.ts';
import type { ReportChange } from '../../src/model/report.ts';
import { keyOf } from '../../src/model/tree.ts';
import { decisionOf } from '../support/decision-of.ts';
import { EVERY_KIND } from '../support/every-kind.ts';
import { mapOf } from '../support/map-of.ts';
import { reportOfMaps } from '../support/report-of.ts';

const [OLD, NEW] = [mapOf(EVERY_KIND.old), mapOf(EVERY_KIND.new)];
const INPUT = { oldMap: OLD, newMap: NEW, report: reportOfMaps(OLD, NEW, EVERY_KIND.links), plan: null };
const idIn = (map: typeof OLD, code: string) =>
  map.nodes.find((node) => keyOf(node) === code && node.bookingCode)?.id ?? -1;
const lines = (decisions: ReturnType<typeof exportDecisions>) =>
  decisions.map(
    ({ verdict, oldCode, newCode, by }) => `${verdict} ${oldCode || '-'} ${newCode || '-'} ${by}`,
  );

describe('links as decisions', () => {
  const all = exportDecisions(INPUT);

  it('accepts links, drops what goes nowhere, adds what is new; says nothing of what is open or possibly lost', () => {
    expect(lines(all)).toEqual([
      'accept A1 A1 procmap',
      'accept A1.1.F.F A1.1.F.F procmap',
      'accept A1.1.1.1 A1.1.1.1 procmap',
      'accept A1.1.1.2 A1.1.1.2 procmap',
      'accept A1.1.1.4 A1.1.1.4 procmap',
      'accept A1.1.1.5 A1.1.1.4 procmap',
      'accept A1.1.2.1 A1.1.2.1 procmap',
      'accept A1.1.2.2 B1.1.1.4 procmap',
      'accept A1.1.2.3 A1.1.2.2 procmap',
      'accept A1.2.1.1 A1.2.1.1 procmap',
      'accept A1.2.1.1 A1.2.1.2 procmap',
      'accept A1.2.1.2 A1.2.1.2 procmap',
      'accept B1.1.1.1 B1.1.1.1 procmap',
      'accept B1.1.1.2 B1.1.1.2 procmap',
      'accept B1.1.1.2 B1.1.1.3 procmap',
      'drop B1.1.1.3 - procmap',
      'add - A1.2.1.4 procmap',
    ]);
  });

  it('names the entries as they stand today', () => {
    const [first] = all;
    const [old, now] = [OLD.nodes[idIn(OLD, 'A1')], NEW.nodes[idIn(NEW, 'A1')]];
    expect(first?.oldFingerprint).toBe(old && fingerprintOf(OLD, old));
    expect(first?.newFingerprint).toBe(now && fingerprintOf(NEW, now));
    expect(all.find(({ verdict }) => verdict === 'drop')?.newFingerprint).toBe('');
    expect(all.find(({ verdict }) => verdict === 'add')?.oldFingerprint).toBe('');
  });

  it('gives no share where there is one target, or where nobody has said any', () => {
    expect(all.every(({ share }) => share === null)).toBe(true);
  });
});

describe('the decisions of people', () => {
  const [a, b] = [decisionOf('accept A1.1.1.2 A1.1.1.2'), decisionOf('reject A1.1.1.1 B1.1.1.1')];
  const plan: DecisionPlan = {
    accepted: [{ decision: a, old: idIn(OLD, 'A1.1.1.2'), new: idIn(NEW, 'A1.1.1.2') }],
    rejected: [{ decision: b, old: idIn(OLD, 'A1.1.1.1'), new: idIn(NEW, 'B1.1.1.1') }],
    dropped: [],
    added: [],
    stale: [],
  };

  it('come in the order of the old map, under the name of who decided', () => {
    expect(lines(takenDecisions({ ...INPUT, plan }))).toEqual([
      `reject A1.1.1.1 B1.1.1.1 ${b.by}`,
      `accept A1.1.1.2 A1.1.1.2 ${a.by}`,
    ]);
    expect(takenDecisions(INPUT)).toEqual([]);
  });

  it('what was rejected stays so among all links', () => {
    expect(lines(exportDecisions({ ...INPUT, plan }))).toContain(`reject A1.1.1.1 B1.1.1.1 ${b.by}`);
  });
});

describe('what an exported decision says', () => {
  const changed = (code: string, edit: (change: ReportChange) => ReportChange) => {
    const changes = INPUT.report.changes.map((change) => (change.old?.code === code ? edit(change) : change));
    return exportDecisions({ ...INPUT, report: { ...INPUT.report, changes } }).filter(
      ({ oldCode }) => oldCode === code,
    );
  };
  const withShares = (change: ReportChange): ReportChange => ({
    ...change,
    new: change.new.map((target, i) => ({ ...target, share: i === 0 ? '0.4' : '0.6', isDefault: i === 1 })),
  });

  it('the shares and the main target of what is divided, and of that alone', () => {
    const sharesOf = (code: string) =>
      changed(code, withShares).map(({ share, isDefault }) => [share, isDefault]);
    expect(sharesOf('A1.2.1.1')).toEqual([
      ['0.4', false],
      ['0.6', true],
    ]);
    expect(sharesOf('A1.1.1.1')).toEqual([[null, null]]);
  });

  it('who decided, where somebody did', () => {
    const note = { by: 'Anna', on: '2025-03-14', reason: 'so' };
    const decided = (change: ReportChange): ReportChange => ({
      ...change,
      decision: note,
      new: change.new.map((target) => ({ ...target, decision: note })),
    });
    for (const code of ['A1.1.1.1', 'B1.1.1.3']) expect(changed(code, decided)).toMatchObject([note]);
    expect(changed('A1.1.1.1', (change) => change)).toMatchObject([{ by: 'procmap', on: '', reason: '' }]);
  });

  it('that a lost entry is restored, under its label', () => {
    const restored = (change: ReportChange): ReportChange => ({
      ...change,
      new: change.new.map((target) => ({ ...target, restored: true as const })),
    });
    const label = 'Relazione previsionale e programmatica';
    expect(changed('A1.1.1.1', restored)).toMatchObject([{ verdict: 'restore', newLabel: label }]);
    expect(changed('A1.1.1.1', (change) => change)).toMatchObject([{ verdict: 'accept', newLabel: '' }]);
  });

  it('nothing of a new entry that an open one may still go to', () => {
    const added = (report: typeof INPUT.report) =>
      exportDecisions({ ...INPUT, report }).flatMap(({ verdict, newCode }) =>
        verdict === 'add' ? [newCode] : [],
      );
    expect(added(INPUT.report)).toEqual(['A1.2.1.4']);
    const changes = INPUT.report.changes.map((change) => ({ ...change, candidates: [] }));
    expect(added({ ...INPUT.report, changes })).toEqual(['A1.1.1.3', 'A1.1.2.4', 'A1.2.1.4']);
  });

  it('a stale decision of a person as it was taken', () => {
    const decision = decisionOf('drop Z9', { oldFingerprint: 'before' });
    const stale = [{ decision, changes: [], old: null, new: null }];
    const plan = { accepted: [], rejected: [], dropped: [], added: [], stale };
    expect(takenDecisions({ ...INPUT, plan })).toEqual([decision]);
  });
});
