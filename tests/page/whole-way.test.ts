import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundlePage } from '../../packaging/page.mjs';
import { CHROMIUM } from '../support/browser.ts';
import { chromiumDriver, FIREFOX, firefoxDriver, type PageDriver, until } from '../support/page-driver.ts';
import { runCli } from '../support/run-cli.ts';

const MAPS = ['massa-carrara-2021.xlsx', 'unioncamere-rev2023.xlsx'].map((name) =>
  resolve('fixtures', name),
) as [string, string];
const folder = mkdtempSync(join(tmpdir(), 'procmap-page-'));
const pageFile = join(folder, 'procmap.html');

beforeAll(async () => {
  const { html } = await bundlePage();
  writeFileSync(pageFile, html);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

const BROWSERS = [
  ['Chromium', CHROMIUM, chromiumDriver],
  ['Firefox', FIREFOX, firefoxDriver],
] as const;

describe.each(BROWSERS)('the page in %s', (name, program, open) => {
  describe.skipIf(!program)(program ? 'opened from disk' : `(skipped: ${name} is not there)`, () => {
    let driver: PageDriver;
    beforeAll(async () => {
      driver = await open(pageFile);
    }, 120_000);
    afterAll(() => driver?.close(), 60_000);

    it('compares two workbooks and saves the crosswalk that the command line writes', async () => {
      await driver.choose('Old map', [MAPS[0]]);
      await driver.choose('New map', [MAPS[1]]);
      await driver.click('Compare');
      await until(driver, "document.querySelector('table caption')?.textContent === 'Summary'");
      await driver.click('Crosswalk');
      await until(driver, 'document.querySelector(\'a[download="crosswalk.csv"]\')');
      const csv = await driver.download('crosswalk.csv');
      const { stdout } = await runCli(['crosswalk', ...MAPS, '--no-decisions']);
      expect(Buffer.from(csv).toString()).toBe(stdout);
      const book = await driver.download('crosswalk.xlsx');
      const output = join(folder, `${name}.xlsx`);
      await runCli(['crosswalk', ...MAPS, '--no-decisions', '-o', output]);
      expect(Buffer.from(book).equals(readFileSync(output))).toBe(true);
      expect(driver.complaints).toEqual([]);
    }, 120_000);
  });
});
