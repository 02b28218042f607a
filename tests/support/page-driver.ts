import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser as PlaywrightBrowser } from 'playwright-core';
import { launch, type Page } from 'puppeteer-core';
import { launchBrowser } from './browser.ts';

/** Where Debian puts it; `PROCMAP_FIREFOX` names another one. */
const PLACES = ['/usr/bin/firefox-esr', '/usr/bin/firefox'];

/** The Firefox of the machine, or `undefined` when it has none: the tests that need it are then skipped. */
export const FIREFOX = [process.env.PROCMAP_FIREFOX ?? '', ...PLACES].find(
  (path) => path !== '' && existsSync(path),
);

/** A page opened from disk, driven by the names that people and screen readers know things by. */
export interface PageDriver {
  /** Chooses files for the input of that name. */
  choose(input: string, files: readonly string[]): Promise<void>;
  click(button: string): Promise<void>;
  follow(link: string): Promise<void>;
  press(key: string): Promise<void>;
  type(text: string): Promise<void>;
  /** What a script in the page answers. */
  evaluate<T>(script: string): Promise<T>;
  /** Saves the file behind the link of that name. */
  download(link: string): Promise<Uint8Array>;
  reload(): Promise<void>;
  /** Console messages, uncaught errors, and requests for anything but the page itself. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** Waits until a script in the page answers what is wanted. */
export async function until(driver: PageDriver, script: string, tries = 600): Promise<void> {
  for (let i = 0; i < tries; i++) {
    if (await driver.evaluate<boolean>(`Boolean(${script})`)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`never came true: ${script}\n${await driver.evaluate('document.body.innerText')}`);
}

/** Opens the page in Chromium. */
export async function chromiumDriver(file: string, lang = 'en-GB'): Promise<PageDriver> {
  const browser: PlaywrightBrowser = await launchBrowser();
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: lang,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(`console ${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  const url = pathToFileURL(file).href;
  page.on('request', (request) => note(complaints, request.url(), url));
  await page.goto(url);
  return {
    choose: (input, files) => page.getByLabel(input, { exact: true }).setInputFiles([...files]),
    click: (button) => page.getByRole('button', { name: button, exact: true }).click(),
    follow: (link) => page.getByRole('link', { name: link, exact: true }).click(),
    press: (key) => page.keyboard.press(key),
    type: (text) => page.keyboard.type(text),
    evaluate: (script) => page.evaluate(script),
    download: async (link) => {
      const [saved] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: link, exact: true }).click(),
      ]);
      return new Uint8Array(readFileSync(await saved.path()));
    },
    reload: async () => void (await page.reload()),
    complaints,
    close: () => browser.close(),
  };
}

/** Opens the page in Firefox. */
export async function firefoxDriver(file: string, lang = 'en-GB'): Promise<PageDriver> {
  const downloads = mkdtempSync(join(tmpdir(), 'procmap-downloads-'));
  const browser = await launch({
    browser: 'firefox',
    executablePath: FIREFOX ?? '',
    headless: true,
    extraPrefsFirefox: {
      'intl.accept_languages': lang,
      'browser.download.folderList': 2,
      'browser.download.dir': downloads,
      'browser.download.useDownloadDir': true,
      'browser.download.alwaysOpenPanel': false,
    },
  });
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(`console ${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(`error: ${String(error)}`));
  const url = pathToFileURL(file).href;
  page.on('request', (request) => note(complaints, request.url(), url));
  await page.goto(url);
  return {
    choose: async (input, files) => {
      // Firefox shows screen readers the button in an input for files, and not the input.
      const handle = await page.waitForSelector(`label ::-p-text(${input})`);
      const control = await handle?.evaluateHandle((label) => label.closest('label')?.control ?? null);
      const element = control?.asElement() as unknown as { uploadFile(...paths: string[]): Promise<void> };
      await element.uploadFile(...files);
    },
    click: async (button) => {
      await page.locator(`aria/${button}[role="button"]`).setTimeout(60_000).click();
    },
    follow: (link) => page.locator(`aria/${link}[role="link"]`).click(),
    press: (key) => page.keyboard.press(key as Parameters<Page['keyboard']['press']>[0]),
    type: (text) => page.keyboard.type(text),
    evaluate: (script) => page.evaluate(script) as Promise<never>,
    download: async (link) => {
      await page.locator(`aria/${link}[role="link"]`).click();
      return savedIn(downloads, link);
    },
    reload: async () => void (await page.reload()),
    complaints,
    close: () => browser.close(),
  };
}

function note(complaints: string[], asked: string, url: string): void {
  if (asked.split('#')[0] !== url && !/^(data|blob):/.test(asked)) complaints.push(`request: ${asked}`);
}

/** A file counts once it is whole: Firefox writes it under another name until then. */
async function savedIn(folder: string, name: string): Promise<Uint8Array> {
  for (let i = 0; i < 400; i++) {
    const isThere = readdirSync(folder).includes(name) && !readdirSync(folder).includes(`${name}.part`);
    if (isThere) {
      const bytes = readFileSync(join(folder, name));
      if (bytes.length > 0) return new Uint8Array(bytes);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${name} was not saved`);
}
