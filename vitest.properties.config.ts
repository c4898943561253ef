import { defineConfig } from 'vitest/config';

/** `npm run test:properties`: costly properties with all of their cases (test/cases-tried.ts). `npm test` tries other cases each time, a fifth as many. */
export default defineConfig({
  test: {
    include: [
      'test/browser/print.test.ts',
      'test/draft/hostile.test.ts',
      'test/forms/plan-workbook.test.ts',
      'test/judge/recall.test.ts',
      'test/load/formats/bulk.test.ts',
      'test/load/formats/read-csv.test.ts',
      'test/load/formats/sie/no-post-is-lost.test.ts',
      'test/load/formats/xlsx/hostile-xlsx.test.ts',
      'test/load/formats/xml-cuts.test.ts',
      'test/load/order.test.ts',
      'test/load/packed/with-unpacked.test.ts',
      'test/measure/properties.test.ts',
      'test/measure/slide.test.ts',
      'test/rederive/properties.test.ts',
    ],
    env: { MALBILD_ALL_CASES: '1' },
    testTimeout: 300_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
