import type { MetricFacts } from '../contract/facts.ts';
import type { JudgedIndicator } from '../contract/goals.ts';
import type { CellJudgement } from '../contract/judgements.ts';
import { monthOf, periodEnd, periodStart } from '../contract/period.ts';
import { compareBytes } from '../words/compare-bytes.ts';
import { inOrder } from './cell-members.ts';
import { forecast } from './forecast/forecast.ts';
import type { Judging } from './judging.ts';
import type { MetricCells } from './metric-cells.ts';
import { cellFacts } from './metric-facts.ts';

/**
 * Each cell of a metric that is judged: those of its first breakdown, and those that an indicator is about. `facts`: what has been said of places,
 * which need not be worked out again.
 */
export function cellJudgements(
  judging: Judging,
  metric: MetricCells,
  indicators: readonly JudgedIndicator[],
  facts: readonly MetricFacts[],
): CellJudgement[] {
  const said = new Map(facts.map(fact => [String(fact.members), fact]));
  const factsOf = (members: readonly string[]) => said.get(String(members)) ?? cellFacts(judging, metric, members, indicators);
  return judgedCells(metric, indicators).map(members => judgementOf(judging, metric, factsOf(members)));
}

function judgementOf(judging: Judging, metric: MetricCells, facts: Omit<MetricFacts, 'place' | 'groups'>): CellJudgement {
  const { members, trend, signals, beside, sentence } = facts;
  return { members, grain: metric.finest, trend, signals, beside, sentence, ...thisYear(judging, metric, members) };
}

/** The forecast of the year that holds `as_of`, or why there is none. */
function thisYear(judging: Judging, metric: MetricCells, members: readonly string[]): Pick<CellJudgement, 'forecast' | 'no_forecast'> {
  const first = periodStart(monthOf(judging.asOf), 'year');
  const foreseen = forecast(judging, metric, members, { first, last: periodEnd(first, 'year') });
  return 'reason' in foreseen ? { forecast: null, no_forecast: foreseen.reason } : { forecast: foreseen.fact, no_forecast: null };
}

/** Sets of members, in the order of their bytes; only those that have rows. */
function judgedCells(metric: MetricCells, indicators: readonly JudgedIndicator[]): (readonly string[])[] {
  const { id, dimensions, breakdowns } = metric.declaration;
  const first = breakdowns[0] ?? [];
  const asked = new Set(indicators.filter(i => i.metric === id).map(i => String(inOrder(metric.declaration, i.members))));
  const isFirst = (members: readonly string[]) => members.every((member, i) => first.includes(dimensions[i]!) || member === '*');
  return metric.cells
    .filter(members => isFirst(members) || asked.has(String(members)))
    .toSorted((a, b) => compareBytes(String(a), String(b)));
}
