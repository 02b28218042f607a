// Makes the pictures of the page, with the maps that it brings along: npm run pictures
// Needs chromium (apt-get install chromium).
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { bundlePage } from '../../packaging/page.mjs';
import type { Lang } from '../../src/model/lang.ts';
import { pageTexts } from '../../src/words/page.ts';
import { launchBrowser, openPage } from '../../tests/support/browser.ts';

const FOLDER = import.meta.dirname;
const PICTURES: readonly (readonly [name: string, lang: Lang])[] = [
  ['page', 'en'],
  ['pagina', 'it'],
];

const { html } = await bundlePage();
const browser = await launchBrowser();
for (const [name, lang] of PICTURES) await take(browser, name, lang);
await browser.close();

/** The example compared, and the first question. */
async function take(of: Browser, name: string, lang: Lang): Promise<void> {
  const texts = pageTexts[lang];
  const viewport = { width: 1100, height: 1180 };
  const { page, close } = await openPage(of, html, { viewport, locale: lang, colorScheme: 'light' });
  await page.getByRole('button', { name: texts.example, exact: true }).click();
  await page.locator('#changes').waitFor();
  await page.getByRole('link', { name: texts.panel.decide, exact: true }).click();
  await page.locator('.question').waitFor();
  await page.evaluate('scrollTo(0, 0)');
  await page.screenshot({ path: join(FOLDER, `${name}.png`) });
  await close();
}
