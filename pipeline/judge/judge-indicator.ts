import type { JudgedIndicator, PublishedTarget } from '../contract/goals.ts';
import { hasTarget } from '../contract/has-target.ts';
import type { Indicator, Target } from '../words/plan.ts';
import { cellMembers, inOrder } from './cell-members.ts';
import { groupComparisons } from './group-comparison.ts';
import { indicatorSentence } from './indicator-sentence.ts';
import type { Judging } from './judging.ts';
import { metricStatus, UNFORESEEN, type MetricIndicator, type MetricStatus } from './metric-status.ts';
import { judgeMilestone } from './milestone.ts';
import type { PlanInForce } from './plan-in-force.ts';
import { assessmentOf, publishedDecision } from './published.ts';
import { cellSignals } from './signals/cell-signals.ts';
import type { MetricCells } from './metric-cells.ts';
import { notAssessable } from './target-verdict.ts';
import { trendOf } from './trend.ts';

/** An indicator at its goal's place, judged, with what stands beside it. */
export function judgeIndicator(judging: Judging, plan: PlanInForce, indicator: Indicator, goalPlace: string): JudgedIndicator {
  const { version } = plan;
  const reports = judging.reportsOf(version.plan, indicator.id);
  const declaration = judging.project.metrics.find(m => m.id === indicator.metric) ?? null;
  const metric = indicator.metric === null ? null : (judging.metrics.get(indicator.metric) ?? null);
  const cell = metric ? cellMembers(judging, metric.declaration, indicator.members, goalPlace) : indicator.members;
  const status = statusOf();
  const { shown, ...verdict } = status;
  const comparisons = metric && shown ? groupComparisons(judging, metric, shown) : [];
  const ofTarget = indicator.target.type === 'better-than-group' ? indicator.target.group : comparisons[0]?.group;
  const judged: Omit<JudgedIndicator, 'sentence'> = {
    kind: 'indicator',
    plan: version.plan,
    version: version.version,
    id: indicator.id,
    name: indicator.name ?? declaration?.name ?? indicator.id,
    metric: indicator.metric,
    members: cell,
    place: (judging.place === null ? undefined : indicator.members[judging.place]) ?? goalPlace,
    measures: indicator.measures,
    every: indicator.every,
    by: indicator.by,
    target: publishedTarget(judging, indicator.target),
    weight: indicator.weight,
    decided: publishedDecision(version.decided[indicator.id] ?? version.adopted),
    ...verdict,
    // One that is only followed has no status, whatever its figures are.
    ...(metric && !hasTarget(indicator) ? notAssessable('no-target') : {}),
    trend: metric && shown && !shown.marks.includes('held') ? trendOf(metric, shown, signalsOf(metric), indicator.every) : null,
    comparison: comparisons.find(c => c.group === ofTarget) ?? null,
    assessments: reports.map(assessmentOf),
    example: judging.isInventedReport(reports) || judging.isInvented(sourcesBehind()),
  };
  return { ...judged, sentence: indicatorSentence(judging, metric, judged, shown, verdict.reason) };

  function statusOf(): MetricStatus {
    if (indicator.target.type === 'milestone') {
      const milestone = judgeMilestone(indicator, reports, plan.ended, judging.asOf);
      return { ...nothing, ...milestone, period_end: indicator.by };
    }
    if (metric && isMeasured(indicator)) return metricStatus(judging, plan, indicator, metric, cell);
    // Protect has taken out a metric that is declared; one that is not declared could not be read.
    return { ...nothing, ...notAssessable(declaration ? 'not-public' : 'no-outcome') };
  }

  function signalsOf(of: MetricCells) {
    return cellSignals(of, inOrder(of.declaration, cell), judging.asOf, [], judging.isGrowing(of.declaration));
  }

  function sourcesBehind(): string[] {
    const { target } = indicator;
    const limit = (target.type === 'at-most' || target.type === 'at-least') && target.limit.type === 'metric' ? target.limit.id : null;
    return [...(metric?.sources ?? []), ...(limit === null ? [] : (judging.metrics.get(limit)?.sources ?? []))];
  }
}

const nothing: MetricStatus = {
  ...notAssessable('no-outcome'),
  rests_on: null,
  period_start: null,
  period_end: null,
  value: null,
  to_date: null,
  ...UNFORESEEN,
  shown: null,
};

const isMeasured = (indicator: Indicator): indicator is MetricIndicator =>
  indicator.measures !== null && indicator.target.type !== 'milestone';

/** True when an indicator is about this cell of a metric. */
export const isAbout = (
  indicator: JudgedIndicator,
  metric: { id: string; dimensions: readonly string[] },
  members: readonly string[],
): boolean => indicator.metric === metric.id && String(inOrder(metric, indicator.members)) === String(members);

function publishedTarget(judging: Judging, target: Target): PublishedTarget {
  switch (target.type) {
    case 'at-most':
    case 'at-least': {
      const { type, limit, partly } = target;
      return { type, limit: limit.type === 'number' ? limit.value : null, metric: limit.type === 'metric' ? limit.id : null, partly };
    }
    case 'between':
      return { type: 'between', low: target.low, high: target.high, partly: target.partly };
    case 'better-than-group': {
      const name = judging.project.municipality.groups.find(g => g.id === target.group)?.name ?? target.group;
      return { type: 'better-than-group', group: target.group, group_name: name, than: target.than, min_n: target.min_n };
    }
    default:
      return { type: target.type };
  }
}
