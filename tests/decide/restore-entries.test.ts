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
});
