import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { buildAssets } from './build-assets.ts';

/** What a reader loads to drill, in bytes: scripts, Lit and the charts' compiled specs. */
const MOST = 60_000;

// Packages have a larger build for development, which a test's own environment would choose.
beforeAll(() => vi.stubEnv('NODE_ENV', 'production'));
afterAll(() => vi.unstubAllEnvs());

test('what a reader loads to drill, Lit and compiled charts included, is within its budget', async () => {
  const { files, assets } = await buildAssets();
  const takeOver = [...files.keys()].find(path => /\/take-over-[^/]+\.js$/.test(path))!;
  const loaded = new Set<string>();
  const load = (path: string): void => {
    if (loaded.has(path)) return;
    loaded.add(path);
    // What a chunk imports at once; what it imports on a later intent is a call.
    for (const [, name] of String(files.get(path)).matchAll(/(?:from|import)\s*["']\.\/([^"']+)["']/g)) load(`assets/${name}`);
  };
  [assets.scripts.drill, takeOver].forEach(load);
  const size = [...loaded].reduce((sum, path) => sum + brotliCompressSync(files.get(path)!).length, 0);
  expect(size).toBeGreaterThan(20_000);
  expect(size).toBeLessThanOrEqual(MOST);
});
