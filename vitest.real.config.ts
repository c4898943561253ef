import { defineConfig } from 'vitest/config';
import { whyNotRun } from './test/real/real-files.ts';

/** `npm run test:real`: the suite over real files that lie outside the project, or one test that says why it did not run. */
export default defineConfig({
  test: {
    include: whyNotRun === null ? ['test/real/**/*.real.ts'] : ['test/real/did-not-run.ts'],
    reporters: ['verbose'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    // As in vitest.config.ts: what files import is loaded once.
    isolate: false,
  },
});
