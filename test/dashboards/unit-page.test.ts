import { beforeAll, describe, expect, test } from 'vitest';
import { sitePages } from '../../dashboards/render-site.ts';
import type { Site } from '../../pipeline/contract/site.ts';
import { placeSite } from './place-site.ts';
import { wordsOf } from './plan-pages.ts';
import { SOME_ASSETS } from './some-assets.ts';

const site = placeSite();
const plain = (words: string) => words.replaceAll('\u00a0', ' ');
const words = async (path: string, of: Site = site) => plain(await wordsOf(of, path));
const htmlOf = async (path: string, of: Site = site) => (await sitePages(of, SOME_ASSETS)).find(page => page.path === path)!.render().html;
/** A section of a page by its heading's id, as words. */
const section = (html: string, id: string): string | null =>
  new RegExp(`<section aria-labelledby="${id}">[^]*?</section>`)
    .exec(html)?.[0]
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ') ?? null;

describe('which units have a page', () => {
  test('every node under a board that has figures, at any depth, of the past too', async () => {
    const paths = (await sitePages(site, SOME_ASSETS)).map(({ path }) => path).filter(path => path.startsWith('enhet/'));
    expect(paths.sort()).toEqual(
      ['101', '102', '301', '302', '303', '304', '401', '402', '403', 'GRF', 'STK', 'VOF'].map(id => `enhet/${id}/index.html`),
    );
  });

  test('not one that this audience has no figures of, nor a link to it', async () => {
    const metrics = site.metrics.map(metric => ({
      ...metric,
      facts: metric.facts.filter(({ place }) => place !== '302'),
      observations: metric.observations.filter(({ members }) => members[0] !== '302'),
    }));
    const pages = await sitePages({ ...site, metrics }, SOME_ASSETS);
    expect(pages.map(({ path }) => path)).not.toContain('enhet/302/index.html');
    for (const path of ['namnd/SOC/index.html', 'enhet/VOF/index.html', 'enhet/301/index.html', 'nyckeltal/sick-leave/SOC/index.html'])
      expect(pages.find(page => page.path === path)!.render().html, path).not.toContain('enhet/302/');
  });
});

describe('a unit’s page', () => {
  let html: string;
  beforeAll(async () => {
    html = await htmlOf('enhet/301/index.html');
  });

  test('leads up through its administration to its board', () => {
    const crumbs = [.../<nav class="crumbs"[^]*?<\/nav>/.exec(html)![0].matchAll(/<a href="([^"]*)">([^<]*)/g)].map(([, href, name]) => [
      href,
      name,
    ]);
    expect(crumbs).toEqual([
      ['../../index.html', 'Översikt'],
      ['../../namnd/SOC/index.html', 'Vård- och omsorgsnämnden'],
      ['../../enhet/VOF/index.html', 'Vård- och omsorgsförvaltningen'],
    ]);
  });

  test('without targets says so, how its metrics go, and has no columns for targets', async () => {
    expect(await words('enhet/301/index.html')).toMatch(
      /Det finns fem nyckeltal, inget med målvärde\. (\S+ (förbättras|försämras)|Inget av dem)/,
    );
    expect(section(html, 'nyckeltal')).not.toContain('Mot målet');
    expect(html).not.toContain('class="tally"');
  });

  test('leads from each metric to its chart drilled to the unit, and without script to its row', async () => {
    expect(html).toContain('href="../../nyckeltal/sick-leave/SOC/index.html#enhet=VOF/301"');
    expect(await htmlOf('nyckeltal/sick-leave/SOC/index.html')).toMatch(/<tr[^>]*id="enhet=VOF\/301"/);
  });

  test('stands beside its siblings, those that are hidden counted and those that closed left out', () => {
    const beside = plain(section(html, 'bredvid')!);
    expect(beside).toContain('Jämfört med tre andra i Vård- och omsorgsförvaltningen.');
    expect(beside).toMatch(/Sjukfrånvaro 9,\d % jan–okt 2026 3 av 3 6,\d % 1 dold av hänsyn till enskilda/);
    expect(beside).not.toContain('Nettokostnad');
    expect(beside).toContain('Särskilt boende Åbrinken');
    expect(beside).not.toContain('Daglig verksamhet');
  });
});

test('a hidden figure is said to be hidden, and has no place among the siblings', async () => {
  const html = await htmlOf('enhet/304/index.html');
  expect(section(html, 'nyckeltal')).toMatch(/Sjukfrånvaro dold av hänsyn till enskilda – –/);
  expect(plain(section(html, 'bredvid')!)).toMatch(/Sjukfrånvaro dold av hänsyn till enskilda jan–okt 2026 – \d,\d % –/);
  expect(/<section aria-labelledby="bredvid">[^]*?<\/section>/.exec(html)![0]).not.toContain('<svg');
  expect(await words('enhet/304/index.html')).toMatch(/(Ett är dolt|Två är dolda) av hänsyn till enskilda\./);
});

test('a unit that moved says where it stood before', async () => {
  expect(await words('enhet/403/index.html')).toContain(
    'Hör till Vård- och omsorgsförvaltningen sedan 1 juli 2026, dessförinnan till Grundskoleförvaltningen.',
  );
});

test('a unit that closed says until when it was there, and is compared with nothing', async () => {
  const html = await htmlOf('enhet/303/index.html');
  expect(await words('enhet/303/index.html')).toContain('Daglig verksamhet fanns till 31 oktober 2026; siffrorna är de sista.');
  expect(section(html, 'bredvid')).toBeNull();
  const vof = await htmlOf('enhet/VOF/index.html');
  expect(section(vof, 'var-for-sig')).not.toContain('Daglig verksamhet');
  expect(section(vof, 'enheter')).toContain('Daglig verksamhet till 31 oktober 2026');
});

test('an administration has its units beside each other, the hidden one without a chart', async () => {
  const html = await htmlOf('enhet/VOF/index.html');
  const units = [...html.matchAll(/<li class="mini">([^]*?)<\/li>/g)].map(([, markup]) => markup!);
  const hidden = units.find(markup => markup.includes('Anhörigstöd'))!;
  expect(hidden).toContain('dold av hänsyn till enskilda');
  expect(hidden).not.toContain('<svg');
  expect(units[0]).toMatch(/href="..\/..\/enhet\/301\/index.html">Hemtjänst norr/);
});

describe('a board’s page', () => {
  test('answers how its goals and its targets stand', async () => {
    expect(await words('namnd/SOC/index.html')).toMatch(
      /Det enda målet bedöms inte uppfyllas\. Ett nyckeltal har målvärde: Sjukfrånvaro, bedöms inte uppfyllas \(7,\d % till och med oktober 2026, mål högst 7 %\)\./,
    );
  });

  test('has its units’ figures in tables that a printed page has room for, with links to their pages', async () => {
    const html = await htmlOf('namnd/KS/index.html');
    const tables = [...html.matchAll(/<table class="figs" aria-labelledby="enhetstabell-\d">([^]*?)<\/table>/g)].map(([table]) => table);
    expect(tables.length).toBeGreaterThan(0);
    for (const table of tables) expect(table.match(/<th scope="col">/g)!.length).toBeLessThanOrEqual(7);
    expect(tables[0]).toContain('href="../../enhet/101/index.html"');
  });
});

test('a metric that one unit of several has is named under the table of units, without a column', async () => {
  const others = ['302', '303', '304', '403'];
  const metrics = site.metrics.map(metric =>
    metric.id === 'sick-leave'
      ? {
          ...metric,
          facts: metric.facts.filter(({ place }) => !others.includes(place)),
          observations: metric.observations.filter(({ members }) => !others.includes(members[0]!)),
        }
      : metric,
  );
  const table = async (of: Site) => section(await htmlOf('enhet/VOF/index.html', of), 'enheter')!;
  expect((await table(site)).split('Bara en av enheterna')[0]).toContain('Sjukfrånvaro');
  const [columns, under] = (await table({ ...site, metrics })).split('Bara en av enheterna har siffror för:');
  expect(columns).not.toContain('Sjukfrånvaro');
  expect(under).toContain('Sjukfrånvaro');
});
