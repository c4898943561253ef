import type { MetricFacts } from '../contract/facts.ts';
import type { JudgedIndicator } from '../contract/goals.ts';
import type { CellJudgement } from '../contract/judgements.ts';
import { firstDay, monthOf } from '../contract/period.ts';
import { digestOf } from '../words/digest.ts';
import { withParts } from '../words/metric-terms.ts';
import type { RecallNow } from '../words/recall.ts';
import { digestOnce } from '../words/rows-digest.ts';
import { accumulates } from './accumulates.ts';
import { cellJudgements } from './cell-judgements.ts';
import type { Judging } from './judging.ts';
import type { MetricCells } from './metric-cells.ts';
import { metricFacts } from './metric-facts.ts';

/** What is said of one metric: of places, and of each cell that is judged. */
export interface JudgedMetric {
  facts: readonly MetricFacts[];
  cells: readonly CellJudgement[];
}

/**
 * Judges one metric from what is narrowed to it, or recalls what was said when all of that was the same. `indicators`: those of the plans in force, and
 * metrics' own.
 */
export function judgeMetric(
  judging: Judging,
  metric: MetricCells,
  indicators: readonly JudgedIndicator[],
  recall: RecallNow,
): JudgedMetric {
  // What has been said of an indicator stands on its own page.
  const own = indicators.filter(one => one.metric === metric.declaration.id).map(one => ({ ...one, assessments: [] }));
  const narrowed = narrowJudging(judging, metric, own);
  return recall('judged', keyOf(narrowed, metric, own), () => {
    const facts = metricFacts(narrowed, metric, own);
    return { facts, cells: cellJudgements(narrowed, metric, own, facts) };
  });
}

/** What the figures of one metric are judged with; of the day only which month it is in, since figures are of whole months. */
function narrowJudging(judging: Judging, metric: MetricCells, indicators: readonly JudgedIndicator[]): Judging {
  const { project, asOf } = judging;
  const { id } = metric.declaration;
  const limits = indicators.flatMap(({ target }) => ('metric' in target && target.metric !== null ? [target.metric] : []));
  const metrics = withParts([id, ...limits], project.metrics);
  const declared = new Map(metrics.map(one => [one.id, one]));
  const invented = judging.isInvented(metric.sources);
  const plans = project.plans.filter(({ plan }) => indicators.some(indicator => indicator.plan === plan));
  return {
    ...judging,
    project: { ...project, metrics, plans },
    asOf: firstDay(monthOf(asOf)),
    metrics: new Map([[id, metric]]),
    isGrowing: declaration => accumulates(declaration, declared),
    isInvented: () => invented,
    reportsOf: () => [],
    isInventedReport: () => false,
  };
}

/** All that is said of a metric rests on. */
const keyOf = ({ project, asOf, treesKey, isInvented }: Judging, metric: MetricCells, indicators: readonly JudgedIndicator[]): string =>
  digestOf([
    metric.key,
    indicators,
    asOf,
    treesKey,
    isInvented(metric.sources),
    digestOnce(project.municipality),
    project.metrics.map(digestOnce),
    project.plans.map(({ plan, name, in_force }) => [plan, name, in_force]),
  ]);
