import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCrosswalkJson } from '../../src/crosswalk/parse-crosswalk-json.ts';
import type { Crosswalk } from '../../src/model/crosswalk.ts';
import { renderCrosswalkJson } from '../../src/render/crosswalk-json.ts';
import { crosswalkBetween, smallCodes } from '../arbitraries/crosswalk.ts';
import { crosswalkDocument } from '../support/crosswalk-document.ts';
import { crosswalkRow } from '../support/crosswalk-row.ts';
import { mapOf } from '../support/map-of.ts';

const document = crosswalkDocument(
  mapOf('A1 Alfa\nA1.1 Beta\nA1.1.1 Gamma\nA1.1.1.1 Bilancio\nA1.1.1.2 =Gare'),
  mapOf('A1 Alfa\nA1.1 Beta\nA1.1.1 Gamma\nA1.1.1.1 =Gare\nA1.1.1.3 Bilancio\nA1.1.1.4 Fondi'),
);

const json = (crosswalk: Crosswalk) => renderCrosswalkJson({ ...document, crosswalk });
const read = (text: string) => parseCrosswalkJson({ name: 'x.json', bytes: Buffer.from(text) });

describe('a crosswalk in JSON', () => {
  it('comes back as it was', () => {
    expect(document.crosswalk.rows.some(({ evidence }) => evidence.includes('|'))).toBe(true);
    const plain = document.crosswalk.rows.map((row) =>
      row.newCode === '' ? { ...row, confidence: 0 } : row,
    );
    expect(read(json(document.crosswalk))).toEqual({
      crosswalk: { rows: plain },
      profile: 'full',
      problems: [],
    });
    expect(read(json({ ...document.crosswalk, validFrom: '2024-01-01' })).crosswalk.validFrom).toBe(
      '2024-01-01',
    );
  });

  it('whatever it holds, with or without a byte-order mark', () => {
    fc.assert(
      fc.property(crosswalkBetween(smallCodes('A', 5), smallCodes('B', 5)), (crosswalk) => {
        const { rows } = read(`\ufeff${json(crosswalk)}`).crosswalk;
        const told = ({ oldCode, newCode, share, change }: Crosswalk['rows'][number]) =>
          [oldCode, newCode, share, change].join();
        expect(rows.map(told)).toEqual(crosswalk.rows.map(told));
      }),
      { numRuns: 30 },
    );
  });

  it('says on which line shares are wrong', () => {
    const rows = ['B1', 'B2'].map((newCode) => crosswalkRow({ oldCode: 'A1', newCode, share: '0.4' }));
    const text = json({ rows: [crosswalkRow({ oldCode: 'A2', newCode: 'B{3' }), ...rows] });
    const line = text.split('\n').findIndex((each) => each.includes('"A1"'));
    expect(read(text).problems).toEqual([
      { kind: 'shares-sum', place: { file: 'x.json', line }, args: { code: 'A1', sum: '0.8' } },
    ]);
  });

  it.each([
    ['{', /x\.json: is no crosswalk in JSON \(/],
    ['{"version": 2, "rows": []}', /at version/],
    ['{"version": 1, "validFrom": null, "rows": []}', /at rows/],
    [json({ rows: [crosswalkRow({ oldCode: 'A1', newCode: 'B1', share: '1,5' })] }), /rows\.0\.share/],
    [json({ rows: [crosswalkRow({})] }), /rows\.0: a row names/],
  ])('is refused when it is none: %s', (text, message) => {
    expect(() => read(text)).toThrow(message);
  });
});
