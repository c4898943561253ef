import type { JudgedIndicator, ToDate, Verdict } from '../contract/goals.ts';
import type { Observation } from '../contract/observation.ts';
import type { Reason } from '../contract/status.ts';
import type { Grain } from '../contract/period.ts';
import type { Indicator, Target } from '../words/plan.ts';
import { lifeState } from '../contract/life.ts';
import { inOrder } from './cell-members.ts';
import { forecast } from './forecast/forecast.ts';
import { probabilityOf } from './forecast/probability.ts';
import { judgeTarget } from './judge-target.ts';
import type { Judging } from './judging.ts';
import type { MetricCells } from './metric-cells.ts';
import { askedPeriod, endOf, findOutcome, startOf, type AskedPeriod } from './outcome.ts';
import { endedRows, outcomeToDate, type OutcomeToDate } from './outcome-to-date.ts';
import type { PlanInForce } from './plan-in-force.ts';
import { isRedefined } from './signals/rebases.ts';
import { notAssessable, type Candidate, type TargetVerdict } from './target-verdict.ts';
import { whyUnsettled } from './unsettled.ts';

/** An indicator that measures something. */
export type MetricIndicator = Indicator & { measures: Grain; target: Exclude<Target, { type: 'milestone' }> };

/** What an indicator on a metric came to, and the figures it is told by. */
export interface MetricStatus extends Omit<Verdict, 'plan' | 'version' | 'id'>, Foreseen {
  to_date: ToDate | null;
  /** The row that is shown, and that the trend is about; null when there is none. */
  shown: Observation | null;
}

type Foreseen = Pick<JudgedIndicator, 'forecast' | 'foretold' | 'probability' | 'no_forecast'>;

/** Where no forecast is needed. */
export const UNFORESEEN: Foreseen = { forecast: null, foretold: null, probability: null, no_forecast: null };

/** The status of an indicator: by its outcome once settled; before that by a forecast, or by the outcome to date. */
export function metricStatus(
  judging: Judging,
  plan: PlanInForce,
  indicator: MetricIndicator,
  metric: MetricCells,
  cell: Readonly<Record<string, string>>,
): MetricStatus {
  const { every } = indicator;
  const members = inOrder(metric.declaration, cell);
  const period = askedPeriod(indicator, indicator.measures, plan);
  const outcome = findOutcome(metric, members, period, indicator, plan.ended, judging.asOf);
  const retired = lifeState(metric.declaration.life, judging.asOf) === 'retired' && metric.declaration.life!.retired!.date <= endOf(period);
  const about = { period_start: startOf(period), period_end: endOf(period) };
  if (isRedefined(metric.declaration, members, period)) {
    const toDate = outcomeToDate(metric, members, period, judging.asOf);
    const shown = toDate?.row ?? null;
    return {
      ...stand(notAssessable('definition-changed'), 'outcome'),
      ...about,
      value: null,
      to_date: published(toDate),
      ...UNFORESEEN,
      shown,
    };
  }
  if (outcome.type === 'known' || outcome.type === 'too-old') {
    const { row } = outcome;
    const verdict =
      retired || outcome.type === 'too-old'
        ? notAssessable(retired ? 'retired' : 'too-old')
        : judgeTarget(judging, metric, indicator.target, { basis: 'outcome', value: row.value!, key: row, row, every, cell });
    const { period_start, period_end } = row;
    return { ...stand(verdict, 'outcome'), period_start, period_end, value: row.value, to_date: null, ...UNFORESEEN, shown: row };
  }
  const toDate = outcomeToDate(metric, members, period, judging.asOf);
  const beside = { ...about, value: null, to_date: published(toDate), shown: toDate?.row ?? null };
  if (retired) return { ...stand(notAssessable('retired'), 'outcome'), ...beside, ...UNFORESEEN };
  if (outcome.type === 'unknown') return { ...stand(notAssessable(outcome.reason), 'outcome'), ...beside, ...UNFORESEEN };

  // The years between measurements are no hole in a series, but neither can they be foretold.
  const foreseen = every > 1 ? { reason: null } : forecast(judging, metric, members, period);
  if ('reason' in foreseen) {
    const verdict = judgeToDate(judging, metric, indicator, toDate, { members, period, cell });
    return { ...stand(verdict, 'to-date'), ...beside, ...UNFORESEEN, no_forecast: foreseen.reason };
  }
  const key = { grain: period.grain, window: 'period' as const, period_start: startOf(period), members };
  const verdictOf = (value: number) =>
    judgeTarget(judging, metric, indicator.target, { basis: 'forecast', value, key, row: null, every, cell });
  const { fact, outcomes } = foreseen;
  const probability = indicator.target.type === 'better-than-group' ? null : probabilityOf(outcomes, value => verdictOf(value).status);
  return { ...stand(verdictOf(fact.value), 'forecast'), ...beside, forecast: fact.value, foretold: fact, probability, no_forecast: null };
}

/** So far against the target, where there is no forecast; never for what grows through the period. */
function judgeToDate(
  judging: Judging,
  metric: MetricCells,
  indicator: MetricIndicator,
  toDate: OutcomeToDate | null,
  at: { members: readonly string[]; period: AskedPeriod; cell: Candidate['cell'] },
): TargetVerdict {
  const row = toDate?.row ?? null;
  const latest = endedRows(metric, at.members, at.period, judging.asOf).at(-1) ?? null;
  if ([row, latest].some(r => r?.marks.includes('held'))) return notAssessable('held');
  if (judging.isGrowing(metric.declaration)) return notAssessable('no-forecast');
  if (row === null) return notAssessable(whyUnsettled(latest, metric.declaration.accept_gaps));
  if (row.value === null) return notAssessable(row.flag as Reason);
  return judgeTarget(judging, metric, indicator.target, {
    basis: 'to-date',
    value: row.value,
    key: row,
    row,
    every: indicator.every,
    cell: at.cell,
  });
}

const stand = (verdict: TargetVerdict, basis: 'outcome' | 'forecast' | 'to-date') => ({
  ...verdict,
  rests_on: verdict.status === 'not-assessable' ? null : basis,
});

/** A period of which nothing has come yet has no figure so far. */
const published = (toDate: OutcomeToDate | null): ToDate | null =>
  toDate === null || toDate.row.flag === 'missing'
    ? null
    : { through: toDate.through, value: toDate.row.value, flag: toDate.row.flag, marks: toDate.row.marks };
