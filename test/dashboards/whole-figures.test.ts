import { expect, test } from 'vitest';
import type { Observation } from '../../pipeline/contract/observation.ts';
import type { Site, SiteDimension } from '../../pipeline/contract/site.ts';
import { hasWhole } from '../../dashboards/has-whole.ts';
import { indexSite } from '../../dashboards/site-index.ts';
import { joinDigits } from '../../pipeline/render/join-digits.ts';
import { fixtureSite } from './fixture-site.ts';
import { wordsOf } from './plan-pages.ts';

const LEVEL: SiteDimension = {
  id: 'level',
  name: 'Nivå',
  levels: {},
  nodes: [],
  members: { ett: 'Nivå ett', två: 'Nivå två' },
  addsUp: true,
  own: null,
};
const row = (member: string, value: number | null): Observation => ({
  grain: 'year',
  window: 'period',
  period_start: '2025-01-01',
  period_end: '2025-12-31',
  members: [member],
  value,
  numerator: null,
  denominator: null,
  population: null,
  flag: value === null ? 'missing' : null,
  marks: [],
});
const PAGE = 'nyckeltal/sick-leave-national/index.html';

function levels(...observations: Observation[]): Site {
  const site = fixtureSite();
  const metrics = site.metrics.map(metric =>
    metric.id === 'sick-leave-national'
      ? { ...metric, dimensions: ['level'], breakdowns: [['level']], observations, facts: [], judgements: () => [] }
      : metric,
  );
  return { ...site, dimensions: [...site.dimensions, LEVEL], metrics, plans: [] };
}
const has = (...observations: Observation[]): boolean => {
  const site = levels(...observations);
  return hasWhole(
    indexSite(site),
    site.metrics.find(({ id }) => id === 'sick-leave-national')!,
    '*',
  );
};

test('a whole that is always 100 % of its parts, or has no figures, tells nothing', () => {
  expect(has(row('*', 100), row('ett', 30), row('två', 70))).toBe(false);
  expect(has(row('*', null), row('ett', 30))).toBe(false);
  expect(has(row('*', 99), row('ett', 30))).toBe(true);
  expect(has(row('*', 100), row('ett', 100))).toBe(true);
});

test('such a page shows its first part, and does not say 100 % of all of them', async () => {
  const said = await wordsOf(levels(row('*', 100), row('ett', 30), row('två', 70)), PAGE);
  expect(said).toContain('Siffrorna gäller en del i taget. Välj del nedan.');
  expect(said).toMatch(/Nivå Nivå ett Nivå två/);
  expect(said).not.toContain('100,0');
  expect(said).toContain('Per nivå');
});

test('groups of digits are not parted', () => {
  expect(joinDigits('per 100 000 invånare 2025, 1 000 000 kr')).toBe('per 100\u00a0000 invånare 2025, 1\u00a0000\u00a0000 kr');
  expect(joinDigits('3 av 10, 2024 2025')).toBe('3 av 10, 2024 2025');
});
