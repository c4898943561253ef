import { describe, expect, test } from 'vitest';
import type { Observation } from '../../pipeline/contract/observation.ts';
import type { Site, SiteDimension } from '../../pipeline/contract/site.ts';
import { fixtureSite } from './fixture-site.ts';
import { wordsOf } from './plan-pages.ts';

const KIND: SiteDimension = {
  id: 'kind',
  name: 'Slag',
  levels: {},
  nodes: [],
  members: { stor: 'Stora', liten: 'Små', ingen: 'Inga' },
  addsUp: true,
  own: null,
};
const row = (member: string, month: string, said: Partial<Observation>): Observation => ({
  grain: 'month',
  window: 'period',
  period_start: `${month}-01`,
  period_end: `${month}-28`,
  members: [member],
  value: null,
  numerator: null,
  denominator: null,
  population: null,
  flag: null,
  marks: [],
  ...said,
});

/** The page of a metric that is broken down by one dimension without a tree. */
async function page(observations: readonly Observation[], kind = KIND): Promise<string> {
  const site = fixtureSite({});
  const changed: Site = {
    ...site,
    dimensions: [...site.dimensions, kind],
    metrics: site.metrics.map(metric =>
      metric.id === 'sick-leave'
        ? {
            ...metric,
            dimensions: ['kind'],
            breakdowns: [['kind']],
            observations,
            facts: [],
            parts: [],
            comparisons: [],
            judgements: () => [],
          }
        : metric,
    ),
  };
  return (await wordsOf(changed, 'nyckeltal/sick-leave/index.html')).replaceAll('\u00a0', ' ');
}

describe('a metric that is broken down by a dimension without a tree', () => {
  const rows = [
    row('*', '2026-02', { value: 50 }),
    row('stor', '2026-02', { value: 61.26 }),
    row('stor', '2025-02', { value: 58.04 }),
    row('liten', '2026-02', { flag: 'suppressed' }),
    row('liten', '2025-02', { value: 40 }),
    row('liten', '2026-03', { value: 1, marks: ['partial'] }),
  ];
  test('has a table of every member in the latest period that has ended, as they were declared, without any script', async () => {
    expect(await page(rows)).toMatch(
      /Per slag Senaste perioden och samma period året innan, %\. .*?Slag feb 2026 feb 2025 Skillnad, procent\u00adenheter Stora 61,3 58,0 \+3,3 Små dold 40,0 – /,
    );
  });
  test('has none where one of the members is the reader’s own, nor where there are no figures', async () => {
    expect(await page(rows, { ...KIND, addsUp: false, own: 'stor' })).not.toContain('Per slag');
    expect(await page([row('stor', '2026-02', { flag: 'missing' })])).not.toContain('Per slag');
  });
});
