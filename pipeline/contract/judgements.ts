import type { Beside } from './comparisons.ts';
import type { ForecastFact, NoForecast } from './forecast.ts';
import type { JudgedIndicator, TrendFact } from './goals.ts';
import type { Grain } from './period.ts';
import type { Signals } from './signals.ts';

/** What is said of one cell of a metric, at its finest grain. */
export interface CellJudgement {
  /** One member a dimension, in the metric's dimension order. */
  members: readonly string[];
  grain: Grain;
  trend: TrendFact | null;
  /** Against earlier periods, the whole and groups. */
  beside: Beside;
  signals: Signals;
  sentence: string;
  /** The computed forecast of the year that holds `as_of`; null where there is none. */
  forecast: ForecastFact | null;
  /** Why there is none. */
  no_forecast: NoForecast | null;
}

/** `data/judgements/<metric>.json`: every cell that is judged, in the order of members by bytes. */
export interface JudgementsFile {
  metric: string;
  /** The target that the metric sets for itself, outside any plan (`plan` is empty); null where there is none. */
  own_target: JudgedIndicator | null;
  cells: readonly CellJudgement[];
}
