import { defineConfig } from 'vitest/config';

/** `npm run test:slow`: whole municipalities, run or computed more than once. */
export default defineConfig({
  test: {
    include: ['test/**/*.slow.ts'],
    testTimeout: 300_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
