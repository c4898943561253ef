import { describe, expect, it } from 'vitest';
import { dataPackage } from '../../../dashboards/open-data/data-package.ts';
import { observationHeader } from '../../../pipeline/render/observation-columns.ts';
import { fixtureSite } from '../fixture-site.ts';

interface Package {
  licenses?: { name: string }[];
  resources: { name: string; path: string; schema: { fields: { name: string }[]; primaryKey: string[] } }[];
}

describe('the data package', () => {
  const site = fixtureSite();
  const { resources, licenses } = dataPackage(site) as Package;

  it('describes every column of every metric’s CSV, in its order', () => {
    expect(resources.map(({ name, path }) => [name, path])).toEqual(site.metrics.map(({ id }) => [id, `observations/${id}.csv`]));
    for (const [i, metric] of site.metrics.entries())
      expect(resources[i]!.schema.fields.map(({ name }) => name)).toEqual(observationHeader(metric.dimensions));
  });

  it('names a key that no two rows share', () => {
    for (const [i, metric] of site.metrics.entries()) {
      const keys = metric.observations.map(o => [o.grain, o.window, o.period_start, ...o.members].join('|'));
      expect(new Set(keys).size).toBe(keys.length);
      expect(resources[i]!.schema.primaryKey).toEqual(['grain', 'window', 'period_start', ...metric.dimensions]);
    }
  });

  it('states the licence, and none where none is decided', () => {
    expect(licenses).toEqual([expect.objectContaining({ name: 'CC0-1.0' })]);
    const open_data = null;
    expect(dataPackage(fixtureSite({ municipality: { ...site.municipality, open_data } }))).not.toHaveProperty('licenses');
  });
});
