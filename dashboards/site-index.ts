import type { MetricFacts } from '../pipeline/contract/facts.ts';
import type { JudgedGoal, JudgedIndicator, JudgedPlan } from '../pipeline/contract/goals.ts';
import type { HierarchyNode } from '../pipeline/contract/manifest.ts';
import type { Observation } from '../pipeline/contract/observation.ts';
import type { Grain, Window } from '../pipeline/contract/period.ts';
import type { Site, SiteDimension, SiteMetric, SiteSource } from '../pipeline/contract/site.ts';
import { remember } from './remember.ts';

/** A goal with its plan and the goals above it, outermost first. */
export interface PlacedGoal {
  plan: JudgedPlan;
  goal: JudgedGoal;
  above: readonly JudgedGoal[];
}

export interface PlacedIndicator extends PlacedGoal {
  indicator: JudgedIndicator;
}

/** Look-ups over a site, made once: everything a page asks for by id. */
export interface SiteIndex {
  site: Site;
  place: SiteDimension | null;
  /** The roots of the place dimension: boards. */
  boards: readonly HierarchyNode[];
  /** Every node of the place's tree, in its latest place, by name. */
  nodes: readonly HierarchyNode[];
  goals: readonly PlacedGoal[];
  indicators: readonly PlacedIndicator[];
  metric(id: string): SiteMetric | null;
  source(id: string): SiteSource | null;
  facts(metric: SiteMetric, place: string): MetricFacts | null;
  /** A metric's observations of one series, in time order; empty where there are none. */
  cells(metric: SiteMetric, grain: Grain, window: Window, members: readonly string[]): readonly Observation[];
  /** Nodes that ever stood under `id`, by name. */
  children(id: string): readonly HierarchyNode[];
  /** The root above a node today, or its last one; null for the whole, `unknown` and what is not in the tree. */
  boardOf(node: string): HierarchyNode | null;
  /** The parent of a node today, or its last one; null for a root and for the whole. */
  parentOf(node: string): HierarchyNode | null;
}

export function indexSite(site: Site): SiteIndex {
  const place = site.dimensions.find(dimension => dimension.id === site.place) ?? null;
  const nodes = place?.nodes ?? [];
  const latest = latestById(nodes);
  const metrics = new Map(site.metrics.map(metric => [metric.id, metric]));
  const sources = new Map(site.sources.map(source => [source.id, source]));
  const goals = site.plans.flatMap(plan => plan.goals.flatMap(goal => placeGoals(plan, goal, [])));
  const parentOf = (id: string): HierarchyNode | null => latest.get(latest.get(id)?.parent ?? '') ?? null;
  const boardOf = (id: string): HierarchyNode | null => {
    const node = latest.get(id) ?? latest.get(id.replace(/\.own$/, ''));
    if (!node) return null;
    const parent = parentOf(node.id);
    return parent ? boardOf(parent.id) : node;
  };
  return {
    site,
    place,
    boards: byName([...latest.values()].filter(node => node.parent === null)),
    nodes: byName([...latest.values()]),
    goals,
    indicators: goals.flatMap(placed => placed.goal.indicators.map(indicator => ({ ...placed, indicator }))),
    metric: id => metrics.get(id) ?? null,
    source: id => sources.get(id) ?? null,
    facts: (metric, node) => factsByPlace(metric.facts).get(node) ?? null,
    cells: (metric, grain, window, members) => seriesOf(metric.observations).get(seriesKey(grain, window, members)) ?? [],
    children: id => byName([...latestById(nodes.filter(node => node.parent === id)).values()]),
    boardOf,
    parentOf,
  };
}

const factsByPlace = remember(
  (all: SiteMetric['facts']): ReadonlyMap<string, MetricFacts> => new Map(all.map(facts => [facts.place, facts])),
);

const seriesKey = (grain: Grain, window: Window, members: readonly string[]): string => `${grain}|${window}|${members.join('|')}`;

const seriesOf = remember((all: SiteMetric['observations']): ReadonlyMap<string, readonly Observation[]> => {
  const series = new Map<string, Observation[]>();
  for (const observation of all) {
    const key = seriesKey(observation.grain, observation.window, observation.members);
    const known = series.get(key);
    if (known) known.push(observation);
    else series.set(key, [observation]);
  }
  for (const observations of series.values()) observations.sort((a, b) => (a.period_start < b.period_start ? -1 : 1));
  return series;
});

/** The latest place of each node: the entry that ends last. */
function latestById(nodes: readonly HierarchyNode[]): Map<string, HierarchyNode> {
  const latest = new Map<string, HierarchyNode>();
  for (const node of nodes) {
    const known = latest.get(node.id);
    if (!known || (node.valid_to ?? '9999') > (known.valid_to ?? '9999')) latest.set(node.id, node);
  }
  return latest;
}

const byName = (nodes: readonly HierarchyNode[]): HierarchyNode[] =>
  [...nodes].sort((a, b) => compareSwedish(a.name, b.name) || (a.id < b.id ? -1 : 1));

function placeGoals(plan: JudgedPlan, goal: JudgedGoal, above: readonly JudgedGoal[]): PlacedGoal[] {
  return [{ plan, goal, above }, ...goal.goals.flatMap(child => placeGoals(plan, child, [...above, goal]))];
}

const collator = new Intl.Collator('sv');
/** Swedish alphabetical order: å, ä, ö last. */
export const compareSwedish = (a: string, b: string): number => collator.compare(a, b);
