import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { exceljsWriter } from '../../packaging/exceljs-writer.mjs';
import { CHROMIUM, IN_BROWSER, launchBrowser, openPage } from '../support/browser.ts';
import { runCli } from '../support/run-cli.ts';

const MAPS = ['fixtures/massa-carrara-2021.xlsx', 'fixtures/unioncamere-rev2023.xlsx'] as const;

/** The library as a page would have it. Whatever cannot be resolved without Node fails the build. */
function bundleForBrowser() {
  return build({
    entryPoints: ['src/index.ts'],
    bundle: true,
    platform: 'browser',
    format: 'iife',
    globalName: 'procmap',
    target: 'es2022',
    write: false,
    metafile: true,
    logLevel: 'silent',
    plugins: [exceljsWriter()],
  });
}

describe('the core', () => {
  it('is bundled for a browser, with nothing left to resolve and nothing of the command line in it', async () => {
    const { metafile, errors } = await bundleForBrowser();
    expect(errors).toEqual([]);
    const inputs = Object.entries(metafile.inputs);
    expect(inputs.length).toBeGreaterThan(200);
    expect(
      inputs.flatMap(([, { imports }]) =>
        imports.filter(({ external, path }) => external && path !== '<runtime>'),
      ),
    ).toEqual([]);
    expect(inputs.filter(([file]) => /^src\/(cli|page)\//.test(file))).toEqual([]);
    expect(
      inputs.filter(
        ([file]) => /zod\/v4\/locales\/(?!en|it|index)\w+\.js/.test(file) && bytesOf(metafile, file) > 0,
      ),
    ).toEqual([]);
  }, 60_000);
});

function bytesOf(metafile: Awaited<ReturnType<typeof bundleForBrowser>>['metafile'], file: string): number {
  return Object.values(metafile.outputs).reduce(
    (sum, { inputs }) => sum + (inputs[file]?.bytesInOutput ?? 0),
    0,
  );
}

describe.skipIf(!CHROMIUM)(IN_BROWSER, () => {
  it('reads and compares the real maps as the command line does, byte for byte', async () => {
    const [script] = (await bundleForBrowser()).outputFiles;
    const browser = await launchBrowser();
    try {
      const inline = (script?.text ?? '').replaceAll('</script', '<\\/script');
      const { page, complaints } = await openPage(browser, `<!doctype html><script>${inline}</script>`);
      const files = MAPS.map((name) => ({ name, base64: readFileSync(name).toString('base64') }));
      const json = await page.evaluate(reportInPage, files);
      const { stdout } = await runCli(['diff', ...MAPS, '--format', 'json']);
      expect(json).toBe(stdout);
      expect(JSON.parse(json).summary.unchanged).toBeGreaterThan(100);
      expect(complaints).toEqual([]);
    } finally {
      await browser.close();
    }
  }, 120_000);
});

/** Runs in the page, which has the library as `procmap`. */
async function reportInPage(
  files: readonly { readonly name: string; readonly base64: string }[],
): Promise<string> {
  const { procmap } = globalThis as unknown as { procmap: typeof import('../../src/index.ts') };
  const maps = [];
  for (const { name, base64 } of files) {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    maps.push(await procmap.parseMap({ name, bytes }));
  }
  const [oldMap, newMap] = maps;
  if (!oldMap || !newMap) throw new Error('two maps are compared');
  return String(await procmap.renderReport('json', procmap.compareMaps(oldMap, newMap).report));
}
