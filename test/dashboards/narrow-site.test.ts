import { describe, expect, test } from 'vitest';
import type { JudgedGoal } from '../../pipeline/contract/goals.ts';
import type { Site, SiteMetric } from '../../pipeline/contract/site.ts';
import { siteDigest } from '../../pipeline/render/site-digest.ts';
import { createBuildEngine } from '../../dashboards/charts/build-engine.ts';
import { narrowSite } from '../../dashboards/narrow-site.ts';
import type { PageContext } from '../../dashboards/page.ts';
import { metricNodes, metricPage } from '../../dashboards/pages/metric.ts';
import { renderSeries } from '../../dashboards/render-series.ts';
import { indexSite } from '../../dashboards/site-index.ts';
import { fixtureSite } from './fixture-site.ts';
import { SOME_ASSETS } from './some-assets.ts';

const assets = { ...SOME_ASSETS, css: 'p{margin:0}' };
const contextOf = (site: Site): PageContext => ({ ...indexSite(site), assets, styleHash: "'sha256-x'", charts: createBuildEngine() });
const metricOf = (site: Site, id: string): SiteMetric => site.metrics.find(metric => metric.id === id)!;
const pagesOf = (site: Site, metric: SiteMetric) => {
  const context = contextOf(site);
  return metricNodes(context, metric).map(node => metricPage(context, metric, node));
};
const keyOf = (site: Site, id: string): string => siteDigest(narrowSite(site, metricOf(site, id)));

const site = fixtureSite();
const retired = { proposed: null, adopted: null, retired: { date: '2026-11-16', reason: 'ersatt', replaced_by: 'cases-closed' } };

describe.each<[string, Site]>([
  ['an ordinary edition', site],
  ['a demonstration', fixtureSite({ demonstration: true })],
  ['the internal audience', fixtureSite({ audience: 'internal' })],
  ['a follow-up', fixtureSite({ follow_up: site.follow_ups[0]!, follow_ups: [] })],
  ['metrics that end today', fixtureSite({ metrics: site.metrics.map(metric => ({ ...metric, life: retired })) })],
])('of %s', (_, whole) => {
  // Where this fails, a page reads something that `narrowSite` leaves out: let it keep that, no more.
  test.each(whole.metrics.map(metric => [metric.id, metric] as const))(
    'the pages and series of %s say the same from the narrowed site as from the whole one',
    (_id, metric) => {
      const narrowed = narrowSite(whole, metric);
      expect(pagesOf(narrowed, metric)).toEqual(pagesOf(whole, metric));
      expect(renderSeries(narrowed, metric)).toEqual(renderSeries(whole, metric));
    },
  );
});

/** The site with each goal of each plan changed. */
const withGoals = (change: (goal: JudgedGoal) => JudgedGoal): Site => {
  const deep = (goal: JudgedGoal): JudgedGoal => ({ ...change(goal), goals: goal.goals.map(deep) });
  return fixtureSite({ plans: site.plans.map(plan => ({ ...plan, goals: plan.goals.map(deep) })) });
};
const withMetric = (id: string, given: Partial<SiteMetric>): Site =>
  fixtureSite({ metrics: site.metrics.map(metric => (metric.id === id ? { ...metric, ...given } : metric)) });
const withSource = (id: string, given: Partial<Site['sources'][number]>): Site =>
  fixtureSite({ sources: site.sources.map(source => (source.id === id ? { ...source, ...given } : source)) });

describe('the digest of the narrowed site', () => {
  const key = keyOf(site, 'sick-leave');
  const sickLeave = metricOf(site, 'sick-leave');
  const pages = pagesOf(site, sickLeave);

  test.each<[string, Site]>([
    ['the day', fixtureSite({ as_of: '2026-11-17' })],
    ['another metric’s figures and SQL', withMetric('cases-closed', { observations: [], facts: [], sql: 'from marts.other' })],
    ['a delivery of another source', withSource('cases', { late: false, records: 1, deliveries: [] })],
    ['what was found', fixtureSite({ findings: [] })],
    ['what changed since the edition before', fixtureSite({ changes: { ...site.changes, since_edition: '2026-11-15', edition: [] } })],
    [
      'a goal without the metric',
      withGoals(goal => (goal.indicators.some(one => one.metric === 'sick-leave') ? goal : { ...goal, sentence: 'Annat.' })),
    ],
  ])('is the same whatever becomes of %s, as the pages are', (_, other) => {
    expect(keyOf(other, 'sick-leave')).toBe(key);
    expect(pagesOf(other, metricOf(other, 'sick-leave'))).toEqual(pages);
  });

  test.each<[string, Site]>([
    [
      'the metric’s figures',
      withMetric('sick-leave', { observations: sickLeave.observations.with(0, { ...sickLeave.observations[0]!, value: 1.25 }) }),
    ],
    ['what is judged of it', withMetric('sick-leave', { judgements: () => sickLeave.judgements().slice(1) })],
    ['its name', withMetric('sick-leave', { name: 'Sjukdagar' })],
    ['the name of another metric', withMetric('cases-closed', { name: 'Avslutade' })],
    ['its source', withSource('absence', { late: true })],
    ['its goal', withGoals(goal => ({ ...goal, name: `${goal.name}!` }))],
    ['the year', fixtureSite({ as_of: '2027-01-01' })],
    [
      'the municipality',
      fixtureSite({ municipality: { name: 'Öby kommun', code: '9902', contact: null, open_data: null, complements: true } }),
    ],
    [
      'a unit’s name',
      fixtureSite({ dimensions: site.dimensions.map(d => ({ ...d, nodes: d.nodes.map(node => ({ ...node, name: `${node.name}.` })) })) }),
    ],
  ])('is another where %s changes', (_, other) => {
    expect(keyOf(other, 'sick-leave')).not.toBe(key);
  });
});
