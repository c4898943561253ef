import type { MetricFacts } from '../../pipeline/contract/facts.ts';
import type { Site } from '../../pipeline/contract/site.ts';
import { fixtureSite } from './fixture-site.ts';

/** Each unit's figures beside the whole's, as the pipeline says them of levels alone. */
const besideWhole = (facts: MetricFacts): MetricFacts =>
  facts.latest === null || facts.latest.value === null || facts.place === '*'
    ? facts
    : {
        ...facts,
        beside: {
          ...facts.beside,
          whole: {
            period_start: facts.latest.period_start,
            period_end: facts.latest.period_end,
            own: facts.latest.value,
            whole: 6.8,
            difference: 0.1,
            share: null,
          },
        },
      };

/** The fixture's site, where sick leave is known as a level, and a unit (303) has closed. */
export function placeSite(given: Partial<Site> = {}): Site {
  const site = fixtureSite(given);
  return {
    ...site,
    metrics: site.metrics.map(metric => (metric.id === 'sick-leave' ? { ...metric, facts: metric.facts.map(besideWhole) } : metric)),
    dimensions: site.dimensions.map(dimension => ({
      ...dimension,
      nodes: dimension.nodes.map(node => (node.id === '303' ? { ...node, valid_to: '2026-10-31' } : node)),
    })),
  };
}
