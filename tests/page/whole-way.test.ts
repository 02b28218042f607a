import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundlePage } from '../../packaging/page.mjs';
import { CHROMIUM } from '../support/browser.ts';
import { chromiumDriver, FIREFOX, firefoxDriver, type PageDriver, until } from '../support/page-driver.ts';
import { runCli } from '../support/run-cli.ts';

const MAPS = ['massa-carrara-2021.xlsx', 'unioncamere-rev2023.xlsx'].map((name) =>
  resolve('fixtures', name),
) as [string, string];
const NAMES = MAPS.map((path) => basename(path)) as [string, string];
const folder = mkdtempSync(join(tmpdir(), 'procmap-page-'));
const pageFile = join(folder, 'procmap.html');

beforeAll(async () => {
  const { html } = await bundlePage();
  writeFileSync(pageFile, html);
  for (const path of MAPS) writeFileSync(join(folder, basename(path)), readFileSync(path));
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

const BROWSERS = [
  ['Chromium', CHROMIUM, chromiumDriver],
  ['Firefox', FIREFOX, firefoxDriver],
] as const;

/** What stands in a place of the page; empty where there is none. */
const textOf = (selector: string) => `document.querySelector('${selector}')?.textContent ?? ''`;
const LEFT = "Number(/^\\d+/.exec(document.querySelector('.decide .status')?.textContent ?? '')?.[0] ?? 0)";

const written = new Map<string, Buffer>();

/**
 * What the command line writes to standard output, or to a file, in the folder of the test; once for all browsers.
 *
 * @param decisions what `decided.csv` is to hold
 */
async function cliBytes(argv: readonly string[], output = '', decisions = Buffer.alloc(0)): Promise<Buffer> {
  const key = [...argv, output, decisions.toString()].join('\0');
  const known = written.get(key);
  if (known !== undefined) return known;
  writeFileSync(join(folder, 'decided.csv'), decisions);
  const { stdout } = await runCli(output === '' ? argv : [...argv, '-o', output], { cwd: folder });
  const bytes = output === '' ? Buffer.from(stdout) : readFileSync(join(folder, output));
  if (output !== '') rmSync(join(folder, output));
  written.set(key, bytes);
  return bytes;
}

/** What is saved, and how the command line is asked for the same. */
const SAVED: readonly (readonly [file: string, argv: readonly string[], output?: string])[] = [
  ['crosswalk.csv', ['crosswalk']],
  ['payroll.csv', ['crosswalk', '--profile', 'payroll']],
  ['payroll-excel.csv', ['crosswalk', '--profile', 'payroll', '--csv', 'excel-it']],
  ['crosswalk.xlsx', ['crosswalk'], 'out.xlsx'],
  ['crosswalk.sql', ['crosswalk', '--format', 'sql']],
  ['decisions.csv', ['review'], 'out.csv'],
  ['review.xlsx', ['review'], 'out.xlsx'],
  ['report.xlsx', ['diff'], 'out.xlsx'],
  ['report.html', ['diff'], 'out.html'],
  ['report.md', ['diff', '--format', 'markdown']],
  ['report.json', ['diff', '--format', 'json']],
];

describe.each(BROWSERS)('the page in %s', (name, program, open) => {
  describe.skipIf(!program)(program ? 'opened from disk' : `(skipped: ${name} is not there)`, () => {
    let driver: PageDriver;
    beforeAll(async () => {
      driver = await open(pageFile);
    }, 120_000);
    afterAll(() => driver?.close(), 60_000);

    it('compares two workbooks, and counts as JSON does', async () => {
      await driver.choose('Old map', [MAPS[0]]);
      await driver.choose('New map', [MAPS[1]]);
      await driver.click('Compare');
      await until(driver, "document.querySelector('table caption')?.textContent === 'Summary'");
      const counts = await driver.evaluate<string[]>(
        "[...document.querySelectorAll('table.summary tbody td')].map((cell) => cell.textContent)",
      );
      const { summary } = JSON.parse(
        (await cliBytes(['diff', ...NAMES, '--no-decisions', '--format', 'json'])).toString(),
      );
      expect(counts.map(Number)).toEqual(Object.values(summary));
    }, 120_000);

    it('takes every open case by keyboard, undoes a step, and loses nothing in a reload', async () => {
      await driver.follow('Decide');
      await until(driver, LEFT);
      const before = await driver.evaluate<number>(LEFT);
      expect(before).toBeGreaterThan(5);
      await driver.evaluate("document.querySelector('.author input').focus()");
      await driver.type('Anna Bianchi');
      await driver.evaluate("document.querySelector('.question input[type=radio]').focus()");
      await answer(driver);
      await answer(driver);
      await driver.click('Undo');
      await until(driver, `${LEFT} === ${before - 1}`);
      await driver.reload();
      await until(driver, `${LEFT} === ${before - 1}`);
      await driver.evaluate("document.querySelector('.question input[type=radio]').focus()");
      for (let left = before - 1; left > 0; left--) await answer(driver);
      expect(await driver.evaluate(textOf('.decide .status'))).toBe('Everything is decided.');
    }, 240_000);

    it('saves what the command line writes for the same decisions, byte for byte', async () => {
      await driver.click('Crosswalk');
      await until(driver, 'document.querySelector(\'a[download="report.json"]\')');
      const decisions = Buffer.from(await driver.download('decisions.csv'));
      expect(decisions.toString()).toContain('Anna Bianchi');
      for (const [file, [command = '', ...rest], output] of SAVED) {
        const argv = [command, ...NAMES, '--decisions', 'decided.csv', ...rest];
        const saved = Buffer.from(await driver.download(file));
        expect([file, saved.equals(await cliBytes(argv, output, decisions))]).toEqual([file, true]);
      }
      expect(driver.complaints).toEqual([]);
    }, 240_000);
  });
});

/** Answers the question that has the focus: what is offered first, and equal shares where it is divided. */
async function answer(driver: PageDriver): Promise<void> {
  const left = await driver.evaluate<number>(LEFT);
  await driver.press(' ');
  const fields = await driver.evaluate<number>("document.querySelectorAll('.shares input').length");
  const shares = fields === 3 ? ['34', '33', '33'] : ['60', '40'];
  for (const share of shares.slice(0, fields)) {
    await driver.press('Tab');
    await driver.type(share);
  }
  await driver.press('Enter');
  await until(driver, `${LEFT} === ${left - 1}`);
  await until(driver, "document.activeElement?.closest('.decide')");
}
