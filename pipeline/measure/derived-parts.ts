import { keyOf, type Comparison, type Observation } from '../contract/observation.ts';
import type { MetricDeclaration } from '../words/metric.ts';
import type { MetricTerm } from '../words/metric-terms.ts';
import type { MeasuredMetric } from '../words/stages.ts';

export type Keyed = Pick<Observation, 'grain' | 'window' | 'period_start' | 'period_end' | 'members'>;

/** One metric of a derived metric's expression, with its rows by the derived metric's keys. */
export interface Part {
  term: MetricTerm;
  metric: MeasuredMetric;
  /** Those of the derived metric's dimensions, by number, that the part's rows are told apart by: all but those it chooses a member of. */
  own: readonly number[];
  /** By `keyIn`. */
  rows: ReadonlyMap<string, Observation>;
  comparisons: ReadonlyMap<string, Comparison>;
}

export function partAt(term: MetricTerm, metric: MeasuredMetric, derived: MetricDeclaration): Part {
  const own = derived.dimensions.flatMap((d, i) => (d in term.members ? [] : [i]));
  const { dimensions } = metric.declaration;
  const byKey = <T extends Keyed>(all: readonly T[]): Map<string, T> => {
    // A dimension that is not shared is taken at the whole, or at the member that the term chooses.
    const taken = all.filter(row =>
      dimensions.every((d, i) =>
        d in term.members ? row.members[i] === term.members[d] : derived.dimensions.includes(d) || row.members[i] === '*',
      ),
    );
    const columns = own.map(i => dimensions.indexOf(derived.dimensions[i]!));
    return new Map(taken.map(row => [keyOf({ ...row, members: columns.map(column => row.members[column]!) }), row]));
  };
  return { term, metric, own, rows: byKey(metric.observations), comparisons: byKey(metric.comparisons) };
}

/** The key of a part's row that a row of the derived metric is made of. */
export const keyIn = (part: Pick<Part, 'own'>, at: Keyed): string => keyOf({ ...at, members: part.own.map(i => at.members[i]!) });
