import { FORECAST_METHODS, type ForecastMethod } from '../../contract/forecast.ts';

/**
 * How a series goes on: from its values so far, in time order, the values of the `ahead` periods that follow. `season` is
 * how many periods a year has, 1 for a yearly series. No method has parameters that are fitted to the series, so a
 * back-test tells what a forecast of that day would have been.
 */
export type Predict = (history: readonly number[], season: number, ahead: number) => number[];

export const METHODS = FORECAST_METHODS;
export type Method = ForecastMethod;

const LONGEST = 5;
/** Set once, by judgement, and not compared with others: how fast level, trend and season follow, and how soon a trend fades. */
const LEVEL = 0.5;
const TREND = 0.1;
const SEASON = 0.2;
const DAMPING = 0.9;

function steps(ahead: number, of: (step: number) => number): number[] {
  const found: number[] = [];
  for (let step = 1; step <= ahead; step++) found.push(of(step));
  return found;
}
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The same period of the latest known year (Hyndman & Athanasopoulos, Forecasting: Principles and Practice 3rd ed., 5.2). */
export const seasonalNaive: Predict = (history, season, ahead) =>
  steps(ahead, step => history[history.length - season + ((step - 1) % season)]!);

/** The last value: the naive forecast of a stock. */
export const lastValue: Predict = (history, _, ahead) => steps(ahead, () => history.at(-1)!);

/** Change from a year to the next, mean over at most five years. */
function yearlyChange(history: readonly number[], season: number): number {
  const years = Math.min(LONGEST, Math.floor(history.length / season)) - 1;
  if (years < 1) return 0;
  const total = (from: number) => mean(history.slice(from, from + season));
  return (total(history.length - season) - total(history.length - season * (years + 1))) / years;
}

/** A naive forecast that goes on changing as it has (the drift method, ibid.), or by half of that. */
const withDrift =
  (naive: Predict, share: number): Predict =>
  (history, season, ahead) => {
    const change = share * yearlyChange(history, season);
    // The last value is a step behind the next one; the same period a year ago is a year behind.
    const years = naive === lastValue ? (step: number) => step / season : (step: number) => Math.ceil(step / season);
    return naive(history, season, ahead).map((value, i) => value + change * years(i + 1));
  };

/** The mean of the same period in the latest three years. */
const seasonalAverage: Predict = (history, season, ahead) => {
  const years = Math.min(3, Math.floor(history.length / season));
  return steps(ahead, step => {
    const at = history.length - season + ((step - 1) % season);
    return mean(steps(years, year => history[at - (year - 1) * season]!));
  });
};

/**
 * Exponential smoothing with a damped trend and an additive season (Gardner & McKenzie 1985; ibid. 8.3). The first year
 * gives the season, the first two the trend.
 */
const smoothing: Predict = (history, season, ahead) => {
  const first = history.slice(0, season);
  let level = mean(first);
  let trend = history.length >= 2 * season ? (mean(history.slice(season, 2 * season)) - level) / season : 0;
  const seasons = first.map(value => value - level);
  for (const [i, value] of history.entries()) {
    if (i < season) continue;
    const ofSeason = season === 1 ? 0 : seasons[i % season]!;
    const expected = level + DAMPING * trend;
    level = LEVEL * (value - ofSeason) + (1 - LEVEL) * expected;
    trend = TREND * (level - expected + DAMPING * trend) + (1 - TREND) * DAMPING * trend;
    seasons[i % season] = SEASON * (value - level) + (1 - SEASON) * ofSeason;
  }
  let damped = 0;
  return steps(ahead, step => {
    damped += DAMPING ** step;
    return level + damped * trend + (season === 1 ? 0 : seasons[(history.length + step - 1) % season]!);
  });
};

/** The methods by name; a stock's naive forecast is its last value. */
export function predictor(method: Method, isStock: boolean): Predict {
  const naive = isStock ? lastValue : seasonalNaive;
  switch (method) {
    case 'naive':
      return naive;
    case 'half-drift':
      return withDrift(naive, 0.5);
    case 'drift':
      return withDrift(naive, 1);
    case 'average':
      return seasonalAverage;
    case 'smoothing':
      return smoothing;
  }
}
