import { describe, expect, it } from 'vitest';
import { parseAdoptionDecisions } from '../../src/decide/parse-adoption-decisions.ts';
import type { Table } from '../../src/values/table.ts';

const HEADER =
  'local_code;national_code;verdict;decided_by;decided_on;reason;local_fingerprint;national_fingerprint';

function tableOf(...lines: readonly string[]): Table {
  const rows = lines.map((line, i) => ({ number: i + 1, cells: line.split(';') }));
  return { file: 'conflicts.csv', sheet: null, rows };
}

const read = (...lines: readonly string[]) => parseAdoptionDecisions([tableOf(HEADER, ...lines)]);

describe('decisions on conflicts', () => {
  it('say which side, who, when and why, and of which entries', () => {
    const { decisions, problems } = read('A1;B1; Local ;Anna;2025-03-14;ours;3F09A1-77C2E4-0B91DD;');
    expect(problems).toEqual([]);
    expect(decisions).toEqual([
      {
        localCode: 'A1',
        nationalCode: 'B1',
        side: 'local',
        by: 'Anna',
        on: '2025-03-14',
        reason: 'ours',
        localFingerprint: '3f09a1-77c2e4-0b91dd',
        nationalFingerprint: '',
        place: { file: 'conflicts.csv', line: 2 },
      },
    ]);
  });

  it('give back a name and a reason that were kept from being formulas', () => {
    const [decision] = read("A1;B1;local;'@Anna;2025-03-14;'=ours").decisions;
    expect(decision).toMatchObject({ by: '@Anna', reason: '=ours' });
    const [plain] = read("A1;B1;local;D'Anna;2025-03-14;'ours'").decisions;
    expect(plain).toMatchObject({ by: "D'Anna", reason: "'ours'" });
  });

  it.each([
    ['national', 'national'],
    ['NAZIONALE', 'national'],
    ['local', 'local'],
    ['locale', 'local'],
  ])('verdict %s is %s', (verdict, side) => {
    expect(read(`A1;B1;${verdict}`).decisions.map((each) => each.side)).toEqual([side]);
  });

  it.each<[string, readonly string[], readonly (readonly [string, string, number])[]]>([
    ['another word', ['A1;B1;both'], [['verdict-unknown', 'both', 2]]],
    ['no code at all', [';;local'], [['codes-missing', '', 2]]],
    ['one conflict twice', ['A1;B1;local', 'A1;B1;national'], [['decided-twice', 'A1 / B1', 3]]],
    ['one conflict twice, alike', ['A1;;local', 'A1;;local'], [['decided-twice', 'A1', 3]]],
    ['two conflicts of one local entry', ['A1;B1;local', 'A1;B2;local'], []],
    ['a code of one side only', ['A1;;local', ';B1;national'], []],
    ['no verdict: no decision', ['A1;B1;', 'A1;B1; '], []],
  ])('%s', (_, lines, expected) => {
    expect(read(...lines).problems.map(({ kind, value, place }) => [kind, value, place.line])).toEqual(
      expected,
    );
  });

  it('are found below a title, in any order of columns, in either language, among other sheets', () => {
    const sheet = tableOf(
      'Conflitti',
      'DECISIONE;Codice  nazionale;Codice locale;Decisione',
      'locale;B1;A1;nazionale',
    );
    const { decisions } = parseAdoptionDecisions([tableOf('a;b'), sheet]);
    expect(decisions).toMatchObject([
      { localCode: 'A1', nationalCode: 'B1', side: 'local', place: { line: 3 } },
    ]);
  });

  it.each<[string, readonly Table[]]>([
    ['another table', [tableOf('local_code;national_code;reason', 'A1;B1;x')]],
    ['nothing', []],
  ])('are missing where there is %s', (_, tables) => {
    const { decisions, problems } = parseAdoptionDecisions(tables);
    expect(decisions).toEqual([]);
    expect(problems).toMatchObject([
      { kind: 'columns-missing', value: 'local_code, national_code, verdict' },
    ]);
  });
});
