import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { BuiltAssets } from '../dashboards/build-assets.ts';
import { buildAssets } from '../dashboards/build-assets.ts';
import type { Tree } from '../dashboards/fixture-tree.ts';
import { fixtureTree } from '../dashboards/fixture-tree.ts';
import { launchBrowser } from './launch.ts';
import type { ServedTree } from './serve-tree.ts';
import { serveTree } from './serve-tree.ts';

/** The fixture's pages, served, and a browser to see them with. */
export interface OpenSite {
  built: BuiltAssets;
  tree: Tree;
  served: ServedTree;
  browser: Browser;
  /** Opens a page, hands it over, and fails on anything the console calls an error: a CSP violation is one. */
  visit(
    path: string,
    options: NonNullable<Parameters<Browser['newContext']>[0]>,
    check: (page: Page) => Promise<void>,
    origin?: string,
  ): Promise<void>;
  close(): Promise<void>;
}

/** Built and rendered once for all test files of a worker; nothing changes it. */
let made: Promise<{ built: BuiltAssets; tree: Tree }> | null = null;

const make = async (): Promise<{ built: BuiltAssets; tree: Tree }> => {
  const built = await buildAssets();
  return { built, tree: await fixtureTree(built) };
};

export async function openSite(): Promise<OpenSite> {
  const { built, tree } = await (made ??= make());
  const served = await serveTree(tree);
  const browser = await launchBrowser();
  return {
    built,
    tree,
    served,
    browser,
    async visit(path, options, check, origin = served.origin) {
      const context = await browser.newContext(options);
      const page = await context.newPage();
      const errors: string[] = [];
      page.on('console', message => {
        if (message.type() === 'error') errors.push(message.text());
      });
      page.on('pageerror', error => errors.push(error.message));
      await page.goto(origin + path);
      await check(page);
      await context.close();
      expect(errors, path).toEqual([]);
    },
    async close() {
      await browser.close();
      await served.close();
    },
  };
}

/** Polls, since a driver's own wait for a function is an eval, which the pages' policy forbids. */
export async function eventually(read: () => Promise<unknown>, expected: unknown): Promise<void> {
  await expect.poll(read, { timeout: 15_000, interval: 50 }).toEqual(expected);
}
