import proj4 from 'proj4';
import type { Area, Position } from '../../contract/geography.ts';
import { KNOWN_CRS } from '../../words/crs.ts';
import type { Geography } from '../../words/geography.ts';

/** A geography's areas in WGS 84: longitude and latitude in degrees. */
export function reproject({ crs, areas }: Pick<Geography, 'crs' | 'areas'>): readonly Area[] {
  if (crs === 'EPSG:4326') return areas;
  const { forward } = proj4(KNOWN_CRS[crs].proj, KNOWN_CRS['EPSG:4326'].proj);
  const toDegrees = ([east, north]: Position): Position => {
    const [longitude, latitude] = forward([east, north]);
    return [longitude!, latitude!];
  };
  return areas.map(({ id, polygons }) => ({ id, polygons: polygons.map(rings => rings.map(ring => ring.map(toDegrees))) }));
}
