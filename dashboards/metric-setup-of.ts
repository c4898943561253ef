import { formatDay } from '../pipeline/contract/format-day.ts';
import { monthOf } from '../pipeline/contract/period.ts';
import type { JudgedIndicator } from '../pipeline/contract/goals.ts';
import { hasTarget } from '../pipeline/contract/has-target.ts';
import type { SiteDimension, SiteMetric } from '../pipeline/contract/site.ts';
import type { Aim, MetricSetup } from './drill/metric-setup.ts';
import { targetOf, targetPeriod } from './judged-figure.ts';
import { hasWhole } from './has-whole.ts';
import { link } from './paths.ts';
import { memberName } from './member-name.ts';
import { isAboutWhole, placeName, wholeOf } from './place-of.ts';
import { isWithin } from './place-tree.ts';
import type { SiteIndex } from './site-index.ts';
import { chartTexts } from '#texts/chart.ts';
import { targetSpans } from './target-spans.ts';
import { metricTexts } from '#texts/metric.ts';

/** What the drill of a metric page at `node` needs beside its figures. */
export function metricSetupOf(
  index: SiteIndex,
  metric: SiteMetric,
  node: string,
  page: string,
  indicators: readonly JudgedIndicator[],
): MetricSetup {
  const place = metric.dimensions.includes(index.place?.id ?? '') ? index.place : null;
  const parent = node === '*' || place === null ? null : (index.parentOf(node)?.id ?? '*');
  const files =
    place === null
      ? metric.json
      : Object.fromEntries(Object.entries(metric.json).filter(([id]) => id === parent || isWithin(index, id, node)));
  const trees = place === null ? [] : treesOf(index, metric, place, node);
  return {
    metric: metric.id,
    name: metric.name,
    page,
    question: metric.question,
    unit: { unit: metric.unit, unit_id: metric.unit_id, decimals: metric.decimals },
    desired: metric.desired,
    example: metric.example,
    grains: metric.grains,
    windows: metric.windows,
    place: place?.id ?? null,
    trees,
    others: metric.dimensions
      .filter(id => id !== place?.id)
      .map(id => otherDimension(index, metric, id, node === '*' && !trees.some(tree => tree.id === id)))
      .map(other => (hasWhole(index, metric, node) ? other : withFirst(other))),
    node,
    nodeName: place === null ? metricTexts.wholePlace : placeName(index, node),
    above: parent === null ? null : { node: parent, name: placeName(index, parent) },
    unitWord: unitWord(index, node),
    targets: targetSpans(indicators, metric),
    aims: aimsOf(index, metric, node),
    events: eventsOf(index, metric, node),
    files: Object.fromEntries(Object.entries(files).map(([id, path]) => [id, link(page, path)])),
    followUps: Object.fromEntries(
      index.site.follow_ups
        .filter(({ id }) => metric.revisions.some(({ follow_up }) => follow_up === id))
        .map(({ id, name }) => [id, name]),
    ),
  };
}

/** By node: targets that are about all of it, in plans in force, and the metric's own. */
function aimsOf(index: SiteIndex, metric: SiteMetric, node: string): MetricSetup['aims'] {
  const inForce = index.indicators.filter(({ plan }) => !plan.ended).map(({ indicator }) => indicator);
  const all = metric.own_target === null ? inForce : [...inForce, metric.own_target];
  const aims: Record<string, Aim[]> = {};
  for (const indicator of all) {
    const { place, status, rests_on } = indicator;
    if (indicator.metric !== metric.id || !hasTarget(indicator) || !isAboutWhole(index, indicator) || !isWithin(index, place, node))
      continue;
    (aims[place] ??= []).push({ words: targetOf(index, indicator), period: targetPeriod(indicator), status, rests_on });
  }
  return aims;
}

/** Events of the metric at a node: those of the node and of what it stands under concern all of it, others what they name. */
function eventsOf(index: SiteIndex, metric: SiteMetric, node: string): MetricSetup['events'] {
  return index.site.events
    .filter(
      ({ metrics, place }) =>
        (metrics === null || metrics.includes(metric.id)) && (place === null || metric.dimensions.includes(index.place?.id ?? '')),
    )
    .filter(({ place }) => place === null || isWithin(index, place, node) || isWithin(index, node, place))
    .map(({ date, until, name, place }) => ({
      first: monthOf(date),
      last: monthOf(until ?? date),
      words: chartTexts.event(until === null ? formatDay(date) : chartTexts.dates(formatDay(date), formatDay(until)), name),
      place: place === null || isWithin(index, node, place) ? null : place,
    }));
}

/** The place's tree and the metric's others that `node` stands in; none where there is only the place's. */
function treesOf(index: SiteIndex, metric: SiteMetric, place: SiteDimension, node: string): MetricSetup['trees'] {
  const others = index.site.dimensions.filter(
    ({ id, nodes }) =>
      id !== place.id &&
      (node === '*' || nodes.some(one => one.id === node)) &&
      nodes.length > 0 &&
      metric.breakdowns.some(breakdown => String(breakdown) === id),
  );
  const parents = ({ nodes }: SiteDimension) => Object.fromEntries(nodes.map(({ id, parent }) => [id, parent ?? '*']));
  return others.length === 0
    ? []
    : [{ id: place.id, name: place.name, parents: {} }, ...others.map(tree => ({ id: tree.id, name: tree.name, parents: parents(tree) }))];
}

/** `alone`: its members can be chosen without a place, as they can where the page is about the whole. */
function otherDimension(index: SiteIndex, metric: SiteMetric, id: string, alone: boolean): MetricSetup['others'][number] {
  const dimension = index.site.dimensions.find(candidate => candidate.id === id);
  const position = metric.dimensions.indexOf(id);
  const whole = wholeOf(index, id);
  // A choice that no breakdown has together with the place would show nothing.
  const place = metric.dimensions.includes(index.place?.id ?? '') ? index.place!.id : id;
  const isOffered = metric.breakdowns.some(breakdown => breakdown.includes(id) && (alone || breakdown.includes(place)));
  const present = isOffered ? new Set(metric.observations.map(o => o.members[position]!)) : new Set<string>();
  const shown = [...present].filter(member => member !== whole && member !== '*');
  const members = shown.map(member => ({ id: member, name: dimension ? memberName(dimension, member) : member }));
  // As declared, since the levels of a scale stand in its own order; others after them, by name.
  const declared = Object.keys(dimension?.members ?? {});
  const rank = (member: string): number => (declared.includes(member) ? declared.indexOf(member) : declared.length);
  const wholeName = whole === '*' || !dimension ? null : memberName(dimension, whole);
  return {
    id,
    name: dimension?.name ?? id,
    whole,
    wholeName,
    members: members.sort((a, b) => rank(a.id) - rank(b.id) || (a.name < b.name ? -1 : 1)),
  };
}

/** What is shown until a reader chooses where the whole tells nothing: the first member. */
const withFirst = (other: MetricSetup['others'][number]): MetricSetup['others'][number] => {
  const [first] = other.members;
  return first === undefined ? other : { ...other, whole: first.id, wholeName: first.name };
};

/** The name of the level of the units that a node's page lists, as `Enhet`: an only child's units stand for it. */
function unitWord(index: SiteIndex, node: string): string {
  const children = node === '*' ? index.boards : index.children(node);
  const [only] = children;
  if (children.length === 1 && index.children(only!.id).length > 0) return unitWord(index, only!.id);
  const levels = new Set(children.map(child => child.level));
  return (levels.size === 1 ? index.place?.levels[only!.level] : undefined) ?? metricTexts.unitWord;
}
