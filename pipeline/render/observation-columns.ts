import type { Observation } from '../contract/observation.ts';

/** The columns of a metric's observations, the same in CSV and Parquet. */
export const observationHeader = (dimensions: readonly string[]): string[] => [
  'metric',
  'grain',
  'window',
  'period_start',
  'period_end',
  ...dimensions,
  'value',
  'numerator',
  'denominator',
  'population',
  'flag',
  'marks',
];

/** One observation in the order of `observationHeader`; null is no value. */
export const observationFields = (metric: string, o: Observation): (string | number | null)[] => [
  metric,
  o.grain,
  o.window,
  o.period_start,
  o.period_end,
  ...o.members,
  o.value,
  o.numerator,
  o.denominator,
  o.population,
  o.flag,
  o.marks.join(' '),
];
