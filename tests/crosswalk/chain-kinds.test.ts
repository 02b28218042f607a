import { describe, expect, test } from 'vitest';
import { chainCrosswalks } from '../../src/crosswalk/chain-crosswalks.ts';
import { chainEvidence, unionOf } from '../../src/crosswalk/chain-provenance.ts';
import { unfollowed } from '../../src/crosswalk/unfollowed.ts';
import type { CrosswalkRow } from '../../src/model/crosswalk.ts';
import { crosswalkRow } from '../support/crosswalk-row.ts';

type Part = Partial<CrosswalkRow>;

const chain = (first: readonly Part[], second: readonly Part[]): readonly CrosswalkRow[] =>
  chainCrosswalks({ rows: first.map(crosswalkRow) }, { rows: second.map(crosswalkRow) }).crosswalk.rows;

/** A step of which only codes and labels matter: `A=Archivio > B=Archivio`. */
function step(text: string, more: Part = {}): Part {
  const [[oldCode = '', oldLabel = ''] = [], [newCode = '', newLabel = ''] = []] = text
    .split(' > ')
    .map((side) => side.split('='));
  const moved = oldCode !== newCode;
  const renamed = oldLabel !== newLabel;
  const change = moved ? (renamed ? 'moved-and-renamed' : 'moved') : renamed ? 'renamed' : 'unchanged';
  return { oldCode, oldLabel, newCode, newLabel, change, ...more };
}

/** Two halves of an entry. */
const halves = (code: string, targets: readonly [string, string], gsim: CrosswalkRow['gsim'] = 'RC4.1') =>
  targets.map((target) => step(`${code} > ${target}`, { change: 'split', share: '0.5', gsim }));

describe('what becomes of an entry over two revisions, and its kind in GSIM', () => {
  test.each<readonly [string, readonly Part[], readonly Part[], readonly string[]]>([
    ['renamed', [step('A=Uno > A=Due')], [step('A=Due > A=Tre')], ['A renamed VC2']],
    ['moved', [step('A=Uno > B=Uno')], [step('B=Uno > C=Uno')], ['C moved VC1']],
    ['both', [step('A=Uno > B=Uno')], [step('B=Uno > B=Due')], ['B moved-and-renamed VC1+VC2']],
    ['renamed and back', [step('A=Uno > A=Due')], [step('A=Due > A=Uno')], ['A unchanged null']],
    ['moved and back', [step('A=Uno > B=Uno')], [step('B=Uno > A=Uno')], ['A unchanged null']],
    [
      'divided, no part of it what it was',
      halves('A=Uno', ['B=Due', 'C=Tre']),
      [step('B=Due > B=Due'), step('C=Tre > C=Tre')],
      ['B split RC4.1', 'C split RC4.1'],
    ],
    [
      'divided, and one part is what it was',
      halves('A=Uno', ['A=Uno', 'C=Tre']),
      [step('A=Uno > A=Uno'), step('C=Tre > C=Tre')],
      ['A split RC4.2', 'C split RC4.2'],
    ],
    [
      'divided, as the step that divided it says',
      halves('A=Uno', ['A=Due', 'C=Tre'], 'RC4.2'),
      [step('A=Due > A=Due'), step('C=Tre > C=Tre')],
      ['A split RC4.2', 'C split RC4.2'],
    ],
    [
      'joined, as the step that joined it says',
      [step('A=Uno > A=Uno'), step('B=Due > B=Due')],
      [
        step('A=Uno > C=Tre', { change: 'merged', gsim: 'RC3.2' }),
        step('B=Due > C=Tre', { change: 'merged', gsim: 'RC3.1' }),
      ],
      ['C merged RC3.2', 'C merged RC3.1'],
    ],
    [
      'joined with what stays what it was',
      [step('A=Uno > A=Uno'), step('B=Due > B=Due')],
      [step('A=Uno > A=Uno', { change: 'merged' }), step('B=Due > A=Uno', { change: 'merged' })],
      ['A merged RC3.2', 'A merged RC3.1'],
    ],
  ])('%s', (_, first, second, expected) => {
    const rows = chain(first, second).filter(({ oldCode }) => oldCode !== '');
    expect(rows.map(({ newCode, change, gsim }) => `${newCode} ${change} ${gsim}`)).toEqual(expected);
  });

  test('an entry without a label is not the same because another has none either', () => {
    const rows = chain(halves('A=', ['B=', 'C=']), [step('B= > B='), step('C= > C=')]);
    expect(rows.map(({ gsim }) => gsim)).toEqual(['RC4.1', 'RC4.1']);
  });
});

describe('what was added on the way', () => {
  const added: Part = { newCode: 'N', newLabel: 'Nuova', change: 'added', fingerprint: 'f1', share: null };
  test.each<readonly [string, readonly Part[], string]>([
    ['keeps its fingerprint while it stays unchanged', [step('N=Nuova > N=Nuova')], 'N RC2 f1'],
    ['has none once it moved', [step('N=Nuova > M=Nuova')], 'M RC2 '],
    ['has none once it is reworded', [step('N=Nuova > N=Altra')], 'N RC2 '],
  ])('%s', (_, second, expected) => {
    const rows = chain([added, step('A > A')], [...second, step('A > A')]).filter(
      (row) => row.oldCode === '',
    );
    expect(rows.map((row) => `${row.newCode} ${row.gsim} ${row.fingerprint}`)).toEqual([expected]);
  });

  test('has the fingerprint of the last step where that adds it', () => {
    const rows = chain([step('A > A')], [step('A > A'), { ...added, fingerprint: 'f2' }]);
    expect(rows.filter((row) => row.oldCode === '').map(({ fingerprint }) => fingerprint)).toEqual(['f2']);
  });
});

describe('a code that names another entry in the end', () => {
  const recycled = (rows: readonly CrosswalkRow[]) =>
    rows.filter(({ alarms }) => alarms.includes('recycled')).map(({ oldCode }) => oldCode);
  test.each<readonly [string, readonly Part[], readonly Part[], readonly string[]]>([
    [
      'is told where a step tells it',
      [step('A > B', { alarms: ['recycled'] }), step('X > A')],
      [step('B > B'), step('A > A')],
      ['A'],
    ],
    [
      'is told where the code was gone in between and came back',
      [step('A > B')],
      [step('B > B'), { newCode: 'A', change: 'added' }],
      ['A'],
    ],
    [
      'is none where the entry comes back to it',
      [step('A > B', { alarms: ['recycled'] }), step('X > A')],
      [step('B > A'), step('A > X')],
      [],
    ],
    [
      'is none where the code is gone in the end',
      [step('A > B', { alarms: ['recycled'] }), step('X > A')],
      [step('B > B'), step('A > C')],
      [],
    ],
  ])('%s', (_, first, second, expected) => {
    expect(recycled(chain(first, second))).toEqual(expected);
  });
});

describe('the evidence of a chain', () => {
  const via = (oldCode: string, newCode: string, evidence = ''): CrosswalkRow =>
    crosswalkRow({ oldCode, newCode, evidence });
  test.each([
    ['what the steps say, each once', [[via('A', 'A', 'x:1|y:1'), via('A', 'A', 'y:1|z:1')]], 'x:1|y:1|z:1'],
    ['the way, where the code changed twice', [[via('A', 'B', 'x:1'), via('B', 'C', 'y:1')]], 'chain=A>B>C'],
    ['no way for one change', [[via('A', 'B', 'x:1'), via('B', 'B', 'y:1')]], 'x:1|y:1'],
    [
      'all ways, where one of them has changed twice',
      [
        [via('A', 'B'), via('B', 'D')],
        [via('A', 'D'), via('D', 'D')],
      ],
      'chain=A>B>D|chain=A>D',
    ],
  ])('%s', (_, ways, expected) => {
    expect(chainEvidence(ways)).toBe(expected);
  });

  test('texts of several steps are said once, in a fixed order', () => {
    expect(unionOf(['Marta', '', 'Anna | Marta'])).toBe('Anna | Marta');
    expect(unionOf(['', ''])).toBe('');
  });
});

describe('whether a crosswalk follows another', () => {
  const codes = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J'];
  /** Every code goes one on; the label goes with the entry. */
  const rotated = codes.map((code, i) => step(`${code}=L${code} > ${codes[(i + 1) % 10]}=L${code}`));
  const rows = (parts: readonly Part[]) => ({ rows: parts.map(crosswalkRow) });
  test.each<readonly [string, readonly Part[], readonly Part[], unknown]>([
    ['the same twice does not', rotated, rotated, { compared: 10, differing: 10 }],
    [
      'one that starts where the other ends does',
      rotated,
      codes.map((code, i) => step(`${code}=L${codes[(i + 9) % 10]} > ${code}=X`)),
      null,
    ],
    [
      'half of the codes for, half against: nothing is said',
      rotated,
      codes.map((code, i) => step(`${code}=L${codes[i < 5 ? i : (i + 9) % 10]} > ${code}=X`)),
      null,
    ],
    [
      'one more than half against',
      rotated,
      codes.map((code, i) => step(`${code}=L${codes[i < 6 ? i : (i + 9) % 10]} > ${code}=X`)),
      { compared: 10, differing: 6 },
    ],
    [
      'codes of which less than nine in ten are shared say nothing',
      rotated,
      [...rotated.slice(0, 8), step('Y=LY > Y=LY'), step('Z=LZ > Z=LZ')],
      null,
    ],
    [
      'blanks and their kinds make no other label',
      rotated,
      rotated.map((row) => ({ ...row, oldLabel: ` ${row.oldLabel}\u00a0` })),
      { compared: 10, differing: 10 },
    ],
    ['codes without labels say nothing', codes.map((code) => step(`${code} > ${code}`)), rotated, null],
  ])('%s', (_, first, second, expected) => {
    expect(unfollowed(rows(first), rows(second))).toEqual(expected);
  });
});
