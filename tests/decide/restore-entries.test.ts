import { describe, expect, it } from 'vitest';
import { inCodeOrder, restoreEntries } from '../../src/decide/restore-entries.ts';
import type { Decision } from '../../src/model/decision.ts';
import { decisionOf } from '../support/decision-of.ts';
import { mapOf } from '../support/map-of.ts';

const OLD = mapOf(`A1 Governo
A1.1 Performance
A1.1.1 Programmi
A1.1.1.1 Relazione
A1.1.1.2 Bilancio
A1.1.1.3 Piano`);
const NEW = mapOf(`A1 Governo
A1.1 Performance
A1.1.1 Programmi
A1.1.1.2 Bilancio
A1.1.1.3 Piano`);

function restore(...decisions: readonly Decision[]) {
  return restoreEntries(NEW, OLD, decisions);
}

describe('entries that the new file lost', () => {
  it('are put back below what their code stands below, under the old label', () => {
    const { map, problems } = restore(decisionOf('restore A1.1.1.1 A1.1.1.1'));
    expect(problems).toEqual([]);
    const added = map.nodes.at(-1);
    expect(added).toMatchObject({
      label: 'Relazione',
      kind: 'activity',
      level: 4,
      parent: 2,
      restored: true,
    });
    expect(added?.bookingCode).toBe('A1.1.1.1');
  });

  it('are called as the decision says, where it says so', () => {
    const { map } = restore(decisionOf('restore A1.1.1.1 A1.1.1.1', { newLabel: 'Relazione annuale' }));
    expect(map.nodes.at(-1)?.label).toBe('Relazione annuale');
  });

  it('hang on the nearest branch that is there', () => {
    const { map } = restore(decisionOf('restore A1.1.1.1 A1.1.4.1'));
    expect(map.nodes.at(-1)?.parent).toBe(1);
  });

  it('leave the ids of all others as they were', () => {
    const { map } = restore(decisionOf('restore A1.1.1.1 A1.1.1.1'));
    expect(map.nodes.slice(0, -1)).toEqual(NEW.nodes);
  });

  it('are put where their codes belong in the mended map', () => {
    const { map } = restore(decisionOf('restore A1.1.1.1 A1.1.1.1'), decisionOf('restore A1.1.1.2 A1.1.1.9'));
    const mended = inCodeOrder(map);
    expect(mended.nodes.map(({ code }) => code.text)).toEqual([
      'A1',
      'A1.1',
      'A1.1.1',
      'A1.1.1.1',
      'A1.1.1.2',
      'A1.1.1.3',
      'A1.1.1.9',
    ]);
    expect(mended.nodes.map(({ id }) => id)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(mended.nodes.map(({ parent }) => parent)).toEqual([null, 0, 1, 2, 2, 2, 2]);
  });

  it('are one where two old entries are said to have become it', () => {
    const facts = { newLabel: 'Relazione' };
    const { map, problems } = restore(
      decisionOf('restore A1.1.1.1 A1.1.1.1', facts),
      decisionOf('restore A1.1.1.2 A1.1.1.1', facts),
    );
    expect(problems).toEqual([]);
    expect(map.nodes).toHaveLength(NEW.nodes.length + 1);
  });

  it.each([
    ['a code that the file has', decisionOf('restore A1.1.1.1 A1.1.1.2'), 'restore-exists'],
    ['a code that only a branch can have', decisionOf('restore A1.1.1.1 A1.1.2'), 'restore-code'],
    ['no code', decisionOf('restore A1.1.1.1 F24EP'), 'restore-code'],
    [
      'an old entry that nobody knows, without a label',
      decisionOf('restore B9.9.9.9 A1.1.1.1'),
      'restore-label',
    ],
  ])('are refused for %s', (_, decision, kind) => {
    const { map, problems } = restore(decision);
    expect(problems.map((problem) => problem.kind)).toEqual([kind]);
    expect(map.nodes).toHaveLength(NEW.nodes.length);
  });

  it('are refused under two labels', () => {
    const { problems } = restore(
      decisionOf('restore A1.1.1.1 A1.1.1.1', { newLabel: 'Relazione' }),
      decisionOf('restore A1.1.1.2 A1.1.1.1', { newLabel: 'Altro' }),
    );
    expect(problems.map(({ kind }) => kind)).toEqual(['restore-labels']);
  });

  it('are none without a decision that says so: the map is the same', () => {
    expect(restore(decisionOf('accept A1.1.1.1 A1.1.1.1')).map).toBe(NEW);
    expect(restore({ ...decisionOf('restore A1.1.1.1 A1.1.1.1'), newCode: '' }).map).toBe(NEW);
    expect(inCodeOrder(NEW)).toBe(NEW);
  });

  it('need a label of their own where the old map is not at hand', () => {
    const kinds = (facts: Partial<Decision>) =>
      restoreEntries(NEW, null, [decisionOf('restore A1.1.1.1 A1.1.1.1', facts)]).problems.map(
        ({ kind }) => kind,
      );
    expect(kinds({})).toEqual(['restore-label']);
    expect(kinds({ newLabel: 'Relazione' })).toEqual([]);
  });

  it('take the place of what stands in the new map by rule only', () => {
    const training = mapOf('A1 Governo\nA1.1 Performance\nA1.1.F.F Formazione');
    const decision = decisionOf('restore A1.1.F.F A1.1.F.F', { newLabel: 'Formazione' });
    const implied = training.nodes.map((node) =>
      node.id === 2 ? { ...node, implied: true as const } : node,
    );
    expect(restoreEntries(training, null, [decision]).problems).toMatchObject([
      { kind: 'restore-exists', args: { code: 'A1.1.F.F', file: 'map.csv', label: 'Formazione' } },
    ]);
    expect(restoreEntries({ ...training, nodes: implied }, null, [decision]).problems).toEqual([]);
  });

  it('are booked as entries of their kind are', () => {
    const typed = mapOf('A1/M Governo\nA1.C/M Coordinamento\nA1.1 P\nA1.1.1 S\nA1.1.1.1/A Uno\nB1 Risorse');
    const facts = { newLabel: 'Nuova' };
    const { map } = restoreEntries(typed, null, [
      decisionOf('restore x B1.C', facts),
      decisionOf('restore x A1.1.1.2', facts),
      decisionOf('restore x A1.1.F.F', facts),
    ]);
    expect(
      map.nodes
        .slice(6)
        .map(({ code, kind, bookingCode, type, parent }) => [code.text, kind, bookingCode, type, parent]),
    ).toEqual([
      ['A1.1.F.F', 'training', 'A1.1.F.F', null, 2],
      ['A1.1.1.2', 'activity', 'A1.1.1.2', 'A', 3],
      ['B1.C', 'coordination', 'B1', 'M', 5],
    ]);
  });

  it('have the codes of the map, where those follow another grammar', () => {
    const flat = mapOf('AC-1 Access\nAC-3 Audit', { layout: 'flat' });
    const { map, problems } = restoreEntries(flat, null, [
      decisionOf('restore AC-2 AC-2', { newLabel: 'Accounts' }),
    ]);
    expect(problems).toEqual([]);
    expect(map.nodes.at(-1)).toMatchObject({
      kind: 'entry',
      level: 1,
      label: 'Accounts',
      bookingCode: 'AC-2',
    });
    expect(inCodeOrder(map).nodes.map(({ code }) => code.text)).toEqual(['AC-1', 'AC-2', 'AC-3']);
  });

  it('stand behind all that is below the branch they close, and what follows keeps its parents', () => {
    const map = mapOf('A1 A\nA1.1 P\nA1.1.1 S\nA1.1.1.1 a\nA1.1.2 T\nA1.1.2.1 b\nB1 B\nB1.1 Q');
    const facts = { newLabel: 'Nuova' };
    const added = restoreEntries(map, null, [
      decisionOf('restore x A1.1.F.F', facts),
      decisionOf('restore x A1.1.3.1', facts),
      decisionOf('restore x B1.1.1.1', facts),
      decisionOf('restore x A1.1.1.2', facts),
    ]);
    const mended = inCodeOrder(added.map);
    expect(mended.nodes.map(({ code, parent }) => `${code.text} ${parent ?? '-'}`)).toEqual([
      'A1 -',
      'A1.1 0',
      'A1.1.F.F 1',
      'A1.1.1 1',
      'A1.1.1.1 3',
      'A1.1.1.2 3',
      'A1.1.2 1',
      'A1.1.2.1 6',
      'A1.1.3.1 1',
      'B1 -',
      'B1.1 9',
      'B1.1.1.1 10',
    ]);
  });
});
