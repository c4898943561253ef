import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { brotliCompressSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { twoTrees } from '../dashboards/fixture/two-trees.ts';
import type { BuiltAssets } from '../dashboards/build-assets.ts';
import { buildAssets } from '../dashboards/build-assets.ts';
import { fixtureSite } from '../dashboards/fixture-site.ts';
import type { Tree } from '../dashboards/fixture-tree.ts';
import { fixtureTree } from '../dashboards/fixture-tree.ts';
import { launchBrowser } from './launch.ts';
import type { ServedTree } from './serve-tree.ts';
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

let browser: Browser;
let built: BuiltAssets;
let tree: Tree;
let served: ServedTree;
let axe: string;

beforeAll(async () => {
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  built = await buildAssets();
  tree = await fixtureTree(built);
  served = await serveTree(tree);
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await served?.close();
});

/** Opens a page, hands it over, and fails on anything the console calls an error: a CSP violation is one. */
async function visit(
  path: string,
  options: NonNullable<Parameters<Browser['newContext']>[0]>,
  check: (page: Page) => Promise<void>,
  origin = served.origin,
): Promise<void> {
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
}

/** Polls, since a driver's own wait for a function is an eval, which the pages' policy forbids. */
async function eventually(read: () => Promise<unknown>, expected: unknown): Promise<void> {
  await expect.poll(read, { timeout: 15_000, interval: 50 }).toEqual(expected);
}

test.each(PAGES)('axe finds nothing on %s, in light and in dark', async path => {
  // The policy forbids what axe needs; that the page keeps to it is another test's.
  await visit(path, { bypassCSP: true, viewport: { width: 1280, height: 900 } }, async page => {
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
  await visit(path, { viewport: { width: 320, height: 800 } }, async page => {
    for (const width of [320, 390, 768, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(overflow, `${path} at ${width} px`).toBeLessThanOrEqual(0);
    }
  });
});

test('without scripts everything reads: the answer, a chart, units and every month; no dead control is shown', async () => {
  await visit('nyckeltal/sick-leave/SOC/index.html', { javaScriptEnabled: false }, async page => {
    expect(await page.locator('.lede').innerText()).toContain('Sjukfrånvaro var');
    expect(await page.locator('.plot.broad svg[role=img]').isVisible()).toBe(true);
    expect(await page.locator('.units tbody tr').count()).toBeGreaterThan(4);
    expect(await page.locator('.months tbody td').count()).toBeGreaterThan(36);
    expect(await page.locator('.controls').isVisible()).toBe(false);
  });
});

describe('the drill', () => {
  const path = 'nyckeltal/sick-leave/SOC/index.html';
  const chart = (page: Page) => page.locator('.plot.broad > svg').first().innerHTML();
  const heading = (page: Page) => page.evaluate(() => document.activeElement?.id);

  test('with the keyboard alone: a unit, another grain, a sex, and back by the back button to the page itself', async () => {
    await visit(path, { viewport: { width: 1280, height: 900 } }, async page => {
      const first = await chart(page);
      await page.locator('.units tbody a[data-unit="301"]').focus();
      await page.keyboard.press('Enter');
      await eventually(() => page.locator('.trail b').allInnerTexts(), ['Hemtjänst norr']);
      expect(new URL(page.url()).hash).toBe('#enhet=VOF/301');
      expect(await heading(page)).toBe('fraga');
      const unit = await chart(page);
      expect(unit).not.toBe(first);

      await page.keyboard.press('Tab');
      await page.keyboard.press('t');
      await eventually(async () => (await page.locator('.intro').first().innerText()).includes('per tertial'), true);
      expect(await page.evaluate(() => (document.activeElement as HTMLSelectElement).name)).toBe('period');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await page.keyboard.press('k');
      await eventually(async () => new URL(page.url()).hash, '#enhet=VOF/301&period=tertial&sex=K');
      await eventually(async () => (await page.locator('[data-part=trail] [role=status]').innerText()).includes('Kvinnor'), true);

      await page.goBack();
      await page.goBack();
      await eventually(() => chart(page), unit);
      await page.goBack();
      await eventually(() => chart(page), first);
      expect(new URL(page.url()).hash).toBe('');
    });
  });

  test('shows what the build drew, for the same rows', async () => {
    // The page of the whole, drilled to a board, has the rows of that board's own page.
    const own = await pageChart('nyckeltal/net-cost/SOC/index.html');
    await visit('nyckeltal/net-cost/index.html#enhet=SOC', { viewport: { width: 1280, height: 900 } }, async page => {
      await eventually(() => page.locator('.trail b').allInnerTexts(), ['Vård- och omsorgsnämnden']);
      expect(await drawnLayers(page)).toEqual(own);
    });
  });

  test('draws what is usual, unusual and foretold of a chosen unit, and of no choice that is not judged', async () => {
    await visit(`${path}#enhet=VOF/301`, { viewport: { width: 1280, height: 900 } }, async page => {
      await eventually(() => page.locator('.trail b').allInnerTexts(), ['Hemtjänst norr']);
      expect((await drawnLayers(page)).map(([layer]) => layer)).toEqual(LAYERS);
      expect(await page.locator('figcaption').innerText()).toContain('Vanlig variation följer årstiden');
      await page.selectOption('select[name=avser]', 'ytd');
      await eventually(async () => (await drawnLayers(page)).map(([layer]) => layer), ['line']);
    });
  });

  async function pageChart(at: string): Promise<(string | null)[][]> {
    let drawn: (string | null)[][] = [];
    await visit(at, { viewport: { width: 1280, height: 900 } }, async page => {
      drawn = await drawnLayers(page);
    });
    return drawn;
  }
  const LAYERS = ['interval', 'mean', 'lower', 'upper', 'line', 'foretold', 'better', 'worse'];
  /** Names and geometry of what the chart has of these layers, in drawing order. */
  const drawnLayers = (page: Page): Promise<(string | null)[][]> =>
    page
      .locator(LAYERS.map(layer => `.plot.broad .${layer}`).join(', '))
      .evaluateAll(marks =>
        marks.map(mark => [mark.getAttribute('class'), mark.getAttribute('d') ?? mark.getAttribute('x') ?? mark.getAttribute('cx')]),
      );

  test('reads history in the organisation of its time or in today’s, and a unit of today’s in its address', async () => {
    const trees = await serveTree(await fixtureTree(built, twoTrees()));
    const at = { viewport: { width: 1280, height: 900 } };
    const check = async (page: Page): Promise<void> => {
      const units = () => page.locator('.units tbody th').allInnerTexts();
      expect(await page.locator('.controls label').first().innerText()).toContain('Uppdelat på');
      await page.selectOption('select[name=delat]', 'today');
      await eventually(async () => new URL(page.url()).hash, '#delat=today');
      await page.locator('.units tbody a[data-unit="N"]').click();
      await eventually(units, ['Hela Norra nämnden', 'Skogen', 'Fallet', 'Ekbacken']);
      expect(new URL(page.url()).hash).toBe('#delat=today&enhet=N');
      await page.selectOption('select[name=delat]', 'organisation');
      await eventually(async () => new URL(page.url()).hash, '');
    };
    await visit('nyckeltal/visits/index.html', at, check, trees.origin);
    await trees.close();
  });

  test('opens at a choice that an address names', async () => {
    await visit(`${path}#enhet=VOF/302&period=year`, {}, async page => {
      await eventually(() => page.locator('.trail b').allInnerTexts(), ['Särskilt boende Åbrinken']);
      expect(await page.locator('select[name=period]').inputValue()).toBe('year');
    });
  });

  test('keeps the page and says so when figures cannot be fetched', async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    await page.route('**/data/series/**', route => route.abort());
    await page.goto(served.origin + path);
    const before = await chart(page);
    await page.selectOption('select[name=period]', 'year');
    await eventually(() => page.locator('[role=alert]').count(), 1);
    expect(await chart(page)).toBe(before);
    await context.close();
  });

  test('sorts the unit table by a column, and says how', async () => {
    await visit(path, { viewport: { width: 1280, height: 900 } }, async page => {
      const names = () => page.locator('.units tbody th').allInnerTexts();
      await page.locator('.units thead th button').first().click();
      expect(await page.locator('.units thead th').first().getAttribute('aria-sort')).toBe('ascending');
      const sorted = await names();
      expect(sorted[0]).toContain('Hela');
      expect(sorted.slice(1)).toEqual([...sorted.slice(1)].sort((a, b) => a.localeCompare(b, 'sv')));
      await page.locator('.units thead th button').nth(1).click();
      const values = await page.locator('.units tbody tr:not(.sum) td:nth-child(2)').allInnerTexts();
      const numbers = values.flatMap(value => (/^\d/.test(value) ? [Number.parseFloat(value.replace(',', '.'))] : []));
      expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
      expect(values.at(-1)).toContain('dold');
    });
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
    const late = await serveTree(await fixtureTree(built, fixtureSite(), overdue));
    await visit(
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
    const demonstration = await serveTree(await fixtureTree(built, fixtureSite({ demonstration: true, follow_ups: [] }), overdue));
    await visit(
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
    await visit('index.html', {}, async page => {
      expect(await page.locator('#due').isVisible()).toBe(false);
    });
  });
});

test('a page with its scripts weighs at most 60 kB compressed, and what a first choice loads at most 95 kB more', () => {
  const weight = (content: string | Buffer): number => brotliCompressSync(content).length;
  const { drill, due } = built.assets.scripts;
  const scripts = weight(built.files.get(drill)!) + weight(built.files.get(due)!);
  const later = [...built.files].filter(([path]) => path.endsWith('.js') && path !== drill && path !== due);
  for (const path of PAGES) expect(weight(tree.get(path)!) + scripts, path).toBeLessThanOrEqual(60_000);
  expect(later.reduce((sum, [, file]) => sum + weight(file), 0)).toBeLessThanOrEqual(95_000);
});

test('every link leads to a file of the tree, and every fragment to a place on its page', async () => {
  const missing: string[] = [];
  for (const [path, content] of tree) {
    if (!path.endsWith('.html')) continue;
    for (const [, href = ''] of String(content).matchAll(/(?:href|src)="([^"]*)"/g)) {
      if (/^https?:/.test(href)) continue;
      const [file = '', fragment] = href.replaceAll('&amp;', '&').split('#');
      const target = file === '' ? path : new URL(file, `http://tree/${path}`).pathname.slice(1);
      const found = tree.get(decodeURIComponent(target));
      if (found === undefined) missing.push(`${path}: ${href}`);
      else if (fragment && !String(found).includes(`id="${fragment}"`) && !String(content).includes(`<symbol id="${fragment}"`))
        missing.push(`${path}: ${href}`);
    }
  }
  expect(missing).toEqual([]);
});

test('marks stay visible and in the reader’s colours when colours are forced, and print has no controls', async () => {
  await visit('nyckeltal/sick-leave/SOC/index.html', { forcedColors: 'active' }, async page => {
    expect(await page.locator('.facts .m').first().isVisible()).toBe(true);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.controls').isVisible()).toBe(false);
  });
});
