import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

/** Where Debian, Ubuntu and Fedora put it; `PROCMAP_CHROMIUM` names another one. */
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The browser of the machine, or `undefined` when it has none: the tests that need one are then skipped. */
export const CHROMIUM = [process.env.PROCMAP_CHROMIUM ?? '', ...PLACES].find(
  (path) => path !== '' && existsSync(path),
);

/** Says why browser tests are skipped, in the name they are listed under. */
export const IN_BROWSER = CHROMIUM
  ? 'in a browser'
  : 'in a browser (skipped: no chromium; apt install chromium)';

/** Starts the browser; it talks to nobody. */
export function launchBrowser(env: Readonly<Record<string, string>> = {}): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM ?? '',
    env: { ...process.env, ...env },
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** A page opened from disk, and everything about it that a test may want to be empty. */
export interface OpenPage {
  readonly page: Page;
  readonly url: string;
  /** Console messages, uncaught errors, dialogs, broken policies, and requests for anything but the file itself. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** Writes a page to a file of its own and opens it as a reader would: from disk. */
export async function openPage(
  browser: Browser,
  content: string,
  options: BrowserContextOptions & { readonly hash?: string } = {},
): Promise<OpenPage> {
  const { hash = '', ...contextOptions } = options;
  const file = join(mkdtempSync(join(tmpdir(), 'procmap-page-')), 'report.html');
  writeFileSync(file, content);
  const url = pathToFileURL(file).href;
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
    ...contextOptions,
  });
  const complaints: string[] = [];
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  page.on('console', (message) => complaints.push(`console ${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    const asked = request.url();
    if (asked.split('#')[0] !== url && !/^(data|blob):/.test(asked)) complaints.push(`request: ${asked}`);
  });
  await page.goto(`${url}${hash}`);
  return { page, url, complaints, close: () => context.close() };
}
