import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findByAxe } from './checks/axe.ts';
import type { OpenSite } from './open-site.ts';
import { eventually, openSite } from './open-site.ts';

let site: OpenSite;
beforeAll(async () => {
  site = await openSite();
});
afterAll(async () => {
  await site?.close();
});

describe('the palette', () => {
  const at = { viewport: { width: 1280, height: 900 } };
  const said = (page: Page) => page.locator('.palette [role=status]').innerText();
  const isOpen = (page: Page) => page.locator('.palette').evaluate((dialog: HTMLDialogElement) => dialog.open);
  /** The name of the entry that the field says is chosen; null for none. */
  const chosen = (page: Page): Promise<string | null> =>
    page.evaluate(() => {
      const id = document.querySelector('[role=combobox]')!.getAttribute('aria-activedescendant');
      return id === null ? null : document.getElementById(id)!.firstChild!.nextSibling!.textContent;
    });

  test('with the keyboard alone: opened, asked, walked, followed; and closed with the focus back where it was', async () => {
    await site.visit('nyckeltal/sick-leave/SOC/index.html', at, async page => {
      await page.locator('select[name=period]').focus();
      await page.keyboard.press('Control+k');
      await eventually(() => said(page), 'Vanliga sidor');
      expect(await chosen(page)).toBe(null);
      await page.keyboard.type('nettokos');
      await eventually(() => chosen(page), 'Nettokostnad');
      expect(await said(page)).toMatch(/^\d+ träffar$/);
      expect(await page.locator('[role=combobox]').getAttribute('aria-expanded')).toBe('true');
      const all = await page.locator('[role=option]').count();
      await page.keyboard.press('ArrowUp');
      expect(await page.locator('[aria-selected=true]').getAttribute('id')).toBe(`palett-${all - 1}`);
      await page.keyboard.press('ArrowDown');
      expect(await chosen(page)).toBe('Nettokostnad');
      await page.keyboard.press('Escape');
      expect(await isOpen(page)).toBe(false);
      expect(await page.evaluate(() => (document.activeElement as HTMLSelectElement).name)).toBe('period');

      await page.keyboard.press('Control+k');
      await page.keyboard.type('zzzz');
      await eventually(() => said(page), 'Inga träffar');
      expect(await page.locator('[role=combobox]').getAttribute('aria-expanded')).toBe('false');
      await page.keyboard.press('Control+a');
      await page.keyboard.type('nettokostnad');
      await eventually(() => chosen(page), 'Nettokostnad');
      await page.keyboard.press('Enter');
      await eventually(async () => new URL(page.url()).pathname, '/dela/nyckeltal/net-cost/index.html');
    });
  });

  test('is opened by a button that says what it is, and loads nothing before', async () => {
    await site.visit('index.html', at, async page => {
      const asked: string[] = [];
      page.on('request', request => asked.push(new URL(request.url()).pathname));
      const button = page.getByRole('button', { name: 'Sök' });
      await eventually(() => button.count(), 1);
      expect(asked.filter(path => /palette|sok/.test(path))).toEqual([]);
      await button.click();
      await eventually(() => said(page), 'Vanliga sidor');
      await page.getByRole('button', { name: 'Stäng' }).click();
      expect(await isOpen(page)).toBe(false);
      expect(await button.evaluate(node => node === document.activeElement)).toBe(true);
    });
  });

  test('has nothing that axe finds, in light and dark, on a phone and a desk', async () => {
    await site.visit('om/index.html', { bypassCSP: true }, async page => {
      await page.keyboard.press('Control+k');
      await eventually(() => said(page), 'Vanliga sidor');
      await page.keyboard.type('sjuk');
      await eventually(async () => (await page.locator('[role=option]').count()) > 2, true);
      expect(await findByAxe(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    });
  });

  test('says so when it cannot be fetched, and leads to the list', async () => {
    const context = await site.browser.newContext(at);
    const page = await context.newPage();
    await page.route('**/sok/index.html', route => route.abort());
    await page.goto(`${site.served.origin}index.html`);
    await page.getByRole('button', { name: 'Sök' }).click();
    await eventually(() => said(page), 'Sökningen gick inte att hämta.');
    expect(await page.getByRole('link', { name: 'Visa allt i en lista' }).getAttribute('href')).toContain('sok/index.html');
    await context.close();
  });

  test('without scripts the same word leads to a page that lists everything', async () => {
    await site.visit('mal/index.html', { ...at, javaScriptEnabled: false }, async page => {
      await page.getByRole('link', { name: 'Sök' }).click();
      const headings = await page.locator('h2').allInnerTexts();
      expect(headings.map(heading => heading.replace(/ \(\d+\)$/, ''))).toEqual([
        'Sidor',
        'Nyckeltal',
        'Mål',
        'Nämnder',
        'Enheter',
        'Indikatorer',
        'Aktiviteter',
      ]);
      expect(await page.locator('.entries a').allInnerTexts()).toContain('Hemtjänst norr');
    });
  });
});
