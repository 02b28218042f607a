import { describe, expect, it } from 'vitest';
import { parseDecisions } from '../../src/decide/parse-decisions.ts';
import { DECISION_COLUMNS } from '../../src/model/decision.ts';
import type { Table } from '../../src/values/table.ts';
import { reviewWords } from '../../src/words/review-words.ts';

const HEADER = DECISION_COLUMNS.join(';');
const FINGERPRINT = '3f09a1-77c2e4-0b91dd';

/** A table from lines of `;`-separated cells; the first line is line 1. */
function tableOf(lines: readonly string[], sheet: string | null = null): Table {
  const rows = lines.map((line, i) => ({ number: i + 1, cells: line.split(';') }));
  return { file: 'decisions.csv', sheet, rows };
}

function read(...lines: string[]) {
  return parseDecisions([tableOf([HEADER, ...lines])]);
}

function problemsOf(...lines: string[]) {
  return read(...lines).problems.map(({ kind, place }) => [kind, place.line]);
}

describe('a decision file', () => {
  it('is read with who, when and why', () => {
    const { decisions, problems } = read(
      `A1.1.1.1;A1.1.1.2;accept;0.25;true;M. Bianchi;2025-03-14;same office;${FINGERPRINT};${FINGERPRINT}`,
    );
    expect(problems).toEqual([]);
    expect(decisions).toEqual([
      {
        verdict: 'accept',
        oldCode: 'A1.1.1.1',
        newCode: 'A1.1.1.2',
        share: '0.25',
        isDefault: true,
        by: 'M. Bianchi',
        on: '2025-03-14',
        reason: 'same office',
        oldFingerprint: FINGERPRINT,
        newFingerprint: FINGERPRINT,
        newLabel: '',
        place: { file: 'decisions.csv', line: 2 },
      },
    ]);
  });

  it.each([
    ['0,25', '0.25'],
    ['25%', '0.25'],
    ['33,3 %', '0.333'],
    [',5', '0.5'],
    ['1', '1'],
    ['0.50', '0.5'],
  ])('reads the share %s as Excel in Italy saves it', (written, share) => {
    expect(read(`A1;A2;accept;${written};;;;;;`).decisions[0]?.share).toBe(share);
  });

  it.each([
    ['14/03/2025', '2025-03-14'],
    ['14/3/25', '2025-03-14'],
    ['14.03.2025', '2025-03-14'],
    ['45366', '2024-03-15'],
    ['2025-03-14T00:00:00.000Z', '2025-03-14'],
  ])('reads the date %s', (written, on) => {
    expect(read(`A1;A2;accept;;;;${written};;;`).decisions[0]?.on).toBe(on);
  });

  it.each([
    ['conferma', 'accept'],
    ['ACCETTATA', 'accept'],
    ['scarta', 'reject'],
  ])('reads the verdict %s', (written, verdict) => {
    expect(read(`A1;A2;${written};;;;;;;`).decisions[0]?.verdict).toBe(verdict);
  });

  it('finds its columns in any order, among others', () => {
    const table = tableOf(['a note', 'Verdict;note;New_Code;OLD_CODE', 'drop;x;;A1']);
    expect(parseDecisions([table]).decisions).toMatchObject([
      { verdict: 'drop', oldCode: 'A1', place: { line: 3 } },
    ]);
  });

  it('gives back a reason that a spreadsheet would have run', () => {
    expect(read("A1;A2;accept;;;;;'=SUM(A1);;").decisions[0]?.reason).toBe('=SUM(A1)');
  });

  it('says all that is wrong, line by line', () => {
    expect(
      problemsOf(
        'A1;A2;perhaps;;;;;;;',
        'A1;;accept;;;;;;;',
        ';A2;reject;;;;;;;',
        'A1;A2;accept;half;;;;;;',
        'A1;A2;accept;0;;;;;;',
        'A1;A2;accept;1,5;;;;;;',
        'A1;A2;accept;;maybe;;;;;',
        'A1;A2;accept;;;;31/02/2025;;;',
        'A1;A2;accept;;;;;;123456;',
        'A1;A2;drop;;;;;;;',
        'A1;A2;reject;0,5;;;;;;',
        'A1;A2;add;;;;;;;',
      ),
    ).toEqual([
      ['verdict-unknown', 2],
      ['code-missing', 3],
      ['code-missing', 4],
      ['share-unreadable', 5],
      ['share-out-of-range', 6],
      ['share-out-of-range', 7],
      ['default-unreadable', 8],
      ['date-unreadable', 9],
      ['fingerprint-unreadable', 10],
      ['value-unwanted', 11],
      ['value-unwanted', 12],
      ['value-unwanted', 13],
    ]);
  });

  it('says what it found when it is none', () => {
    expect(parseDecisions([tableOf(['code;label', 'A1;x'])])).toEqual({
      decisions: [],
      problems: [
        {
          kind: 'columns-missing',
          place: { file: 'decisions.csv', line: 1 },
          args: { columns: 'old_code, new_code, verdict', found: 'code, label' },
        },
      ],
    });
  });

  it('may be empty below its header', () => {
    expect(read()).toEqual({ decisions: [], problems: [] });
  });
});

describe.each(['it', 'en'] as const)('a review sheet in %s', (lang) => {
  const { columns, verdicts } = reviewWords[lang];
  const names = ['old_code', 'proposed_code', 'verdict', 'chosen_entry', 'share', 'reason'] as const;
  const header = names.map((name) => columns[name]).join(';');
  const review = (...lines: string[]) =>
    parseDecisions([tableOf(['Revisione', header, ...lines], 'Revisione')]);
  const { accept, reject, drop } = verdicts;

  it('leaves open what nobody filled in', () => {
    expect(review('A1.1.1.1;A1.1.1.1;;;;', 'A1.1.1.2;;;;;a thought', ';;;;;')).toEqual({
      decisions: [],
      problems: [],
    });
  });

  it.each([
    [`A1;B1;${accept};;;`, [['accept', 'A1', 'B1']]],
    [`A1;B1;;B2 · Other;;`, [['accept', 'A1', 'B2']]],
    [`A1;B1;${accept};B2 · Other;;`, [['accept', 'A1', 'B2']]],
    [`A1;;;B2 · Other;;`, [['accept', 'A1', 'B2']]],
    [`A1;B1;${reject};;;`, [['reject', 'A1', 'B1']]],
    [
      `A1;B1;${reject};B2 · Other;;`,
      [
        ['reject', 'A1', 'B1'],
        ['accept', 'A1', 'B2'],
      ],
    ],
    [`A1;B1;${drop};;;`, [['drop', 'A1', '']]],
    [`A1 · Label;;;B2 · Other;;`, [['accept', 'A1', 'B2']]],
  ])('reads %s', (line, expected) => {
    const { decisions, problems } = review(line);
    expect(problems).toEqual([]);
    expect(decisions.map((each) => [each.verdict, each.oldCode, each.newCode])).toEqual(expected);
  });

  it.each([
    [`A1;;${accept};;;`, 'choice-missing', 'D3'],
    [`A1;;${reject};;;`, 'choice-missing', 'D3'],
    ['A1;B1;;;0,5;', 'choice-missing', 'C3'],
    [`A1;B1;${drop};B2 · Other;;`, 'choice-contradicts', 'D3'],
    [`A1;B1;${reject};B1 · Same;;`, 'choice-contradicts', 'D3'],
    ['A1;B1;perhaps;;;', 'verdict-unknown', 'C3'],
    [';;;B2 · Other;;', 'code-missing', 'A3'],
    [`A1;B1;${accept};;x;`, 'share-unreadable', 'E3'],
  ])('rejects %s with its cell', (line, kind, cell) => {
    expect(review(line).problems).toMatchObject([{ kind, place: { sheet: 'Revisione', cell } }]);
  });

  it('wants a word on every row of an entry once one of them is accepted', () => {
    const { problems } = review(`A1;B1;${accept};;;`, 'A1;B2;;;;', 'A2;B3;;;;');
    expect(problems).toMatchObject([
      { kind: 'row-undecided', place: { cell: 'C4' }, args: { other: { cell: 'C3' } } },
    ]);
  });
});
