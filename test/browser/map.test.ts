import { brotliCompressSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenSite } from './open-site.ts';
import { eventually, openSite } from './open-site.ts';
import { BUDGET } from './weigh-page.ts';

let site: OpenSite;
beforeAll(async () => {
  site = await openSite();
});
afterAll(async () => {
  await site?.close();
});

describe('the map', () => {
  const path = 'karta/sick-leave-national/index.html';
  const wide = { viewport: { width: 1280, height: 900 } };
  const said = (page: Page) => page.locator('.map-said').innerText();
  const classes = (page: Page) =>
    page.locator('.areas path').evaluateAll(paths => paths.map(it => `${it.dataset.area} ${it.getAttribute('class')}`).sort());
  const hash = (page: Page) => new URL(page.url()).hash;

  test('with the keyboard alone: areas in the order of their values, another period, and back', async () => {
    await site.visit(path, wide, async page => {
      await eventually(() => page.locator('select[name=omrade] option').count(), 7);
      const first = await classes(page);
      await page.locator('select[name=omrade]').focus();
      await page.keyboard.press('ArrowDown');
      const [highest] = await page.locator('tbody th').allInnerTexts();
      await eventually(async () => (await said(page)).startsWith(`${highest!.split(' finns')[0]}: `), true);
      expect(await said(page)).toContain('plats 1 av 6 från det högsta');
      const highestArea = hash(page);
      await page.keyboard.press('ArrowDown');
      await eventually(async () => (await said(page)).includes('plats 2 av 6'), true);
      expect(hash(page)).toMatch(/^#omrade=\d{4}$/);
      expect(await page.locator('.areas .shown').count()).toBe(1);

      await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      // Karlskrona has no value in 2023.
      await eventually(() => page.locator('.areas [data-area="1080"]').getAttribute('class'), 'na');
      expect(hash(page)).toMatch(/^#period=2023-01-01&omrade=\d{4}$/);
      expect(await page.locator('[data-part=period]').innerText()).toBe('2023');
      expect(await page.locator('[data-count=na]').innerText()).toBe('(1)');

      for (let back = 0; back < 3; back++) await page.goBack();
      await eventually(async () => hash(page), highestArea);
      await page.goBack();
      await eventually(() => classes(page), first);
    });
  });

  test('tells what the pointer is over, and chooses what is touched', async () => {
    await site.visit(path, wide, async page => {
      await eventually(() => page.locator('select[name=omrade] option').count(), 7);
      await page.locator('.areas [data-area="1383"]').hover();
      await eventually(async () => (await said(page)).startsWith('Varberg: '), true);
      await page.locator('.areas [data-area="1383"]').click();
      expect(hash(page)).toBe('#omrade=1383');
      expect(await page.locator('select[name=omrade]').inputValue()).toBe('1383');
    });
  });

  test('shows what an address says, and says so where it says what there is not', async () => {
    await site.visit(`${path}#period=2022-01-01&omrade=1383`, wide, async page => {
      await eventually(async () => (await said(page)).startsWith('Varberg: '), true);
      expect(await page.locator('select[name=period]').inputValue()).toBe('2022-01-01');
    });
    await site.visit(`${path}#period=1999&omrade=%`, wide, async page => {
      await eventually(() => said(page), 'Adressen nämner en period eller ett område som inte finns här. Kartan visar det vanliga.');
      expect(await page.locator('select[name=period]').inputValue()).toBe('2025-01-01');
    });
  });

  test('without script has its areas, key and table, and no controls', async () => {
    await site.visit(path, { ...wide, javaScriptEnabled: false }, async page => {
      expect(await page.locator('.areas path').count()).toBe(5);
      expect(await page.locator('tbody tr').count()).toBe(6);
      expect(await page.locator('.controls').isVisible()).toBe(false);
    });
  });

  test('is a script of its own, of 15 KB at most, that only its page loads; Vega’s geography is in none', async () => {
    const own = [...site.built.files].filter(([file]) => /\/mb-map-[^/]+\.js$/.test(file));
    expect(own).toHaveLength(1);
    expect(brotliCompressSync(own[0]![1]).length).toBeLessThan(BUDGET.map);
    for (const [file, bytes] of site.built.files)
      if (file.endsWith('.js')) expect(String(bytes).includes('transverseMercator'), file).toBe(false);
    await site.visit('nyckeltal/sick-leave-national/index.html', wide, async page => {
      const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map(entry => entry.name));
      expect(loaded.filter(name => name.includes('mb-map'))).toEqual([]);
    });
  });

  test('does not push the page sideways at 320 px, and every comparison neither', async () => {
    for (const at of [path, 'karta/index.html', 'jamfor/index.html', 'jamfor/sick-leave-national/index.html'])
      await site.visit(at, { viewport: { width: 320, height: 800 } }, async page => {
        expect(await page.evaluate(() => document.documentElement.scrollWidth), at).toBeLessThanOrEqual(320);
      });
  });
});
