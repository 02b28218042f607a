import { describe, expect, test } from 'vitest';
import { parseCrosswalk } from '../../src/crosswalk/parse-crosswalk.ts';
import { renderCrosswalkCsv } from '../../src/render/crosswalk-csv.ts';
import { encodeText } from '../../src/values/text-encoding.ts';
import { crosswalkRow } from '../support/crosswalk-row.ts';

function parse(text: string) {
  return parseCrosswalk({ name: 'x.csv', bytes: new TextEncoder().encode(text) });
}

/** Problems as `line kind`. */
function problemsOf(text: string): readonly string[] {
  return parse(text).problems.map(({ place, kind }) => `${place.line} ${kind}`);
}

const PAYROLL = 'old_code,new_code,share\n';
const FULL = 'old_code,new_code,share,change,tier,valid_from\n';

describe('the payroll profile', () => {
  test('reads codes and shares, and names what becomes of each code', () => {
    const { crosswalk, profile, problems } = parse(
      `${PAYROLL}A1,A1,1\nA2,B2,1\nA3,C1,0.25\nA3,C2,0.75\nA4,D,1\nA5,D,1\nA6,,\n`,
    );
    expect({ profile, problems }).toEqual({ profile: 'payroll', problems: [] });
    expect(crosswalk.rows.map((row) => [row.oldCode, row.newCode, row.share, row.change])).toEqual([
      ['A1', 'A1', '1', 'unchanged'],
      ['A2', 'B2', '1', 'moved'],
      ['A3', 'C1', '0.25', 'split'],
      ['A3', 'C2', '0.75', 'split'],
      ['A4', 'D', '1', 'merged'],
      ['A5', 'D', '1', 'merged'],
      ['A6', '', null, 'dropped'],
    ]);
  });

  test('reads what Excel in Italy saves: semicolons, decimal comma, mark, other order', () => {
    const { crosswalk, problems } = parse(
      '\ufeffnew_code;share;old_code;nota\r\nB1;60%;A1;x\r\nB2;0,4;A1;\r\n',
    );
    expect(problems).toEqual([]);
    expect(crosswalk.rows.map((row) => row.share)).toEqual(['0.6', '0.4']);
  });

  test('reads UTF-16', () => {
    const bytes = encodeText(`\ufeff${PAYROLL}A1,B1,1\n`, 'utf-16le');
    expect(bytes && parseCrosswalk({ name: 'x.csv', bytes }).crosswalk.rows).toHaveLength(1);
  });

  test.each([
    ['a share is missing', 'A1,B1,\n', ['2 share-missing']],
    ['a split has no shares', 'A1,B1,\nA1,B2,\n', ['2 share-missing']],
    ['some shares are missing', 'A1,B1,0.5\nA1,B2,\n', ['3 shares-incomplete']],
    ['shares sum to less', 'A0,A0,1\nA1,B1,0.3\nA1,B2,0.3\nA1,B3,0.3\n', ['3 shares-sum']],
    ['shares sum to 1 but for a trifle', 'A1,B1,0.3333333333\nA1,B2,0.6666666666\n', ['2 shares-sum']],
    ['one share is not all', 'A1,B1,0.9\n', ['2 shares-sum']],
    ['a share is no number', 'A1,B1,half\n', ['2 share-unreadable', '2 share-missing']],
    ['a share is negative', 'A1,B1,-0.5\nA1,B2,1\n', ['2 share-out-of-range', '2 shares-incomplete']],
    ['a link stands twice', 'A1,B1,0.5\nA1,B1,0.5\n', ['3 link-twice']],
    ['a code is dropped and mapped', 'A1,B1,1\nA1,,\n', ['3 dropped-and-mapped']],
    ['a row names no code', ',,1\n', ['2 codes-missing']],
    ['there are no rows', '\n', ['1 no-rows']],
    ['a row is too wide', 'A1,B1,0,5\n', ['2 row-width', '2 shares-sum']],
    ['a quote is not closed', 'A1,"B1,1\nA2,B2,1\n', ['2 quote-unclosed', '2 share-missing']],
    [
      'lines are counted inside quotes',
      '"A1\n",B1,1\nA2,B2,2\n',
      ['4 share-out-of-range', '4 share-missing'],
    ],
  ])('when %s', (_, rows, problems) => {
    expect(problemsOf(PAYROLL + rows)).toEqual(problems);
  });

  test('names the columns it lacks', () => {
    expect(parse('vecchio,nuovo\nA1,B1\n').problems).toEqual([
      {
        kind: 'columns-missing',
        place: { file: 'x.csv', line: 1 },
        args: { columns: 'old_code, new_code, share', found: 'vecchio, nuovo' },
      },
    ]);
  });
});

describe('the full profile', () => {
  test('reads back what is written', () => {
    const rows = [
      crosswalkRow({
        oldCode: 'A1',
        newCode: 'B1',
        change: 'moved',
        gsim: 'VC1',
        alarms: ['recycled'],
        confidence: 0.9,
      }),
      crosswalkRow({
        oldCode: 'A2',
        newCode: 'B2',
        change: 'split',
        share: '0.25',
        isDefault: true,
        oldLabel: '=x',
      }),
      crosswalkRow({ oldCode: 'A2', newCode: 'B3', change: 'split', share: '0.75', isDefault: false }),
      crosswalkRow({
        oldCode: 'A3',
        change: 'open',
        tier: 'open',
        share: null,
        alternatives: [{ code: 'B9', confidence: 0.4 }],
      }),
      crosswalkRow({ newCode: 'B4', change: 'added', gsim: 'RC2', share: null, confidence: 0 }),
      crosswalkRow({
        oldCode: 'A5',
        newCode: 'B5',
        decidedBy: 'Ufficio; Controllo',
        decidedOn: '2023-01-31',
        reason: 'a "b"',
      }),
    ];
    const { crosswalk, problems, profile } = parse(renderCrosswalkCsv({ rows }));
    expect({ problems, profile }).toEqual({ problems: [], profile: 'full' });
    expect(crosswalk.rows).toEqual(rows);
  });

  test('leaves an undecided split open', () => {
    expect(problemsOf(`${FULL}A1,B1,,split,probable,\nA1,B2,,split,probable,\n`)).toEqual([]);
  });

  test('a code on two entries of the old map is two entries: the fingerprint tells them apart', () => {
    const rows =
      'old_code,new_code,share,change,tier,fingerprint\nA1,B1,1,moved,certain,f1\nA1,B2,1,moved,certain,f2\n';
    expect(problemsOf(rows)).toEqual([]);
  });

  test('carries the day it holds from, which must be one', () => {
    expect(parse(`${FULL}A1,B1,1,moved,certain,2023-01-01\n`).crosswalk.validFrom).toBe('2023-01-01');
    expect(parse(`${FULL}A1,B1,1,moved,certain,01/02/2023\n`).crosswalk.validFrom).toBe('2023-02-01');
    expect(problemsOf(`${FULL}A1,B1,1,moved,certain,2023-02-30\n`)).toEqual(['2 date-unreadable']);
    expect(problemsOf(`${FULL}A1,B1,1,moved,certain,2023-01-01\nA2,B2,1,moved,certain,2024-01-01\n`)).toEqual(
      ['3 valid-from-differs'],
    );
  });

  test('refuses words it does not know', () => {
    expect(problemsOf(`${FULL}A1,B1,1,shifted,sure,\n`)).toEqual(['2 value-unknown', '2 value-unknown']);
  });
});
