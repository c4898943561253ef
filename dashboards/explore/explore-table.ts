import type { ExploreMetric } from '../../pipeline/contract/explore.ts';
import type { Observation } from '../../pipeline/contract/observation.ts';
import type { Month } from '../../pipeline/contract/period.ts';
import { monthOf } from '../../pipeline/contract/period.ts';
import { remember } from '../remember.ts';

/** A column of texts: each row names one of `values` by its index. */
export interface Coded {
  values: readonly string[];
  codes: ArrayLike<number>;
}

/** Every published cell of a metric, a column at a time: what its Arrow file holds, and what the page's own example is made from. */
export interface ExploreTable {
  metric: ExploreMetric;
  length: number;
  grain: Coded;
  window: Coded;
  /** The first month of the row's period. */
  month: ArrayLike<Month>;
  /** In the order of the metric's dimensions. */
  members: readonly Coded[];
  /** NaN where there is none. */
  value: Float64Array;
  /** Empty where there is none. */
  flag: Coded;
  /** Marks with spaces between; empty where there are none. */
  marks: Coded;
}

export const tableOf = (metric: ExploreMetric, observations: readonly Observation[]): ExploreTable => ({
  metric,
  ...columnsOf(observations),
});

/** Audiences that see the same rows share their columns. */
const columnsOf = remember((observations: readonly Observation[]): Omit<ExploreTable, 'metric'> => {
  const value = new Float64Array(observations.length);
  const month = new Int32Array(observations.length);
  observations.forEach((o, row) => {
    value[row] = o.value ?? NaN;
    month[row] = monthOf(o.period_start);
  });
  return {
    length: observations.length,
    grain: codedOf(observations, o => o.grain),
    window: codedOf(observations, o => o.window),
    month,
    members: (observations[0]?.members ?? []).map((_, position) => codedOf(observations, o => o.members[position]!)),
    value,
    flag: codedOf(observations, o => o.flag ?? ''),
    marks: codedOf(observations, o => (o.marks.length === 0 ? '' : o.marks.join(' '))),
  };
});

function codedOf(observations: readonly Observation[], textOf: (o: Observation) => string): Coded {
  const known = new Map<string, number>();
  const codes = new Int32Array(observations.length);
  observations.forEach((o, row) => {
    const text = textOf(o);
    let code = known.get(text);
    if (code === undefined) known.set(text, (code = known.size));
    codes[row] = code;
  });
  return { values: [...known.keys()], codes };
}
