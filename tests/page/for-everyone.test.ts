import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundlePage } from '../../packaging/page.mjs';
import { CHROMIUM, IN_BROWSER } from '../support/browser.ts';
import { HOSTILE_LABELS } from '../support/hostile.ts';
import { chromiumDriver, type PageDriver, until } from '../support/page-driver.ts';

const folder = mkdtempSync(join(tmpdir(), 'procmap-everyone-'));
const at = (name: string) => join(folder, name);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let html = '';

beforeAll(async () => {
  ({ html } = await bundlePage());
  writeFileSync(at('procmap.html'), html);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

/** What axe-core finds against WCAG 2.2 AA and good practice, and whether the page is wider than the screen. */
async function expectNoBarrier(driver: PageDriver, where: string): Promise<void> {
  await driver.evaluate(axe);
  const found = await driver.evaluate(`axe.run().then(({ violations }) =>
    violations.map(({ id, impact, nodes }) => [impact, id, nodes[0].html].join(' ')))`);
  expect([where, found]).toEqual([where, []]);
  expect(await driver.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
}

describe('the file of the page', () => {
  it('is one file of at most 5 MB that admits its own script and style, workers of its own, and no connection', () => {
    expect(Buffer.byteLength(html)).toBeLessThan(5_000_000);
    const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? '';
    expect(policy.split('; ').map((rule) => rule.replace(/sha256-[\w+/=]+/, 'HASH'))).toEqual([
      "default-src 'none'",
      "script-src 'HASH'",
      "style-src 'HASH'",
      'worker-src blob:',
      'img-src data:',
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    const addresses = /<(?:script|link|img|iframe)[^>]+(?:src|href)="(?!data:)/.exec(
      html.split('<body>')[0] ?? '',
    );
    expect(addresses).toBeNull();
  });
});

describe.skipIf(!CHROMIUM)(`the page for everyone, ${IN_BROWSER}`, () => {
  it.each([
    ['en-GB', ['Try the example', 'Decide', 'Save', 'Why']],
    ['it-IT', ["Prova l'esempio", 'Decidi', 'Salva', 'Perché']],
  ] as const)(
    'has no barrier in any view: %s',
    async (lang, [example, decide, save, why]) => {
      const driver = await chromiumDriver(at('procmap.html'), lang);
      try {
        await until(driver, "document.querySelector('h1')");
        await expectNoBarrier(driver, 'start');
        await driver.click(example);
        await until(driver, "document.querySelector('table.changes td.l p')");
        await expectNoBarrier(driver, 'report');
        await driver.follow(decide);
        await until(driver, "document.querySelector('.question')");
        await driver.evaluate("document.querySelector('.answers input[value=split]').click()");
        await until(driver, "document.querySelector('.entry-search li button')");
        await driver.evaluate(
          `[...document.querySelectorAll('.question button')].find((each) => each.textContent.startsWith('${why}')).click()`,
        );
        await until(driver, "document.querySelector('.side pre')");
        await expectNoBarrier(driver, 'decide');
        await driver.press('Escape');
        await until(driver, "!document.querySelector('.side')");
        await driver.follow(save);
        await expectNoBarrier(driver, 'save');
        expect(driver.complaints).toEqual([]);
      } finally {
        await driver.close();
      }
    },
    240_000,
  );

  it('shows labels that would be markup or script as what they are, and does nothing they say', async () => {
    const rows = HOSTILE_LABELS.map((label, i) => [`A1.1.1.${i + 1}`, label]);
    const map = (more: readonly (readonly string[])[]) =>
      Papa.unparse(
        [['code', 'label'], ['A1', 'A'], ['A1.1', 'B'], ['A1.1.1', 'C'], ...rows, ...more].map((row) => [
          ...row,
        ]),
      );
    writeFileSync(at('old.csv'), map([['A1.1.1.90', '<img src=x onerror=document.title="hit">']]));
    writeFileSync(at('new.csv'), map([['A1.1.1.91', '"><script>document.title="hit"</script>']]));
    const driver = await chromiumDriver(at('procmap.html'));
    try {
      await driver.choose('Old map', [at('old.csv')]);
      await driver.choose('New map', [at('new.csv')]);
      await driver.click('Compare');
      await until(driver, "document.querySelector('table.changes td.l p')");
      await driver.evaluate("document.querySelector('table.changes tbody th a').click()");
      await until(driver, "document.querySelector('.side pre')");
      expect(await driver.evaluate('[document.title.includes("procmap"), typeof window.hacked]')).toEqual([
        true,
        'undefined',
      ]);
      expect(driver.complaints).toEqual([]);
    } finally {
      await driver.close();
    }
  }, 120_000);
});
