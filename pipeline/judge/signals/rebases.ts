import { firstDay, monthOf, type Month } from '../../contract/period.ts';
import type { Observation } from '../../contract/observation.ts';
import type { MetricDeclaration, Rebase } from '../../words/metric.ts';
import type { MetricCells } from '../metric-cells.ts';

/** The declared changes that a cell has, in time order. */
export const rebasesOf = (metric: Pick<MetricDeclaration, 'dimensions' | 'rebase'>, members: readonly string[]): Rebase[] =>
  metric.rebase.filter(one =>
    Object.entries(one.members).every(([dimension, member]) => members[metric.dimensions.indexOf(dimension)] === member),
  );

/** True where the metric came to mean something else after `first` began and before `last` ended. */
export const isRedefined = (
  metric: Pick<MetricDeclaration, 'dimensions' | 'rebase'>,
  members: readonly string[],
  { first, last }: { first: Month; last: Month },
): boolean => rebasesOf(metric, members).some(({ redefined, from }) => redefined && monthOf(from) > first && monthOf(from) <= last);

/** A cell's rows at the finest grain since it last came to mean something else. */
export function comparableRows(metric: MetricCells, members: readonly string[]): readonly Observation[] {
  const from = rebasesOf(metric.declaration, members).findLast(one => one.redefined)?.from;
  const rows = metric.finestRows(members);
  return from === undefined ? rows : rows.filter(row => row.period_start >= firstDay(monthOf(from)));
}
