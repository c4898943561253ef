import type { ExploreDimension, ExploreMember, ExploreMetric } from '../../pipeline/contract/explore.ts';
import type { Site, SiteDimension, SiteMetric } from '../../pipeline/contract/site.ts';
import { memberName } from '../member-name.ts';
import { compareSwedish } from '../site-index.ts';
import { memberTexts } from '#texts/member.ts';

/** What a metric's Arrow file says of itself: names and units, and the members that its rows name. */
export function exploreMetric(site: Site, metric: SiteMetric): ExploreMetric {
  const { id, name, question, unit, unit_id, decimals, desired, example } = metric;
  return {
    metric: id,
    name,
    question,
    unit,
    unit_id,
    decimals,
    desired,
    example,
    sources: metric.sources.flatMap(source => site.sources.find(candidate => candidate.id === source)?.name ?? []),
    dimensions: metric.dimensions.map((dimension, position) => exploreDimension(site, metric, dimension, position)),
  };
}

const NO_NAMES = { nodes: [], members: {} };

function exploreDimension(site: Site, metric: SiteMetric, id: string, position: number): ExploreDimension {
  const dimension = site.dimensions.find(candidate => candidate.id === id);
  const present = [...new Set(metric.observations.map(o => o.members[position]!))];
  const wholeName = id === site.place ? memberTexts.whole : memberTexts.all;
  const members = present.map((member): ExploreMember => [
    member,
    member === '*' ? wholeName : memberName(dimension ?? NO_NAMES, member),
    dimension ? parentOf(dimension, member) : null,
  ]);
  return {
    id,
    name: dimension?.name ?? id,
    whole: dimension && !dimension.addsUp ? (dimension.own ?? '*') : '*',
    members: ordered(members, Object.keys(dimension?.members ?? {})),
  };
}

/** Where a node stands today, or stood last; what is its own alone stands under it. */
function parentOf({ nodes }: SiteDimension, member: string): string | null {
  if (member.endsWith('.own') && nodes.length > 0) return member.slice(0, -4);
  const places = nodes.filter(({ id }) => id === member);
  const last = places.reduce<(typeof places)[number] | null>(
    (latest, place) => (latest === null || (place.valid_to ?? '9999') > (latest.valid_to ?? '9999') ? place : latest),
    null,
  );
  return last?.parent ?? null;
}

/** The whole first and what is unknown last; a tree's nodes under their parents, by name; others as declared, since scales have an order of their own. */
function ordered(members: readonly ExploreMember[], declared: readonly string[]): ExploreMember[] {
  const rank = (id: string): number =>
    id === '*' ? -1 : id === 'unknown' ? Infinity : declared.includes(id) ? declared.indexOf(id) : declared.length;
  const sorted = [...members].sort((a, b) => rank(a[0]) - rank(b[0]) || compareSwedish(a[1], b[1]) || (a[0] < b[0] ? -1 : 1));
  const shown = new Set(members.map(([id]) => id));
  const under = (parent: string | null): ExploreMember[] =>
    sorted
      .filter(([, , above]) => (above !== null && shown.has(above) ? above : null) === parent)
      .flatMap(member => [member, ...under(member[0])]);
  return under(null);
}
