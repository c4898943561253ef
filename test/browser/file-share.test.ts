import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixtureSite } from '../dashboards/fixture-site.ts';
import { fixtureTree } from '../dashboards/fixture-tree.ts';
import { tempFolder } from '../temp-folder.ts';
import type { OpenSite } from './open-site.ts';
import { eventually, openSite } from './open-site.ts';

let site: OpenSite;
beforeAll(async () => {
  site = await openSite();
});
afterAll(async () => {
  await site?.close();
});

test('from a file share everything reads, links lead on, and what is due is told; only the module is refused', async () => {
  const folder = await tempFolder();
  const overdue = { edition: 'x', running: false, failures: [], late: [], due: '2020-01-02T05:30:00Z' };
  for (const [path, content] of await fixtureTree(site.built, fixtureSite(), overdue)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  const page = await site.browser.newPage({ viewport: { width: 1280, height: 900 } });
  const errors: string[] = [];
  page.on('console', message => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', error => errors.push(error.message));
  await page.goto(pathToFileURL(join(folder, 'index.html')).href);
  await page.locator('.menu a', { hasText: 'Nyckeltal' }).click();
  await page.locator('main a', { hasText: 'Sjukfrånvaro' }).first().click();
  expect(page.url()).toMatch(/^file:.*\/nyckeltal\/sick-leave[^/]*\/index\.html$/);
  expect(await page.locator('.lede').innerText()).toContain('Sjukfrånvaro');
  expect(await page.locator('.plot.broad svg[role=img]').first().isVisible()).toBe(true);
  expect(await page.locator('.months tbody td').count()).toBeGreaterThan(12);
  // What waits for the module keeps no room.
  const [heading, chart] = await Promise.all(['h2', 'figure'].map(part => page.locator(`[aria-labelledby=fraga] ${part}`).boundingBox()));
  expect(chart!.y - heading!.y - heading!.height).toBeLessThan(60);
  expect(await page.locator('select').count()).toBeGreaterThan(1);
  expect(await page.locator('select:visible').count()).toBe(0);
  await eventually(async () => (await page.locator('#due').innerText()).includes('2 januari 2020'), true);
  await page.getByRole('link', { name: 'Sök' }).click();
  expect(await page.locator('h1').innerText()).toBe('Sök');
  const others = errors.filter(error => !/Access to script at 'file:.*\/assets\/main-|net::ERR_FAILED/.test(error));
  expect(others).toEqual([]);
  expect(errors.length).toBeGreaterThan(0);
  await page.close();
});
