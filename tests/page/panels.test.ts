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
