import { expect, it } from 'vitest';
import { whyNotRun } from './real-files.ts';

it(`THE SUITE OVER REAL FILES DID NOT RUN, and nothing was tested: ${whyNotRun}`, () => {
  expect(whyNotRun).not.toBeNull();
});
