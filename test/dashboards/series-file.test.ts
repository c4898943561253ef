import { expect, it } from 'vitest';
import { seriesFile } from '../../dashboards/series-file.ts';
import { fixtureSite } from './fixture-site.ts';

it('the series of the same figures are those of the units that the site has', () => {
  const site = fixtureSite();
  const metric = site.metrics.find(({ id }) => id === 'sick-leave')!;
  const place = site.dimensions.find(({ id }) => id === site.place)!;
  const board = place.nodes.find(({ parent }) => parent !== null && parent !== '*')!.parent!;
  const child = place.nodes.find(({ parent }) => parent === board)!.id;
  const without = {
    ...site,
    dimensions: site.dimensions.map(dimension =>
      dimension === place ? { ...place, nodes: place.nodes.filter(({ id }) => id !== child) } : dimension,
    ),
  };
  const namesIn = (of: typeof site): string[] => Object.keys(seriesFile(of, metric, board).names);
  expect(namesIn(site)).toContain(`${place.id}/${child}`);
  expect(namesIn(without)).not.toContain(`${place.id}/${child}`);
  expect(namesIn(site)).toContain(`${place.id}/${child}`);
});
