import type { ForecastFact } from '../pipeline/contract/forecast.ts';
import type { Assessment } from '../pipeline/contract/goals.ts';
import type { Day } from '../pipeline/contract/period.ts';
import type { SiteMetric } from '../pipeline/contract/site.ts';
import { judgementAt } from './judged-figure.ts';
import { membersOf } from './place-of.ts';
import type { SiteIndex } from './site-index.ts';

/** A finest period of the year: what it may cost, what it has cost, and what it is foretold to. */
export interface BudgetRow {
  period_start: Day;
  budget: number | null;
  /** Null where it has not come; then `forecast` may stand in its place. */
  outcome: number | null;
  forecast: number | null;
  /** Budget less outcome through this period; null from the first period without both. */
  accumulated: number | null;
}

export interface BudgetYear {
  outcome: SiteMetric;
  rows: readonly BudgetRow[];
  budget: number | null;
  forecast: ForecastFact | null;
  /** The latest forecast that the place itself has reported. Beside the computed one, never part of it. */
  own: Assessment | null;
}

/** The year of `as_of` at a place, for each metric that a plan in force holds against a budget (`at_most: metric(…)`). */
export function budgetYears(index: SiteIndex, place: string): BudgetYear[] {
  const pairs = new Map<string, string>();
  for (const { plan, indicator } of index.indicators) {
    const { target } = indicator;
    if (!plan.ended && indicator.metric !== null && target.type === 'at-most' && target.metric !== null)
      pairs.set(indicator.metric, target.metric);
  }
  return [...pairs]
    .flatMap(([id, limit]) => {
      const [outcome, budget] = [index.metric(id), index.metric(limit)];
      return outcome && budget && index.facts(outcome, place) ? [yearOf(index, outcome, budget, place)] : [];
    })
    .filter(({ rows }) => rows.length > 0);
}

function yearOf(index: SiteIndex, outcome: SiteMetric, budget: SiteMetric, place: string): BudgetYear {
  const year = index.site.as_of.slice(0, 4);
  const cells = (metric: SiteMetric) =>
    index.cells(metric, outcome.finest, 'period', membersOf(index, metric, place)).filter(cell => cell.period_start.startsWith(year));
  const forecast = judgementAt(index, outcome, place)?.forecast ?? null;
  const came = new Map(
    cells(outcome)
      .filter(cell => !cell.marks.includes('partial'))
      .map(cell => [cell.period_start, cell.value]),
  );
  const budgets = new Map(cells(budget).map(cell => [cell.period_start, cell.value]));
  const foretold = new Map(forecast?.points.map(point => [point.period_start, point.value]));
  let sum: number | null = 0;
  const rows = [...new Set([...budgets.keys(), ...came.keys(), ...foretold.keys()])].sort().map((period_start): BudgetRow => {
    const [of, value] = [budgets.get(period_start) ?? null, came.get(period_start) ?? null];
    sum = sum === null || of === null || value === null ? null : sum + of - value;
    return {
      period_start,
      budget: of,
      outcome: value,
      forecast: value === null ? (foretold.get(period_start) ?? null) : null,
      accumulated: sum,
    };
  });
  const whole = index.cells(budget, 'year', 'period', membersOf(index, budget, place)).find(cell => cell.period_start.startsWith(year));
  return { outcome, rows, budget: whole?.value ?? null, forecast, own: ownForecast(index, place, year) };
}

/** By date; of the goals and indicators of the place in plans in force, about this year. */
function ownForecast(index: SiteIndex, place: string, year: string): Assessment | null {
  const said = index.goals
    .filter(({ plan, goal }) => !plan.ended && goal.place === place)
    .flatMap(({ goal }) => [...goal.assessments, ...goal.indicators.flatMap(indicator => indicator.assessments)])
    .filter(({ amount, period }) => amount !== null && period.startsWith(year));
  return said.toSorted((a, b) => (a.date < b.date ? -1 : 1)).at(-1) ?? null;
}
