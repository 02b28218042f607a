import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { renderReportCsv } from '../../src/render/report-csv.ts';
import { HOSTILE_LABELS, hostileScene } from '../support/hostile.ts';
import { reportOf } from '../support/report-of.ts';

it('has a row for each link, and nothing a spreadsheet would run', () => {
  const report = reportOf(hostileScene());
  const { data, meta } = Papa.parse<Record<string, string>>(renderReportCsv(report), {
    header: true,
    skipEmptyLines: true,
  });
  const all = [...report.changes, ...report.structure];
  expect(data.length).toBe(all.reduce((sum, change) => sum + Math.max(1, change.new.length), 0));
  expect(meta.fields?.slice(0, 4)).toEqual(['entry', 'old_code', 'old_label', 'old_path']);
  expect(data.flatMap((row) => Object.values(row)).filter((field) => /^[=+\-@\t\r]/.test(field))).toEqual([]);
  expect(data.some((row) => row.old_label === `'${HOSTILE_LABELS[7]}`)).toBe(true);
});
