import { describe, expect, test } from 'vitest';
import { paths } from '../../../dashboards/paths.ts';
import { sitePages } from '../../../dashboards/render-site.ts';
import { reportsOf } from '../../../dashboards/report/report.ts';
import { indexSite } from '../../../dashboards/site-index.ts';
import { reportTexts as t } from '#texts/report.ts';
import type { Site } from '../../../pipeline/contract/site.ts';
import { fixtureSite } from '../fixture-site.ts';
import { siteWith, wordsOf } from '../plan-pages.ts';
import { SOME_ASSETS } from '../some-assets.ts';

const site = fixtureSite();
const htmlOf = async (path: string, of: Site = site): Promise<string> =>
  (await sitePages(of, SOME_ASSETS)).find(page => page.path === path)!.render().html;
/** The page's words, a piece of text a line. */
const linesOf = (html: string): string =>
  html
    .slice(html.indexOf('<main'), html.indexOf('</main>'))
    .replace(/<[^>]+>/g, '\n')
    .replace(/[ \t\n]+\n|\n[ \t]+/g, '\n')
    .replace(/\n+/g, '\n')
    .trim();
const metricsOf = (of: Site, place: string): string[] =>
  reportsOf(indexSite(of))
    .find(report => report.place === place)!
    .metrics.map(({ metric }) => metric.id);

describe('a report', () => {
  test('of a board says what it is, and then all that the plan rests on there', async () => {
    await expect(linesOf(await htmlOf('rapport/SOC/index.html'))).toMatchFileSnapshot('../golden/report-page.txt');
  });

  test('is there for the whole and for every board that has a goal or a figure, linked to from their own pages and from each other', async () => {
    const all = (await sitePages(site, SOME_ASSETS)).map(({ path }) => path);
    const boards = indexSite(site).boards.map(({ id }) => id);
    expect(all.filter(path => path.startsWith('rapport/'))).toEqual([
      'rapport/index.html',
      ...boards.map(id => `rapport/${id}/index.html`),
    ]);
    expect(await htmlOf(paths.overview)).toContain('href="rapport/index.html"');
    for (const id of boards) {
      expect(await htmlOf(paths.board(id))).toContain(`href="../../rapport/${id}/index.html"`);
      expect(await htmlOf('rapport/index.html')).toContain(`href="../rapport/${id}/index.html"`);
    }
    expect(await htmlOf(paths.search)).toContain(t.link('Vård- och omsorgsnämnden'));
    const bare = fixtureSite({ plans: [], metrics: [], attention: [] });
    expect((await sitePages(bare, SOME_ASSETS)).map(({ path }) => path)).not.toContain('rapport/index.html');
    expect(await htmlOf(paths.overview, bare)).not.toContain('rapport/');
  });

  test('is of the last month that has ended; in a follow-up’s tree, the follow-up’s own', async () => {
    expect(await wordsOf(site, 'rapport/SOC/index.html')).toContain('Månadsrapport, oktober 2026');
    expect(await wordsOf(fixtureSite({ as_of: '2026-11-30' }), 'rapport/index.html')).toContain('Månadsrapport, november 2026');
    const followUp = fixtureSite({ follow_up: site.follow_ups[0]!, follow_ups: [] });
    expect(await wordsOf(followUp, 'rapport/SOC/index.html')).toContain('Delårsrapport, januari–augusti 2026');
  });

  test('has the metrics that the plan rests on, or those that are chosen, in their order, as far as the audience sees them', () => {
    expect(metricsOf(site, 'SOC')).toContain('sick-leave');
    const chosen = { ...site.reports, metrics: ['visits', 'sick-leave', 'not-for-this-audience'] };
    const known = (ids: readonly string[], place: string) =>
      ids.filter(id =>
        indexSite(site)
          .metric(id)
          ?.facts.some(facts => facts.place === place),
      );
    expect(metricsOf(fixtureSite({ reports: chosen }), 'SOC')).toEqual(known(['visits', 'sick-leave'], 'SOC'));
    const own = { ...chosen, boards: { SOC: ['sick-leave'] } };
    expect(metricsOf(fixtureSite({ reports: own }), 'SOC')).toEqual(['sick-leave']);
    expect(metricsOf(fixtureSite({ reports: own }), '*')).toEqual(known(['visits', 'sick-leave'], '*'));
    const unplanned = fixtureSite({ plans: [] });
    expect(metricsOf(unplanned, 'SOC').length).toBeGreaterThan(1);
  });

  test('tells how far each indicator is from what it is judged against, as both are printed', async () => {
    const judged = siteWith(goal => ({
      ...goal,
      indicators: goal.indicators.map(one => (one.id === 'SOC-sjuk' ? { ...one, forecast: 7.449, against: 7 } : one)),
    }));
    const row = /<tr id="indikator-SOC-sjuk">[^]*?<\/tr>/.exec(await htmlOf('rapport/SOC/index.html', judged))![0];
    expect(row).toContain('<td class="wraps">+0,4 procentenheter</td>');
  });

  test('leads to the files that lie beside it and to no other, and says what was left out', async () => {
    const html = await htmlOf('rapport/SOC/index.html');
    for (const format of ['pdf', 'xlsx'])
      expect(html).toMatch(
        new RegExp(
          `href="../../rapport/SOC/rapport.${format}" download="Månadsrapport, oktober 2026, Vård- och omsorgsnämnden \\(utgåva @@edition-date@@\\).${format}"`,
        ),
      );
    expect(html).not.toContain(t.leftOut.pdf);
    const without = await htmlOf(
      'rapport/SOC/index.html',
      fixtureSite({ reports: { ...site.reports, formats: ['xlsx'], left_out: ['pdf'] } }),
    );
    expect(without).not.toContain('rapport.pdf');
    expect(without).toContain('rapport.xlsx');
    expect(without).toContain(t.leftOut.pdf);
  });
});
