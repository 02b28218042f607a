import { build } from 'esbuild';

/** Bundles the command line as it stands in the sources into one file, for tests that start processes. */
export async function bundleCli(outfile: string): Promise<void> {
  await build({
    entryPoints: ['src/cli/bin.ts'],
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    outfile,
    logLevel: 'error',
    banner: {
      js: "import { createRequire as __procmapRequire } from 'node:module'; const require = __procmapRequire(import.meta.url);",
    },
  });
}
