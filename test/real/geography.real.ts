import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readProject } from '../../pipeline/read/read-project.ts';
import { siteGeographies } from '../../pipeline/render/geography/site-geographies.ts';
import { signedArea } from '../../pipeline/render/geography/wind.ts';
import { drawAreas } from '../../dashboards/charts/area-shapes.ts';
import { smallProject, writeProject } from '../read/small-project.ts';
import { real } from './real-files.ts';

describe('the districts of Karlstad, in SWEREF 99 TM', () => {
  it('are all read, come where Karlstad is, keep their sizes, and are drawn', async () => {
    const text = readFileSync(real('geo', 'karlstad_geo_stadsdelar.json'), 'utf8');
    const root = await writeProject({
      ...smallProject,
      'malbild.yaml': `${smallProject['malbild.yaml']}geography: { municipality: { file: geography/districts.json, id: guid } }\n`,
      'geography/districts.json': text,
    });
    const { geographies, problems } = await readProject(root);
    expect(problems).toEqual([]);
    expect(geographies).toMatchObject([{ crs: 'EPSG:3006' }]);
    expect(geographies[0]!.areas).toHaveLength(66);
    const [site] = siteGeographies(geographies);
    const positions = site!.areas.flatMap(({ polygons }) => polygons.flat(2));
    const [longitudes, latitudes] = [positions.map(([x]) => x), positions.map(([, y]) => y)];
    expect([
      Math.min(...longitudes) > 13.3,
      Math.max(...longitudes) < 13.7,
      Math.min(...latitudes) > 59.3,
      Math.max(...latitudes) < 59.5,
    ]).toEqual([true, true, true, true]);
    const metres = geographies[0]!.areas.reduce((sum, { polygons }) => sum + Math.abs(signedArea(polygons[0]![0]!)) / 2, 0);
    // A degree here, in metres east and north: the ellipsoid's own, to a part in a thousand.
    const degrees = site!.areas.reduce((sum, { polygons }) => sum + Math.abs(signedArea(polygons[0]![0]!)) / 2, 0);
    expect(Math.abs((degrees * 56_880 * 111_410) / metres - 1)).toBeLessThan(0.005);
    const { shapes, width, height } = drawAreas(site!);
    expect(shapes.every(({ path }) => path.length > 10)).toBe(true);
    expect(Math.max(width, height)).toBe(2000);
  });
});
