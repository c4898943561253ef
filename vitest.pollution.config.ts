import { defineConfig } from 'vitest/config';

/** `npm run test:pollution`: the whole corpus of polluted CSV, of which `npm test` loads a sample. */
export default defineConfig({
  test: {
    include: ['test/pollution/**/*.pollution.ts'],
    testTimeout: 300_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
