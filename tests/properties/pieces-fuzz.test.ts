import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readCode, readCodeAndLabel } from '../../src/model/read-code.ts';
import { defaultLimits } from '../../src/read/limits.ts';
import { openZip } from '../../src/read/workbook/open-zip.ts';
import { readAmount } from '../../src/recode/amount.ts';
import { headerPeriod } from '../../src/recode/shapes/header-period.ts';
import { findCodes } from '../../src/refs/find-codes.ts';
import type { TextBlock } from '../../src/values/text-block.ts';
import { ProcmapError } from '../../src/words/procmap-error.ts';
import { eachTimes } from './each-times.ts';

const RUNS = eachTimes(300);
/** Longer than anything here takes, even on a busy machine. */
const SOON = 5000;

/** A text with some of its characters doubled, dropped, replaced or said many times. */
function damaged(samples: readonly string[]): fc.Arbitrary<string> {
  const sign = fc.constantFrom(...' .,;:-–()[]{}"\'/|%€hoA1lF0\t\n\u00a0\u202e\ufffe'.split(''));
  const edit = fc.record({ at: fc.nat(), times: fc.constantFrom(0, 2, 5000), sign: fc.option(sign) });
  return fc
    .tuple(fc.constantFrom(...samples), fc.array(edit, { minLength: 1, maxLength: 3 }))
    .map(([text, edits]) =>
      edits.reduce((now, { at, times, sign: own }) => {
        const place = at % (now.length + 1);
        return `${now.slice(0, place)}${(own ?? now.charAt(place)).repeat(times)}${now.slice(place + 1)}`;
      }, text),
    );
}

/** What two readings of the same text say; both come soon, and say the same. */
function readTwice<T>(read: () => T): T {
  const start = performance.now();
  const [first, second] = [read(), read()];
  expect(second).toEqual(first);
  expect(performance.now() - start).toBeLessThan(SOON);
  return first;
}

describe('damaged pieces', () => {
  it('of amounts are amounts, blank, ambiguous or unreadable', () => {
    const amounts = damaged(['7,5', '1.234,56', '7:30', '7h30', '€ -12,50', '12 ore', '50%', '1 234,5 h']);
    fc.assert(
      fc.property(amounts, fc.constantFrom('.', ',', null), (text, point) => {
        const { kind } = readTwice(() => readAmount(text, point));
        expect(['amount', 'blank', 'ambiguous', 'unreadable']).toContain(kind);
      }),
      { numRuns: RUNS },
    );
  });

  it('of codes are codes in canonical form, or none', () => {
    const codes = damaged([
      'A1.1.2.4',
      'A.1.1.2.4.',
      'C1.1.7b.1',
      'A1.3.2.1.Sistemi',
      'B2 - Bilancio',
      'A1.1.F.F',
    ]);
    fc.assert(
      fc.property(codes, (text) => {
        for (const read of [readCode, readCodeAndLabel]) {
          const { code } = readTwice(() => read(text));
          if (code !== null) expect(readCode(code.text)).toEqual({ code, mends: [], label: '' });
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('of headers are periods or none', () => {
    const headers = damaged([
      'Lun 1',
      '01/02/2023',
      'Sett. 13',
      'gen-23',
      'Gennaio 2023',
      'II trimestre 2022',
      '3° trim.',
    ]);
    fc.assert(
      fc.property(headers, (text) => void readTwice(() => headerPeriod(text))),
      { numRuns: RUNS },
    );
  });

  it('of documents cite codes at their places', () => {
    const known = {
      has: (code: string) => code === 'B2.3.1',
      roots: new Set(['B2']),
      letters: new Set(['B']),
    };
    const texts = damaged([
      'FTE_Integrato_B2.3.1 e B2.3.1_07',
      'vedi www.camera.it/B2.3.1 o a@b.it',
      '**B2.3.1**',
    ]);
    fc.assert(
      fc.property(texts, (text) => {
        const block = { text, place: { file: 'plan.md', line: 1 }, column: null } as unknown as TextBlock;
        for (const { code } of readTwice(() => findCodes([block], known))) expect(code).toMatch(/^B/);
      }),
      { numRuns: RUNS },
    );
  });

  it('of archives open, or are refused in one error', () => {
    const sound = zipSync({ 'a.xml': strToU8('<a>testo</a>'), 'b/c.xml': strToU8('<c/>'.repeat(50)) });
    const bytes = fc.array(fc.tuple(fc.nat(sound.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(bytes, (edits) => {
        const archive = sound.slice();
        for (const [at, byte] of edits) archive[at] = byte;
        readTwice(() => {
          try {
            const zip = openZip('m.xlsx', archive, defaultLimits);
            return zip.names.map((name) => [...(zip.read(name) ?? [])].map((piece) => piece.length));
          } catch (error) {
            if (!(error instanceof ProcmapError)) throw error;
            return error.code;
          }
        });
      }),
      { numRuns: RUNS },
    );
  });
});
