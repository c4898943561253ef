import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenSite } from './open-site.ts';
import { eventually, openSite } from './open-site.ts';

let site: OpenSite;
beforeAll(async () => {
  site = await openSite();
});
afterAll(async () => {
  await site?.close();
});

const WIDE = { viewport: { width: 1280, height: 900 } };

/** Goes from stop to stop with the Tab key until one is named so; fails where none is. Gives how many stops it took. */
async function tabTo(page: Page, name: string | RegExp): Promise<number> {
  for (let stops = 1; stops <= 200; stops++) {
    await page.keyboard.press('Tab');
    const text = await page.evaluate(() => document.activeElement?.textContent?.replace(/\s+/g, ' ').trim() ?? '');
    if (typeof name === 'string' ? text === name : name.test(text)) return stops;
  }
  throw new Error(`no stop of the keyboard is called ${name}`);
}

/** Follows the link that has the focus. */
async function follow(page: Page, path: RegExp): Promise<void> {
  await page.keyboard.press('Enter');
  await expect.poll(() => page.url(), { timeout: 15_000, interval: 50 }).toMatch(path);
  await page.waitForLoadState();
}

describe('by keyboard alone', () => {
  test('a politician finds the goal that is not reached, the indicator it falls on, and the decision behind its target', async () => {
    await site.visit('index.html', WIDE, async page => {
      await tabTo(page, 'Till innehållet');
      await page.keyboard.press('Enter');
      // Past the menu: the first goal of the list, with its status beside it, is a few stops away.
      expect(await tabTo(page, /^Åby är en attraktiv arbetsgivare/)).toBeLessThan(6);
      expect(await page.evaluate(() => document.activeElement?.closest('.goal')?.textContent)).toContain('Bedöms inte uppfyllas');
      await follow(page, /\/mal\/2026\/KF1\//);
      await tabTo(page, 'Sjukfrånvaro');
      await follow(page, /\/nyckeltal\/sick-leave\//);
      await tabTo(page, 'Protokollet');
      const decision = await page.evaluate(() => document.activeElement?.closest('p')?.textContent?.replace(/\s+/g, ' '));
      expect(decision).toMatch(/Mål .*Kommunfullmäktige, .* § \d+/);
    });
  });

  test('a manager goes from the board to a metric, down to the own unit, and back the same way', async () => {
    await site.visit('index.html', WIDE, async page => {
      await tabTo(page, 'Nämnder');
      await follow(page, /\/namnd\/index/);
      await tabTo(page, 'Vård- och omsorgsnämnden');
      await follow(page, /\/namnd\/SOC\//);
      await tabTo(page, /^Sjukfrånvaro$/);
      await follow(page, /\/nyckeltal\/sick-leave\/SOC\//);
      await tabTo(page, 'Hemtjänst norr');
      await page.keyboard.press('Enter');
      await eventually(() => page.locator('.trail b').allInnerTexts(), ['Hemtjänst norr']);
      // The heading has the focus, so that what follows is the unit's own figures.
      expect(await page.evaluate(() => document.activeElement?.localName)).toBe('h2');
      for (const path of [/sick-leave\/SOC\/index.html$/, /namnd\/SOC\//]) {
        // The browser's own key, which a driver cannot press.
        await page.goBack();
        await expect.poll(() => page.url(), { timeout: 15_000, interval: 50 }).toMatch(path);
      }
    });
  });

  test('an analyst reads the query, finds the file, and sees which rows are in no figure and why', async () => {
    await site.visit('nyckeltal/index.html', WIDE, async page => {
      await tabTo(page, 'Sjukfrånvaro');
      await follow(page, /\/nyckeltal\/sick-leave\/index/);
      await tabTo(page, /SQL/);
      await page.keyboard.press('Enter');
      await eventually(() => page.locator('pre:has-text("numerator")').isVisible(), true);
      await tabTo(page, /csv/);
      expect(await page.evaluate(() => (document.activeElement as HTMLAnchorElement).href)).toMatch(/data\/observations\/sick-leave\.csv$/);
      await page.reload();
      await tabTo(page, 'Datakvalitet');
      await follow(page, /\/datakvalitet\//);
      expect(await page.locator('h2:has-text("Avvisade rader")').count()).toBe(1);
      expect(await page.locator('main').innerText()).toContain('värdet går inte att tolka');
    });
  });
});
