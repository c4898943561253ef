import { beforeAll, describe, expect, it } from 'vitest';
import { brotliCompressSync } from 'node:zlib';
import type { Page } from '../../dashboards/render-site.ts';
import { fixtureSite } from './fixture-site.ts';
import { SOME_ASSETS } from './some-assets.ts';
import { renderSite } from './render-pages.ts';

const textOf = (html: string): string => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
const METRIC = 'sick-leave-national';

describe('the pages that compare', () => {
  let pages: Map<string, string>;
  const render = async (site = fixtureSite()) => new Map((await renderSite(site, SOME_ASSETS)).map(({ path, html }: Page) => [path, html]));
  beforeAll(async () => {
    pages = await render();
  });

  it('list each metric with the own place and what is better', () => {
    expect(textOf(pages.get('jamfor/index.html')!)).toContain('Sjukfrånvaro, nationellt %, lägre är bättre 7,1 (2025) 4 av 6 (2025)');
    expect(pages.get('jamfor/index.html')).toContain(`href="../jamfor/${METRIC}/index.html"`);
  });
  it('begin with the answer, and have every group, member and year in a table', () => {
    const html = pages.get(`jamfor/${METRIC}/index.html`)!;
    const lede = /<p class="lede">([^<]*)/.exec(html)![1]!;
    expect(lede).toMatch(/^Åby hade \d,\d.% 2025\. Det är plats \d av 6 i gruppen Liknande kommuner/);
    expect(lede).toContain('Lägre är bättre.');
    expect(html).toContain('id="grupp=liknande"');
    for (const name of ['Kalmar', 'Karlskrona', 'Varberg', 'Åby', 'Skövde', 'Östersund'])
      expect(html).toContain(`<th scope="row">${name}</th>`);
    // Karlskrona's value of 2023 is missing: a word.
    expect(textOf(html)).toMatch(/Karlskrona \d( [\d,]+){2} saknas/);
  });
  it('use no word of rank where no direction is desired', async () => {
    const site = fixtureSite();
    const metrics = site.metrics.map(metric =>
      metric.id !== METRIC
        ? metric
        : {
            ...metric,
            desired: 'none' as const,
            facts: metric.facts.map(facts => ({
              ...facts,
              groups: facts.groups.map(group => ({ ...group, periods: group.periods.map(period => ({ ...period, standing: null })) })),
            })),
          },
    );
    const html = (await render({ ...site, metrics })).get(`jamfor/${METRIC}/index.html`)!;
    const main = textOf(/<main[\s\S]*<\/main>/.exec(html)![0]);
    expect(main).not.toMatch(/plats \d|Det är bättre|sämre/);
    expect(main).toContain('Medianen i gruppen Liknande kommuner är');
  });
  it('are linked from the metric and back, and in the menu; a site without groups has none', async () => {
    expect(pages.get(`nyckeltal/${METRIC}/index.html`)).toContain(`jamfor/${METRIC}/index.html`);
    expect(pages.get(`jamfor/${METRIC}/index.html`)).toContain(`nyckeltal/${METRIC}/index.html`);
    expect(pages.get('index.html')).toContain('href="jamfor/index.html"');
    const site = fixtureSite();
    const bare = { ...site, geographies: [], compares: false, metrics: site.metrics.filter(({ id }) => id !== METRIC), plans: [] };
    const without = await render(bare);
    expect([...without.keys()].filter(path => /^(jamfor|karta)/.test(path))).toEqual([]);
    expect(without.get('index.html')).not.toContain('jamfor/');
  });
});

describe('the pages with maps', () => {
  let html: string;
  beforeAll(async () => {
    html = (await renderSite(fixtureSite(), SOME_ASSETS)).find(({ path }) => path === `karta/${METRIC}/index.html`)!.html;
  });

  it('have an area each, a key with counts that add up, and every member in the table', () => {
    expect(html.match(/<path class="[^"]*" data-area=/g)).toHaveLength(5);
    const counts = [...html.matchAll(/data-count="\w+">\((\d+)\)/g)].map(([, count]) => Number(count));
    expect(counts.reduce((a, b) => a + b)).toBe(5);
    expect(html.match(/<tr[^>]* data-area=/g)).toHaveLength(6);
    expect(textOf(html)).toContain('Östersund finns inte på kartan');
    expect(html).toMatch(/<path class="q\d mine" data-area="1481"/);
    expect(brotliCompressSync(html).length).toBeLessThan(20_000);
  });
  it('say what the map shows to those who do not see it', () => {
    expect(html).toContain('<desc>Karta över 5 ytor, 2025. Alla värden finns i tabellen.</desc>');
  });
});
