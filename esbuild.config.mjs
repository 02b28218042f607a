// Bundles the command line and the library into dist/.
// The command line is one entry with split chunks, so that exceljs, zod and the like are read from disk only by the
// commands that need them; the library keeps its dependencies external, as any package does.
import { rmSync } from 'node:fs';
import { build } from 'esbuild';

rmSync('dist', { recursive: true, force: true });

const shared = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  outdir: 'dist',
  legalComments: 'none',
  logLevel: 'warning',
};

await build({
  ...shared,
  entryPoints: { cli: 'src/cli/bin.ts' },
  splitting: true,
  minify: true,
  chunkNames: 'chunks/[name]-[hash]',
  // CommonJS dependencies call require() for Node's own modules; an ES module has none until it is made.
  banner: {
    js: "import { createRequire as __procmapRequire } from 'node:module'; const require = __procmapRequire(import.meta.url);",
  },
});

await build({ ...shared, entryPoints: { index: 'src/index.ts' }, packages: 'external' });
