import type { GroupHistory, GroupPeriod } from '../pipeline/contract/comparisons.ts';
import type { MetricFacts } from '../pipeline/contract/facts.ts';
import type { Observation } from '../pipeline/contract/observation.ts';
import type { SiteDimension, SiteMetric } from '../pipeline/contract/site.ts';
import { memberName } from './member-name.ts';
import type { SiteIndex } from './site-index.ts';
import { compareSwedish } from './site-index.ts';
import { compareTexts } from '#texts/compare.ts';

/** A metric that can be compared with others' figures, and the dimension that they are members of. */
export interface ComparedMetric {
  metric: SiteMetric;
  facts: MetricFacts;
  dimension: SiteDimension;
  /** Which of the metric's dimensions it is. */
  at: number;
  /** The own member's name. */
  own: string;
}

/** A group's member in the compared period; its row is null where there is none. */
export interface ComparedMember {
  id: string;
  name: string;
  row: Observation | null;
}

/** Every metric that has a group to compare with, by name. */
export const comparedMetrics = (index: SiteIndex): ComparedMetric[] =>
  index.site.metrics.flatMap(metric => comparedMetric(index, metric) ?? []).sort((a, b) => compareSwedish(a.metric.name, b.metric.name));

/** Null for a metric without groups to compare with. */
export function comparedMetric(index: SiteIndex, metric: SiteMetric): ComparedMetric | null {
  const facts = index.facts(metric, '*');
  const at = metric.dimensions.findIndex(id => ownOf(index, id) !== null);
  const dimension = index.site.dimensions.find(({ id }) => id === metric.dimensions[at]);
  if (facts === null || facts.groups.length === 0 || dimension === undefined) return null;
  return { metric, facts, dimension, at, own: memberName(dimension, dimension.own!) };
}

const ownOf = (index: SiteIndex, id: string): string | null => index.site.dimensions.find(dimension => dimension.id === id)?.own ?? null;

/** The period that a group's comparison is about. */
export const latestOf = (history: GroupHistory): GroupPeriod =>
  history.periods.find(({ period_start }) => period_start === history.latest)!;

/** What readers call a group: its name, or all that are compared. */
export const groupName = ({ name }: Pick<GroupHistory, 'name'>): string => name ?? compareTexts.all;

/** A group's part of an address, and its section's id: `grupp=liknande`. */
export const groupFragment = ({ group }: Pick<GroupHistory, 'group'>): string => `grupp=${group ?? 'alla'}`;

/** The members that are shown of a group: its own, and the own municipality beside them; best first where a direction is desired, then those without a value by name. */
export function comparedMembers(index: SiteIndex, compared: ComparedMetric, { members, latest }: GroupHistory): ComparedMember[] {
  const { metric, dimension, at, facts } = compared;
  const sign = metric.desired === 'lower' ? 1 : -1;
  const found = [...new Set([...members, dimension.own!])].map((id): ComparedMember => {
    const row = index.cells(metric, metric.finest, 'period', facts.members.with(at, id)).find(cell => cell.period_start === latest) ?? null;
    return { id, name: memberName(dimension, id), row };
  });
  const valueOf = ({ row }: ComparedMember): number | null => row?.value ?? null;
  return found.sort((a, b) => {
    const [left, right] = [valueOf(a), valueOf(b)];
    if (left === null || right === null) return Number(left === null) - Number(right === null) || compareSwedish(a.name, b.name);
    return sign * (left - right) || compareSwedish(a.name, b.name);
  });
}
