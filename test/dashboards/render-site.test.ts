import { metricTexts } from '#texts/metric.ts';
import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { decodeSeries } from '../../pipeline/contract/decode-series.ts';
import type { Site } from '../../pipeline/contract/site.ts';
import { seriesModel } from '../../dashboards/drill/series-model.ts';
import { dueMessage } from '../../dashboards/site/due-message.ts';
import type { Page } from '../../dashboards/render-site.ts';
import { EDITION_DATE_TOKEN, EDITION_TOKEN, renderSeries, sitePages } from '../../dashboards/render-site.ts';
import { sourceCatalogueTexts } from '#texts/source-catalogue.ts';
import { aboutTexts } from '#texts/about.ts';
import { layoutTexts } from '#texts/layout.ts';
import { statusTexts } from '#texts/status.ts';
import { fixtureSite } from './fixture-site.ts';
import { renderSite } from './render-pages.ts';

const assets = {
  css: 'p{margin:0}',
  scripts: { drill: 'assets/drill-1.js', due: 'assets/due-1.js' },
  explore: { bytes: 400_000, packed: 80_000 },
};
const site = fixtureSite();
let pages: Page[];
beforeAll(async () => {
  pages = await renderSite(site, assets);
});
const html = (path: string, from: readonly Page[] = pages): string => from.find(page => page.path === path)!.html;
const text = (markup: string): string => markup.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const small = (given: Partial<Site>): Site => ({
  ...site,
  plans: [],
  metrics: [],
  sources: [],
  findings: [],
  follow_ups: [],
  dimensions: [],
  place: null,
  ...given,
});

describe('pages', () => {
  test('are those that the design names, each under its address', () => {
    const paths = pages.map(({ path }) => path);
    expect(paths).toEqual([...paths].sort());
    for (const path of [
      'index.html',
      'mal/index.html',
      'mal/2026/KF1-SOC/index.html',
      'namnd/SOC/index.html',
      'nyckeltal/sick-leave/index.html',
      'nyckeltal/sick-leave/SOC/index.html',
      'datakvalitet/index.html',
      'kallor/index.html',
      'om/index.html',
      'oppna-data/index.html',
      'sok/index.html',
    ]) {
      expect(paths).toContain(path);
    }
    expect(paths).not.toContain('nyckeltal/cases-closed/SOC/index.html');
  });

  test('are made one by one as they are all together, each at the path that it is asked for by', async () => {
    const asked = await sitePages(site, assets);
    expect(asked.map(page => page.path).sort()).toEqual(pages.map(page => page.path));
    for (const { path, render } of asked.slice(0, 12)) expect(render()).toEqual(pages.find(page => page.path === path));
  });

  test('are the same bytes for the same site', async () => {
    expect(await renderSite(fixtureSite(), assets)).toEqual(pages);
  });

  test('carry the edition as tokens alone, in a meta and where they print it', () => {
    for (const { path, html } of pages) {
      expect(html, path).toContain(`<meta name="malbild-edition" content="${EDITION_TOKEN}"`);
      expect(html, path).toContain(EDITION_DATE_TOKEN);
    }
  });

  test('allow their own style by its hash, and have no inline script, style attribute or handler', () => {
    const hash = createHash('sha256').update(assets.css).digest('base64');
    for (const { path, html } of pages) {
      expect(html, path).toContain(
        `style-src &#39;sha256-${hash}&#39;`.replaceAll('&#39;', html.includes("style-src 'sha256") ? "'" : '&#39;'),
      );
      expect(html, path).not.toMatch(/<script(?![^>]*\bsrc=)/);
      expect(html, path).not.toMatch(/<[^>]+\s(style|on[a-z]+)=/);
    }
  });

  test('link relatively, and always name index.html', () => {
    for (const { path, html } of pages) {
      for (const [, href = ''] of html.matchAll(/<a [^>]*href="([^"]*)"/g)) {
        if (/^(https?:|mailto:|tel:|#)/.test(href)) continue;
        expect(href, path).toMatch(/^(\.\.\/)*[^/]?.*(index\.html|\.csv|\.parquet|\.json|\.rdf|\.ttl|\.atom|\.pdf|\.xlsx)(#.*)?$/);
      }
    }
  });

  test('escape what municipalities write', async () => {
    const [plan] = site.plans;
    const named = { ...plan!, goals: [{ ...plan!.goals[4]!, name: 'A & <b>B</b> "C"' }] };
    const overview = html('index.html', await renderSite({ ...site, plans: [named] }, assets));
    expect(overview).toContain('A &amp; &lt;b&gt;B&lt;/b&gt; ');
    expect(overview).not.toContain('<b>B</b>');
  });

  test('mark what is invented once a group of figures, in charts too, and nothing else', () => {
    expect(html('nyckeltal/sick-leave/SOC/index.html')).toContain('>Exempeldata</text>');
    const national = html('nyckeltal/sick-leave-national/index.html').split('<footer')[0]!;
    expect(text(national)).not.toContain(layoutTexts.example);
  });
});

describe('the overview', () => {
  test('tallies goals and indicators by status', () => {
    expect(text(html('index.html'))).toContain(
      'Ett av fem mål är uppfyllt eller bedöms bli det. Två nås delvis, ett nås inte och ett kan inte bedömas än.',
    );
  });

  test('of a small project without plans still shows what there is', async () => {
    const pages = await renderSite(small({ metrics: [], sources: site.sources }), assets);
    expect(pages.map(({ path }) => path)).toEqual([
      '404.html',
      'datakvalitet/index.html',
      'index.html',
      'kallor/index.html',
      'nyckeltal/index.html',
      'om/index.html',
      'oppna-data/index.html',
      'sok/index.html',
      'utgavor/index.html',
    ]);
    expect(text(html('index.html', pages))).toContain('Det finns ingen antagen plan att följa upp.');
  });

  test('of a follow-up says what it is and where its approval stands, and loads nothing that is due', async () => {
    const followed = await renderSite({ ...site, follow_up: site.follow_ups[0]!, follow_ups: [] }, assets);
    const overview = html('index.html', followed);
    expect(text(overview)).toContain('Delårsrapport, uppgifter per 25 september 2026.');
    expect(text(overview)).toContain('Vem som har godkänt det står under Utgåvor i den senaste utgåvan.');
    expect(overview).not.toContain('status.js');
  });

  test('of the internal audience says so', async () => {
    expect(text(html('index.html', await renderSite({ ...site, audience: 'internal' }, assets)))).toContain(layoutTexts.internal);
  });
});

describe('a metric page', () => {
  const soc = () => html('nyckeltal/sick-leave/SOC/index.html');

  test('says the answer first, then status, then the chart', () => {
    const markup = soc();
    expect(markup.indexOf('class="lede"')).toBeLessThan(markup.indexOf('class="facts"'));
    expect(markup.indexOf('class="facts"')).toBeLessThan(markup.indexOf('<svg width="100%"'));
    expect(text(markup)).toContain(statusTexts.forecast['not-met']);
  });

  test('lists a moved unit under the parent it had, marked as a part of the period', () => {
    expect(soc()).toMatch(/Resursteamet<\/a>\s*<\/th>\s*<td>[^<]*<span class="tag">del av perioden/);
    const bun = text(html('nyckeltal/sick-leave/BUN/index.html'));
    expect(bun).toMatch(/Resursteamet [\d,]+ del av perioden/);
  });

  test('says that a cell is hidden, never a number or a zero', () => {
    expect(soc()).toMatch(/Anhörigstöd\s*<\/th>\s*<td colspan="3" class="l hidden-cell">dold av hänsyn till enskilda/);
  });

  test('leaves a hole where a month is missing, and says so in the table', () => {
    expect(soc()).toContain('<span class="flagged">saknas</span>');
  });

  test('gives the files, the SQL and what became of the records', () => {
    const markup = soc();
    expect(markup).toContain('href="../../../data/observations/sick-leave.csv"');
    expect(markup).toContain('numerator: sum(sick_hours)');
    for (const count of ['41\u00a0318', '40\u00a0968', '338', '12']) expect(markup).toContain(`<td>${count}</td>`);
  });
});

test('a goal’s page is as it was', async () => {
  await expect(html('mal/2026/KF4/index.html')).toMatchFileSnapshot('golden/goal-page.html.txt');
});

test('a metric page says what its figure is beside; the year before is told once', () => {
  const national = text(html('nyckeltal/sick-leave-national/index.html')).replaceAll(/\s+/g, ' ');
  expect(national).toContain('Jämfört med Gäller Här Där Skillnad, procent­enheter Samma tid året före 2025 mot 2024 6,9 6,7 +0,2');
  expect(national).toContain('Liknande kommuner 2025 5 6,9 6,2 6,4 7,0 6,5 4 av 6');
  expect(national).not.toContain('Perioden före');
  expect(text(html('nyckeltal/sick-leave/SOC/index.html'))).not.toContain('Jämförelser');
});

test('a metric page has the outcome at each follow-up, by its name, earliest first', () => {
  const page = text(html('nyckeltal/sick-leave/index.html')).replaceAll(/\s+/g, ' ');
  expect(page).toContain('Uppföljning Period Utfall Tertialrapport 1 januari–april 2026 7,0 % Delårsrapport januari–augusti 2026 6,4');
  expect(text(html('nyckeltal/sick-leave-national/index.html'))).not.toContain('Utfall vid uppföljningarna');
});

test('values of Kolada are cited by its name, and what is computed from them is not', () => {
  expect(text(html('nyckeltal/sick-leave-national/index.html'))).toContain(metricTexts.koladaCitation.given);
  expect(text(html('nyckeltal/sick-leave/index.html'))).not.toContain('Källa: Kolada');
});

test('the catalogue says of each source what it holds, whose it is, how it comes and what rests on it, never where it lies', () => {
  const page = text(html('kallor/index.html'));
  expect(page).toContain('Lönesystemet');
  expect(page).toContain('varje månad, senast 10 dagar efteråt');
  expect(page).toContain('KLASSA: konfidentialitet 3, riktighet 2, tillgänglighet 2');
  expect(page).toContain(sourceCatalogueTexts.accesses.files);
  expect(html('kallor/index.html')).toContain('href="../nyckeltal/sick-leave/index.html"');
});

test('the about page says plainly that a hidden value may still be derived', () => {
  expect(text(html('om/index.html'))).toContain(aboutTexts.complementsText[0]);
});

describe('series files', () => {
  const metric = site.metrics.find(({ id }) => id === 'sick-leave')!;
  const files = new Map(renderSeries(site, metric).map(({ node, json }) => [node, seriesModel(decodeSeries(JSON.parse(json)))]));

  test('are one for the whole and one for each node with children, and hold it and its children alone', () => {
    expect([...files.keys()].sort()).toEqual(['*', 'BUN', 'GRF', 'KS', 'SOC', 'STK', 'VOF']);
    expect([...files.get('VOF')!.members('organisation')].sort()).toEqual(['301', '302', '303', '304', '403', 'VOF']);
  });

  test('have every observation of their nodes, value by value', () => {
    const model = files.get('VOF')!;
    for (const o of metric.observations.filter(({ members }) => members[0] === '301')) {
      const cell = model
        .cells(o.grain, o.window, o.members)
        .find(({ month }) => month === Number(o.period_start.slice(0, 4)) * 12 + Number(o.period_start.slice(5, 7)) - 1);
      expect(cell).toMatchObject({ value: o.value, flag: o.flag, marks: o.marks, part: false });
    }
  });

  test('give each parent of a moved unit its part, and the unit only while it stood there', () => {
    const at = (node: string, grain: 'month' | 'year', month: number) =>
      files
        .get(node)!
        .cells(grain, 'period', ['403', '*'])
        .find(cell => cell.month === month);
    const june = 2026 * 12 + 5;
    expect(at('GRF', 'month', june)).toMatchObject({ part: false });
    expect(at('VOF', 'month', june)).toBeUndefined();
    expect(at('GRF', 'month', june + 1)).toBeUndefined();
    expect(at('VOF', 'year', 2026 * 12)).toMatchObject({ part: true });
    expect(at('GRF', 'year', 2026 * 12)!.value).not.toBe(at('VOF', 'year', 2026 * 12)!.value);
  });
});

describe('what is due', () => {
  const status = { due: '2026-11-22T11:30:00Z', late: [{ source: 'cases', due: '2026-11-10', last: null }] };

  test('is said once it has passed, with late sources by name', () => {
    const said = dueMessage(status, { cases: 'Ärenden' }, new Date('2026-11-22T12:00:00Z'));
    expect(said[0]).toContain('Nästa utgåva skulle ha kommit senast 22 november 2026');
    expect(said[1]).toBe('Sena källor: Ärenden (väntades 10 november 2026).');
  });

  test('is not said before, nor when nothing is due, nor without a readable status', () => {
    expect(dueMessage(status, {}, new Date('2026-11-22T11:30:00Z'))).toEqual([]);
    expect(dueMessage({ ...status, due: null }, {}, new Date())).toEqual([]);
    expect(dueMessage({ ...status, due: 'soon' }, {}, new Date())).toEqual([]);
    expect(dueMessage(undefined, {}, new Date())).toEqual([]);
  });
});
