import { defineConfig } from 'vitest/config';

/** The tests of one room, as `npm run mutation` runs them. */
export default defineConfig({
  test: {
    include: [`tests/${process.env.MUTATION_ROOM}/**/*.test.ts`],
    testTimeout: 300_000,
  },
});
