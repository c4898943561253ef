import type { ForecastFact, NoForecast } from '../../contract/forecast.ts';
import { isSettled } from '../../contract/observation.ts';
import { firstDay, lastDay, monthOf, type Day, type Month } from '../../contract/period.ts';
import { isAdditive } from '../../words/value-rule.ts';
import type { Judging } from '../judging.ts';
import { finestSize, type MetricCells } from '../metric-cells.ts';
import type { AskedPeriod } from '../outcome.ts';
import { comparableRows } from '../signals/rebases.ts';
import type { Horizon } from './back-test.ts';
import { boundsOf } from './bounds.ts';
import { LEVEL } from './error-quantile.ts';
import { extrapolate } from './extrapolate.ts';
import { historyOf, partOf, type History } from './history.ts';
import { levelOf } from './level.ts';
import { restating } from './restate.ts';
import { pooledErrors, type Errors } from './errors.ts';

/** A forecast, and the outcomes that past errors make as likely as each other (for a probability). */
export interface Forecast {
  fact: ForecastFact;
  outcomes: readonly number[];
}

/**
 * The forecast of a period that has not ended, from one cell's rows at the finest grain, by this audience's cells alone.
 * What is known of the period stands as it is; the finest periods to come go on as the method says, from the same
 * organisation as the latest; then the metric's value rule. The method is the seasonal naive one unless another has
 * beaten it in a back-test over the metric's cells at the same level, whose errors also give the interval. What does not
 * add up (medians, distinct counts, given and derived figures) has none, except a given figure's own finest period.
 */
export function forecast(
  judging: Judging,
  metric: MetricCells,
  members: readonly string[],
  period: Pick<AskedPeriod, 'first' | 'last'>,
): Forecast | { reason: NoForecast } {
  const size = finestSize(metric);
  const { declaration } = metric;
  const length = (period.last - period.first + 1) / size;
  if (length < 1 || !(isAdditive(declaration) || (declaration.measure.type === 'given' && length === 1))) return { reason: 'not-additive' };
  if (endsBefore(judging, metric, members, lastDay(period.last))) return { reason: 'closed' };
  const rows = comparableRows(metric, members);
  const history = historyOf(declaration, rows, period.last, restating(judging, metric, members));
  if ('reason' in history) return history;
  const horizon = { ahead: (period.last + 1 - size - history.last) / size, length, season: 12 / size };
  if (horizon.ahead < 1) return { reason: 'settled' };
  const known = rows
    .filter(
      row =>
        isSettled(row, declaration.accept_gaps) && monthOf(row.period_start) >= period.first && monthOf(row.period_start) <= history.last,
    )
    .map(row => partOf(declaration, row)!);
  const errors = errorsOf(judging, metric, members, period.last, horizon);
  const found = extrapolate(declaration, history, known, horizon, errors, boundsOf(declaration, history));
  if (found === null) return { reason: 'not-applicable' };
  const next = period.last + 1 - found.steps.length * size;
  return {
    fact: {
      period_start: firstDay(period.first),
      period_end: lastDay(period.last),
      through: lastDay(history.last + size - 1),
      value: found.value,
      low: found.low,
      high: found.high,
      level: LEVEL,
      method: found.method,
      points: found.steps.flatMap((step, i) => (step === null ? [] : [{ period_start: firstDay(next + i * size), ...step }])),
    },
    outcomes: found.outcomes,
  };
}

/** True where a node of the cell is not there through the day. */
const endsBefore = (judging: Judging, { declaration }: MetricCells, members: readonly string[], day: Day): boolean =>
  declaration.dimensions.some((dimension, at) => (judging.lastDays.get(dimension)?.get(members[at]!) ?? day) < day);

const pooled = new WeakMap<MetricCells, Map<string, Errors>>();

/** The errors of the metric's cells at the level of this one, made once. */
function errorsOf(judging: Judging, metric: MetricCells, members: readonly string[], until: Month, horizon: Horizon): Errors {
  const level = levelOf(judging, metric, members);
  const key = [level, until, horizon.ahead, horizon.length].join('|');
  const made = pooled.get(metric) ?? new Map<string, Errors>();
  pooled.set(metric, made);
  const found = made.get(key);
  if (found) return found;
  const series = metric.cells
    .filter(cell => levelOf(judging, metric, cell) === level)
    .map(cell => historyOf(metric.declaration, comparableRows(metric, cell), until, restating(judging, metric, cell)))
    .filter((history): history is History => !('reason' in history));
  const errors = pooledErrors(metric.declaration, series, horizon);
  made.set(key, errors);
  return errors;
}
