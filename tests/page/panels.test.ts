import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundlePage } from '../../packaging/page.mjs';
import { CHROMIUM } from '../support/browser.ts';
import { chromiumDriver, FIREFOX, firefoxDriver, type PageDriver, until } from '../support/page-driver.ts';
import { runCli } from '../support/run-cli.ts';

const [OLD, NEW] = ['massa-carrara-2021.xlsx', 'unioncamere-rev2023.xlsx'].map((name) =>
  resolve('fixtures', name),
) as [string, string];
const LONG = `Dipendente;Codice;Data;Ore
Neri;A1.1.1.1;2023-01-09;7,5
Bianchi;B2.2.1.2;2023-01-10;3,25
<b>Verdi</b>;Z9.9.9.9;2023-01-11;1
`;
const WIDE = `Codice;Persona;1;2;3;Totale
A1.1.1.1;Verdi;2;3,5;;5,5
C1.1.1.1;Verdi;1;;4;5
`;

const folder = mkdtempSync(join(tmpdir(), 'procmap-panels-'));
const at = (name: string) => join(folder, name);
const linked = (name: string) => `document.querySelector('a[download="${name}"]')`;

beforeAll(async () => {
  const { html } = await bundlePage();
  writeFileSync(at('procmap.html'), html);
  writeFileSync(at('long.csv'), LONG);
  writeFileSync(at('wide.csv'), WIDE);
  await runCli(['crosswalk', OLD, NEW, '--no-decisions', '-o', at('crosswalk.csv')]);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

const BROWSERS = [
  ['Chromium', CHROMIUM, chromiumDriver],
  ['Firefox', FIREFOX, firefoxDriver],
] as const;

describe.each(BROWSERS)('time-sheets in the page, in %s', (name, program, open) => {
  describe.skipIf(!program)(program ? 'opened from disk' : `(skipped: ${name} is not there)`, () => {
    let driver: PageDriver;
    beforeAll(async () => {
      driver = await open(at('procmap.html'));
    }, 120_000);
    afterAll(() => driver?.close(), 60_000);

    it('come back with the bytes of the command line, their balance, and what was rejected', async () => {
      await driver.choose('Conversion table', [at('crosswalk.csv')]);
      await driver.choose('Time-sheets', [at('long.csv'), at('wide.csv')]);
      await driver.click('Recode');
      await until(driver, linked('recoded.zip'));
      const [both, output] = [[at('long.csv'), at('wide.csv')], at(`recoded-${name}`)];
      await runCli(['recode', ...both, '--crosswalk', at('crosswalk.csv'), '-o', output]);
      for (const file of ['long.csv', 'wide.csv', 'procmap.rejects.csv', 'wide.csv.recoded.json'])
        expect(Buffer.from(await driver.download(file)).equals(readFileSync(join(output, file)))).toBe(true);
      const said = await driver.evaluate<string>('document.querySelector(".recode").innerText');
      expect(said).toContain('before = after + rejected, to the last digit');
      expect(said).toContain('the crosswalk does not know the code');
      expect(said).toContain('<b>Verdi</b>');
      expect(driver.complaints).toEqual([]);
    }, 120_000);
  });
});

describe('what the page does with other maps', () => {
  describe.skipIf(!CHROMIUM)(CHROMIUM ? 'in Chromium' : '(skipped: Chromium is not there)', () => {
    let driver: PageDriver;
    beforeAll(async () => {
      driver = await chromiumDriver(at('procmap.html'), 'it-IT');
    }, 120_000);
    afterAll(() => driver?.close(), 60_000);

    it('checks one and converts it', async () => {
      await driver.follow('Una mappa');
      await driver.choose('Mappa da controllare o convertire', [NEW]);
      await driver.click('Controlla');
      await until(driver, 'document.querySelector(".found.error")');
      const said = await driver.evaluate<string>('document.querySelector(".own").innerText');
      expect(said).toContain('2 errori, 6 avvisi');
      expect(said).toContain('Regola orphan-code: ');
      await driver.click('Converti');
      await until(driver, linked('unioncamere-rev2023.xlsx'));
      const book = await driver.download('unioncamere-rev2023.xlsx');
      await runCli(['convert', NEW, '-o', at('converted.xlsx')]);
      expect(Buffer.from(book).equals(readFileSync(at('converted.xlsx')))).toBe(true);
      expect(driver.complaints).toEqual([]);
    }, 120_000);

    it("carries the chamber's own over, asks about conflicts, and keeps the answers across a reload", async () => {
      const [local, national, base] = ['camera-2021', 'nazionale-2024', 'nazionale-2021'].map((name) =>
        resolve('fixtures/adoption', `${name}.csv`),
      ) as [string, string, string];
      await driver.follow('Mappa della camera');
      await driver.choose('Mappa di base', [base]);
      await driver.choose('Mappa locale', [local]);
      await driver.choose('Mappa nazionale', [national]);
      await driver.click('Adotta');
      await until(driver, 'document.querySelector(".conflict.waiting")');
      const count = await driver.evaluate<number>('document.querySelectorAll(".conflict").length');
      for (let i = 0; i < count; i++) {
        const radio = `document.querySelectorAll(".conflict")[${i}].querySelectorAll("input")[${i % 2}]`;
        await driver.evaluate(`${radio}.click()`);
        await until(driver, `document.querySelectorAll(".conflict.waiting").length === ${count - i - 1}`);
      }
      await driver.reload();
      await until(driver, `document.querySelectorAll(".conflict").length === ${count}`);
      expect(await driver.evaluate('document.querySelectorAll(".conflict.waiting").length')).toBe(0);
      await driver.click('Prepara i file della mappa');
      await until(driver, linked('local-map.xlsx'));
      writeFileSync(at('conflicts.csv'), await driver.download('conflicts.csv'));
      const maps = ['--local', local, '--new', national, '--base', base];
      await runCli(['adopt', ...maps, '--decisions', at('conflicts.csv'), '-o', at('local-map.xlsx')]);
      const book = await driver.download('local-map.xlsx');
      expect(Buffer.from(book).equals(readFileSync(at('local-map.xlsx')))).toBe(true);
      expect(driver.complaints).toEqual([]);
    }, 120_000);
  });
});
