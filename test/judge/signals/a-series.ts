import type { HierarchyNode } from '../../../pipeline/contract/manifest.ts';
import { firstDay, monthOf, type Day } from '../../../pipeline/contract/period.ts';
import type { Observation } from '../../../pipeline/contract/observation.ts';
import { row } from '../support/builders.ts';

/** Rows of consecutive months of one cell; null leaves the month out. */
export const aSeries = (from: Day, values: readonly (number | null)[], members: readonly string[] = ['*']): Observation[] =>
  values.flatMap((value, i) => (value === null ? [] : [row('month', firstDay(monthOf(from) + i), value, { members })]));

/** 24 months about 10, within 8 to 12, without a signal. */
export const CALM: readonly number[] = Array.from({ length: 24 }, (_, i) => 10 + [0, 1, -1, 0.5, -0.5, 1, 0, -1][i % 8]!);

/** A board, or a unit under one; always there. */
export const node = (id: string, parent: string | null = null): HierarchyNode => ({
  id,
  parent,
  level: parent === null ? 'board' : 'unit',
  name: id,
  valid_from: null,
  valid_to: null,
});
