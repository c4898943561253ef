import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OpenSite } from './open-site.ts';
import { openSite } from './open-site.ts';
import { samplePages } from './page-types.ts';
import { serveTree } from './serve-tree.ts';
import { BUDGET, weighPage } from './weigh-page.ts';

let site: OpenSite;
beforeAll(async () => {
  site = await openSite();
});
afterAll(async () => {
  await site?.close();
});

test('the fullest page of every type keeps to its bytes and requests, and so does what a first choice fetches', async () => {
  const sizes = [...site.tree].map(([path, content]) => ({ path, bytes: Buffer.byteLength(content) }));
  const served = await serveTree(site.tree, { brotli: true });
  let choices = 0;
  for (const path of [...samplePages(sizes, 1).values()].flat()) {
    const { bytes, requests, hasWasm, interaction } = await weighPage(site.browser, served, path);
    expect(bytes, path).toBeLessThanOrEqual(BUDGET.bytes);
    expect(requests, path).toBeLessThanOrEqual(BUDGET.requests);
    expect(hasWasm, path).toBe(false);
    if (interaction === null) continue;
    choices++;
    expect(interaction.code, path).toBeLessThanOrEqual(BUDGET.interaction);
    expect(interaction.data, path).toBeLessThanOrEqual(BUDGET.firstData);
  }
  expect(choices).toBeGreaterThan(0);
  await served.close();
}, 240_000);

test('no file of a tree is over five megabytes', () => {
  expect([...site.tree].filter(([, content]) => Buffer.byteLength(content) > BUDGET.file).map(([path]) => path)).toEqual([]);
});
