import type { Runtime } from 'vega';
import { parse, View } from 'vega';
import { compile } from 'vega-lite';
import type { Area, Position, SiteGeography } from '../../pipeline/contract/geography.ts';
import { remember } from '../remember.ts';
import { collectingLogger } from './collecting-logger.ts';
import { mapSpec } from './map-spec.ts';

/** An area as it is drawn: a path, and where in the drawing its middle is, as shares of its width and height. */
export interface AreaShape {
  id: string;
  path: string;
  middle: readonly [number, number];
}

/** All areas of a geography, north up. A unit is less than a pixel at the size that pages show. */
export interface DrawnAreas {
  width: number;
  height: number;
  shapes: readonly AreaShape[];
}

/** The longer side of a drawing, in its own units. */
const SIDE = 2000;

/** What is read of Vega's scenegraph: an area's item writes its path itself. */
interface ShapeItem {
  shape: { context(context: null): (item: ShapeItem) => string | null };
}
interface Scene {
  marktype?: string;
  items?: readonly Scene[];
}

/** The paths of a geography's areas, drawn by Vega once for all maps of it. Throws on anything that Vega logs. */
export const drawAreas = remember(({ areas }: SiteGeography): DrawnAreas => {
  const logger = collectingLogger();
  const runtime: Runtime = parse(compile(mapSpec(SIDE), { logger }).spec, undefined, { ast: true });
  const view = new View(runtime, { renderer: 'none', logger });
  const all = areas.flatMap(({ polygons }) => polygons.flatMap(([outer]) => outer!));
  const longitudes = all.map(([longitude]) => longitude);
  view.signal('meridian', (Math.min(...longitudes) + Math.max(...longitudes)) / 2);
  view.data('area', areas.map(featureOf));
  view.run();
  logger.throwIfAny('map');
  const drawn = itemsOf((view.scenegraph() as unknown as { root: Scene }).root).map(item => pointsOf(item.shape.context(null)(item) ?? ''));
  const points: Position[] = drawn.flatMap(rings => rings.flatMap(ring => ring));
  const [left, top] = [Math.min(...points.map(([x]) => x)), Math.min(...points.map(([, y]) => y))];
  const width = Math.max(...points.map(([x]) => x)) - left;
  const height = Math.max(...points.map(([, y]) => y)) - top;
  return {
    width,
    height,
    shapes: areas.map(({ id }, i) => {
      const rings = drawn[i]!.map(ring => ring.map(([x, y]): Position => [x - left, y - top]));
      const [x, y] = middleOf(rings);
      return { id, path: rings.map(ringPath).join(''), middle: [x / width, y / height] };
    }),
  };
});

const featureOf = ({ polygons }: Area): object => ({
  type: 'Feature',
  // Vega writes into what it is given.
  geometry: { type: 'MultiPolygon', coordinates: structuredClone(polygons) },
});

function itemsOf(scene: Scene): readonly ShapeItem[] {
  if (scene.marktype === 'shape') return (scene.items ?? []) as unknown as readonly ShapeItem[];
  return (scene.items ?? []).flatMap(itemsOf);
}

/** The rings of a path, in whole units, without points that fall on the one before. */
function pointsOf(path: string): Position[][] {
  return path
    .split('Z')
    .filter(Boolean)
    .map(ring => {
      const points = ring
        .slice(1)
        .split('L')
        .map(point => point.split(',').map(value => Math.round(Number(value))) as unknown as Position);
      return points.filter(([x, y], i) => i === 0 || x !== points[i - 1]![0] || y !== points[i - 1]![1]);
    });
}

/** A ring by the way from each point to the next: short, and compresses well. */
function ringPath(ring: readonly Position[]): string {
  const [[x, y]] = ring as [Position];
  const steps = ring.slice(1).map(([toX, toY], i) => {
    const [dx, dy] = [toX - ring[i]![0], toY - ring[i]![1]];
    return `${i === 0 || dx < 0 ? '' : ' '}${dx}${dy < 0 ? '' : ' '}${dy}`;
  });
  return `M${x} ${y}l${steps.join('')}z`;
}

/** The middle of what the largest ring spans. */
function middleOf(rings: readonly (readonly Position[])[]): Position {
  const spans = rings.map(ring => {
    const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)];
    return { x: [Math.min(...xs), Math.max(...xs)] as const, y: [Math.min(...ys), Math.max(...ys)] as const };
  });
  const sizeOf = ({ x, y }: (typeof spans)[number]): number => (x[1] - x[0]) * (y[1] - y[0]);
  const largest = spans.reduce((a, b) => (sizeOf(b) > sizeOf(a) ? b : a));
  return [(largest.x[0] + largest.x[1]) / 2, (largest.y[0] + largest.y[1]) / 2];
}
