import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Two cores: more workers only wait for each other.
    maxWorkers: 2,
    // Tests mock no modules and leave nothing behind, so files may share a worker: what they import is loaded once.
    isolate: false,
  },
});
