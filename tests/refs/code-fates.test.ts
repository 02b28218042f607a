import { describe, expect, test } from 'vitest';
import type { Crosswalk } from '../../src/model/crosswalk.ts';
import { codeFates } from '../../src/refs/code-fates.ts';
import { crosswalkRow } from '../support/crosswalk-row.ts';

/** `old new` pairs; everything is called after its code's last number, and branches after their code. */
function crosswalkOf(...pairs: readonly string[]): Crosswalk {
  return {
    rows: pairs.map((pair) => {
      const [oldCode = '', newCode = ''] = pair.split(' ');
      return crosswalkRow({
        oldCode,
        newCode,
        oldPath: 'M > P > S',
        newPath: newCode && 'M > P > S',
        change: newCode === '' ? 'dropped' : oldCode === newCode ? 'unchanged' : 'moved',
      });
    }),
  };
}

function fate(code: string, ...pairs: readonly string[]) {
  const { status, targets, recycledAs } = codeFates(crosswalkOf(...pairs), [])(code);
  return [status, targets.map((target) => target.code).join(' '), recycledAs === null ? '' : 'recycled'].join(
    ', ',
  );
}

describe('what becomes of a branch follows from the entries below it', () => {
  test.each([
    ['all stay', 'A1.1', ['A1.1.1.1 A1.1.1.1', 'A1.1.1.2 A1.1.1.2'], 'unchanged, A1.1, '],
    ['all go to one other', 'A1.1', ['A1.1.1.1 B1.2.1.1', 'A1.1.1.2 B1.2.1.2'], 'moved, B1.2, '],
    [
      'most go to one',
      'A1.1',
      ['A1.1.1.1 A1.1.1.1', 'A1.1.1.2 A1.1.1.2', 'A1.1.1.3 B1.1.1.1'],
      'unchanged, A1.1 B1.1, ',
    ],
    ['they part', 'A1.1', ['A1.1.1.1 A1.1.1.1', 'A1.1.1.2 B1.1.1.2'], 'split, A1.1 B1.1, '],
    ['all are dropped', 'A1.1', ['A1.1.1.1 ', 'A1.1.1.2 '], 'dropped, , '],
    ['the code is used again', 'A1.1', ['A1.1.1.1 B1.1.1.1', 'C1.1.1.1 A1.1.1.1'], 'moved, B1.1, recycled'],
    ['A1.1 is not A1.10', 'A1.1', ['A1.1.1.1 A1.1.1.1', 'A1.10.1.1 B1.1.1.1'], 'unchanged, A1.1, '],
    ['the training entry tells too', 'A1.1', ['A1.1.F.F B1.2.F.F'], 'moved, B1.2, '],
    ['nobody knows it', 'D1.3', ['A1.1.1.1 A1.1.1.1'], 'unknown, , '],
    ['it is a booking code', 'A1.1.1.1', ['A1.1.1.1 B1.1.1.1'], 'moved, B1.1.1.1, '],
  ])('%s', (_, code, pairs, expected) => {
    expect(fate(code, ...pairs)).toBe(expected);
  });

  test('a label that differs makes it renamed', () => {
    const row = crosswalkRow({
      oldCode: 'A1.1.1.1',
      newCode: 'A1.1.1.1',
      oldPath: 'M > P > S',
      newPath: 'M > Q > S',
    });
    const tell = codeFates({ rows: [row] }, []);
    expect(tell('A1.1')).toMatchObject({
      status: 'renamed',
      label: 'P',
      targets: [{ label: 'Q', entries: 1 }],
    });
  });

  test('other maps are asked as well', () => {
    const tell = codeFates(crosswalkOf('A1.1.1.1 A1.1.1.1'), [
      { name: 'liv', labels: new Map([['D1.3', 'Promozione']]) },
    ]);
    expect(tell('D1.3')).toMatchObject({ status: 'unknown', knownIn: [{ map: 'liv', label: 'Promozione' }] });
  });
});
