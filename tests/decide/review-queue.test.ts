import { describe, expect, it } from 'vitest';
import { reviewQueue, type Usage } from '../../src/decide/review-queue.ts';
import { parseDecimal, ZERO } from '../../src/values/decimal.ts';
import { EVERY_KIND } from '../support/every-kind.ts';
import { mapOf } from '../support/map-of.ts';
import { reportOfMaps } from '../support/report-of.ts';

const [OLD, NEW] = [mapOf(EVERY_KIND.old), mapOf(EVERY_KIND.new)];
const INPUT = { oldMap: OLD, newMap: NEW, report: reportOfMaps(OLD, NEW, EVERY_KIND.links), plan: null };

const usage = (hours: Readonly<Record<string, string>>): Usage =>
  new Map(Object.entries(hours).map(([code, text]) => [code, parseDecimal(text) ?? ZERO]));

/** `OLD group`, a row each. */
function rows(hours: Usage | null = null): readonly string[] {
  return reviewQueue(INPUT, hours).rows.map(({ old, group }) => `${old?.code ?? '-'} ${group}`);
}

describe('the order of a review', () => {
  it('what a person has to decide comes first, then what wants a look, the certain last; in the order of the map', () => {
    expect(rows()).toEqual([
      'A1.1.1.3 open',
      'A1.2.1.3 possibly-lost',
      'A1.1.1.5 probable',
      'A1.2.1.1 probable',
      'A1.2.1.1 probable',
      'B1.1.1.1 probable',
      'B1.1.1.2 probable',
      'B1.1.1.2 probable',
      'B1.1.1.3 dropped',
      'A1 certain',
      'A1.1.F.F certain',
      'A1.1.1.1 certain',
      'A1.1.1.2 certain',
      'A1.1.1.4 certain',
      'A1.1.2.1 certain',
      'A1.1.2.2 certain',
      'A1.1.2.3 certain',
      'A1.2.1.2 certain',
    ]);
  });

  it('the most hours first, within what is alike urgent', () => {
    const order = rows(
      usage({ 'B1.1.1.2': '90', 'A1.2.1.1': '40.5', 'B1.1.1.1': '40.25', 'A1.1.1.1': '1000' }),
    );
    expect(order.slice(0, 2)).toEqual(['A1.1.1.3 open', 'A1.2.1.3 possibly-lost']);
    expect(order.filter((row) => row.endsWith('probable'))).toEqual([
      'B1.1.1.2 probable',
      'B1.1.1.2 probable',
      'A1.2.1.1 probable',
      'A1.2.1.1 probable',
      'B1.1.1.1 probable',
      'A1.1.1.5 probable',
    ]);
    expect(order.find((row) => row.endsWith('certain'))).toBe('A1.1.1.1 certain');
  });

  it('says the hours of an entry once, and 0 where none are booked; none without time-sheets', () => {
    const review = reviewQueue(INPUT, usage({ 'A1.2.1.1': '40.5' }));
    const hoursOf = (code: string) =>
      review.rows.filter(({ old }) => old?.code === code).map(({ hours }) => hours);
    expect([hoursOf('A1.2.1.1'), hoursOf('A1.1.1.1'), review.withHours]).toEqual([
      ['40.5', null],
      ['0'],
      true,
    ]);
    const without = reviewQueue(INPUT);
    expect([without.withHours, without.rows.every(({ hours }) => hours === null)]).toEqual([false, true]);
  });
});

describe('what a review offers to choose from', () => {
  const choices = new Map(reviewQueue(INPUT).choices.map((choice) => [choice.code, choice.sources]));

  it('every entry of the new map that hours are booked on, and no other', () => {
    expect(choices.has('A1.1.2.4')).toBe(true);
    expect(choices.has('A1.1.2')).toBe(false);
  });

  it('with the old codes that go there', () => {
    expect(choices.get('A1.1.1.4')).toEqual(['A1.1.1.4', 'A1.1.1.5']);
    expect(choices.get('B1.1.1.4')).toEqual(['A1.1.2.2']);
    expect(choices.get('A1.1.2.4')).toEqual([]);
  });
});
