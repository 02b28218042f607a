// Makes the pictures of the guide from the bundled maps: npm run pictures
// Needs chromium, LibreOffice and pdftoppm (apt-get install chromium libreoffice-calc-nogui poppler-utils). With fonts-open-sans and
// fonts-crosextra-caladea the pictures show about what Windows shows; without them, what the machine has.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import packageJson from '../../package.json' with { type: 'json' };
import { compareMaps } from '../../src/app/compare-maps.ts';
import { crosswalkOf } from '../../src/app/crosswalk-of.ts';
import { reviewOf } from '../../src/app/review-of.ts';
import type { Lang } from '../../src/model/lang.ts';
import { parseMap } from '../../src/read/parse-map.ts';
import { renderReport } from '../../src/render/report.ts';
import type { ReportOptions } from '../../src/render/report-options.ts';
import { renderReviewWorkbook } from '../../src/render/review-workbook.ts';
import { plainStyle } from '../../src/render/style.ts';
import { CODE_LABEL_SEPARATOR, reviewWords } from '../../src/words/review-words.ts';
import { launchBrowser, openPage } from '../../tests/support/browser.ts';
import { convertWithLibreOffice, noLibreOffice } from '../../tests/support/libreoffice.ts';

const FOLDER = import.meta.dirname;

interface Picture {
  readonly name: string;
  readonly options: BrowserContextOptions;
  readonly height: number;
  /** Brings into view what the picture is about. */
  readonly arrange: (page: Page) => Promise<void>;
}

const DESK = { viewport: { width: 1280, height: 900 }, colorScheme: 'light' } as const;
const PHONE = {
  viewport: { width: 390, height: 844 },
  colorScheme: 'light',
} as const;

const PICTURES: readonly Picture[] = [
  { name: 'report', options: DESK, height: 980, arrange: async () => {} },
  { name: 'report-allarmi', options: DESK, height: 760, arrange: (page) => show(page, '#alarms') },
  { name: 'report-quadro', options: DESK, height: 1080, arrange: (page) => show(page, '#picture') },
  {
    name: 'report-processo',
    options: DESK,
    height: 1180,
    arrange: async (page) => {
      await page.locator('#process-choice').selectOption({ index: 0 });
      await show(page, '#process');
    },
  },
  {
    name: 'report-tabella',
    options: DESK,
    height: 1000,
    arrange: async (page) => {
      await page.locator('input[name=kind][value=moved-and-renamed]').check();
      await show(page, '#changes');
    },
  },
  {
    name: 'report-scuro',
    options: { ...DESK, colorScheme: 'dark' },
    height: 900,
    arrange: (page) => show(page, '#changes'),
  },
  { name: 'report-telefono', options: PHONE, height: 844, arrange: async () => {} },
  {
    name: 'report-telefono-tabella',
    options: PHONE,
    height: 844,
    arrange: (page) => show(page, '#changes-table'),
  },
  {
    name: 'report-stampa',
    options: { viewport: { width: 794, height: 1123 }, colorScheme: 'light' },
    height: 1123,
    arrange: async (page) => {
      await page.emulateMedia({ media: 'print' });
      await page.addStyleTag({ content: 'body { padding: 60px 53px }' }).catch(() => {});
    },
  },
];

const options: ReportOptions = {
  lang: 'it',
  style: plainStyle,
  width: 80,
  only: [],
  provenance: { toolVersion: packageJson.version, generatedOn: '2024-05-18' },
};
const read = (name: string) => parseMap({ name, bytes: readFileSync(join(FOLDER, '../../fixtures', name)) });
const comparison = compareMaps(await read('massa-carrara-2021.xlsx'), await read('unioncamere-rev2023.xlsx'));
const browser = await launchBrowser({ FONTCONFIG_FILE: fontConfiguration() });
const html = String(await renderReport('html', comparison.report, options));
for (const picture of PICTURES) await take(browser, picture, html);
await browser.close();
if (noLibreOffice === '') {
  await takeWorkbook();
  await takeReview('en', 'review');
  await takeReview('it', 'revisione');
}

async function take(of: Browser, { name, options: context, height, arrange }: Picture, page: string) {
  const open = await openPage(of, page, { ...context, bypassCSP: true });
  await arrange(open.page);
  const width = context.viewport?.width ?? 1280;
  await open.page.setViewportSize({ width, height });
  await arrange(open.page);
  await open.page.screenshot({ path: join(FOLDER, `${name}.png`) });
  await open.close();
}

async function show(page: Page, selector: string): Promise<void> {
  await page.locator(selector).evaluate((element) => element.scrollIntoView());
}

/** The first two sheets as LibreOffice prints them. */
async function takeWorkbook(): Promise<void> {
  const { crosswalk } = crosswalkOf(comparison);
  const workbook = await renderReport('xlsx', comparison.report, { ...options, crosswalk });
  const pdf = join(tmpdir(), 'procmap-pictures.pdf');
  writeFileSync(pdf, convertWithLibreOffice(workbook as Uint8Array, 'xlsx', 'pdf'));
  for (const [number, name] of ['excel-riepilogo', 'excel-variazioni'].entries()) {
    const sheet = String(number + 1);
    const target = join(FOLDER, name);
    execFileSync('pdftoppm', ['-png', '-singlefile', '-r', '90', '-f', sheet, '-l', sheet, pdf, target]);
  }
}

/** The first page of the review, its first rows filled in, as LibreOffice prints it. */
async function takeReview(lang: Lang, name: string): Promise<void> {
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.Workbook();
  const bytes = await renderReviewWorkbook(reviewOf(comparison), { lang });
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
  const sheet = workbook.worksheets[0];
  const { verdicts } = reviewWords[lang];
  const choices = reviewOf(comparison).rows.map(({ change }) => change?.candidates[0]);
  const fillIn = (cell: string, value: string | Date) => {
    if (sheet) sheet.getCell(cell).value = value;
  };
  fillIn('C4', 'Marta Bianchi');
  fillIn('E4', new Date(Date.UTC(2025, 2, 14)));
  for (const [i, choice] of choices.slice(0, 2).entries()) {
    if (choice) fillIn(`I${7 + i}`, `${choice.code}${CODE_LABEL_SEPARATOR}${choice.label}`);
  }
  fillIn('H9', verdicts.drop);
  const pdf = join(tmpdir(), 'procmap-pictures.pdf');
  writeFileSync(
    pdf,
    convertWithLibreOffice(new Uint8Array(await workbook.xlsx.writeBuffer()), 'xlsx', 'pdf'),
  );
  execFileSync('pdftoppm', ['-png', '-singlefile', '-r', '110', pdf, join(FOLDER, name)]);
}

/** The fonts of Windows by metric-compatible ones, for the time of these pictures. */
function fontConfiguration(): string {
  const file = join(tmpdir(), 'procmap-pictures-fonts.conf');
  const alias = (from: string, to: string) =>
    `<alias binding="same"><family>${from}</family><prefer><family>${to}</family></prefer></alias>`;
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><include>/etc/fonts/fonts.conf</include>${alias('Segoe UI', 'Open Sans')}${alias('Sitka Text', 'Caladea')}</fontconfig>`,
  );
  return file;
}
