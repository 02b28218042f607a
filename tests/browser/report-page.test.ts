import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { compareMaps } from '../../src/app/compare-maps.ts';
import type { MigrationReport } from '../../src/model/report.ts';
import { parseMap } from '../../src/read/parse-map.ts';
import { renderReportHtml } from '../../src/render/html/report-html.ts';
import { CHROMIUM, IN_BROWSER, launchBrowser, type OpenPage, openPage } from '../support/browser.ts';
import { EVERY_KIND } from '../support/every-kind.ts';
import { HOSTILE_LABELS, hostileScene } from '../support/hostile.ts';
import { largeReport } from '../support/large-report.ts';
import { reportOf } from '../support/report-of.ts';
import { reportOptions } from '../support/report-options.ts';

// A browser on a machine that is busy with other tests takes its time; waiting is not failing.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const VISIBLE = '#changes-table tr[id]:visible';

let browser: Browser;
let report: MigrationReport;
/** The migration with every kind of change, and what identifiers and definitions tell of it. */
const EVERYTHING = {
  ...EVERY_KIND,
  about: {
    old: {
      'A1.1.1.1': { id: 'm-1', definition: 'Il documento che precede il bilancio di previsione' },
      'A1.1.2.1': { id: 'm-2' },
    },
    new: {
      'A1.1.1.1': { id: 'm-1', definition: 'La relazione sulla gestione, allegata al consuntivo' },
      'B1.1.1.1': { id: 'm-2' },
    },
  },
};
const html = (lang: 'en' | 'it' = 'en', of = report) => renderReportHtml(of, reportOptions({ lang }));

async function visibleCodes(page: Page): Promise<readonly string[]> {
  return page.locator(`${VISIBLE} th`).allTextContents();
}

/** What holds after a while, however busy the machine is. */
function eventually<T>(value: () => Promise<T>) {
  return expect.poll(value, { timeout: 30_000 });
}

/** Types into the search and confirms it, which does not wait for a pause. */
async function search(page: Page, query: string): Promise<void> {
  await page.locator('#search').fill(query);
  await page.locator('#search').press('Enter');
}

/** Asks axe-core for barriers of any gravity, and whether the page is wider than the screen. */
async function expectNoBarrier(page: Page): Promise<void> {
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  const violations = await page.evaluate(`axe.run().then(({ violations }) =>
    violations.map(({ id, impact, nodes }) => [impact, id, nodes[0].html].join(' ')))`);
  expect(violations).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
}

/** Runs a test on a page opened from disk, and expects that nothing complained meanwhile. */
async function on(content: string, test: (open: OpenPage) => Promise<void>, options = {}): Promise<void> {
  const open = await openPage(browser, content, options);
  try {
    await test(open);
    expect(open.complaints).toEqual([]);
  } finally {
    await open.close();
  }
}

describe.skipIf(!CHROMIUM)(`the HTML report of the real maps ${IN_BROWSER}`, () => {
  beforeAll(async () => {
    browser = await launchBrowser();
    const read = (name: string) => parseMap({ name, bytes: readFileSync(join('fixtures', name)) });
    report = compareMaps(await read('massa-carrara-2021.csv'), await read('unioncamere-rev2023.csv')).report;
  });
  afterAll(() => browser?.close());

  it('opens from disk without a word, and asks for nothing', () =>
    on(html('it'), async ({ page }) => {
      expect(await page.title()).toBe(
        'Rapporto di migrazione: massa-carrara-2021.csv → unioncamere-rev2023.csv',
      );
      expect(await page.locator('#status').textContent()).toBe(`tutte le ${report.changes.length} voci`);
      expect(await page.locator(VISIBLE).count()).toBe(100);
    }));

  it('filters by kind, certainty, alarm and area, and clears', () =>
    on(html(), async ({ page }) => {
      const count = (test: (change: MigrationReport['changes'][number]) => boolean) =>
        report.changes.filter(test).length;
      const status = (shown: number) => `${shown} of ${report.changes.length} entries`;
      const check = async (shown: number) =>
        expect(await page.locator('#status').textContent()).toBe(status(shown));
      await page.locator('input[name=kind][value=moved]').check();
      await page.locator('input[name=kind][value=renamed]').check();
      await check(count(({ kind }) => kind === 'moved' || kind === 'renamed'));
      await page.locator('input[name=tier][value=probable]').check();
      await check(count(({ kind, tier }) => (kind === 'moved' || kind === 'renamed') && tier === 'probable'));
      await page.locator('button[type=reset]').click();
      await eventually(() => page.locator('#status').textContent()).toBe(
        `all ${report.changes.length} entries`,
      );
      await page.locator('input[name=alarm]').check();
      await check(count(({ alarms }) => alarms.length > 0));
      await page.locator('button[type=reset]').click();
      await page.locator('select[name=from]').selectOption('added');
      await check(count(({ old }) => old === null));
      await page.locator('select[name=from]').selectOption('0');
      await check(count(({ old }) => old !== null && (old.above[0] ?? old.code) === 'A1'));
    }));

  it('searches by code, as codes are nested, and by words, accents or not', () =>
    on(html(), async ({ page }) => {
      const found = async (query: string) => {
        await search(page, query);
        return visibleCodes(page);
      };
      const of = (codes: readonly string[]) => codes.filter((code) => /^C2\.1(\.|$)/.test(code)).length;
      const branch = report.changes.filter(
        ({ old, new: targets }) => of([old?.code ?? '', ...targets.map(({ code }) => code)]) > 0,
      );
      const codes = branch.map(({ old }) => old?.code ?? '–');
      expect(of(codes)).toBeGreaterThan(0);
      expect(await found('C2.1')).toEqual(codes);
      expect(await found('c2.10.1.1')).toEqual(['C2.10.1.1']);
      expect(await found('ATTIVITA onorificenze')).toEqual([]);
      const words = await found('onorificenze');
      expect(words.length).toBeGreaterThan(0);
      expect(await found('no such words')).toEqual([]);
      expect(await page.locator('.empty').isVisible()).toBe(true);
    }));

  it('sorts by a heading, and back', () =>
    on(html(), async ({ page }) => {
      const first = await visibleCodes(page);
      await page.getByRole('button', { name: 'Certainty' }).click();
      expect(await page.locator('th[aria-sort=ascending]').textContent()).toBe('Certainty');
      expect(await page.locator(`${VISIBLE} .t`).first().textContent()).toBe('open');
      expect(await page.locator('#changes-table tr.g:visible').count()).toBe(0);
      await page.getByRole('button', { name: 'Old code' }).click();
      expect(await visibleCodes(page)).toEqual(first);
      await page.getByRole('button', { name: 'Old code' }).click();
      expect(await page.locator('th[aria-sort=descending]').textContent()).toBe('Old code');
    }));

  it('follows an anchor to a row on another page, and gives way to it', async () => {
    const codes = report.changes.flatMap(({ old }) => (old === null ? [] : [old.code]));
    const far = codes[250] ?? '';
    await on(
      html(),
      async ({ page }) => {
        const row = page.locator(`#changes-table tr[id="${far}"]`);
        expect(await row.isVisible()).toBe(true);
        await eventually(() => row.evaluate((element) => element.getBoundingClientRect().top)).toBeLessThan(
          900,
        );
        await page.locator('input[name=kind][value=added]').check();
        expect(await row.isVisible()).toBe(false);
        await page.evaluate(`location.hash = ${JSON.stringify(codes[3])}`);
        await eventually(() => page.locator(`tr[id="${codes[3]}"]`).isVisible()).toBe(true);
        expect(await page.locator('input[name=kind][value=added]').isChecked()).toBe(false);
      },
      { hash: `#${far}` },
    );
  });

  it('filters by the picture and the tiles', () =>
    on(html(), async ({ page }) => {
      const band = page.locator('.sankey.wide .band.crosses').first();
      const [from, to] = [await band.getAttribute('data-from'), await band.getAttribute('data-to')];
      const entries = /(\d+) entr/.exec((await band.locator('title').textContent()) ?? '')?.[1];
      await band.locator('path').dispatchEvent('click');
      expect(await page.locator('select[name=from]').inputValue()).toBe(from);
      expect(await page.locator('select[name=to]').inputValue()).toBe(to);
      expect(await page.locator(VISIBLE).count()).toBe(Number(entries));
      expect(await page.locator('.sankey.wide .band.on').count()).toBe(1);
      await page.locator('.tile a[data-kind=dropped]').click();
      expect(await page.locator(VISIBLE).count()).toBe(report.summary.dropped);
      expect(await page.locator('select[name=from]').inputValue()).toBe('');
    }));

  it('turns pages', () =>
    on(html(), async ({ page }) => {
      const first = await visibleCodes(page);
      await page.getByRole('button', { name: 'Next' }).click();
      const second = await visibleCodes(page);
      expect(second).not.toEqual(first);
      expect(await page.locator('.pager .page').textContent()).toMatch(/^Page 2 of /);
      await page.getByLabel('Rows a page').selectOption('0');
      expect(await page.locator(VISIBLE).count()).toBe(report.changes.length);
    }));

  it('downloads what is shown, for Excel of the language', () =>
    on(html('it'), async ({ page }) => {
      await page.locator('input[name=kind][value=split]').check();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Scarica CSV' }).click(),
      ]);
      expect(download.suggestedFilename()).toBe('variazioni.csv');
      const text = readFileSync((await download.path()) ?? '', 'utf8');
      expect(text.startsWith('\uFEFFVecchio codice;Vecchia descrizione;Nuovo codice;')).toBe(true);
      const { data } = Papa.parse<string[]>(text.slice(1), { delimiter: ';', skipEmptyLines: true });
      const split = report.changes.filter(({ kind }) => kind === 'split');
      const expected = split.flatMap((change) =>
        change.new.map((target) => [
          change.old?.code,
          change.old?.label,
          target.code,
          target.label,
          'suddivisa',
        ]),
      );
      expect(data.slice(1).map((line) => line.slice(0, 5))).toEqual(expected);
    }));

  it('copies what is shown', () =>
    on(
      html(),
      async ({ page }) => {
        await page.locator('input[name=kind][value=dropped]').check();
        await page.getByRole('button', { name: 'Copy' }).click();
        await eventually(() => page.locator('#status').textContent()).toBe(
          `${report.summary.dropped} rows copied`,
        );
        const copied = await page.evaluate<string>('navigator.clipboard.readText()');
        expect(copied.split('\n').length).toBe(1 + report.summary.dropped);
        expect(copied.split('\t')[0]).toBe('Old code');
      },
      { permissions: ['clipboard-read', 'clipboard-write'] },
    ));

  it('draws one process beside what it becomes', () =>
    on(html(), async ({ page }) => {
      await page.locator('#process-choice').selectOption({ label: 'A1.1 Performance camerale' });
      const own = report.changes.filter(({ old }) => old?.above[1] === 'A1.1');
      const left = page.locator('.trees section').first().locator('li.e');
      expect(await left.count()).toBeGreaterThanOrEqual(own.length);
      const lines = await page.locator('.trees path.line[d]').count();
      expect(lines).toBeGreaterThanOrEqual(own.reduce((sum, change) => sum + change.new.length, 0));
      await left.nth(1).locator('a').focus();
      expect(await page.locator('.trees path.line.on').count()).toBeGreaterThan(0);
      await left.nth(1).locator('a').press('Enter');
      expect(new URL(page.url()).hash).toBe(`#${own[1]?.old?.code}`);
    }));

  it('prints the whole report to PDF, or all that is filtered', () =>
    on(html('it'), async ({ page }) => {
      const pdf = await page.pdf({ preferCSSPageSize: true });
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
      const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
      expect(pages).toBeGreaterThan(20);
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator(VISIBLE).count()).toBe(report.changes.length);
      expect(await page.locator('#filters input:visible, nav:visible, button:visible').count()).toBe(0);
      await page.emulateMedia({ media: 'screen' });
      await page.locator('input[name=kind][value=added]').check();
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator(VISIBLE).count()).toBe(report.summary.added);
      expect(await page.locator('#status').isVisible()).toBe(true);
    }));

  it('is whole without a script', async () => {
    const { page, close } = await openPage(browser, html(), { javaScriptEnabled: false });
    expect(await page.locator(VISIBLE).count()).toBe(report.changes.length);
    expect(await page.locator('#filters').isVisible()).toBe(false);
    expect(await page.locator('.sankey.wide').isVisible()).toBe(true);
    await close();
  });

  it('can be used with the keyboard alone, and shows where one is', () =>
    on(html(), async ({ page }) => {
      await page.keyboard.press('Tab');
      expect(await page.locator(':focus').textContent()).toBe('Skip to the changes');
      expect(
        await page.locator(':focus').evaluate((element) => element.getBoundingClientRect().top),
      ).toBeGreaterThan(0);
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      expect(await page.locator(':focus').getAttribute('id')).toBe('search');
      const box = page.locator('input[name=kind]').first();
      await box.focus();
      await page.keyboard.press('Space');
      expect(await box.isChecked()).toBe(true);
      const chip = "document.querySelector('input[name=kind] + span')";
      expect(await page.evaluate(`getComputedStyle(${chip}).outlineStyle`)).toBe('solid');
    }));

  it('has no barrier', () => on(html('it'), ({ page }) => expectNoBarrier(page)));
});

describe.skipIf(!CHROMIUM)(`a report with every kind of change ${IN_BROWSER}`, () => {
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  it('has every kind of change', () => {
    const { summary, alarms, tiers } = reportOf(EVERYTHING);
    expect([...Object.values(summary), ...Object.values(alarms), ...Object.values(tiers)]).not.toContain(0);
  });

  it.each([
    ['light', 1280, 'en'],
    ['dark', 1280, 'it'],
    ['light', 390, 'it'],
    ['dark', 390, 'en'],
  ] as const)('has no barrier: %s, %i px, %s', (colorScheme, width, lang) =>
    on(html(lang, reportOf(EVERYTHING)), ({ page }) => expectNoBarrier(page), {
      colorScheme,
      viewport: { width, height: 900 },
    }),
  );
});

describe.skipIf(!CHROMIUM)(`hostile labels ${IN_BROWSER}`, () => {
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  it.each(['en', 'it'] as const)('do nothing, wherever they stand (%s)', (lang) =>
    on(html(lang, reportOf(hostileScene())), async ({ page }) => {
      const hacked = () => page.evaluate(() => 'hacked' in globalThis);
      expect(await hacked()).toBe(false);
      for (const option of await page.locator('#process-choice option').all()) {
        await page.locator('#process-choice').selectOption((await option.getAttribute('value')) ?? '');
        expect(await page.locator('.trees li.e').count()).toBeGreaterThan(0);
      }
      for (const link of await page.locator('main a:visible').all()) await link.dispatchEvent('mouseover');
      await search(page, '<script>');
      expect(await page.locator(VISIBLE).count()).toBeGreaterThan(0);
      expect(await page.locator('main img, main script, main iframe, main svg[onload]').count()).toBe(0);
      expect(await page.locator('main').textContent()).toContain(HOSTILE_LABELS[0]);
      expect(await hacked()).toBe(false);
    }),
  );

  it('are no formulas in the download', () =>
    on(html('en', reportOf(hostileScene())), async ({ page }) => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Download CSV' }).click(),
      ]);
      const text = readFileSync((await download.path()) ?? '', 'utf8').slice(1);
      const { data } = Papa.parse<string[]>(text, { skipEmptyLines: true });
      expect(data.length).toBeGreaterThan(HOSTILE_LABELS.length);
      expect(data.flat().filter((field) => /^[=+\-@\t\r]/.test(field))).toEqual([]);
    }));
});

describe.skipIf(!CHROMIUM)(`a report of 10,000 changes ${IN_BROWSER}`, () => {
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  it('is under 10 MB, shows a page of rows, and answers', async () => {
    const large = largeReport(10_000);
    expect(large.changes.length).toBeGreaterThanOrEqual(10_000);
    const content = html('it', large);
    expect(Buffer.byteLength(content)).toBeLessThan(10_000_000);
    await on(content, async ({ page }) => {
      expect(await page.locator(VISIBLE).count()).toBe(100);
      await page.locator('input[name=kind][value=possibly-lost]').check();
      expect(await page.locator('#status').textContent()).toBe('1.000 voci su 11.000');
      await search(page, 'B2.3 bilancio');
      await eventually(() => page.locator('#status').textContent()).not.toBe('1.000 voci su 11.000');
      await page.getByRole('button', { name: 'Certezza' }).click();
    });
  });
});
