import type { MultiPolygon, Polygon as Polygonal } from 'geojson';
import { feature } from 'topojson-client';
import { topology } from 'topojson-server';
import { filter, filterAttachedWeight, presimplify, quantile, simplify as thin } from 'topojson-simplify';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Area, Polygon, Ring } from '../../contract/geography.ts';
import { signedArea } from './wind.ts';

/** Positions of all boundaries together: a page has room for a map of these, and the eye for no more at its size. */
const MOST_POSITIONS = 6_000;

/**
 * Areas with fewer positions, where there are more than a page has room for. Neighbours keep the boundary that they share: it
 * is thinned once, by how little each position means to it. An area that would be lost keeps its own largest polygon as it was.
 */
export function simplify(areas: readonly Area[], most = MOST_POSITIONS): Area[] {
  const given = topology({ areas: collection(areas) }, 1e6) as Topology<{ areas: GeometryCollection }>;
  const weighed = presimplify(given);
  const count = weighed.arcs.reduce((sum, arc) => sum + arc.length, 0);
  if (count <= most) return [...areas];
  const least = quantile(weighed, most / count);
  // Islands that are smaller than what is thinned away go, but never the last of an area.
  const thinned = filter(thin(weighed, least), filterAttachedWeight(weighed, least)) as typeof given;
  const found = feature(thinned, thinned.objects.areas).features;
  return areas.map((area, i) => {
    const geometry = found[i]?.geometry;
    const polygons = geometry ? polygonsOf(geometry as MultiPolygon | Polygonal) : [];
    return { id: area.id, polygons: polygons.length > 0 ? polygons : [largest(area)] };
  });
}

const collection = (areas: readonly Area[]) => ({
  type: 'GeometryCollection' as const,
  geometries: areas.map(({ polygons }) => ({ type: 'MultiPolygon' as const, coordinates: polygons as unknown as number[][][][] })),
});

/** Those whose rings still are rings, and not lines that they have collapsed to. */
function polygonsOf(geometry: MultiPolygon | Polygonal): Polygon[] {
  const all = (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates) as unknown as Polygon[];
  return all.filter(([outer]) => isRing(outer!)).map(([outer, ...holes]) => [outer!, ...holes.filter(isRing)]);
}

const isRing = (ring: Ring): boolean => ring.length >= 4 && signedArea(ring) !== 0;

const largest = ({ polygons }: Area): Polygon =>
  polygons.reduce((a, b) => (Math.abs(signedArea(b[0]!)) > Math.abs(signedArea(a[0]!)) ? b : a));
