import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixtureSite } from '../dashboards/fixture-site.ts';
import { fixtureTree } from '../dashboards/fixture-tree.ts';
import { brokenLinks } from './checks/links.ts';
import type { OpenSite } from './open-site.ts';
import { openSite } from './open-site.ts';
import { serveTree } from './serve-tree.ts';

let site: OpenSite;
beforeAll(async () => {
  site = await openSite();
});

afterAll(async () => {
  await site?.close();
});

test('without scripts everything reads: the answer, a chart, units and every month; no dead control is shown', async () => {
  await site.visit('nyckeltal/sick-leave/SOC/index.html', { javaScriptEnabled: false }, async page => {
    expect(await page.locator('.lede').innerText()).toContain('Sjukfrånvaro var');
    expect(await page.locator('.plot.broad svg[role=img]').isVisible()).toBe(true);
    expect(await page.locator('.units tbody tr').count()).toBeGreaterThan(4);
    expect(await page.locator('.months tbody td').count()).toBeGreaterThan(36);
    expect(await page.locator('.controls:visible').count()).toBe(0);
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

test('every link leads to a file of the tree, and every fragment to a place on its page', () => {
  expect(brokenLinks(site.tree)).toEqual([]);
});
