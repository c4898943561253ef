import { goes } from './judged-figure.ts';
import { hasTarget } from '../pipeline/contract/has-target.ts';
import { isAboutWhole } from './place-of.ts';
import type { MetricFacts } from '../pipeline/contract/facts.ts';
import type { JudgedIndicator } from '../pipeline/contract/goals.ts';
import type { SiteMetric } from '../pipeline/contract/site.ts';
import type { Status } from '../pipeline/contract/status.ts';
import type { SiteIndex } from './site-index.ts';
import { compareSwedish } from './site-index.ts';

/** A metric's facts at a place, with the indicator of a plan in force that is about exactly that cell. */
export interface RankedMetric {
  metric: SiteMetric;
  facts: MetricFacts;
  indicator: JudgedIndicator | null;
}

const GRADE: Readonly<Record<Status, number>> = { 'not-met': 0, partly: 1, 'not-assessable': 2, met: 3 };

/** The metrics that have facts at a place, worst against their targets first, then those that got worse, then by name. */
export function rankedMetrics(index: SiteIndex, place: string): readonly RankedMetric[] {
  return index.site.metrics
    .flatMap(metric => {
      const facts = index.facts(metric, place);
      return facts === null ? [] : [{ metric, facts, indicator: indicatorAt(index, metric, place) }];
    })
    .sort((a, b) => rank(a) - rank(b) || compareSwedish(a.metric.name, b.metric.name));
}

function indicatorAt(index: SiteIndex, metric: SiteMetric, place: string): JudgedIndicator | null {
  const isPlaced = metric.dimensions.includes(index.place?.id ?? '');
  const found = index.indicators.find(
    ({ plan, indicator }) =>
      !plan.ended &&
      hasTarget(indicator) &&
      indicator.metric === metric.id &&
      isAboutWhole(index, indicator) &&
      (!isPlaced || indicator.place === place),
  );
  return found?.indicator ?? null;
}

const rank = ({ facts, indicator }: RankedMetric): number =>
  2 * (indicator === null ? 4 : GRADE[indicator.status]) + (goes(facts.trend, 'worse') ? 0 : 1);
