import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { twoTrees } from '../dashboards/fixture/two-trees.ts';
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

describe('the drill', () => {
  const path = 'nyckeltal/sick-leave/SOC/index.html';
  const chart = (page: Page) => page.locator('.plot.broad > svg').first().innerHTML();
  const heading = (page: Page) => page.evaluate(() => document.activeElement?.id);

  test('with the keyboard alone: a unit, another grain, a sex, and back by the back button to the page itself', async () => {
    await site.visit(path, { viewport: { width: 1280, height: 900 } }, async page => {
      const first = await chart(page);
      await page.locator('.units tbody a[data-unit="301"]').focus();
      await page.keyboard.press('Enter');
      await eventually(() => page.locator('.trail b').allInnerTexts(), ['Hemtjänst norr']);
      await eventually(async () => new URL(page.url()).hash, '#enhet=VOF/301');
      expect(await heading(page)).toBe('fraga');
      expect(await page.locator('h1').innerText()).toContain('Hemtjänst norr');
      expect(await page.locator('.facts').innerText()).toContain('Nämndens mål');
      expect(await page.getByRole('link', { name: 'Allt om Hemtjänst norr' }).getAttribute('href')).toBe('../../../enhet/301/index.html');
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
      await eventually(async () => new URL(page.url()).hash, '');
      expect(await page.locator('h1').innerText()).toContain('Vård- och omsorgsnämnden');
    });
  });

  test('shows what the build drew, for the same rows', async () => {
    // The page of the whole, drilled to a board, has the rows of that board's own page.
    const own = await pageChart('nyckeltal/net-cost/SOC/index.html');
    await site.visit('nyckeltal/net-cost/index.html#enhet=SOC', { viewport: { width: 1280, height: 900 } }, async page => {
      await eventually(() => page.locator('.trail b').allInnerTexts(), ['Vård- och omsorgsnämnden']);
      expect(await drawnLayers(page)).toEqual(own);
    });
  });

  test('draws what is usual, unusual and foretold of a chosen unit, and of no choice that is not judged', async () => {
    await site.visit(`${path}#enhet=VOF/301`, { viewport: { width: 1280, height: 900 } }, async page => {
      await eventually(() => page.locator('.trail b').allInnerTexts(), ['Hemtjänst norr']);
      expect((await drawnLayers(page)).map(([layer]) => layer)).toEqual(LAYERS);
      expect(await page.locator('figcaption').innerText()).toContain('Vanlig variation följer årstiden');
      await page.selectOption('select[name=avser]', 'ytd');
      await eventually(async () => (await drawnLayers(page)).map(([layer]) => layer), ['line']);
    });
  });

  async function pageChart(at: string): Promise<(string | null)[][]> {
    let drawn: (string | null)[][] = [];
    await site.visit(at, { viewport: { width: 1280, height: 900 } }, async page => {
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
    const trees = await serveTree(await fixtureTree(site.built, twoTrees()));
    const at = { viewport: { width: 1280, height: 900 } };
    const check = async (page: Page): Promise<void> => {
      const units = () => page.locator('.units tbody th').allInnerTexts();
      expect(await page.locator('.controls label').first().innerText()).toContain('Uppdelat på');
      await page.selectOption('select[name=delat]', 'today');
      await eventually(async () => new URL(page.url()).hash, '#delat=today');
      // The table of its time leads to the board's own page.
      await eventually(() => page.locator('.units tbody a[data-unit="N"]').getAttribute('href'), '#delat=today&enhet=N');
      await page.locator('.units tbody a[data-unit="N"]').click();
      await eventually(units, ['Hela Norra nämnden', 'Skogen', 'Fallet', 'Ekbacken']);
      await eventually(async () => new URL(page.url()).hash, '#delat=today&enhet=N');
      await page.selectOption('select[name=delat]', 'organisation');
      await eventually(async () => new URL(page.url()).hash, '');
    };
    await site.visit('nyckeltal/visits/index.html', at, check, trees.origin);
    await trees.close();
  });

  test('draws ticked units together, by keyboard, and leaves the table and the reader where they are', async () => {
    await site.visit(path, { viewport: { width: 1280, height: 900 } }, async page => {
      const first = await chart(page);
      const lines = () => page.locator('.plot.broad').first().locator('.line, [class^=other]').count();
      await page.locator('.units thead th button').first().click();
      const order = await page.locator('.units tbody th').allInnerTexts();
      await page.locator('input[name=jamfor][value="302"]').focus();
      await page.keyboard.press('Space');
      await eventually(async () => new URL(page.url()).hash, '#jamfor=302');
      await page.locator('input[name=jamfor][value="301"]').focus();
      await page.keyboard.press('Space');
      await eventually(async () => new URL(page.url()).hash, '#jamfor=302,301');
      // The board itself, and two of its units.
      await eventually(lines, 3);
      expect(await page.locator('.units tbody th').allInnerTexts()).toEqual(order);
      expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('301');
      expect(await page.locator('[data-part=trail] [role=status]').innerText()).toContain('Särskilt boende Åbrinken, Hemtjänst norr');
      const table = page.locator('details table[aria-labelledby=serier]');
      expect(await table.locator('thead th').count()).toBe(4);
      await page.goBack();
      await eventually(lines, 2);
      await page.goBack();
      await eventually(() => chart(page), first);
      expect(await page.locator('input[name=jamfor]:checked').count()).toBe(0);
    });
  });

  test('draws every sex in one chart, from an address', async () => {
    await site.visit(`${path}#sex=var-for-sig`, { viewport: { width: 1280, height: 900 } }, async page => {
      await eventually(() => page.locator('.plot.broad').first().locator('.line, [class^=other]').count(), 3);
      const labels = (await page.locator('.plot.broad').first().locator('.end, .endStrong').allTextContents()).join(' ');
      for (const name of ['Alla', 'Kvinnor', 'Män']) expect(labels).toContain(name);
      expect(await page.locator('select[name=sex]').inputValue()).toBe('var-for-sig');
    });
  });

  test('ranks units as bars for a chosen period, with the figures of the table, and compares with the period before', async () => {
    await site.visit(path, { viewport: { width: 1280, height: 900 } }, async page => {
      await page.locator('select[name=visa]').focus();
      await page.selectOption('select[name=visa]', 'staplar');
      await eventually(async () => new URL(page.url()).hash, '#visa=staplar');
      const values = () => page.locator('.ranked.broad .value').allTextContents();
      const table = async () => (await page.locator('.units tbody td:nth-child(2)').allInnerTexts()).filter(text => /^\d/.test(text));
      await eventually(async () => (await values()).length > 1, true);
      expect(await values()).toEqual(await table());
      expect(await page.evaluate(() => (document.activeElement as HTMLSelectElement).name)).toBe('visa');
      const latest = await values();
      await page.selectOption('select[name=till]', '2025-12');
      await eventually(async () => new URL(page.url()).hash, '#visa=staplar&till=2025-12');
      await eventually(async () => (await values()).join() !== latest.join(), true);
      expect(await values()).toEqual(await table());
      await page.selectOption('select[name=mot]', 'fore');
      await eventually(async () => (await page.locator('.units thead th').allInnerTexts()).slice(1, 3), ['dec 2025', 'nov 2025']);
    });
  });

  test('draws the year before behind a series, and the level above', async () => {
    await site.visit(path, { viewport: { width: 1280, height: 900 } }, async page => {
      const labels = async () => (await page.locator('.plot.broad').first().locator('.end').allTextContents()).join(' ');
      await page.selectOption('select[name=mot]', 'aret-fore');
      await eventually(async () => (await labels()).includes('året före'), true);
      expect(await drawnLayers(page).then(layers => layers.map(([layer]) => layer))).toEqual(['line']);
      await page.selectOption('select[name=mot]', 'ovan');
      await eventually(async () => (await labels()).includes('Hela kommunen'), true);
    });
  });

  test('goes through the periods of a chart by key, says each, and marks it in the chart', async () => {
    await site.visit(path, { viewport: { width: 1280, height: 900 } }, async page => {
      const range = page.locator('[data-read]');
      const says = () => range.getAttribute('aria-valuetext');
      const rule = () => page.locator('.plot.broad .focus line').getAttribute('x1');
      await range.focus();
      await page.keyboard.press('Home');
      await eventually(async () => (await says())?.startsWith('januari 2023: '), true);
      const first = await rule();
      expect(await page.locator('.plot.broad .focus circle').count()).toBe(1);
      await page.keyboard.press('ArrowRight');
      await eventually(async () => (await says())?.startsWith('februari 2023: '), true);
      expect(Number.parseFloat((await rule())!)).toBeGreaterThan(Number.parseFloat(first!));
      expect(await says()).toMatch(/^februari 2023: \d+,\d\u00a0%/);
      expect(await says()).toContain('vanligt är');
      expect(await page.locator('.reader output').innerText()).toBe(await says());
      await page.keyboard.press('End');
      await eventually(async () => (await says())?.includes('prognos'), true);
    });
  });

  test('a touch reads a chart too', async () => {
    await site.visit(path, { viewport: { width: 390, height: 844 }, hasTouch: true }, async page => {
      const range = page.locator('[data-read]');
      const before = await range.getAttribute('aria-valuetext');
      await range.tap({ position: { x: 60, y: 16 } });
      await eventually(async () => (await range.getAttribute('aria-valuetext')) !== before, true);
    });
  });

  test('follows what a reader meant who clicks while figures are on their way', async () => {
    const trees = await serveTree(await fixtureTree(site.built, twoTrees()));
    const check = async (page: Page): Promise<void> => {
      // In one turn: a choice, and a click on a link that the choice is about to replace.
      await page.evaluate(() => {
        const select = document.querySelector<HTMLSelectElement>('select[name=delat]')!;
        select.value = 'today';
        select.dispatchEvent(new Event('change', { bubbles: true }));
        return new Promise<void>(resolve => {
          setTimeout(() => {
            document.querySelector<HTMLAnchorElement>('.units tbody a[data-unit="N"]')!.click();
            resolve();
          });
        });
      });
      await eventually(async () => new URL(page.url()).hash, '#delat=today&enhet=N');
      expect(new URL(page.url()).pathname).toMatch(/visits\/index\.html$/);
    };
    await site.visit('nyckeltal/visits/index.html', { viewport: { width: 1280, height: 900 } }, check, trees.origin);
    await trees.close();
  });

  test('opens at a choice that an address names, and leaves the focus where it is until the reader takes a step', async () => {
    await site.visit(`${path}#enhet=VOF/302&period=year`, {}, async page => {
      await eventually(() => page.locator('.trail b').allInnerTexts(), ['Särskilt boende Åbrinken']);
      expect(await page.locator('select[name=period]').inputValue()).toBe('year');
      expect(await page.locator('h2:focus').count()).toBe(0);
      await page.locator('.trail a').first().click();
      await eventually(() => page.locator('h2:focus').count(), 1);
    });
  });

  test('an address that asks for what there is not shows the usual, and says so until the next choice', async () => {
    await site.visit(`${path}#enhet=VOF/301&period=decade`, {}, async page => {
      await eventually(() => page.locator('.trail b').allInnerTexts(), ['Hemtjänst norr']);
      const said = () => page.locator('.drill-said').innerText();
      expect(await said()).toBe('Adressen ber om ”period=decade”, som inte finns här. Sidan visar det vanliga i stället.');
      await page.selectOption('select[name=period]', 'year');
      await eventually(said, '');
    });
    for (const unit of ['VOF/999', '999', '999/301']) {
      await site.visit(`${path}#enhet=${unit}`, {}, async page => {
        await eventually(async () => (await page.locator('.drill-said').innerText()).includes(`”enhet=${unit}”`), true);
        expect(await page.locator('.units tbody tr').count()).toBeGreaterThan(4);
      });
    }
  });

  test('opens at the unit whose page led there, and leads without script to where the units are', async () => {
    const follow = async (page: Page) => {
      await page.locator('section[aria-labelledby="nyckeltal"] a', { hasText: 'Sjukfrånvaro' }).click();
      await page.waitForURL(`**/${path}#enhet=VOF/301`);
    };
    const wide = { viewport: { width: 1280, height: 900 } };
    await site.visit('enhet/301/index.html', wide, async page => {
      await follow(page);
      await eventually(() => page.locator('.trail b').allInnerTexts(), ['Hemtjänst norr']);
      expect(await page.locator('figure svg title').first().textContent()).toContain('Hemtjänst norr');
    });
    await site.visit('enhet/301/index.html', { ...wide, javaScriptEnabled: false }, async page => {
      await follow(page);
      expect(await page.locator('tr:target').innerText()).toContain('Hemtjänst norr');
    });
  });

  test('keeps the page and says so when figures cannot be fetched', async () => {
    const page = await site.browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.route('**/data/pages/**', route => route.abort());
    await page.goto(site.served.origin + path);
    const before = await chart(page);
    await page.selectOption('select[name=period]', 'year');
    await eventually(() => page.locator('[role=alert]').count(), 1);
    expect(await chart(page)).toBe(before);
    await page.close();
  });

  test('sorts the unit table by a column, and says how', async () => {
    await site.visit(path, { viewport: { width: 1280, height: 900 } }, async page => {
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
