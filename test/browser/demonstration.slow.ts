import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Manifest } from '../../pipeline/contract/manifest.ts';
import type { Tree } from '../dashboards/fixture-tree.ts';
import { brokenLinks } from './checks/links.ts';
import { launchBrowser } from './launch.ts';
import { samplePages } from './page-types.ts';
import { readTree, sizesOf } from './read-tree.ts';
import type { ServedTree } from './serve-tree.ts';
import { compress, serveTree } from './serve-tree.ts';
import { CHECKED, CHECKED_EVERYWHERE, walkPages } from './walk-pages.ts';
import { BUDGET, weighPage } from './weigh-page.ts';

const ROOT = join(import.meta.dirname, '../..');

/** The demonstration's trees, published for these tests; follow-ups' pages are of the same types, and left out but for their overviews. */
let tree: Tree;
let internal: Tree;
let served: ServedTree;
let servedInternal: ServedTree;
let browser: Browser;
let out: string;
beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'malbild-demonstration-'));
  const { status, stderr } = spawnSync(process.execPath, ['build.mjs', 'run', '--out', out], { cwd: ROOT, encoding: 'utf8' });
  expect(status, stderr).toBe(0);
  [tree, internal] = await Promise.all([readTree(join(out, 'current/public')), readTree(join(out, 'current/internal'))]);
  [served, servedInternal, browser] = await Promise.all([serveTree(tree, { brotli: true }), serveTree(internal), launchBrowser()]);
}, 600_000);
afterAll(async () => {
  await browser?.close();
  await served?.close();
  await servedInternal?.close();
  await rm(out, { recursive: true, force: true });
});

/** Of each type and audience, from the fullest to the emptiest; every page by `npm run test:pages`. */
const MOST = process.env.MALBILD_EVERY_PAGE === undefined ? 4 : Infinity;
/** What an audience reads between a page's head and foot. An internal page with the public one's is tried as that; names of series are not read. */
const contentOf = (of: Tree, path: string): string =>
  (/<main[^]*<\/main>/.exec(String(of.get(path) ?? ''))?.[0] ?? '').replace(/-[0-9a-f]{16}\./g, '.');

describe('of the demonstration', () => {
  let every: Map<string, string[]>;
  let sampled: Map<string, string[]>;
  beforeAll(async () => {
    const others = sizesOf(internal).filter(({ path }) => contentOf(internal, path) !== contentOf(tree, path));
    const [pages, more] = [sizesOf(tree), others].map(of => [...samplePages(of, MOST).values()].flat());
    expect(Math.min(pages!.length, more!.length)).toBeGreaterThan(20);
    const found = [
      await walkPages(browser, served.origin, pages!, CHECKED_EVERYWHERE),
      await walkPages(browser, servedInternal.origin, more!, CHECKED_EVERYWHERE),
    ];
    every = new Map(CHECKED_EVERYWHERE.map(check => [check, found.flatMap(lines => lines.get(check)!)]));
    const samples = [...samplePages(sizesOf(tree), 1).values()].flat();
    const rest = CHECKED.filter(check => !CHECKED_EVERYWHERE.includes(check));
    sampled = await walkPages(browser, served.origin, samples, rest);
  }, 1_800_000);

  test.each(CHECKED_EVERYWHERE)('pages of every type, of both audiences: %s', check => {
    expect(every.get(check)).toEqual([]);
  });

  test.each(CHECKED.filter(check => !CHECKED_EVERYWHERE.includes(check)))('the fullest page of every type: %s', check => {
    expect(sampled.get(check)).toEqual([]);
  });
});

test('three pages of every type, from the fullest to the emptiest, keep to their bytes and requests', async () => {
  for (const path of [...samplePages(sizesOf(tree), 3).values()].flat()) {
    const { bytes, requests, hasWasm, interaction } = await weighPage(browser, served, path);
    expect(bytes, path).toBeLessThanOrEqual(BUDGET.bytes);
    expect(requests, path).toBeLessThanOrEqual(BUDGET.requests);
    expect(hasWasm, path).toBe(false);
    expect(interaction?.code ?? 0, path).toBeLessThanOrEqual(BUDGET.interaction);
  }
});

test('no metric page’s first choice asks for more data than it may: its own series and the whole’s', () => {
  const { metrics } = JSON.parse(String(tree.get('data/manifest.json'))) as Manifest;
  const weight = (path: string) => compress(path, tree.get(path)!).length;
  const first = metrics.flatMap(({ id, json: { '*': whole, ...nodes } }) => [
    [id, weight(whole!)] as const,
    ...Object.entries(nodes).map(([node, path]) => [`${id}/${node}`, weight(whole!) + weight(path)] as const),
  ]);
  expect(first.length).toBeGreaterThan(metrics.length);
  expect(first.filter(([, bytes]) => bytes > BUDGET.firstData)).toEqual([]);
});

test('every link leads to a file of the tree, and every fragment to a place on its page, follow-ups included', async () => {
  expect(brokenLinks(await readTree(join(out, 'current/public'), { whole: true }))).toEqual([]);
});

test('no file is over five megabytes', () => {
  expect(sizesOf(tree).filter(({ bytes }) => bytes > BUDGET.file)).toEqual([]);
});
