import { lifeState } from '../pipeline/contract/life.ts';
import type { HierarchyNode } from '../pipeline/contract/manifest.ts';
import type { Observation } from '../pipeline/contract/observation.ts';
import { round } from '../pipeline/contract/round.ts';
import type { SiteMetric } from '../pipeline/contract/site.ts';
import type { RankedMetric } from './goal-metrics.ts';
import { unitsCompare } from './units-compare.ts';
import { membersOf } from './place-of.ts';
import { isThere, siblingsOf } from './place-tree.ts';
import type { SiteIndex } from './site-index.ts';

/** A place's figure beside its siblings', for one period; hidden figures are counted and never placed. */
export interface SiblingStanding {
  metric: SiteMetric;
  /** The period and the window; its value is null where the place's own figure is hidden or missing. */
  cell: Observation;
  /** The others that have a value. */
  others: readonly { id: string; value: number }[];
  hidden: number;
  median: number;
  /** As printed: 1 is best, equals share the best place. Null where no way is better, or without an own value. */
  rank: number | null;
}

/** For each metric that is a level: a count or an amount grows with what it is about, and says nothing beside another. */
export function siblingStandings(index: SiteIndex, node: HierarchyNode, ranked: readonly RankedMetric[]): SiblingStanding[] {
  if (!isThere(index, node)) return [];
  const siblings = siblingsOf(index, node).map(({ id }) => id);
  return ranked
    .filter(({ metric }) => unitsCompare(metric) && lifeState(metric.life, index.site.as_of) === 'in-use')
    .flatMap(({ metric }) => standingOf(index, metric, node.id, siblings) ?? []);
}

function standingOf(index: SiteIndex, metric: SiteMetric, own: string, siblings: readonly string[]): SiblingStanding | null {
  const facts = [own, ...siblings].flatMap(id => index.facts(metric, id) ?? []);
  const newest = facts
    .flatMap(({ to_date, latest }) => to_date ?? latest ?? [])
    .toSorted((a, b) => (a.period_end < b.period_end ? 1 : -1))[0];
  if (newest === undefined) return null;
  const cellOf = (id: string): Observation | null =>
    index
      .cells(metric, newest.grain, newest.window, membersOf(index, metric, id))
      .find(({ period_start }) => period_start === newest.period_start) ?? null;
  const cell = cellOf(own);
  const cells = siblings.flatMap(id => {
    const found = cellOf(id);
    return found === null ? [] : [{ id, cell: found }];
  });
  const others = cells.flatMap(({ id, cell: { value } }) => (value === null ? [] : [{ id, value }])).sort((a, b) => a.value - b.value);
  if (cell === null || others.length === 0) return null;
  const hidden = cells.filter(one => one.cell.flag === 'suppressed').length;
  return { metric, cell, others, hidden, median: medianOf(others.map(({ value }) => value)), rank: rankOf(metric, cell.value, others) };
}

/** Of sorted values. */
function medianOf(values: readonly number[]): number {
  const half = (values.length - 1) / 2;
  return (values[Math.floor(half)]! + values[Math.ceil(half)]!) / 2;
}

function rankOf({ desired, decimals }: SiteMetric, own: number | null, others: readonly { value: number }[]): number | null {
  if (own === null || (desired !== 'higher' && desired !== 'lower')) return null;
  const sign = desired === 'higher' ? 1 : -1;
  const printed = (value: number): number => sign * round(value, decimals);
  return 1 + others.filter(({ value }) => printed(value) > printed(own)).length;
}
