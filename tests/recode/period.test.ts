import { describe, expect, test } from 'vitest';
import { readPeriod } from '../../src/recode/period.ts';

describe('dates of time-sheets', () => {
  test.each([
    '31/12/2022',
    '31.12.2022',
    '31-12-22',
    '2022-12-31',
    '2022-12-31T00:00:00',
    '31/12/2022 08:30',
    '2022/12/31',
    '20221231',
    '31 dicembre 2022',
    '31 Dec 2022',
    ' 31-dic-22 ',
  ])('%j is the last day of 2022', (text) => {
    expect(readPeriod(text)).toEqual({ first: '2022-12-31', last: '2022-12-31' });
  });

  test.each([
    '12/2022',
    '2022-12',
    '202212',
    'dicembre 2022',
    'Dic. 2022',
    'dic-22',
    "dic '22",
    'December 2022',
    '12 2022',
  ])('%j is December 2022', (text) => {
    expect(readPeriod(text)).toEqual({ first: '2022-12-01', last: '2022-12-31' });
  });

  test('a year is a year, February has 28 days or 29', () => {
    expect(readPeriod('2022')).toEqual({ first: '2022-01-01', last: '2022-12-31' });
    expect(readPeriod('02/2023')?.last).toBe('2023-02-28');
    expect(readPeriod('02/2024')?.last).toBe('2024-02-29');
  });

  test.each(['', '12/31/2022', '31/02/2022', 'dicembre', '3', '7,5', 'x 2022', '44926', '00/2022'])(
    '%j is no date',
    (text) => {
      expect(readPeriod(text)).toBeNull();
    },
  );
});
