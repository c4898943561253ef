import type { SiteGeography } from '../pipeline/contract/geography.ts';
import type { Observation } from '../pipeline/contract/observation.ts';
import type { Day } from '../pipeline/contract/period.ts';
import { round } from '../pipeline/contract/round.ts';
import type { SiteDimension, SiteMetric } from '../pipeline/contract/site.ts';
import { classBreaks } from './map/map-classes.ts';
import { memberName } from './member-name.ts';
import { membersOf } from './place-of.ts';
import type { SiteIndex } from './site-index.ts';
import { compareSwedish } from './site-index.ts';

/** One member of a map: its rows by period, whether it has an area or not. */
export interface MappedMember {
  id: string;
  name: string;
  rows: ReadonlyMap<Day, Observation>;
}

/** A metric on a map. */
export interface MappedMetric {
  metric: SiteMetric;
  geography: SiteGeography;
  dimension: SiteDimension;
  /** Members with figures or an area; those with the highest value first, those without last by name. */
  members: readonly MappedMember[];
  /** Finest periods that at least half as many have a value for as the best covered, in time order. */
  periods: readonly Day[];
  /** The newest of them. */
  latest: Day;
  /** Where classes begin, by the values of `latest`: a colour means the same in every period. */
  breaks: readonly number[];
}

/** The share of the best covered period's areas that a period must have to be shown. */
const COVERAGE = 0.5;
/** A map of fewer areas says nothing that a table does not say better. */
const FEWEST = 4;

/** Every metric that there is a map of, by name. */
export const mappedMetrics = (index: SiteIndex): MappedMetric[] =>
  index.site.metrics.flatMap(metric => mappedMetric(index, metric) ?? []).sort((a, b) => compareSwedish(a.metric.name, b.metric.name));

export const hasMap = (index: SiteIndex, metric: SiteMetric): boolean => mappedMetric(index, metric) !== null;

/** Null for a metric that is not by area, for counts and sums, which show where most people live, and where too few areas have a value. */
function mappedMetric(index: SiteIndex, metric: SiteMetric): MappedMetric | null {
  const geography = index.site.geographies.find(({ dimension }) => metric.breakdowns.some(breakdown => String(breakdown) === dimension));
  const dimension = index.site.dimensions.find(({ id }) => id === geography?.dimension);
  if (geography === undefined || dimension === undefined || metric.grows) return null;
  const at = metric.dimensions.indexOf(dimension.id);
  const whole = membersOf(index, metric, '*');
  const areas = new Set(geography.areas.map(({ id }) => id));
  const present = metric.observations.map(o => o.members[at]!).filter(id => id !== '*' && id !== 'unknown');
  const members = [...new Set([...present, ...areas])].map((id): MappedMember => {
    const cells = index.cells(metric, metric.finest, 'period', whole.with(at, id)).filter(({ marks }) => !marks.includes('partial'));
    return { id, name: memberName(dimension, id), rows: new Map(cells.map(row => [row.period_start, row])) };
  });
  const periods = [...new Set(members.flatMap(({ rows }) => [...rows.keys()]))].sort();
  const counts = periods.map(period => members.filter(member => areas.has(member.id) && mapValue(metric, member, period) !== null).length);
  const most = Math.max(0, ...counts);
  if (most < FEWEST) return null;
  const shown = periods.filter((_, i) => counts[i]! >= COVERAGE * most);
  const latest = shown.at(-1)!;
  const values = members.flatMap(member => (areas.has(member.id) ? (mapValue(metric, member, latest) ?? []) : []));
  const sorted = members.sort((a, b) => {
    const [left, right] = [mapValue(metric, a, latest), mapValue(metric, b, latest)];
    if (left === null || right === null) return Number(left === null) - Number(right === null) || compareSwedish(a.name, b.name);
    return right - left || compareSwedish(a.name, b.name);
  });
  return { metric, geography, dimension, members: sorted, periods: shown, latest, breaks: classBreaks(values) };
}

/** A member's value in a period, as printed; null where there is none. */
export function mapValue(metric: SiteMetric, { rows }: MappedMember, period: Day): number | null {
  const row = rows.get(period);
  return row === undefined || row.value === null ? null : round(row.value, metric.decimals);
}
