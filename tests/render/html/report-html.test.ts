import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compareMaps } from '../../../src/app/compare-maps.ts';
import { parseMap } from '../../../src/read/parse-map.ts';
import { renderReportHtml } from '../../../src/render/html/report-html.ts';
import { hostileScene } from '../../support/hostile.ts';
import { reportOf } from '../../support/report-of.ts';
import { reportOptions } from '../../support/report-options.ts';

async function realReport() {
  const read = (name: string) => parseMap({ name, bytes: readFileSync(join('fixtures', name)) });
  return compareMaps(await read('massa-carrara-2021.csv'), await read('unioncamere-rev2023.csv')).report;
}

describe('the page', () => {
  it('admits its own style and script by hash, and nothing else', () => {
    const page = renderReportHtml(reportOf({ old: 'A1 x', new: 'A1 x', links: '' }), reportOptions());
    const policy = /Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1] ?? '';
    const hash = (text = '') => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1];
    const scripts = [...page.matchAll(/<script>([\s\S]*?)<\/script>/g)].map((match) => hash(match[1]));
    expect(scripts.length).toBe(2);
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `style-src ${hash(style)}`,
      `script-src ${scripts.join(' ')}`,
      'img-src data:',
      "base-uri 'none'",
      "form-action 'none'",
    ]);
  });

  it('has no handler, no style attribute and no address outside itself', async () => {
    for (const report of [await realReport(), reportOf(hostileScene())]) {
      const page = renderReportHtml(report, reportOptions());
      const markup = page.replace(/<(style|script)[\s\S]*?<\/\1>/g, '');
      const tags = markup.match(/<[a-z][^>]*>/gi) ?? [];
      expect(tags.length).toBeGreaterThan(100);
      expect(tags.filter((tag) => /\s(on\w+|style)\s*=/i.test(tag.replace(/="[^"]*"/g, '=""')))).toEqual([]);
      expect(tags.filter((tag) => /\s(href|src)="(?!#|data:,")/.test(tag))).toEqual([]);
    }
  });

  it('has one id for each change, also where codes repeat or are names of the page', () => {
    const report = reportOf({
      old: 'A1 x\nA1.C:coordination c\nA1.1.1.1 a\nsummary b',
      new: 'A1 x',
      links: 'A1 -> A1',
    });
    const doubled = {
      ...report,
      changes: [...report.changes, ...report.changes.map((change) => ({ ...change }))],
    };
    const page = renderReportHtml(doubled, reportOptions());
    const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]);
    expect(ids).toEqual([...new Set(ids)]);
    expect(ids).toContain('A1.1.1.1');
    expect(ids).toContain('A1.1.1.1~2');
  });

  it('comes out the same every time, in both languages', async () => {
    const report = await realReport();
    for (const lang of ['en', 'it'] as const) {
      const page = renderReportHtml(report, reportOptions({ lang }));
      expect(page).toBe(renderReportHtml(await realReport(), reportOptions({ lang })));
      expect(page).toContain(`<html lang="${lang}">`);
    }
  });

  it('lists every entry of both real maps', async () => {
    const report = await realReport();
    const page = renderReportHtml(report, reportOptions());
    const rows = page.match(/<tr id="/g) ?? [];
    const changed = report.structure.filter((change) => change.kind !== 'unchanged');
    expect(rows.length).toBe(report.changes.length + changed.length);
    expect(page.length).toBeLessThan(900_000);
  });
});
