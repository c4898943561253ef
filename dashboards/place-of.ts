import type { JudgedIndicator } from '../pipeline/contract/goals.ts';
import type { SiteMetric } from '../pipeline/contract/site.ts';
import { memberName } from './member-name.ts';
import type { SiteIndex } from './site-index.ts';
import { memberTexts } from '#texts/member.ts';

/** What readers call a place: its name, or *Hela kommunen*. */
export const placeName = (index: SiteIndex, place: string): string =>
  place === '*' || index.place === null ? memberTexts.whole : memberName(index.place, place);

/** The cell of a metric at a place: given members, else a dimension's whole, else its own member. */
export function membersOf(index: SiteIndex, metric: SiteMetric, place: string, given: Readonly<Record<string, string>> = {}): string[] {
  return metric.dimensions.map(id => {
    if (given[id] !== undefined) return given[id];
    if (id === index.place?.id) return place;
    return wholeOf(index, id);
  });
}

/** True for an indicator about the whole of its place, and not one of its members, such as a sex. */
export const isAboutWhole = (index: SiteIndex, { members }: Pick<JudgedIndicator, 'members'>): boolean =>
  Object.entries(members).every(([id, member]) => id === index.place?.id || member === wholeOf(index, id));

/** What stands for a dimension until something is chosen: its whole, or the own member where members do not add up. */
export function wholeOf(index: SiteIndex, id: string): string {
  const dimension = index.site.dimensions.find(candidate => candidate.id === id);
  return dimension && !dimension.addsUp ? (dimension.own ?? '*') : '*';
}
