import { describe, expect, it } from 'vitest';
import { parseCrosswalkFile } from '../../src/app/parse-crosswalk-file.ts';
import type { Crosswalk, CrosswalkRow } from '../../src/model/crosswalk.ts';
import { readTables } from '../../src/read/read-tables.ts';
import { renderCrosswalkCsv } from '../../src/render/crosswalk-csv.ts';
import { renderCrosswalkSchema } from '../../src/render/crosswalk-schema.ts';
import { renderCrosswalkWorkbook } from '../../src/render/crosswalk-workbook.ts';
import { looksLikeNumber } from '../../src/render/csv.ts';
import { crosswalkRow } from '../support/crosswalk-row.ts';

const crosswalk: Crosswalk = {
  rows: [
    crosswalkRow({ oldCode: 'B2.1.1.1', newCode: 'B2.1.2.1', oldLabel: 'Cassa; economato', share: '0.25' }),
    crosswalkRow({ oldCode: 'B2.1.1.1', newCode: 'B2.1.3.1', oldLabel: 'Cassa; economato', share: '0.75' }),
    crosswalkRow({ oldCode: 'C4', newCode: 'C5', alarms: ['recycled'] }),
    crosswalkRow({ oldCode: '', newCode: 'C9', change: 'added', share: null }),
  ] as readonly CrosswalkRow[],
};

describe('a crosswalk for Excel in Italy', () => {
  it('has semicolons, a byte-order mark and decimal commas', () => {
    const lines = renderCrosswalkCsv(crosswalk, 'payroll', 'excel-it').split('\r\n');
    expect(lines.slice(0, 3)).toEqual([
      '\uFEFFold_code;new_code;share',
      'B2.1.1.1;B2.1.2.1;0,25',
      'B2.1.1.1;B2.1.3.1;0,75',
    ]);
    expect(renderCrosswalkCsv(crosswalk, 'full', 'excel-it')).toContain('"Cassa; economato"');
  });

  it('is read back as what it says', async () => {
    const bytes = (dialect: 'standard' | 'excel-it') =>
      new TextEncoder().encode(renderCrosswalkCsv(crosswalk, 'full', dialect));
    const excel = await parseCrosswalkFile({ name: 'x.csv', bytes: bytes('excel-it') });
    const standard = await parseCrosswalkFile({ name: 'x.csv', bytes: bytes('standard') });
    const shares = ({ rows }: Crosswalk) =>
      rows.map(({ oldCode, newCode, share }) => [oldCode, newCode, share]);
    expect(shares(excel.crosswalk)).toEqual(shares(standard.crosswalk));
    expect(shares(excel.crosswalk)[0]).toEqual(['B2.1.1.1', 'B2.1.2.1', '0.25']);
  });

  it('has a schema that says how numbers are written', () => {
    const share = (text: string) =>
      JSON.parse(text).fields.find(({ name }: { readonly name: string }) => name === 'share').decimalChar;
    expect(share(renderCrosswalkSchema(crosswalk, 'payroll', 'excel-it'))).toBe(',');
    expect(share(renderCrosswalkSchema(crosswalk, 'payroll'))).toBeUndefined();
  });

  it.each([
    ['01.11', true],
    ['3-2', true],
    ['12/5', true],
    ['12', true],
    ['A1.1', false],
    ['1.1.7b', false],
    ['', false],
    ['-', false],
  ])('Excel would change %j: %s', (code, expected) => {
    expect(looksLikeNumber(code)).toBe(expected);
  });
});

describe('the payroll workbook', () => {
  it.each([
    ['it', 'Paghe', 'Quota', /ora indica un'altra attività/],
    ['en', 'Payroll', 'Share', /now names another activity/],
  ] as const)('has a sheet for people in %s, and one for programs', async (lang, name, share, alarm) => {
    const bytes = await renderCrosswalkWorkbook(crosswalk, 'payroll', lang);
    const { tables } = await readTables({ name: 'p.xlsx', bytes });
    expect(tables.map(({ sheet }) => sheet)).toEqual([name, 'crosswalk']);
    const text = JSON.stringify(tables[0]?.rows);
    expect(text).toContain(share);
    expect(text).toContain('Cassa; economato');
    expect(text).toMatch(alarm);
    expect(text).not.toContain('C9');
    const read = await parseCrosswalkFile({ name: 'p.xlsx', bytes });
    expect(read.crosswalk.rows.map(({ oldCode, share: part }) => [oldCode, part])).toEqual([
      ['B2.1.1.1', '0.25'],
      ['B2.1.1.1', '0.75'],
      ['C4', '1'],
    ]);
  });
});
