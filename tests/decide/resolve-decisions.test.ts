import { describe, expect, it } from 'vitest';
import { resolveDecisions as resolve } from '../../src/decide/resolve-decisions.ts';
import type { Decision } from '../../src/model/decision.ts';
import { fingerprintOf } from '../../src/model/fingerprint.ts';
import type { ProcessMap } from '../../src/model/process-map.ts';
import { decisionOf, printOf } from '../support/decision-of.ts';
import { mapOf } from '../support/map-of.ts';

const TREE = `
  A1 Pianificazione
  A1.C Coordinamento
  A1.1 Programmazione
  A1.1.F.F Formazione
  A1.1.1 Documenti
  A1.1.1.1 Relazione previsionale
  A1.1.1.2 Piano della performance
  A1.1.1.3 Bilancio sociale`;
const oldMap = mapOf(TREE);
const newMap = mapOf(TREE.replace('Bilancio sociale', 'Bilancio di genere'));

function resolveDecisions(decisions: readonly Decision[], before: ProcessMap, after: ProcessMap) {
  return resolve({ decisions, problems: [] }, before, after);
}

function problemsOf(...decisions: Decision[]) {
  return resolveDecisions(decisions, oldMap, newMap).problems.map(({ kind, args }) => ({
    problem: kind,
    ...args,
  }));
}

function idOf(code: string): number | undefined {
  return oldMap.nodes.find((node) => node.code.text === code)?.id;
}

describe('finding the entries of decisions', () => {
  it('finds them by booking code, however it is written', () => {
    const { plan, problems } = resolveDecisions(
      [decisionOf('accept A.1.1.1.1. a1.1.1.2'), decisionOf('drop A1'), decisionOf('add A1.1.F.F')],
      oldMap,
      newMap,
    );
    expect(problems).toEqual([]);
    expect(plan.accepted).toMatchObject([{ old: idOf('A1.1.1.1'), new: idOf('A1.1.1.2') }]);
    expect(plan.dropped).toMatchObject([{ old: idOf('A1.C') }]);
    expect(plan.added).toMatchObject([{ new: idOf('A1.1.F.F') }]);
  });

  it('says which code is unknown, and what it may have been', () => {
    expect(problemsOf(decisionOf('accept A1.1.1.9 A1.1.1.1'))).toEqual([
      { problem: 'code-unknown', code: 'A1.1.1.9', file: 'map.csv', near: 'A1.1.1.1' },
    ]);
  });

  it('does not decide about structure', () => {
    expect(problemsOf(decisionOf('drop A1.1.1'))).toEqual([
      { problem: 'code-not-bookable', code: 'A1.1.1', kind: 'sub-process' },
    ]);
  });

  it('tells entries of one code apart by fingerprint, and by nothing else', () => {
    const twice = mapOf(`${TREE}\n  A1.1.1.3 Un altro`);
    const [first, second] = twice.nodes
      .filter((node) => node.code.text === 'A1.1.1.3')
      .map((node) => node.id);
    const plain = decisionOf('drop A1.1.1.3');
    expect(resolveDecisions([plain], twice, newMap).problems).toMatchObject([
      { kind: 'code-ambiguous', args: { count: 2 } },
    ]);
    const marked = { ...plain, oldFingerprint: printOf(twice, 'A1.1.1.3') };
    expect(resolveDecisions([marked], twice, newMap).plan.dropped).toMatchObject([{ old: first }]);
    expect(second).not.toBe(first);
  });
});

describe('decisions that do not fit together', () => {
  it.each([
    ['the same twice', ['accept A1.1.1.1 A1.1.1.1', 'accept A1.1.1.1 A1.1.1.1'], ['duplicate']],
    ['dropped twice', ['drop A1.1.1.1', 'drop A1.1.1.1'], ['duplicate']],
    ['added twice', ['add A1.1.1.1', 'add A1.1.1.1'], ['duplicate']],
    ['accepted and rejected', ['accept A1.1.1.1 A1.1.1.1', 'reject A1.1.1.1 A1.1.1.1'], ['contradiction']],
    ['accepted and dropped', ['drop A1.1.1.1', 'accept A1.1.1.1 A1.1.1.1'], ['contradiction']],
    ['accepted and added', ['accept A1.1.1.1 A1.1.1.1', 'add A1.1.1.1'], ['contradiction']],
    ['rejected and dropped', ['reject A1.1.1.1 A1.1.1.1', 'drop A1.1.1.1'], []],
    [
      'split and merged',
      ['accept A1.1.1.1 A1.1.1.1', 'accept A1.1.1.1 A1.1.1.2', 'accept A1.1.1.2 A1.1.1.2'],
      [],
    ],
  ])('%s', (_, texts, kinds) => {
    expect(problemsOf(...texts.map((text) => decisionOf(text))).map(({ problem }) => problem)).toEqual(kinds);
  });

  it.each([
    [['0.5', '0.5'], []],
    [['0.333', '0.333', '0.334'], []],
    [['0.333', '0.333', '0.333'], [{ problem: 'shares-sum', code: 'A1.1.1.1', sum: '0.999' }]],
    [['0.5', null], [{ problem: 'shares-incomplete', code: 'A1.1.1.1' }]],
    [[null, null], []],
    [['1'], []],
    [['0.9'], [{ problem: 'shares-sum', code: 'A1.1.1.1', sum: '0.9' }]],
  ])('shares %j', (shares, problems) => {
    const decisions = shares.map((share, i) => decisionOf(`accept A1.1.1.1 A1.1.1.${i + 1}`, { share }));
    expect(problemsOf(...decisions)).toEqual(problems);
  });

  it('says no more of a row that could not be read', () => {
    const decisions = [1, 2].map((i) =>
      decisionOf(`accept A1.1.1.1 A1.1.1.${i}`, { share: i === 1 ? '0.5' : null }),
    );
    const place = decisions[1]?.place ?? { file: '' };
    const unread = { kind: 'share-unreadable', place, args: { value: 'half' } } as const;
    expect(resolve({ decisions, problems: [unread] }, oldMap, newMap).problems).toEqual([unread]);
  });

  it('at most one main target', () => {
    const decisions = [1, 2].map((i) => decisionOf(`accept A1.1.1.1 A1.1.1.${i}`, { isDefault: true }));
    expect(problemsOf(...decisions)).toMatchObject([{ problem: 'default-twice', code: 'A1.1.1.1' }]);
  });
});

describe('stale decisions', () => {
  const decided = decisionOf('accept A1.1.1.3 A1.1.1.3', {
    oldFingerprint: printOf(oldMap, 'A1.1.1.3'),
    newFingerprint: printOf(newMap, 'A1.1.1.3'),
  });
  const staleAfter = (before: string | RegExp, after: string) => {
    const { plan, problems } = resolveDecisions(
      [decided, decisionOf('drop A1.1.1.1')],
      oldMap,
      mapOf(TREE.replace('Bilancio sociale', 'Bilancio di genere').replace(before, after)),
    );
    expect(problems).toEqual([]);
    expect(plan.dropped).toHaveLength(1);
    return plan.stale.map(({ changes }) => changes);
  };

  it('are none while nothing changes, or something else does', () => {
    expect(staleAfter('Relazione', 'Rapporto')).toEqual([]);
  });

  it.each([
    ['label', 'Bilancio di genere', 'Bilancio', { what: 'label', now: 'Bilancio' }],
    ['path', 'Documenti', 'Atti', { what: 'path', now: 'Pianificazione > Programmazione > Atti' }],
    ['code', 'A1.1.1.3', 'A1.1.1.4', { what: 'code', now: 'A1.1.1.4' }],
  ])('say that the %s changed', (_, before, after, change) => {
    expect(staleAfter(before, after)).toEqual([[{ side: 'new', ...change }]]);
  });

  it('notice that a code was given to another entry', () => {
    expect(staleAfter(/A1.1.1.3 (.*)/, 'A1.1.1.3 Nuova voce\n  A1.1.1.4 $1')).toEqual([
      [{ side: 'new', what: 'code', now: 'A1.1.1.4' }],
    ]);
  });

  it('say all that changed', () => {
    expect(staleAfter(/Documenti([\s\S]*)A1.1.1.3/, 'Atti$1A1.1.1.4')).toEqual([
      [
        { side: 'new', what: 'code', now: 'A1.1.1.4' },
        { side: 'new', what: 'path', now: 'Pianificazione > Programmazione > Atti' },
      ],
    ]);
  });

  it('do not arise without fingerprints', () => {
    const unmarked = { ...decided, oldFingerprint: '', newFingerprint: '' };
    const changed = mapOf(TREE.replace('Bilancio sociale', 'Altro'));
    expect(resolveDecisions([unmarked], oldMap, changed).plan.accepted).toHaveLength(1);
  });
});

describe('what resolving says and in which order', () => {
  const marked = (text: string, old: string, map = oldMap) =>
    decisionOf(text, { oldFingerprint: printOf(map, old) });

  it('plans are in the order of the maps, whatever that of the file', () => {
    const { plan } = resolveDecisions(
      ['accept A1.1.1.3 A1.1.1.2', 'accept A1.1.1.1 A1.1.1.3', 'accept A1.1.1.1 A1.1.1.1'].map((text) =>
        decisionOf(text),
      ),
      oldMap,
      newMap,
    );
    const codes = plan.accepted.map(({ old, new: id }) => [
      oldMap.nodes[old]?.code.text,
      newMap.nodes[id]?.code.text,
    ]);
    expect(codes).toEqual([
      ['A1.1.1.1', 'A1.1.1.1'],
      ['A1.1.1.1', 'A1.1.1.3'],
      ['A1.1.1.3', 'A1.1.1.2'],
    ]);
    const ends = [
      'drop A1.1.1.2',
      'drop A1.1.1.1',
      'add A1.1.1.3',
      'add A1.1.1.2',
      'reject A1.1.1.3 A1.1.1.1',
    ];
    const { dropped, added, rejected } = resolveDecisions(
      ends.map((text) => decisionOf(text)),
      oldMap,
      newMap,
    ).plan;
    expect(dropped.map(({ old }) => old)).toEqual([idOf('A1.1.1.1'), idOf('A1.1.1.2')]);
    expect(added.map((each) => each.new)).toEqual([idOf('A1.1.1.2'), idOf('A1.1.1.3')]);
    expect(rejected).toMatchObject([{ old: idOf('A1.1.1.3'), new: idOf('A1.1.1.1') }]);
  });

  it('problems are in the order of the file', () => {
    const decisions = ['accept A1.1.1.1 A1.1.1.1', 'drop Z9', 'accept A1.1.1.1 A1.1.1.1', 'drop Z8'].map(
      (text) => decisionOf(text),
    );
    expect(problemsOf(...decisions).map(({ problem }) => problem)).toEqual([
      'code-unknown',
      'duplicate',
      'code-unknown',
    ]);
  });

  it('a row that contradicts several others is told so once', () => {
    const texts = ['drop A1.1.1.1', 'add A1.1.1.2', 'accept A1.1.1.1 A1.1.1.2'];
    expect(problemsOf(...texts.map((text) => decisionOf(text)))).toMatchObject([
      { problem: 'contradiction', verdict: 'accept', otherVerdict: 'drop' },
    ]);
  });

  it('rows of two sheets are two rows, though their numbers are the same', () => {
    const at = (sheet: string) => ({ file: 'd.xlsx', sheet, cell: 'C5' });
    const unread = { kind: 'share-unreadable', place: at('One'), args: { value: 'half' } } as const;
    const decisions = [at('One'), at('Two')].map((place) => decisionOf('drop Z9', { place }));
    const { problems } = resolve({ decisions, problems: [unread] }, oldMap, newMap);
    expect(problems.map(({ kind, place }) => [kind, place.sheet])).toEqual([
      ['share-unreadable', 'One'],
      ['code-unknown', 'Two'],
    ]);
  });

  it('an entry that got another code and another path is found by its label, if that is the only one', () => {
    const decision = marked('drop A1.1.1.2', 'A1.1.1.2');
    const moved = mapOf('B1 Altro\n  B1.1 Altro\n  B1.1.1 Altro\n  B1.1.1.4 Piano della performance');
    const { plan, problems } = resolveDecisions([decision], moved, newMap);
    expect(problems).toEqual([]);
    expect(plan.stale[0]?.changes).toEqual([
      { side: 'old', what: 'code', now: 'B1.1.1.4' },
      { side: 'old', what: 'path', now: 'Altro > Altro > Altro' },
    ]);
    const twice = mapOf(
      'B1 x\n  B1.1 x\n  B1.1.1 x\n  B1.1.1.4 Piano della performance\n  B1.1.1.5 Piano della performance',
    );
    expect(resolveDecisions([decision], twice, newMap).problems).toMatchObject([{ kind: 'code-unknown' }]);
    const bare = { ...decision, oldFingerprint: '' };
    expect(resolveDecisions([bare], moved, newMap).problems).toMatchObject([{ kind: 'code-unknown' }]);
  });

  it('of several entries of one code, the one the fingerprint is of, whichever comes first', () => {
    const twice = mapOf(`${TREE}\n  A1.1.1.3 Un altro`);
    const [first, second] = twice.nodes.filter(({ code }) => code.text === 'A1.1.1.3');
    for (const node of [first, second]) {
      const oldFingerprint = node ? fingerprintOf(twice, node) : '';
      const { plan } = resolveDecisions([decisionOf('drop A1.1.1.3', { oldFingerprint })], twice, newMap);
      expect(plan.dropped).toMatchObject([{ old: node?.id }]);
    }
  });
});
