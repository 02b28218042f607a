import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const generator = fileURLToPath(
  new URL('../bin/cyclonedx-esbuild-cli.js', import.meta.resolve('@cyclonedx/cyclonedx-esbuild')),
);

/**
 * Writes the bill of materials of the bundles, in CycloneDX 1.6, held to the schema of that. The same bundles give the
 * same bytes.
 *
 * @param metafiles what esbuild knows of the bundles
 */
export function writeSbom(metafiles, file) {
  const inputs = Object.assign({}, ...metafiles.map((each) => withoutMade(each.inputs)));
  const outputs = Object.assign({}, ...metafiles.map((each) => each.outputs));
  for (const [path, output] of Object.entries(outputs))
    outputs[path] = { ...output, inputs: withoutMade(output.inputs) };
  const temporary = mkdtempSync(join(tmpdir(), 'procmap-sbom-'));
  try {
    const metafile = join(temporary, 'metafile.json');
    writeFileSync(metafile, JSON.stringify({ inputs, outputs }));
    const options = ['--output-reproducible', '--spec-version', '1.6', '--validate', '--output-file', file];
    execFileSync(process.execPath, [generator, ...options, metafile]);
  } finally {
    rmSync(temporary, { recursive: true });
  }
}

/** Modules that the bundler made itself (`left-out:jszip`) are no components. */
function withoutMade(inputs) {
  const files = Object.entries(inputs).filter(([path]) => !/^[\w-]{2,}:/.test(path));
  return Object.fromEntries(
    files.map(([path, input]) => [
      path,
      input.imports
        ? { ...input, imports: input.imports.filter((each) => !/^[\w-]{2,}:/.test(each.path)) }
        : input,
    ]),
  );
}
