import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenSite } from './open-site.ts';
import { openSite } from './open-site.ts';
import { samplePages } from './page-types.ts';
import { serveTree } from './serve-tree.ts';
import { CHECKED, walkPages } from './walk-pages.ts';

let site: OpenSite;
beforeAll(async () => {
  site = await openSite();
});
afterAll(async () => {
  await site?.close();
});

describe('every type of page', () => {
  let found: Map<string, string[]>;
  beforeAll(async () => {
    const sizes = [...site.tree].map(([path, content]) => ({ path, bytes: content.length }));
    const types = samplePages(sizes, 2);
    expect([...types.keys()]).toEqual(
      expect.arrayContaining(['översikt', 'mal/*/*', 'namnd/*', 'nyckeltal/*', 'nyckeltal/*/*', 'rapport', 'rapport/*', 'uppfoljning/*']),
    );
    found = await walkPages(site.browser, site.served.origin, [...types.values()].flat());
  }, 300_000);

  test.each(CHECKED)('%s', check => {
    expect(found.get(check)).toEqual([]);
  });
});

test('every check finds what it looks for', async () => {
  const style = `<style>
    * { transition: opacity 1s; }
    a { outline: none !important; color: #ddd; }
    .wide { width: 2000px; }
    .line { fill: #123456; forced-color-adjust: none; }
  </style>`;
  const body = `<main><h1>Fel</h1><p class="wide">Text som är bred.</p><a href="#x">En länk</a>
    <svg width="9" height="9"><path class="line" d="M0 0h9v9z"/></svg><img src="http://127.0.0.1:9/none.svg" /></main>`;
  const faulty = await serveTree(new Map([['fel.html', `<!doctype html><html lang="en"><title>Fel</title>${style}${body}</html>`]]));
  const found = await walkPages(site.browser, faulty.origin, ['fel.html']);
  await faulty.close();
  expect([...found].filter(([, lines]) => lines.length === 0)).toEqual([]);
});
