import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { buildAssets } from './build-assets.ts';

/** What a reader loads to drill, in bytes: scripts, Lit and the charts' compiled specs. */
const MOST = 60_000;
/** What every page loads of scripts. */
const MOST_FIRST = 12_000;

test('what a reader loads to drill, Lit and compiled charts included, is within its budget', async () => {
  const { files, assets } = await buildAssets();
  const sizes = [...files]
    .filter(([path]) => path.endsWith('.js'))
    .map(([path, bytes]) => [path, brotliCompressSync(bytes).length] as const);
  const total = sizes.reduce((sum, [, size]) => sum + size, 0);
  const first = sizes.filter(([path]) => Object.values(assets.scripts).includes(path)).reduce((sum, [, size]) => sum + size, 0);
  expect(sizes.length).toBeGreaterThan(2);
  expect(first).toBeLessThanOrEqual(MOST_FIRST);
  expect(total).toBeLessThanOrEqual(MOST);
});
