import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { brotliCompressSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixtureSite } from '../dashboards/fixture-site.ts';
import { fixtureTree } from '../dashboards/fixture-tree.ts';
import type { OpenSite } from './open-site.ts';
import { openSite } from './open-site.ts';
import { serveTree } from './serve-tree.ts';

/** One of every kind of page, and the kinds of metric that differ. */
const PAGES = [
  'index.html',
  'mal/index.html',
  'mal/2026/KF1-SOC/index.html',
  'mal/2026/KF4/index.html',
  'mal/it-strategi/IT1/index.html',
  'namnd/index.html',
  'namnd/SOC/index.html',
  'utforska/index.html',
  'nyckeltal/index.html',
  'nyckeltal/sick-leave/index.html',
  'nyckeltal/sick-leave/SOC/index.html',
  'nyckeltal/net-cost/index.html',
  'nyckeltal/lead-time/index.html',
  'nyckeltal/sick-leave-national/index.html',
  'datakvalitet/index.html',
  'om/index.html',
  'uppfoljning/2026-delar/index.html',
] as const;

let site: OpenSite;
let axe: string;

beforeAll(async () => {
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  site = await openSite();
});

afterAll(async () => {
  await site?.close();
});

test.each(PAGES)('axe finds nothing on %s, in light and in dark', async path => {
  // The policy forbids what axe needs; that the page keeps to it is another test's.
  await site.visit(path, { bypassCSP: true, viewport: { width: 1280, height: 900 } }, async page => {
    await page.evaluate(() => document.querySelectorAll('details').forEach(details => (details.open = true)));
    await page.evaluate(axe);
    expect(await violations(page, null), 'light').toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await violations(page, ['color-contrast', 'link-in-text-block']), 'dark').toEqual([]);
  });
});

/** What axe finds, by all of its rules or by some: a theme changes colours alone. */
const violations = (page: Page, rules: readonly string[] | null): Promise<string[]> =>
  page.evaluate(async runOnly => {
    type Found = { violations: { id: string; nodes: { html: string }[] }[] };
    const { axe: engine } = window as unknown as { axe: { run(options: object): Promise<Found> } };
    const found = await engine.run({ resultTypes: ['violations'], ...(runOnly ? { runOnly } : {}) });
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  }, rules);

test.each(PAGES)('%s keeps to its policy, and does not scroll sideways from 320 to 1280 px', async path => {
  await site.visit(path, { viewport: { width: 320, height: 800 } }, async page => {
    for (const width of [320, 390, 768, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(overflow, `${path} at ${width} px`).toBeLessThanOrEqual(0);
    }
  });
});

test('without scripts everything reads: the answer, a chart, units and every month; no dead control is shown', async () => {
  await site.visit('nyckeltal/sick-leave/SOC/index.html', { javaScriptEnabled: false }, async page => {
    expect(await page.locator('.lede').innerText()).toContain('Sjukfrånvaro var');
    expect(await page.locator('.plot.broad svg[role=img]').isVisible()).toBe(true);
    expect(await page.locator('.units tbody tr').count()).toBeGreaterThan(4);
    expect(await page.locator('.months tbody td').count()).toBeGreaterThan(36);
    expect(await page.locator('.controls').isVisible()).toBe(false);
  });
});

describe('what is due', () => {
  const overdue = {
    edition: 'x',
    running: false,
    failures: [],
    late: [{ source: 'cases', due: '2026-11-10', last: '2026-09-30' }],
    due: '2020-01-02T05:30:00Z',
  };

  test('a page knows by itself that the next edition has not come, and names the late sources', async () => {
    const late = await serveTree(await fixtureTree(site.built, fixtureSite(), overdue));
    await site.visit(
      'mal/index.html',
      {},
      async page => {
        const text = await page.locator('#due').innerText();
        expect(text).toContain('Nästa utgåva skulle ha kommit senast 2 januari 2020');
        expect(text).toContain('Ärenden (väntades 10 november 2026)');
      },
      late.origin,
    );
    await late.close();
  });

  test('nothing is due in a demonstration, which says what it is', async () => {
    const demonstration = await serveTree(await fixtureTree(site.built, fixtureSite({ demonstration: true, follow_ups: [] }), overdue));
    await site.visit(
      'index.html',
      {},
      async page => {
        expect(await page.locator('#due').count()).toBe(0);
        expect(await page.locator('.notice').innerText()).toContain('Demonstration, uppgifter per 16 november 2026');
      },
      demonstration.origin,
    );
    await demonstration.close();
  });

  test('a page says nothing when it is not yet due', async () => {
    await site.visit('index.html', {}, async page => {
      expect(await page.locator('#due').isVisible()).toBe(false);
    });
  });
});

test('a page with its scripts weighs at most 60 kB compressed, and what a first choice on a metric page loads at most 95 kB more', () => {
  const weight = (content: string | Buffer): number => brotliCompressSync(content).length;
  const { drill, due } = site.built.assets.scripts;
  const scripts = weight(site.built.files.get(drill)!) + weight(site.built.files.get(due)!);
  const later = [...site.built.files].filter(([path]) => path.endsWith('.js') && path !== drill && path !== due && !/explore-/.test(path));
  for (const path of PAGES) expect(weight(site.tree.get(path)!) + scripts, path).toBeLessThanOrEqual(60_000);
  expect(later.reduce((sum, [, file]) => sum + weight(file), 0)).toBeLessThanOrEqual(95_000);
});

test('every link leads to a file of the tree, and every fragment to a place on its page', async () => {
  const missing: string[] = [];
  for (const [path, content] of site.tree) {
    if (!path.endsWith('.html')) continue;
    for (const [, href = ''] of String(content).matchAll(/(?:href|src)="([^"]*)"/g)) {
      if (/^https?:/.test(href)) continue;
      const [file = '', fragment] = href.replaceAll('&amp;', '&').split('#');
      const target = file === '' ? path : new URL(file, `http://tree/${path}`).pathname.slice(1);
      const found = site.tree.get(decodeURIComponent(target));
      if (found === undefined) missing.push(`${path}: ${href}`);
      else if (fragment && !String(found).includes(`id="${fragment}"`) && !String(content).includes(`<symbol id="${fragment}"`))
        missing.push(`${path}: ${href}`);
    }
  }
  expect(missing).toEqual([]);
});

test('marks stay visible and in the reader’s colours when colours are forced, and print has no controls', async () => {
  await site.visit('nyckeltal/sick-leave/SOC/index.html', { forcedColors: 'active' }, async page => {
    expect(await page.locator('.facts .m').first().isVisible()).toBe(true);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.controls').isVisible()).toBe(false);
  });
});
