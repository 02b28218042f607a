import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { bundleAll } from '../packaging/bundle.mjs';
import { type BundledPackage, bundledPackages, noticesOf } from '../packaging/bundled-packages.mjs';
import { writeSbom } from '../packaging/sbom.mjs';

const folder = mkdtempSync(join(tmpdir(), 'procmap-packaging-'));
let metafiles: Awaited<ReturnType<typeof bundleAll>>['metafiles'];
let packages: readonly BundledPackage[];
const nameAndVersion = ({ name, version }: { readonly name: string; readonly version: string }) =>
  `${name} ${version}`;

beforeAll(async () => {
  ({ metafiles } = await bundleAll());
  packages = bundledPackages(metafiles);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

describe('what is bundled', () => {
  it('is listed with its licences: `npm run notices` lists it anew, for you to look at', () => {
    expect(packages.map(nameAndVersion)).toContain(`exceljs ${packageVersion('exceljs')}`);
    expect(readFileSync('THIRD-PARTY-LICENSES', 'utf8')).toBe(noticesOf(packages));
  });

  it('stands in the bill of materials, which meets the schema of CycloneDX', () => {
    const file = join(folder, 'sbom.json');
    writeSbom(metafiles, file);
    const { bomFormat, components } = JSON.parse(readFileSync(file, 'utf8'));
    const listed = components.map((each: { group?: string; name: string; version: string }) =>
      nameAndVersion({ ...each, name: each.group ? `${each.group}/${each.name}` : each.name }),
    );
    expect(bomFormat).toBe('CycloneDX');
    expect(listed.sort()).toEqual(packages.map(nameAndVersion).sort());
  }, 120_000);

  it('holds nothing that exceljs reads, packs or streams with', () => {
    const old = [
      'unzipper',
      'fstream',
      'rimraf',
      'inflight',
      'glob',
      'archiver',
      'fast-csv',
      'jszip',
      'tmp',
      'uuid',
    ];
    expect(packages.filter(({ name }) => old.includes(name))).toEqual([]);
  });

  it('needs no package beside it', () => {
    expect(packageJson).not.toHaveProperty('dependencies');
    const inputs = metafiles.flatMap((each) => Object.values(each.inputs));
    const outside = inputs.flatMap(({ imports }) => imports.filter(({ external }) => external));
    expect(outside.length).toBeGreaterThan(0);
    expect(outside.filter(({ path }) => !isBuiltin(path) && !path.startsWith('shared:'))).toEqual([]);
  });

  it('holds each large library once', () => {
    const outputs = metafiles.flatMap((each) => Object.values(each.outputs));
    for (const library of ['pdfjs-dist', 'exceljs', '@e965/xlsx', 'htmlparser2', 'numfmt']) {
      const holding = outputs.filter(({ inputs }) =>
        Object.entries(inputs).some(
          ([path, { bytesInOutput }]) => path.includes(`node_modules/${library}/`) && bytesInOutput > 0,
        ),
      );
      expect([library, holding.length]).toEqual([library, 1]);
    }
  });
});

function packageVersion(name: string): string {
  return JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version;
}
