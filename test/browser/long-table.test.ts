import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { largeSite } from '../dashboards/fixture/large-site.ts';
import { fixtureTree } from '../dashboards/fixture-tree.ts';
import type { OpenSite } from './open-site.ts';
import { eventually, openSite } from './open-site.ts';
import type { ServedTree } from './serve-tree.ts';
import { serveTree } from './serve-tree.ts';

const UNITS = 60;
const { site: large, metric } = largeSite('NAMND', UNITS, 14);
const PATH = `nyckeltal/${metric.id}/NAMND/index.html`;
const WIDE = { viewport: { width: 1280, height: 900 }, acceptDownloads: true };

let site: OpenSite;
let served: ServedTree;
beforeAll(async () => {
  site = await openSite();
  served = await serveTree(await fixtureTree(site.built, large));
});
afterAll(async () => {
  await served?.close();
  await site?.close();
});

const rows = (page: Page) => page.locator('.units tbody tr');
const shown = (page: Page) => page.locator('.units tbody tr:visible').count();
const says = (page: Page) => page.locator('.units .more [role=status]').innerText();
const names = async (page: Page) => (await page.locator('.units tbody tr:not(.sum) a:visible').allInnerTexts()).map(text => text.trim());
const visit = (check: (page: Page) => Promise<void>, options: object = {}) =>
  site.visit(PATH, { ...WIDE, ...options }, check, served.origin);

/** The figures of women, of which only the first rows are made. */
async function filter(page: Page): Promise<void> {
  await page.selectOption('select[name=sex]', 'K');
  await eventually(() => rows(page).count(), 51);
}

describe('a table of more than fifty units', () => {
  test('is whole without script', async () => {
    await visit(
      async page => {
        expect(await shown(page)).toBe(UNITS + 1);
        expect(await page.locator('.more').count()).toBe(0);
      },
      { javaScriptEnabled: false },
    );
  });

  test('shows fifty, says so, and has a button for all of them, after which the reader goes on', async () => {
    await visit(async page => {
      for (const step of [() => Promise.resolve(), () => filter(page)]) {
        await step();
        expect(await shown(page)).toBe(51);
        expect(await says(page)).toBe('Visar 50 av 60 rader.');
        expect(await page.locator('.units table').getAttribute('aria-rowcount')).toBe('62');
        await page.locator('.units .more button').focus();
        await page.keyboard.press('Enter');
        expect(await shown(page)).toBe(UNITS + 1);
        expect(await says(page)).toBe('Visar alla 60 rader.');
        expect(await page.locator('.units table').getAttribute('aria-rowcount')).toBeNull();
        expect(await page.locator('.units .more button').count()).toBe(0);
        expect(await page.evaluate(() => document.activeElement?.textContent.trim())).toBe((await names(page))[50]);
      }
    });
  });

  test('is sorted as a whole', async () => {
    await visit(async page => {
      await filter(page);
      await page.locator('.units thead button').first().click();
      const all = Array.from({ length: UNITS }, (_, i) => `Enhet ${i}`).sort((a, b) => a.localeCompare(b, 'sv'));
      expect(await names(page)).toEqual(all.slice(0, 50));
    });
  });

  test('has every row in its file and on paper, with the boxes that are ticked', async () => {
    await visit(async page => {
      await page.selectOption('select[name=sex]', 'K');
      await eventually(() => rows(page).count(), 51);
      const [file] = await Promise.all([page.waitForEvent('download'), page.locator('.units [data-download=csv]').click()]);
      const text = String(await readFile(await file.path()));
      for (let unit = 0; unit < UNITS; unit++) expect(text).toMatch(new RegExp(`^Enhet ${unit};`, 'm'));
      expect(await shown(page)).toBe(51);
      await page.selectOption('select[name=sex]', 'M');
      await eventually(() => rows(page).count(), 51);
      const box = page.locator('.units input[name=jamfor]').first();
      await box.check();
      await page.pdf();
      await page.emulateMedia({ media: 'print' });
      expect(await shown(page)).toBe(UNITS + 1);
      expect(await page.locator('.units .more').isVisible()).toBe(false);
      expect(await page.locator('.units input[name=jamfor]:checked').count()).toBe(1);
    });
  });
});
