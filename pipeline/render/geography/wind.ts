import type { Area, Polygon, Ring } from '../../contract/geography.ts';

/** Twice the area inside a ring, in its own coordinates: above 0 where it runs counter-clockwise, east to the right and north up. */
export const signedArea = (ring: Ring): number =>
  ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length]!;
    return sum + x * nextY - nextX * y;
  }, 0);

/**
 * Areas whose outer rings run clockwise and whose holes do not. That is what draws a map: on a sphere, the other way round is
 * all of the earth but the area. RFC 7946 says the opposite, and files are written both ways.
 */
export const windClockwise = (areas: readonly Area[]): Area[] =>
  areas.map(({ id, polygons }) => ({ id, polygons: polygons.map(polygon => polygon.map(turned)) }));

const turned = (ring: Ring, index: number): Polygon[number] => (signedArea(ring) < 0 === (index === 0) ? ring : [...ring].reverse());
