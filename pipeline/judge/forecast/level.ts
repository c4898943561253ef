import type { Judging } from '../judging.ts';
import type { MetricCells } from '../metric-cells.ts';

/** What kind of cell this is: for each dimension the whole, a level of its tree, or a member. Cells of one kind are alike. */
export const levelOf = (judging: Judging, metric: MetricCells, members: readonly string[]): string =>
  metric.declaration.dimensions
    .map((dimension, at) => {
      const member = members[at]!;
      return member === '*' || member === 'unknown' ? member : (judging.levels.get(dimension)?.get(member) ?? 'member');
    })
    .join('|');
