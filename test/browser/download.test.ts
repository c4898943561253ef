import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { SaxesParser } from 'saxes';
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

describe('a figure is downloaded as it is shown', () => {
  const path = 'nyckeltal/sick-leave/SOC/index.html';
  const wide = { viewport: { width: 1280, height: 900 }, acceptDownloads: true };

  async function get(page: Page, format: string, part = 'trend'): Promise<{ name: string; bytes: Buffer }> {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.locator(`[data-part=${part}] button[data-download=${format}]`).click(),
    ]);
    return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
  }

  test('as CSV: the rows of the table, then what is chosen, the source and the edition', async () => {
    await site.visit(`${path}#enhet=VOF/301&sex=K`, wide, async page => {
      await eventually(() => page.locator('.trail b').allInnerTexts(), ['Hemtjänst norr']);
      const { name, bytes } = await get(page, 'csv');
      expect(name).toMatch(/^sick-leave-enhet-vof-301-sex-k-.*\d{4}\.csv$/);
      expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
      const rows = parse(bytes, { bom: true, delimiter: ';', relax_column_count: true, skip_empty_lines: false }) as string[][];
      const end = rows.findIndex(row => row.join('') === '');
      const table = page.locator('[data-part=trend] table').first();
      expect(end).toBe(await table.locator('tr').count());
      expect(rows[0]!.slice(0, 3)).toEqual(['År', 'jan', 'feb']);
      expect(rows[1]![1]).toMatch(/^\d+,\d$/);
      const words = rows.slice(end + 1).map(row => row.join(' '));
      expect(words.join('\n')).toMatch(/Hemtjänst norr.*Kvinnor/);
      for (const part of ['Kön: Kvinnor', 'Exempeldata', 'Källa:', 'Utgåva ', '#enhet=VOF/301&sex=K'])
        expect(words.join('\n')).toContain(part);
    });
  });

  test('that the figures are invented stands once above the chart, and in what is downloaded of it', async () => {
    for (const address of [path, `${path}#enhet=VOF/301`])
      await site.visit(address, wide, async page => {
        await eventually(() => page.locator('.trail b').count(), address === path ? 0 : 1);
        const above = page
          .locator('[data-part=answer] .tag, [data-part=trend] > .intro .tag')
          .filter({ hasText: 'Exempeldata', visible: true });
        expect(await above.count()).toBe(1);
        expect(String((await get(page, 'svg')).bytes)).toContain('Exempeldata');
      });
  });

  test('as SVG: well-formed, with its texts and colours inside, in the light colours', async () => {
    await site.visit(path, { ...wide, colorScheme: 'dark' }, async page => {
      const { name, bytes } = await get(page, 'svg');
      const svg = String(bytes);
      expect(name).toMatch(/^sick-leave-.*\.svg$/);
      const texts: string[] = [];
      const parser = new SaxesParser();
      parser.on('text', text => texts.push(text));
      parser.on('error', error => {
        throw error;
      });
      parser.write(svg).close();
      const shown = await page.locator('[data-part=trend] .plot.broad text').allTextContents();
      for (const text of shown) expect(texts).toContain(text);
      const said = texts.join(' ');
      for (const part of ['Vård- och omsorgsnämnden', 'Exempeldata', 'Källa:', 'Utgåva ', 'Period: Månad']) expect(said).toContain(part);
      expect(svg).not.toMatch(/var\(|class=|style=/);
      expect(svg).toContain('fill="#fff"');
      expect(svg).toContain('stroke="rgb(11, 92, 116)"');
      // The page is as dark as it was.
      expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(17, 23, 30)');
    });
  });

  test('as PNG: twice as many dots as the SVG has px, under the pages’ policy', async () => {
    await site.visit(path, wide, async page => {
      const svg = String((await get(page, 'svg')).bytes);
      const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(svg)!;
      const { bytes } = await get(page, 'png');
      expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
      expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([2 * Number(width), 2 * Number(height)]);
    });
  });

  test('bars and the table of units too', async () => {
    await site.visit(`${path}#visa=staplar`, wide, async page => {
      await eventually(
        () =>
          page
            .locator('.ranked.broad .value')
            .count()
            .then(count => count > 1),
        true,
      );
      const svg = String((await get(page, 'svg', 'units')).bytes);
      for (const name of await page.locator('.ranked.broad .name').allTextContents()) expect(svg).toContain(`>${name}</text>`);
      const { name, bytes } = await get(page, 'csv', 'units');
      expect(name).toMatch(/^sick-leave-enheter-visa-staplar-/);
      const rows = parse(bytes, { bom: true, delimiter: ';', relax_column_count: true }) as string[][];
      const units = await page.locator('.units tbody th').allInnerTexts();
      expect(rows.slice(1, 1 + units.length).map(row => row[0])).toEqual(units);
    });
  });
});

describe('a chart that a reader has chosen', () => {
  test('is drawn in the size that the window shows, and in the other when the window, paper or a file shows that', async () => {
    const drawn = (page: Page) =>
      page.evaluate(() =>
        ['broad', 'narrow'].filter(size => document.querySelector(`[data-part=trend] .plot.${size} > svg[role=img]`) !== null),
      );
    const drill = async (page: Page, sex: string) => {
      await page.selectOption('select[name=sex]', sex);
      await eventually(
        async () => (await page.locator('[data-part=trail] [role=status]').innerText()).includes(sex === 'K' ? 'Kvinnor' : 'Män'),
        true,
      );
    };
    await site.visit('nyckeltal/sick-leave/SOC/index.html', { viewport: { width: 1280, height: 900 } }, async page => {
      await drill(page, 'K');
      expect(await drawn(page)).toEqual(['broad']);
      await page.setViewportSize({ width: 390, height: 900 });
      await eventually(() => drawn(page), ['broad', 'narrow']);
      await drill(page, 'M');
      expect(await drawn(page)).toEqual(['narrow']);
      await page.pdf();
      expect(await drawn(page)).toEqual(['broad', 'narrow']);
      await drill(page, 'K');
      const [file] = await Promise.all([page.waitForEvent('download'), page.locator('[data-part=trend] [data-download=svg]').click()]);
      expect(await readFile(await file.path(), 'utf8')).toContain('<desc>Linjediagram över');
    });
  });
});
