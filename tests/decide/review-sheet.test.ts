import { describe, expect, it } from 'vitest';
import { parseDecisions } from '../../src/decide/parse-decisions.ts';
import type { Table } from '../../src/values/table.ts';

/** Fingerprints of four entries. */
const ONE = '111111-1a1a1a-aaaaaa';
const TWO = '222222-2b2b2b-bbbbbb';
const THREE = '333333-3c3c3c-cccccc';
const FOUR = '444444-4d4d4d-dddddd';

const COLUMNS =
  'Old code;Proposed code;Decision;Other new entry;Share;Main target;Reason;Decided by;Decided on;Old fingerprint;New fingerprint;New label';

function tableOf(sheet: string, lines: readonly string[]): Table {
  return {
    file: 'review.xlsx',
    sheet,
    rows: lines.map((line, i) => ({ number: i + 1, cells: line.split(';') })),
  };
}

/** A row of the sheet from its cells by column. */
function row(cells: Readonly<Record<string, string>>): string {
  return COLUMNS.split(';')
    .map((column) => cells[column] ?? '')
    .join(';');
}

const review = (...rows: readonly Readonly<Record<string, string>>[]) =>
  parseDecisions([tableOf('Review', [COLUMNS, ...rows.map(row)])]);

const A = { 'Old code': 'A1', 'Proposed code': 'B1', 'Old fingerprint': ONE, 'New fingerprint': TWO };

describe('what a decision of the review sheet carries', () => {
  it('all of it, when what was proposed is accepted', () => {
    const { decisions, problems } = review({
      ...A,
      Decision: 'accept',
      Share: '25%',
      'Main target': 'yes',
      Reason: 'same',
      'Decided by': 'Anna',
      'Decided on': '14/03/2025',
      'New label': 'not restored',
    });
    expect(problems).toEqual([]);
    expect(decisions).toEqual([
      {
        verdict: 'accept',
        oldCode: 'A1',
        newCode: 'B1',
        share: '0.25',
        isDefault: true,
        by: 'Anna',
        on: '2025-03-14',
        reason: 'same',
        oldFingerprint: ONE,
        newFingerprint: TWO,
        newLabel: '',
        place: { file: 'review.xlsx', sheet: 'Review', cell: 'C2' },
      },
    ]);
  });

  it('no fingerprint of what was proposed, once another entry is chosen', () => {
    const [chosen] = review({ ...A, 'Other new entry': 'B2 · Other' }).decisions;
    expect(chosen).toMatchObject({ newCode: 'B2', oldFingerprint: ONE, newFingerprint: '' });
    expect(chosen?.place.cell).toBe('D2');
  });

  it('share and main target belong to what is accepted, not to what is turned down beside it', () => {
    const facts = { Decision: 'reject', 'Other new entry': 'B2 · Other', Share: '0,5', 'Main target': 'yes' };
    expect(review({ ...A, ...facts }).decisions).toMatchObject([
      { verdict: 'reject', newCode: 'B1', newFingerprint: TWO, share: null, isDefault: null },
      { verdict: 'accept', newCode: 'B2', newFingerprint: '', share: '0.5', isDefault: true },
    ]);
  });

  it('drops the entry where that is what was proposed', () => {
    const proposal = { ...A, 'Proposed code': '—' };
    expect(review({ ...proposal, Decision: 'accept' }).decisions).toMatchObject([
      { verdict: 'drop', oldCode: 'A1', newCode: '', newFingerprint: '', share: null },
    ]);
    expect(review({ ...proposal, Decision: 'reject' }).problems).toMatchObject([{ kind: 'choice-missing' }]);
    expect(review({ ...proposal, Decision: 'reject', 'Other new entry': 'B2 · x' }).decisions).toMatchObject([
      { verdict: 'accept', newCode: 'B2' },
    ]);
  });

  it('a new entry that comes from nowhere', () => {
    const added = { 'Proposed code': 'B1', 'New fingerprint': TWO, Decision: 'new' };
    expect(review(added).decisions).toMatchObject([
      { verdict: 'add', oldCode: '', newCode: 'B1', oldFingerprint: '', newFingerprint: TWO },
    ]);
    for (const contradiction of [{ 'Old code': 'A1' }, { 'Other new entry': 'B2 · x' }]) {
      expect(review({ ...added, ...contradiction }).problems).toMatchObject([
        { kind: 'choice-contradicts', place: { cell: 'C2' } },
      ]);
    }
  });
});

describe('an entry that the file lost', () => {
  const LOST = { ...A, 'Proposed code': 'A1', 'New label': 'Piano' };
  const STAYS = 'stays A1.2: the file has lost the row';

  it.each<[string, Readonly<Record<string, string>>, string, string]>([
    ['by the words of the drop-down', { 'Other new entry': STAYS }, 'restore', 'A1.2'],
    ['in Italian', { 'Other new entry': 'resta A1.2: la riga manca nel file' }, 'restore', 'A1.2'],
    ['confirmed', { Decision: 'accept', 'Other new entry': STAYS }, 'restore', 'A1.2'],
    ['restored in so many words', { Decision: 'restore', 'Other new entry': STAYS }, 'restore', 'A1.2'],
    ['under the code that was proposed', { Decision: 'restore' }, 'restore', 'A1'],
    ['turned down: it does not stay', { Decision: 'reject' }, 'reject', 'A1'],
  ])('%s', (_, cells, verdict, newCode) => {
    const { decisions, problems } = review({ ...LOST, ...cells });
    expect(problems).toEqual([]);
    expect(decisions).toMatchObject([{ verdict, newCode, newLabel: verdict === 'restore' ? 'Piano' : '' }]);
  });

  it('cannot stay and be dropped', () => {
    const { problems } = review({ ...LOST, Decision: 'drop', 'Other new entry': STAYS });
    expect(problems).toMatchObject([{ kind: 'choice-contradicts', place: { cell: 'D2' } }]);
  });

  it('cannot be restored under no code', () => {
    for (const proposed of ['', '—']) {
      const { decisions, problems } = review({ ...LOST, 'Proposed code': proposed, Decision: 'restore' });
      expect([decisions, problems.map(({ kind }) => kind)]).toEqual([[], ['choice-missing']]);
    }
  });
});

describe('an entry with several rows', () => {
  const second = { ...A, 'Proposed code': 'B2' };
  const kinds = (...rows: readonly Readonly<Record<string, string>>[]) =>
    review(...rows).problems.map(({ kind, place }) => `${kind} ${place.cell}`);

  it.each<[string, readonly Readonly<Record<string, string>>[], readonly string[]]>([
    ['one accepted, one without a word', [{ ...A, Decision: 'accept' }, second], ['row-undecided C3']],
    ['the word may come first', [second, { ...A, Decision: 'accept' }], ['row-undecided C2']],
    ['one restored, one without a word', [{ ...A, Decision: 'restore' }, second], ['row-undecided C3']],
    ['one turned down leaves the others open', [{ ...A, Decision: 'reject' }, second], []],
    ['one dropped leaves the others be', [{ ...A, Decision: 'drop' }, second], []],
    [
      'all have a word',
      [
        { ...A, Decision: 'accept' },
        { ...second, Decision: 'reject' },
      ],
      [],
    ],
    [
      'what cannot be read is told as that alone',
      [
        { ...A, Decision: 'accept' },
        { ...second, Decision: 'hm' },
      ],
      ['verdict-unknown C3'],
    ],
    ['a free row below proposes nothing', [{ ...A, Decision: 'accept' }, { 'Old code': 'A1' }], []],
    [
      'two entries of one code are two',
      [
        { ...A, Decision: 'accept' },
        { ...second, 'Old fingerprint': THREE },
      ],
      [],
    ],
  ])('%s', (_, rows, expected) => {
    expect(kinds(...rows)).toEqual(expected);
  });
});

describe('who decided and when, once for all above the header', () => {
  const below = (head: readonly string[], cells: Readonly<Record<string, string>> = {}) => {
    const lines = [...head, COLUMNS, row({ ...A, Decision: 'accept', ...cells })];
    const [decision] = parseDecisions([tableOf('Review', lines)]).decisions;
    return [decision?.by, decision?.on];
  };

  it.each<[string, readonly string[], Readonly<Record<string, string>>, readonly [string, string]]>([
    ['beside its name', ['Decided by;Anna;Decided on;2025-03-14'], {}, ['Anna', '2025-03-14']],
    ['on two lines, with a colon', ['Deciso da:;;Anna', 'Deciso il:;14/3/2025'], {}, ['Anna', '2025-03-14']],
    ['nobody filled it in', ['Decided by;;Decided on;'], {}, ['', '']],
    ['a row of its own goes before', ['Decided by;Anna'], { 'Decided by': 'Bruno' }, ['Bruno', '']],
    ['other cells above say nothing of it', ['Decided;Anna'], {}, ['', '']],
  ])('%s', (_, head, cells, expected) => {
    expect(below(head, cells)).toEqual(expected);
  });
});

describe('fingerprints that stand elsewhere in the workbook', () => {
  const entries = (...lines: readonly string[]) =>
    tableOf('Entries', ['New code;Label;New fingerprint', ...lines]);
  const chosen = (list: Table) =>
    parseDecisions([tableOf('Review', [COLUMNS, row({ ...A, 'Other new entry': 'B2 · Other' })]), list])
      .decisions[0];

  it('are those of the entry that was chosen', () => {
    expect(chosen(entries('B1;x;', `B2;y;${THREE}`))?.newFingerprint).toBe(THREE);
    expect(chosen(entries(`B3;y;${THREE}`))?.newFingerprint).toBe('');
  });

  it('are none where two entries have the code, so that nothing is guessed', () => {
    expect(chosen(entries(`B2;y;${THREE}`, `B2;z;${FOUR}`, `B2;y;${THREE}`))?.newFingerprint).toBe('');
    expect(chosen(entries(`B2;y;${THREE}`, `B2;y;${THREE}`))?.newFingerprint).toBe(THREE);
  });

  it('are those of the old entry, for a row that was added by hand', () => {
    const { decisions } = review(
      { ...A, Decision: 'accept' },
      { 'Old code': 'A1 · Label', 'Other new entry': 'B2 · Other' },
    );
    expect(decisions.map(({ newCode, oldFingerprint }) => [newCode, oldFingerprint])).toEqual([
      ['B1', ONE],
      ['B2', ONE],
    ]);
  });
});

it('reads every sheet that has decisions, and passes the others over', () => {
  const other = tableOf('Notes', ['a;b', 'A1;B1']);
  const plain = tableOf('More', ['old_code;new_code;verdict', 'C1;D1;accept']);
  const { decisions } = parseDecisions([
    other,
    tableOf('Review', [COLUMNS, row({ ...A, Decision: 'accept' })]),
    plain,
  ]);
  expect(decisions.map(({ oldCode }) => oldCode)).toEqual(['A1', 'C1']);
});
