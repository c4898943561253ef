import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixtureSite } from '../dashboards/fixture-site.ts';
import { fixtureTree } from '../dashboards/fixture-tree.ts';
import type { OpenSite } from './open-site.ts';
import { eventually, openSite } from './open-site.ts';
import { serveTree } from './serve-tree.ts';

let site: OpenSite;
beforeAll(async () => {
  site = await openSite();
});
afterAll(async () => {
  await site?.close();
});

/** The fixture's tree with its service worker, of an edition. */
async function keptTree(asOf: string) {
  const { built } = site;
  const scripts = { ...built.assets.scripts, offline: built.offline };
  const shown = fixtureSite({ as_of: asOf });
  const tree = new Map(await fixtureTree({ ...built, assets: { ...built.assets, scripts } }, shown));
  const files = [...tree].map(([path, content]) => ({ path, bytes: Buffer.byteLength(content) }));
  const hierarchies = Object.fromEntries(shown.dimensions.map(({ id, nodes }) => [id, nodes]));
  return tree.set('data/manifest.json', JSON.stringify({ files, metrics: shown.metrics, hierarchies }));
}

const cachesOf = (page: Page): Promise<string[]> => page.evaluate(() => caches.keys());
const isReady = (page: Page): Promise<boolean> =>
  page.evaluate(
    async () =>
      (await navigator.serviceWorker.getRegistration())?.active?.state === 'activated' && navigator.serviceWorker.controller !== null,
  );
const notice = (page: Page): Promise<string[]> => page.locator('aside[aria-label="Utan nät"]').allInnerTexts();

test('what a reader has seen, and what the overview leads to, is there without a network; a new edition takes its place', async () => {
  const tree = await keptTree('2026-11-16');
  const served = await serveTree(tree);
  const context: BrowserContext = await site.browser.newContext();
  const page = await context.newPage();
  const visited = 'nyckeltal/sick-leave/SOC/index.html';
  await page.goto(served.origin + visited);
  await eventually(() => isReady(page), true);
  const [first = ''] = await cachesOf(page);
  expect(first).toMatch(/^malbild public http:\/\/127\.0\.0\.1:\d+\/dela\/ [0-9a-f]{16}$/);
  expect(await notice(page)).toEqual([]);

  await context.setOffline(true);
  await page.reload();
  expect(await notice(page)).toEqual(['Visas utan nät, från utgåvan 16 november 2026. Ladda om sidan när nätet är tillbaka.']);
  expect(await page.locator('.plot.broad svg[role=img]').isVisible()).toBe(true);
  await page.goto(`${served.origin}mal/2026/KF4/index.html`);
  expect(await notice(page)).toHaveLength(1);
  await page.goto(served.origin);
  expect(await page.locator('h1').innerText()).toContain('Verksamhetsplan 2026');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('nettokostnad');
  await eventually(async () => (await page.locator('[role=option]').count()) > 0, true);
  await page.goto(`${served.origin}nyckeltal/finns-inte/index.html`);
  expect(page.url()).toBe(`${served.origin}utan-nat/index.html`);
  expect(await page.locator('h1').innerText()).toBe('Sidan är inte sparad');

  tree.clear();
  for (const [path, content] of await keptTree('2026-11-17')) tree.set(path, content);
  await context.setOffline(false);
  await page.goto(`${served.origin}mal/index.html`);
  expect(await notice(page)).toEqual([]);
  await eventually(async () => (await cachesOf(page)).length === 1 && (await cachesOf(page))[0] !== first, true);
  await context.setOffline(true);
  await page.goto(served.origin + visited);
  expect(await notice(page)).toEqual(['Visas utan nät, från utgåvan 17 november 2026. Ladda om sidan när nätet är tillbaka.']);
  await context.close();
  await served.close();
});

const saved = (page: Page): Promise<string> => page.locator('.keep [role=status]').innerText();
const press = (page: Page, name: RegExp): Promise<void> => page.locator('.keep').getByRole('button', { name }).click();

test('a reader saves a board’s pages and figures: told how much, then that it is done; they are drilled in without a network, in the next edition too', async () => {
  const tree = await keptTree('2026-11-16');
  const served = await serveTree(tree);
  const context: BrowserContext = await site.browser.newContext();
  const page = await context.newPage();
  await page.goto(`${served.origin}namnd/SOC/index.html`);
  await press(page, /^Spara för läsning utan nät$/);
  await eventually(
    async () => /^Den här sidan och de \d+ som den leder till, .*: \d+,\d\sMB i webbläsaren\.$/.test(await saved(page)),
    true,
  );
  await press(page, /^Spara \d+,\d\sMB$/);
  await eventually(async () => /^Klart: \d+ sidor, \d+,\d\sMB, går att läsa utan nät\./.test(await saved(page)), true);

  await context.setOffline(true);
  const drill = async (): Promise<void> => {
    await page.goto(`${served.origin}nyckeltal/sick-leave/SOC/index.html`);
    await page.locator('select[name=mot]').selectOption('aret-fore');
    await eventually(() => page.locator('[data-part=trend] .fresh-data .plot.broad svg[role=img]').count(), 1);
  };
  await drill();
  await page.goto(`${served.origin}namnd/SOC/index.html`);
  await press(page, /^Spara för läsning utan nät$/);
  await eventually(() => saved(page), 'Det gick inte att få veta vad som ska sparas. Försök igen när det finns nät.');

  const [first] = await cachesOf(page);
  for (const [path, content] of await keptTree('2026-11-17')) tree.set(path, content);
  await context.setOffline(false);
  await page.goto(`${served.origin}mal/index.html`);
  await eventually(async () => (await cachesOf(page)).length === 1 && (await cachesOf(page))[0] !== first, true);
  await context.setOffline(true);
  await drill();
  expect(await notice(page)).toEqual(['Visas utan nät, från utgåvan 17 november 2026. Ladda om sidan när nätet är tillbaka.']);
  await context.close();
  await served.close();
});

test('what cannot be saved is counted, and the reader may try again', async () => {
  const tree = await keptTree('2026-11-16');
  const lost = 'nyckeltal/sick-leave/SOC/index.html';
  const content = tree.get(lost)!;
  const served = await serveTree(tree);
  const context: BrowserContext = await site.browser.newContext();
  const page = await context.newPage();
  await page.goto(`${served.origin}namnd/SOC/index.html`);
  await press(page, /^Spara för läsning utan nät$/);
  await eventually(async () => (await saved(page)).startsWith('Den här sidan'), true);
  tree.delete(lost);
  await press(page, /^Spara \d/);
  await eventually(async () => /^Det gick inte: 1 av \d+ filer kom inte\. Resten är sparat\.$/.test(await saved(page)), true);
  tree.set(lost, content);
  await press(page, /^Försök igen$/);
  await eventually(async () => (await saved(page)).startsWith('Klart'), true);
  await context.close();
  await served.close();
});

test('a page without a service worker registers none, as a follow-up’s or one that is written', async () => {
  await site.visit('index.html', {}, async page => {
    await page.waitForLoadState('load');
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  });
  const tree = await keptTree('2026-11-16');
  expect(String(tree.get('index.html'))).toContain('<meta name="malbild-offline" content="sw.js"');
  expect(String(tree.get('uppfoljning/2026-delar/index.html'))).not.toContain('malbild-offline');
});
