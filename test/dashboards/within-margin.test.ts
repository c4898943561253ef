import { expect, test } from 'vitest';
import { goes, trendWord } from '../../dashboards/judged-figure.ts';
import { rankedMetrics } from '../../dashboards/goal-metrics.ts';
import { goesWell } from '../../dashboards/parts/watch-list.ts';
import type { PageContext } from '../../dashboards/page.ts';
import { indexSite } from '../../dashboards/site-index.ts';
import type { JudgedGoal, TrendFact } from '../../pipeline/contract/goals.ts';
import type { Site } from '../../pipeline/contract/site.ts';
import { fixtureSite } from './fixture-site.ts';

const trend: TrendFact = {
  direction: 'worse',
  own: 60,
  before: 61,
  difference: -1,
  period_start: '2025-01-01',
  period_end: '2025-12-31',
  years: 1,
  reduced: false,
  within_margin: false,
};

test('a difference within the margin of error goes neither way, and is said so', () => {
  expect([goes(trend, 'worse'), goes({ ...trend, within_margin: true }, 'worse'), goes(null, 'worse')]).toEqual([true, false, false]);
  expect([trendWord(trend), trendWord({ ...trend, within_margin: true })]).toEqual(['försämras', 'inom felmarginalen']);
});

test('a board’s metrics are not ranked by a difference within the margin of error', () => {
  const site = fixtureSite({ plans: [] });
  const first = (within_margin: boolean): string => {
    const metrics = site.metrics.map(metric => ({
      ...metric,
      facts: metric.facts.map(facts => ({ ...facts, trend: metric.id === 'fte' ? { ...trend, within_margin } : null })),
    }));
    return rankedMetrics(indexSite({ ...site, metrics }), '*')[0]!.metric.id;
  };
  expect(first(false)).toBe('fte');
  expect(first(true)).not.toBe('fte');
});

test('nor are indicators that go well', () => {
  const site = fixtureSite();
  const withTrend = (within_margin: boolean): Site => {
    const goal = (one: JudgedGoal): JudgedGoal => ({
      ...one,
      goals: one.goals.map(goal),
      indicators: one.indicators.map((indicator, i) => ({
        ...indicator,
        status: 'met',
        trend: { ...trend, direction: i === one.indicators.length - 1 ? 'better' : 'equal', within_margin },
      })),
    });
    return { ...site, plans: site.plans.map(plan => ({ ...plan, goals: plan.goals.map(goal) })) };
  };
  const picked = (within_margin: boolean) =>
    goesWell(indexSite(withTrend(within_margin)) as PageContext).map(({ indicator }) => indicator.id);
  expect(picked(true)).not.toEqual(picked(false));
});
