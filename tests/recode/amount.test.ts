import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { divideOn, noteUnit, openAccounts, splitAccounts } from '../../src/recode/accounts.ts';
import {
  type Amount,
  exactValue,
  formatAmount,
  formatPart,
  type Point,
  pointEvidence,
  readAmount,
} from '../../src/recode/amount.ts';
import type { MapRule } from '../../src/recode/plan.ts';
import { formatDecimal, sumDecimals, trimDecimal } from '../../src/values/decimal.ts';
import { amountText } from '../arbitraries/amount-text.ts';

function amount(text: string, point: Point | null = null): Amount {
  const reading = readAmount(text, point);
  if (reading.kind !== 'amount') throw new Error(`${text}: ${reading.kind}`);
  return reading.amount;
}

/** The parts of an amount alone, in units of its last digit, or of the decimals that are given. */
function partsOf(
  whole: Amount,
  weights: readonly bigint[],
  { decimals = 0, point = null }: { readonly decimals?: number; readonly point?: Point | null } = {},
): readonly string[] {
  const [rule] = [splitRule(weights)];
  const accounts = openAccounts();
  const measure = { key: 'ore', kind: whole.measure };
  const { notation } = whole;
  noteUnit(accounts, measure, {
    scale: Math.max(notation.decimals, decimals),
    seconds: notation.seconds ? 1 : 60,
  });
  const split = splitAccounts(accounts, rule, measure);
  return divideOn(accounts, split, { person: '1', value: exactValue(whole) }).map((part) =>
    formatPart(whole, part, point, decimals),
  );
}

function splitRule(weights: readonly bigint[]): MapRule {
  const targets = weights
    .map((weight, i) => ({ code: `B${i}`, label: '', weight }))
    .filter(({ weight }) => weight > 0n);
  const about = { label: '', recycled: false, change: 'split', tier: 'certain', decided: true } as const;
  return { kind: 'map', code: 'A1', targets, ...about };
}

function parts(text: string, weights: readonly number[], options = {}): readonly string[] {
  return partsOf(amount(text), weights.map(BigInt), options);
}

describe('reading amounts', () => {
  test.each([
    ['7', 'number', '7'],
    ['7.5', 'number', '7.5'],
    ['7,5', 'number', '7.5'],
    ['07,50', 'number', '7.50'],
    ['7h30', 'clock', '27000'],
    [' 7,5 ', 'number', '7.5'],
    ['7,5 h', 'number', '7.5'],
    ['0,125', 'number', '0.125'],
    ['1234,567', 'number', '1234.567'],
    ['1.234,56', 'number', '1234.56'],
    ['1,234.56', 'number', '1234.56'],
    ['1.234.567', 'number', '1234567'],
    ['1 234,5', 'number', '1234.5'],
    ['1\u00a0234,5', 'number', '1234.5'],
    ["1'234.50", 'number', '1234.50'],
    ['-3,5', 'number', '-3.5'],
    ['−3,5', 'number', '-3.5'],
    ['3,5-', 'number', '-3.5'],
    ['(3,5)', 'number', '-3.5'],
    ['+3,5', 'number', '3.5'],
    ['€ 1.234,56', 'euro', '1234.56'],
    ['1.234,56 €', 'euro', '1234.56'],
    ['-€ 12,00', 'euro', '-12.00'],
    ['EUR 12,00', 'euro', '12.00'],
    ['12 %', 'percent', '12'],
    ['12,5%', 'percent', '12.5'],
    ['7:30', 'clock', '27000'],
    ['07:30', 'clock', '27000'],
    ['100:05', 'clock', '360300'],
    ['0:00:59', 'clock', '59'],
    ['-1:30', 'clock', '-5400'],
  ])('%j is a %s of %s', (text, measure, value) => {
    expect(amount(text).measure).toBe(measure);
    expect(formatDecimal(exactValue(amount(text)))).toBe(value);
  });

  test.each(['', ' ', '-', '€ -', '–'])('%j is blank', (text) => {
    expect(readAmount(text, null).kind).toBe('blank');
  });

  test.each([
    'otto',
    '7,5,5',
    '1.23.456',
    '12.34,5.6',
    '7:60',
    '7:3',
    '7,',
    ',5',
    '1e3',
    '--3',
    '-3-',
    '(3',
    '3)',
    '7:30 %',
    '€ 5 %',
    '1.234:30',
    '#N/D',
    '9'.repeat(40),
  ])('%j is no amount', (text) => {
    expect(readAmount(text, ',').kind).toBe('unreadable');
  });

  test('a point before three digits is read by the decimal sign of the column, and not guessed without one', () => {
    expect(readAmount('1.234', null).kind).toBe('ambiguous');
    expect(formatDecimal(exactValue(amount('1.234', ',')))).toBe('1234');
    expect(formatDecimal(exactValue(amount('1.234', '.')))).toBe('1.234');
  });

  test.each([
    ['7,5', ','],
    ['7.5', '.'],
    ['1.234,5', ','],
    ['1.234.567', ','],
    ['1.234', null],
    ['7', null],
    ['7:30', null],
    ['x', null],
  ])('%j says of the decimal sign: %s', (text, point) => {
    expect(pointEvidence(text)).toBe(point);
  });
});

describe('dividing amounts', () => {
  test.each([
    ['7,5', [1, 1], ['3,8', '3,7']],
    ['7,50', [1, 1], ['3,75', '3,75']],
    ['7', [1, 1], ['4', '3']],
    ['7:30', [1, 3], ['1:53', '5:37']],
    ['07:30', [1, 1], ['03:45', '03:45']],
    ['1:00:00', [1, 2], ['0:20:00', '0:40:00']],
    ['€ 1.234,56', [1, 1], ['€ 617,28', '€ 617,28']],
    ['2.469,12 €', [1, 1], ['1.234,56 €', '1.234,56 €']],
    ['12 %', [1, 2], ['4 %', '8 %']],
    ['-0,01', [1, 1], ['-0,01', '0,00']],
    ['(5)', [1, 1], ['(3)', '(2)']],
    ['0,03', [1, 0], ['0,03']],
  ])('%s by %j', (text, weights, expected) => {
    expect(parts(text, weights)).toEqual(expected);
  });

  test('finer parts are written when asked for, with the decimal sign of the column', () => {
    expect(parts('7', [1, 1], { decimals: 2, point: ',' })).toEqual(['3,50', '3,50']);
    expect(parts('7,5', [1, 1], { decimals: 2, point: '.' })).toEqual(['3,75', '3,75']);
    expect(parts('1.234.567', [1, 1], { decimals: 1, point: '.' })).toEqual(['617.283,5', '617.283,5']);
    expect(parts('7:30', [1, 1], { decimals: 2 })).toEqual(['3:45', '3:45']);
  });

  test('in every notation the parts, read again, add up to the whole', () => {
    const weights = fc
      .array(fc.bigInt(0n, 1000n), { minLength: 1, maxLength: 6 })
      .filter((list) => list.some((weight) => weight > 0n));
    fc.assert(
      fc.property(amountText(), weights, fc.constantFrom(0, 1, 2, 4), (text, list, decimals) => {
        fc.pre(readAmount(text, ',').kind === 'amount');
        const whole = amount(text, ',');
        const written = partsOf(whole, list, { decimals, point: ',' });
        const again = written.map((part) => amount(part, ','));
        expect(again.every((part) => part.measure === whole.measure)).toBe(true);
        expect(trimDecimal(sumDecimals(again.map(exactValue)))).toEqual(trimDecimal(exactValue(whole)));
      }),
    );
  });

  test('an undivided amount is written as it was read', () => {
    fc.assert(
      fc.property(amountText(), (text) => {
        // A zero loses its sign.
        fc.pre(readAmount(text, ',').kind === 'amount' && amount(text, ',').units !== 0n);
        expect(formatAmount(amount(text, ',')).replace(/^([^\d]*)0+(?=\d)/, '$1')).toBe(
          text.replace(/^([^\d]*)0+(?=\d)/, '$1'),
        );
      }),
    );
  });
});
