import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OpenSite } from './open-site.ts';
import { eventually, openSite } from './open-site.ts';
import { readAccessibility } from './read-accessibility.ts';

let site: OpenSite;
beforeAll(async () => {
  site = await openSite();
});
afterAll(async () => {
  await site?.close();
});

const PATH = 'nyckeltal/sick-leave/SOC/index.html';
const WIDE = { viewport: { width: 1280, height: 900 } };
/** What Vega says of a chart where nobody has told it otherwise. */
const ENGLISH = /graphics-|graphic symbol|axis titled|X-axis|Y-axis|\blegend\b|\bchart\b|rule mark|line mark|text mark|\bfor a\b/i;

test('a screen reader is told of a metric what a person can read here', async () => {
  await site.visit(PATH, WIDE, async page => {
    await expect(await readAccessibility(page)).toMatchFileSnapshot('golden/metric-page.txt');
  });
});

test('the chart that the browser draws says in Swedish what it is, and nothing in English', async () => {
  await site.visit(`${PATH}#enhet=VOF/301`, WIDE, async page => {
    await eventually(() => page.locator('.trail b').allInnerTexts(), ['Hemtjänst norr']);
    const told = await readAccessibility(page);
    expect(told).toMatch(/image "Hur stor del .* Hemtjänst norr" – Linjediagram över \d+ månader/);
    expect(told).not.toMatch(ENGLISH);
  });
});
