import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { invertCrosswalk } from '../../src/crosswalk/invert-crosswalk.ts';
import { parseCrosswalk } from '../../src/crosswalk/parse-crosswalk.ts';
import type { Crosswalk } from '../../src/model/crosswalk.ts';
import { renderCrosswalkCsv } from '../../src/render/crosswalk-csv.ts';
import { parseDecimal } from '../../src/values/decimal.ts';
import { crosswalkBetween, smallCodes } from '../arbitraries/crosswalk.ts';
import { crosswalkRow } from '../support/crosswalk-row.ts';

const linksOf = ({ rows }: Crosswalk) =>
  rows.map(({ oldCode, newCode, tier }) => `${oldCode} ${newCode} ${tier === 'open' ? 'open' : ''}`).sort();
const amounts = (booked: Readonly<Record<string, string>>) =>
  new Map(
    Object.entries(booked).map(([code, text]) => [code, parseDecimal(text) ?? { units: 0n, scale: 0 }]),
  );
const sharesOf = (crosswalk: Crosswalk) =>
  crosswalk.rows.map(({ oldCode, newCode, share }) => [oldCode, newCode, share]);
const link = (oldCode: string, newCode: string, share: string | null = '1') =>
  crosswalkRow({ oldCode, newCode, share });

describe('a crosswalk read backwards', () => {
  it('gives the links back when it is read backwards again', () => {
    fc.assert(
      fc.property(crosswalkBetween(smallCodes('A', 6), smallCodes('B', 6)), (crosswalk) => {
        const twice = invertCrosswalk(invertCrosswalk(crosswalk, null).crosswalk, null).crosswalk;
        expect(linksOf(twice)).toEqual(linksOf(crosswalk));
      }),
      { numRuns: 300, seed: 19 },
    );
  });

  it('is a crosswalk that procmap reads, whatever was booked', () => {
    const booked = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(crosswalkBetween(smallCodes('A', 6), smallCodes('B', 6)), booked, (crosswalk, hours) => {
        const usage = new Map(
          smallCodes('A', 6).map((code, i) => [code, { units: BigInt(hours[i] ?? 0), scale: 0 }]),
        );
        const csv = renderCrosswalkCsv(invertCrosswalk(crosswalk, usage).crosswalk);
        expect(parseCrosswalk({ name: 'b', bytes: new TextEncoder().encode(csv) }).problems).toEqual([]);
      }),
      { numRuns: 200, seed: 20 },
    );
  });

  it('divides what was merged by the amounts that were booked, each with its share', () => {
    const rows = [link('A1', 'B1'), link('A2', 'B1', '0.5'), link('A2', 'B2', '0.5')];
    expect(sharesOf(invertCrosswalk({ rows }, amounts({ A1: '30', A2: '20' })).crosswalk)).toEqual([
      ['B1', 'A1', '0.75'],
      ['B1', 'A2', '0.25'],
      ['B2', 'A2', '1'],
    ]);
  });

  it('invents no share: without amounts, with none booked, or with a share undecided they are empty', () => {
    const merged = { rows: [link('A1', 'B1'), link('A2', 'B1')] };
    const empty = [
      ['B1', 'A1', null],
      ['B1', 'A2', null],
    ];
    for (const booked of [null, amounts({}), amounts({ A1: '5', A2: '-1' })]) {
      const { crosswalk, unshared } = invertCrosswalk(merged, booked);
      expect(sharesOf(crosswalk)).toEqual(empty);
      expect(unshared).toEqual(['B1']);
    }
    const undecided = { rows: [link('A1', 'B1'), link('A2', 'B1', null), link('A2', 'B2', null)] };
    const { crosswalk, undecided: told } = invertCrosswalk(undecided, amounts({ A1: '1', A2: '1' }));
    expect(sharesOf(crosswalk).slice(0, 2)).toEqual(empty);
    expect(told).toEqual(['B1']);
  });

  it('knows no share where a code is that of several entries', () => {
    const rows = [
      crosswalkRow({ oldCode: 'A1', newCode: 'B1', fingerprint: 'x' }),
      crosswalkRow({ oldCode: 'A1', newCode: 'B2', fingerprint: 'y' }),
      link('A2', 'B1'),
    ];
    const { crosswalk } = invertCrosswalk({ rows }, amounts({ A1: '1', A2: '1' }));
    expect(sharesOf(crosswalk)[0]).toEqual(['B1', 'A1', null]);
  });

  it('turns kinds, ends and alarms round', () => {
    const rows = [
      crosswalkRow({ oldCode: 'A1', newCode: 'B1', change: 'merged', gsim: 'RC3.2' }),
      crosswalkRow({ oldCode: 'A2', newCode: 'B1', change: 'merged', gsim: 'RC3.2' }),
      crosswalkRow({ oldCode: 'A3', newCode: 'A1', change: 'moved', gsim: 'VC1' }),
      crosswalkRow({ oldCode: 'A4', change: 'dropped', share: null }),
      crosswalkRow({ newCode: 'B9', change: 'added', share: null }),
    ];
    const { crosswalk } = invertCrosswalk({ rows }, null);
    expect(
      crosswalk.rows.map(({ oldCode, newCode, change, gsim, alarms }) => [
        oldCode,
        newCode,
        change,
        gsim,
        alarms,
      ]),
    ).toEqual([
      ['B1', 'A1', 'split', 'RC4.2', []],
      ['B1', 'A2', 'split', 'RC4.2', []],
      ['A1', 'A3', 'moved', 'VC1', ['recycled']],
      ['', 'A4', 'added', 'RC2', []],
      ['B9', '', 'dropped', 'RC1', []],
    ]);
  });

  it('tells what is open and what is dropped in part', () => {
    const rows = [
      crosswalkRow({ oldCode: 'A1', change: 'open', tier: 'open', share: null }),
      link('A2', 'B2', '0.5'),
      crosswalkRow({ oldCode: 'A2', change: 'dropped', share: '0.5' }),
    ];
    const { crosswalk, open, partlyDropped } = invertCrosswalk({ rows }, null);
    expect([open, partlyDropped]).toEqual([['A1'], ['A2']]);
    expect(crosswalk.rows.map(({ oldCode, newCode, tier }) => [oldCode, newCode, tier])).toEqual([
      ['B2', 'A2', 'certain'],
      ['', 'A1', 'open'],
    ]);
  });
});
