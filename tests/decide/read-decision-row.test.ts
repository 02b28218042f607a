import { describe, expect, it } from 'vitest';
import { parseDecisions } from '../../src/decide/parse-decisions.ts';
import { DECISION_COLUMNS, type DecisionColumn } from '../../src/model/decision.ts';

type Cells = Partial<Record<DecisionColumn, string>>;

/** A decision file of one row. */
function read(cells: Cells) {
  const all: Cells = { old_code: 'A1', new_code: 'B1', verdict: 'accept', ...cells };
  const rows = [[...DECISION_COLUMNS], DECISION_COLUMNS.map((column) => all[column] ?? '')];
  const table = { file: 'd.csv', sheet: null, rows: rows.map((each, i) => ({ number: i + 1, cells: each })) };
  return parseDecisions([table]);
}

const problemsOf = (cells: Cells) => read(cells).problems.map(({ kind, args }) => ({ kind, ...args }));
const only = (cells: Cells) => {
  const { decisions, problems } = read(cells);
  expect(problems).toEqual([]);
  return decisions[0];
};

describe('what each verdict wants', () => {
  it.each<[string, Cells, readonly unknown[]]>([
    [
      'accept: both codes',
      { old_code: '', new_code: '' },
      [missing('accept', 'old'), missing('accept', 'new')],
    ],
    ['reject: both codes', { verdict: 'reject', new_code: '' }, [missing('reject', 'new')]],
    ['reject: no share', { verdict: 'reject', share: '0.5' }, [unwanted('reject', 'share', '0.5')]],
    [
      'reject: not the main target',
      { verdict: 'reject', is_default: 'yes' },
      [unwanted('reject', 'is_default', 'yes')],
    ],
    ['reject: said not to be the main target', { verdict: 'reject', is_default: 'no' }, []],
    ['drop: no new code', { verdict: 'drop', new_code: '' }, []],
    ['drop: a new code', { verdict: 'drop' }, [unwanted('drop', 'new_code', 'B1')]],
    ['drop: an old code', { verdict: 'drop', old_code: '', new_code: '' }, [missing('drop', 'old')]],
    ['add: no old code', { verdict: 'add', old_code: '' }, []],
    ['add: an old code', { verdict: 'add' }, [unwanted('add', 'old_code', 'A1')]],
    ['add: a new code', { verdict: 'add', old_code: '', new_code: '' }, [missing('add', 'new')]],
    ['restore: share and main target as for a link', { verdict: 'restore', share: '1', is_default: 'x' }, []],
  ])('%s', (_, cells, expected) => {
    expect(problemsOf(cells)).toEqual(expected);
  });

  function missing(verdict: string, side: string) {
    return { kind: 'code-missing', verdict, side };
  }

  function unwanted(verdict: string, column: string, value: string) {
    return { kind: 'value-unwanted', verdict, column, value };
  }

  it('a label is what a lost entry is restored under, and no other verdict has one', () => {
    expect(only({ verdict: 'restore', new_label: 'Piano' })?.newLabel).toBe('Piano');
    expect(only({ verdict: 'accept', new_label: 'Piano' })?.newLabel).toBe('');
  });
});

describe('the values of a row', () => {
  it.each([
    ['1', '1'],
    ['100%', '1'],
    ['0,10', '0.1'],
  ])('share %s is %s', (share, expected) => {
    expect(only({ share })?.share).toBe(expected);
  });

  it.each([
    ['1,01', 'share-out-of-range'],
    ['-0.5', 'share-out-of-range'],
    ['0%', 'share-out-of-range'],
    ['a third', 'share-unreadable'],
  ])('share %s is refused', (share, kind) => {
    expect(problemsOf({ share })).toEqual([{ kind, value: share }]);
  });

  it.each([
    ['vero', true],
    ['x', true],
    ['FALSO', false],
    ['', null],
  ])('main target %j', (is_default, expected) => {
    expect(only({ is_default })?.isDefault).toBe(expected);
  });

  it.each([
    ['2025-3-4', '2025-03-04'],
    ['2025-03-14 10:20', '2025-03-14'],
    ['4-3-2025', '2025-03-04'],
    ['04/03/2025 00:00', '2025-03-04'],
    ['29.02.24', '2024-02-29'],
    ['', ''],
  ])('date %j is %s', (decided_on, expected) => {
    expect(only({ decided_on })?.on).toBe(expected);
  });

  it.each([
    '2025-13-01',
    '29/02/2025',
    '00/01/2025',
    '1/2/345',
    'x 2025-03-14',
    '2025-03-14 x',
    '14/03/2025 x',
    'ieri',
  ])('date %s is refused', (decided_on) => {
    expect(problemsOf({ decided_on })).toEqual([{ kind: 'date-unreadable', value: decided_on }]);
  });

  it('fingerprints in capitals are the same', () => {
    const decision = only({ old_fingerprint: '3F09A1-77C2E4-0B91DD' });
    expect([decision?.oldFingerprint, decision?.newFingerprint]).toEqual(['3f09a1-77c2e4-0b91dd', '']);
    expect(problemsOf({ new_fingerprint: '3f09a1' })).toEqual([
      { kind: 'fingerprint-unreadable', value: '3f09a1' },
    ]);
  });

  it('blanks around and within cells count for nothing, and a label after the code neither', () => {
    expect(
      only({ old_code: ' A1 \u00b7 Some label ', verdict: ' Accept ', reason: ' two   words ' }),
    ).toMatchObject({
      oldCode: 'A1',
      verdict: 'accept',
      reason: 'two words',
    });
  });
});

it('a header is known however it is spaced; of two columns of a name the first is read', () => {
  const rows = [' OLD_code ;new_code;Verdict;verdict', 'A1;B1;reject;accept', ' ; ;;'];
  const table = {
    file: 'd.csv',
    sheet: null,
    rows: rows.map((line, i) => ({ number: i + 1, cells: line.split(';') })),
  };
  expect(parseDecisions([table]).decisions).toMatchObject([
    { verdict: 'reject', place: { file: 'd.csv', line: 2 } },
  ]);
});

it('says that there is no header also where there is nothing at all', () => {
  expect(parseDecisions([]).problems).toMatchObject([{ kind: 'columns-missing', args: { found: '' } }]);
});
