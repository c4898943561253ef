import type { CDPSession, Page } from 'playwright-core';
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

const PATH = 'utforska/index.html';
const WIDE = { viewport: { width: 1280, height: 900 } };
const hash = async (page: Page) => decodeURIComponent(new URL(page.url()).hash);
const heads = (page: Page) => page.locator('.explored thead th').allInnerTexts();
const names = (page: Page) => page.locator('.explored tbody th').allInnerTexts();
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('name') ?? document.activeElement?.id);

/** Starts with the keyboard alone. */
async function start(page: Page): Promise<void> {
  const button = page.locator('[data-act=start]');
  // It is not there before its script is.
  await button.waitFor();
  await button.focus();
  await page.keyboard.press('Enter');
  await eventually(() => page.locator('#resultat').count(), 1);
}

describe('Utforska', () => {
  test('says what it will fetch, and fetches nothing before the reader asks', async () => {
    const asked: string[] = [];
    await site.visit(PATH, WIDE, async page => {
      // The element itself comes with the page; what comes after it is what is counted.
      await eventually(() => page.evaluate(() => customElements.get('mb-explore') !== undefined), true);
      // A browser asks for the site's icon when it likes.
      page.on('request', request => request.url().endsWith('/icon.svg') || asked.push(request.url()));
      const { explore } = site.built.assets;
      const kilobytes = Math.ceil((explore.packed + 12_000) / 1000);
      expect(await page.locator('[data-part=size]').innerText()).toContain(`Hämtar ${kilobytes}\u00a0kB: `);
      expect(asked).toEqual([]);
      await start(page);
      expect(asked.filter(url => url.endsWith('.arrow'))).toEqual([`${site.served.origin}data/explore/sick-leave.arrow`]);
      // What it named as the size of the program is what came.
      const code = asked.filter(url => url.endsWith('.js')).map(url => site.built.files.get(url.slice(site.served.origin.length))!.length);
      expect(code.reduce((sum, length) => sum + length, 0)).toBe(explore.bytes);
    });
  });

  test('with the keyboard alone: start, rows, columns, a filter, a chart, a sorted table, and back', async () => {
    await site.visit(PATH, WIDE, async page => {
      await start(page);
      await eventually(() => focused(page), 'resultat');
      expect((await names(page))[0]).toBe('Hela kommunen');
      const first = await page.locator('.plot.broad > svg').innerHTML();

      await page.keyboard.press('Tab');
      expect(await focused(page)).toBe('rader');
      await page.keyboard.press('k');
      await eventually(() => hash(page), '#nyckeltal=sick-leave&rader=sex');
      await eventually(() => names(page), ['Alla', 'Kvinnor', 'Män']);
      expect(await focused(page)).toBe('rader');

      await page.keyboard.press('Tab');
      expect(await focused(page)).toBe('kolumner');
      await page.keyboard.press('i');
      await eventually(() => hash(page), '#nyckeltal=sick-leave&rader=sex&kolumner=inga');
      await eventually(() => heads(page), ['Kön', 'Siffra']);
      expect(await page.locator('#tabell-0').innerText()).toContain(
        'Sjukfrånvaro, procent. Per månad, oktober 2026. Organisation: Hela kommunen.',
      );
      expect(await page.locator('.plot.ranked.broad .bar, .plot.ranked.broad .barStrong').count()).toBe(2);

      await page.locator('select[name="urval-organisation"]').focus();
      await page.keyboard.press('V');
      await eventually(() => hash(page), '#nyckeltal=sick-leave&rader=sex&kolumner=inga&urval-organisation=SOC');

      await page.locator('.explored thead button').nth(1).focus();
      await page.keyboard.press('Enter');
      await eventually(() => page.locator('.explored thead th').nth(1).getAttribute('aria-sort'), 'descending');
      expect(await page.locator('[data-part=result] [role=status]').innerText()).toContain('Sorterad efter Siffra, högst först.');
      const values = (await page.locator('.explored tbody tr:not(.sum) td').allInnerTexts()).map(text => Number(text.replace(',', '.')));
      expect(values).toEqual([...values].sort((a, b) => b - a));

      await page.goBack();
      await page.goBack();
      await page.goBack();
      await eventually(() => hash(page), '');
      await eventually(() => page.locator('.plot.broad > svg').innerHTML(), first);
    });
  });

  test('an address shows what it says, and says what it could not follow', async () => {
    const address = '#nyckeltal=sick-leave,net-cost&rader=organisation&kolumner=nyckeltal&urval-organisation=SOC,304&foo=1';
    await site.visit(PATH + address, WIDE, async page => {
      await eventually(() => page.locator('.picked li').allInnerTexts(), ['Sjukfrånvaro\nTa bort', 'Nettokostnad\nTa bort']);
      await start(page);
      expect(await names(page)).toEqual(['Vård- och omsorgsnämnden', 'Anhörigstöd']);
      expect(await heads(page)).toEqual(['Organisation', 'Sjukfrånvaro, procent', 'Nettokostnad, kr']);
      // Two units have no axis in common.
      expect(await page.locator('.plot.ranked.broad').count()).toBe(2);
      expect(await page.locator('[data-part=result] [role=alert]').innerText()).toContain('”foo” är inget som går att välja.');
      expect(await page.locator('.explored tbody tr').nth(1).innerText()).toContain('dold');
    });
  });

  test('a metric more is fetched when it is added, and its size said before', async () => {
    await site.visit(PATH, WIDE, async page => {
      await start(page);
      await page.selectOption('.pick select', 'fte');
      await eventually(
        () => page.locator('[data-part=size]').innerText(),
        'Att lägga till hämtar 12\u00a0kB siffror. Från en webbserver som inte komprimerar: 48\u00a0kB.',
      );
      await page.locator('[data-act=add]').focus();
      await page.keyboard.press('Enter');
      await eventually(() => hash(page), '#nyckeltal=sick-leave,fte');
      await eventually(() => names(page), ['Sjukfrånvaro, procent', 'Årsarbetare, årsarbetare']);
      await page.locator('.picked button').first().click();
      await eventually(() => hash(page), '#nyckeltal=fte');
      await eventually(() => page.locator('#resultat').innerText(), 'Årsarbetare');
    });
  });

  test('the shown table as a file has the choice, the source and the remarks in it', async () => {
    await site.visit(`${PATH}#nyckeltal=sick-leave&kolumner=inga&urval-organisation=SOC,304`, WIDE, async page => {
      await start(page);
      const waiting = page.waitForEvent('download');
      await page.locator('[data-act=download]').click();
      const file = await waiting;
      const chunks: Buffer[] = [];
      for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
      const lines = Buffer.concat(chunks).toString('utf8').split('\r\n');
      expect(lines.slice(0, 4)).toEqual([
        '\uFEFFNyckeltal;Sjukfrånvaro',
        'Enhet;procent',
        'Urval;Per månad, oktober 2026. Kön: Alla.',
        'Källa;Sjukfrånvaro ur lönesystemet',
      ]);
      expect(lines).toContain('Organisation;Siffra;Siffra, anmärkning');
      expect(lines.find(line => line.startsWith('Vård'))).toMatch(/^Vård- och omsorgsnämnden;\d+,\d+;$/);
      expect(lines).toContain('Anhörigstöd;;dold av hänsyn till enskilda');
    });
  });

  test('without script: what it does, an example as chart and table, and every metric’s files', async () => {
    await site.visit(PATH, { ...WIDE, javaScriptEnabled: false }, async page => {
      expect(await page.locator('.without-script').innerText()).toContain('JavaScript');
      expect(await page.locator('.pick').isVisible()).toBe(false);
      expect(await page.locator('.plot.broad > svg').isVisible()).toBe(true);
      expect((await names(page))[0]).toBe('Hela kommunen');
      expect(await page.locator('a[href="../data/observations/fte.csv"]').isVisible()).toBe(true);
    });
  });

  test('says so when figures cannot be fetched, and can be tried again', async () => {
    const context = await site.browser.newContext(WIDE);
    const page = await context.newPage();
    await page.route('**/data/explore/**', route => route.abort());
    await page.goto(site.served.origin + PATH);
    await page.locator('[data-act=start]').click();
    await eventually(async () => (await page.locator('[data-part=size]').innerText()).includes('gick inte att hämta'), true);
    await page.unroute('**/data/explore/**');
    await start(page);
    expect((await names(page))[0]).toBe('Hela kommunen');
    await context.close();
  });

  test('memory is flat over two hundred steps', async () => {
    await site.visit(PATH, WIDE, async page => {
      await start(page);
      const session = await page.context().newCDPSession(page);
      await steps(page, 20);
      const before = await inUse(session);
      await steps(page, 200);
      const after = await inUse(session);
      expect(after.heap - before.heap).toBeLessThan(1_000_000);
      expect(after.nodes).toBeLessThan(2 * before.nodes);
    });
  });
});

/** Chooses in turn among choices that draw all of it anew. */
const steps = (page: Page, count: number): Promise<void> =>
  page.evaluate(times => {
    const choose = (name: string, value: string): void => {
      const control = document.querySelector<HTMLSelectElement>(`[data-part=result] select[name="${name}"]`)!;
      control.value = value;
      control.dispatchEvent(new Event('change', { bubbles: true }));
    };
    for (let i = 0; i < times; i++) {
      if (i % 2 === 0) choose('period', ['month', 'tertial'][(i / 2) % 2]!);
      else choose('gren-organisation', ['0', '1'][((i - 1) / 2) % 2]!);
    }
  }, count);

async function inUse(session: CDPSession): Promise<{ heap: number; nodes: number }> {
  await session.send('HeapProfiler.collectGarbage');
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  const valueOf = (metric: string): number => metrics.find(({ name }) => name === metric)!.value;
  return { heap: valueOf('JSHeapUsedSize'), nodes: valueOf('Nodes') };
}
