import { defineConfig } from 'vitest/config';
import { writePageAssets } from './page-assets.mjs';

await writePageAssets();

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 30_000,
  },
});
