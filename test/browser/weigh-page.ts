import type { Browser, Page } from 'playwright-core';
import type { Served, ServedTree } from './serve-tree.ts';

/** What a reader may have to fetch, in bytes as Brotli, and in requests. */
export const BUDGET = { bytes: 60_000, requests: 8, interaction: 95_000, map: 15_000, firstData: 100_000, file: 5_000_000 } as const;

export interface PageWeight {
  /** The page itself, with what it asks for before it has loaded. */
  requests: number;
  bytes: number;
  hasWasm: boolean;
  /** What a first choice in its controls asks for: code, and data. Null where there is nothing to choose. */
  interaction: { code: number; data: number } | null;
}

/** Opens a page as one who has never been there, of a tree that is served as Brotli, and makes the first choice that its controls offer. */
export async function weighPage(browser: Browser, tree: ServedTree, path: string): Promise<PageWeight> {
  // What a service worker fetches for later is nothing that the reader waits for.
  const page = await browser.newPage({ viewport: { width: 390, height: 844 }, serviceWorkers: 'block' });
  tree.served.length = 0;
  await page.goto(tree.origin + path);
  const first = [...tree.served];
  tree.served.length = 0;
  const interaction = (await chooseFirst(page)) ? [...tree.served] : null;
  await page.context().close();
  return {
    requests: first.length,
    bytes: sum(first),
    hasWasm: [...first, ...(interaction ?? [])].some(({ path }) => path.endsWith('.wasm')),
    interaction: interaction && { code: sum(interaction.filter(isCode)), data: sum(interaction.filter(file => !isCode(file))) },
  };
}

const isCode = ({ path }: Served): boolean => path.endsWith('.js');
const sum = (files: readonly Served[]): number => files.reduce((total, { bytes }) => total + bytes, 0);

/** Takes the second choice of the first control, and waits until nothing more is fetched. */
async function chooseFirst(page: Page): Promise<boolean> {
  const select = page.locator('main select:has(option:nth-child(2)):visible').first();
  if ((await select.count()) === 0) return false;
  await select.selectOption({ index: 1 });
  await quiet(page);
  return true;
}

/** Resolves when a page has asked for nothing for half a second. A driver's own wait for that is over once it has been so. */
const quiet = (page: Page): Promise<void> =>
  new Promise(resolve => {
    const ended = () => {
      page.off('request', wait);
      resolve();
    };
    let timer = setTimeout(ended, 500);
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(ended, 500);
    };
    page.on('request', wait);
  });
