import { expect, test } from 'vitest';
import { buildTools } from '../../dashboards/build-tools.ts';
import { createBuildEngine } from '../../dashboards/charts/build-engine.ts';
import { answerTemplate } from '../../dashboards/drill/answer-template.ts';
import { drillView } from '../../dashboards/drill/drill-view.ts';
import { defaultState } from '../../dashboards/drill/metric-setup.ts';
import { seriesModel } from '../../dashboards/drill/series-model.ts';
import { toText } from '../../dashboards/html.ts';
import { metricSetupOf } from '../../dashboards/metric-setup-of.ts';
import { seriesFile } from '../../dashboards/series-file.ts';
import { indexSite } from '../../dashboards/site-index.ts';
import { fixtureSite } from './fixture-site.ts';
import { wordsOf } from './plan-pages.ts';

const site = fixtureSite();
const tools = buildTools(createBuildEngine());

/** What a page of sick leave says first of a unit that is drilled to. */
function answer(node: string, path: readonly string[], given = site): { words: string; markup: string } {
  const metric = given.metrics.find(({ id }) => id === 'sick-leave')!;
  const page = node === '*' ? 'nyckeltal/sick-leave/index.html' : `nyckeltal/sick-leave/${node}/index.html`;
  const setup = metricSetupOf(indexSite(given), metric, node, page, []);
  const model = (of: string) => seriesModel(seriesFile(given, metric, of));
  const above = model(path.at(-2) ?? node);
  const shown = setup.files[path.at(-1)!] === undefined ? above : model(path.at(-1)!);
  const markup = toText(answerTemplate(tools, drillView(setup, { ...defaultState(setup), path }, shown, above, null)));
  return {
    markup,
    words: markup
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .replaceAll('\u00a0', ' '),
  };
}
const sentenceOf = (place: string): string =>
  site.metrics
    .find(({ id }) => id === 'sick-leave')!
    .facts.find(facts => facts.place === place)!
    .sentence.replaceAll('\u00a0', ' ');

test('a unit that is drilled to has its own heading, sentence and figure, and a link to its page', () => {
  const { words, markup } = answer('SOC', ['VOF', '301']);
  expect(words).toContain('Sjukfrånvaro Hemtjänst norr');
  expect(words).toContain(sentenceOf('301'));
  expect(words).toContain('Oktober 2026 9,8 % hittills i år 9,0 %');
  expect(words).toContain('Allt om Hemtjänst norr');
  expect(markup).toContain('href="../../../enhet/301/index.html"');
});

test('a unit without a target has its board’s as the board’s, and no status', () => {
  const { words, markup } = answer('SOC', ['VOF', '301']);
  expect(words).toContain('Nämndens mål Högst 7 %, 2026.');
  expect(markup).not.toContain('class="m ');
  expect(answer('*', ['SOC', 'VOF', '301']).words).toContain('Nämndens mål Högst 7 %, 2026.');
});

test('a node with a target of its own says how it stands, on the page of the whole too', () => {
  const { words, markup } = answer('*', ['SOC']);
  expect(words).toContain('Mot målet för 2026 Bedöms inte uppfyllas Mål högst 7 %.');
  expect(words).not.toContain('Nämndens mål');
  expect(markup).toContain('href="../../namnd/SOC/index.html"');
});

test('where no node between has a target it is the whole municipality’s', () => {
  const { words } = answer('*', ['GRF']);
  expect(words).toContain('Kommunens mål');
});

test('a unit whose figures are hidden says so, and nothing else of them', () => {
  const { words } = answer('SOC', ['VOF', '304']);
  expect(words).toContain('Det finns inga siffror att visa än. –');
});

test('a board’s page leads to all that is the board’s, and to the metric at other boards', async () => {
  const said = await wordsOf(site, 'nyckeltal/sick-leave/SOC/index.html');
  expect(said).toContain('Allt om Vård- och omsorgsnämnden');
  expect(said).toMatch(/Nyckeltalet för andra nämnder (?!.*Vård- och omsorgsnämnden.*Underlag)/);
  expect(await wordsOf(site, 'nyckeltal/sick-leave/index.html')).toContain('Nyckeltalet för en nämnd');
});
