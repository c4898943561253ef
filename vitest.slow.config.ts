import { defineConfig } from 'vitest/config';

/** `npm run test:slow`: what is run or computed many times over, and killed on the way. */
export default defineConfig({
  test: {
    include: ['test/**/*.slow.ts'],
    testTimeout: 300_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
