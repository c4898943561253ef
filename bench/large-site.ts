import type { HierarchyNode } from '../pipeline/contract/manifest.ts';
import { firstDay, lastDay } from '../pipeline/contract/period.ts';
import type { Site, SiteMetric } from '../pipeline/contract/site.ts';
import { fixtureSite, seriesPath } from '../test/dashboards/fixture-site.ts';

export const UNITS = 400;
export const MONTHS = 60;
const FIRST = 12 * 2022;

/** The fixture's first metric alone, with a figure for every unit, sex and month. Units stand under `board`, or are boards themselves where it is null. */
export function largeSite(board: string | null): { site: Site; metric: SiteMetric } {
  const units = Array.from({ length: UNITS }, (_, i) => nodeOf(`e${i}`, board, 'unit', `Enhet ${i}`));
  const nodes = board === null ? units : [nodeOf(board, null, 'board', 'Nämnden'), ...units];
  const site = fixtureSite();
  const metric = large(site.metrics[0]!, nodes, board);
  const dimensions = site.dimensions.map(dimension => (dimension.id === 'organisation' ? { ...dimension, nodes } : dimension));
  return { metric, site: { ...site, plans: [], attention: [], follow_ups: [], dimensions, metrics: [metric] } };
}

const nodeOf = (id: string, parent: string | null, level: string, name: string): HierarchyNode => ({
  id,
  parent,
  level,
  name,
  valid_from: null,
  valid_to: null,
});

function large(metric: SiteMetric, nodes: readonly HierarchyNode[], board: string | null): SiteMetric {
  const cells = ['*', ...nodes.map(({ id }) => id)].flatMap(id => ['*', 'K', 'M'].map(sex => [id, sex]));
  const observations = cells.flatMap((members, cell) =>
    Array.from({ length: MONTHS }, (_, i) => ({
      grain: 'month' as const,
      window: 'period' as const,
      period_start: firstDay(FIRST + i),
      period_end: lastDay(FIRST + i),
      members,
      value: 5 + ((i * 7 + cell * 13) % 31) / 10,
      numerator: null,
      denominator: null,
      population: null,
      flag: null,
      marks: [],
    })),
  );
  const whole = metric.facts.filter(({ place }) => place === '*');
  const facts = board === null ? metric.facts : [...whole, ...whole.map(fact => ({ ...fact, place: board, members: [board, '*'] }))];
  const json = Object.fromEntries(['*', ...(board === null ? [] : [board])].map(node => [node, seriesPath(metric.id, node)]));
  return { ...metric, grains: ['month'], windows: ['period'], observations, parts: [], facts, json };
}
