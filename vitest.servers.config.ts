import { defineConfig } from 'vitest/config';

/** `npm run test:servers`: connectors and configurations against real servers, which each test file starts and stops (test/servers/server-process.ts). */
export default defineConfig({
  test: {
    include: ['test/servers/**/*.servers.ts'],
    reporters: ['verbose'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
