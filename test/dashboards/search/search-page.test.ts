import { expect, test } from 'vitest';
import { entriesOf } from '../../../dashboards/search/entries-of.ts';
import { indexSite } from '../../../dashboards/site-index.ts';
import { fixtureSite } from '../fixture-site.ts';

const site = fixtureSite();
const groups = entriesOf(indexSite(site));
const group = (id: string) => groups.find(one => one.id === id)!.entries;

test('everything that a reader can be taken to is listed, once', () => {
  expect(
    group('nyckeltal')
      .map(({ terms }) => terms.split(' ')[0])
      .sort(),
  ).toEqual(site.metrics.map(({ id }) => id).sort());
  const index = indexSite(site);
  expect(group('mal')).toHaveLength(index.goals.length);
  expect(group('indikatorer')).toHaveLength(index.indicators.length);
  const nodes = new Set(site.dimensions.find(({ id }) => id === 'organisation')!.nodes.map(({ id }) => id));
  expect([...group('namnder'), ...group('enheter')].map(({ terms }) => terms).sort()).toEqual([...nodes].sort());
  expect(group('sidor').map(({ href }) => href)).toContain('uppfoljning/2026-delar/index.html');
});

test('a unit that has a page of its own is found there, and one that has not on its board’s', () => {
  const metrics = site.metrics.map(metric => ({ ...metric, facts: metric.facts.filter(({ place }) => place !== '302') }));
  const units = entriesOf(indexSite({ ...site, metrics })).find(({ id }) => id === 'enheter')!.entries;
  const hrefOf = (unit: string) => units.find(({ terms }) => terms === unit)?.href;
  expect(hrefOf('301')).toBe('enhet/301/index.html');
  expect(hrefOf('302')).toBe('namnd/SOC/index.html');
});

test('names come in Swedish alphabetical order, and a metric is found by its national id', () => {
  for (const { id, entries } of groups.filter(({ id }) => id !== 'sidor')) {
    const names = entries.map(({ name }) => name);
    expect(names, id).toEqual([...names].sort(new Intl.Collator('sv').compare));
  }
  expect(group('nyckeltal').some(({ terms }) => terms.includes('N00090'))).toBe(true);
});

test('a tree lists what its own site has, and nothing of another’s', () => {
  const small = entriesOf(indexSite({ ...site, metrics: [], plans: [], follow_ups: [], place: null, sources: [] }));
  expect(small.map(({ id }) => id)).toEqual(['sidor']);
  expect(small[0]!.entries.map(({ href }) => href)).not.toContain('mal/index.html');
});
