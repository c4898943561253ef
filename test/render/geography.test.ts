import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Area, Position, Ring } from '../../pipeline/contract/geography.ts';
import { reproject } from '../../pipeline/render/geography/reproject.ts';
import { simplify } from '../../pipeline/render/geography/simplify.ts';
import { signedArea, windClockwise } from '../../pipeline/render/geography/wind.ts';

const square = (x: number, y: number, size = 1): Ring => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
];

describe('reprojection', () => {
  // Lantmäteriet's control points of SWEREF 99 TM: latitude 55° and longitude 12° 45′, 14° 15′.
  it.each([
    [356083.438, 6097106.672, 12.75],
    [452024.069, 6095048.642, 14.25],
  ])('of %d %d in EPSG:3006 is known to less than a millimetre', (east, north, longitude) => {
    const [area] = reproject({ crs: 'EPSG:3006', areas: [{ id: '1', polygons: [[[[east, north]]]] }] });
    const position = area!.polygons[0]![0]![0]!;
    // A millimetre is about 1e-8 degrees.
    expect(position.map(value => Math.round(value * 1e8) / 1e8)).toEqual([longitude, 55]);
  });
  it('of a local zone is about its own meridian', () => {
    const [area] = reproject({ crs: 'EPSG:3007', areas: [{ id: '1', polygons: [[[[150_000, 6_400_000]]]] }] });
    expect(area!.polygons[0]![0]![0]![0]).toBeCloseTo(12, 9);
  });
  it('of WGS 84 is nothing', () => {
    const areas: Area[] = [{ id: '1', polygons: [[square(12, 57)]] }];
    expect(reproject({ crs: 'EPSG:4326', areas })).toBe(areas);
  });
});

describe('winding', () => {
  it('is clockwise outside and the other way inside, however a file has it; the rings are the same', () => {
    const turn = fc.boolean();
    fc.assert(
      fc.property(turn, turn, fc.integer({ min: -170, max: 160 }), fc.integer({ min: -80, max: 70 }), (outer, inner, x, y) => {
        const rings = [square(x, y, 8), square(x + 2, y + 2, 3)].map((ring, i) => ([outer, inner][i] ? ring : [...ring].reverse()));
        const [wound] = windClockwise([{ id: '1', polygons: [rings] }]);
        const [outside, hole] = wound!.polygons[0]!;
        expect(signedArea(outside!)).toBeLessThan(0);
        expect(signedArea(hole!)).toBeGreaterThan(0);
        expect(new Set(outside!.map(String))).toEqual(new Set(rings[0]!.map(String)));
      }),
    );
  });
});

describe('simplification', () => {
  /** A grid of areas whose sides wiggle, so that neighbours share long boundaries. */
  const wiggle = (from: Position, to: Position): Position[] =>
    Array.from({ length: 40 }, (_, i): Position => {
      const share = i / 40;
      const out = i === 0 ? 0 : 0.02 * Math.sin(i * 1.7 + from[0] + 2 * from[1]);
      const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
      return [from[0] + share * dx + out * dy, from[1] + share * dy + out * dx];
    });
  /** The same positions from either end. */
  const between = (a: Position, b: Position): Position[] => {
    const isForth = String(a) < String(b);
    const line = isForth ? [...wiggle(a, b), b] : [...wiggle(b, a), a].reverse();
    return line.slice(0, -1);
  };
  const cell = (x: number, y: number): Area => {
    const corners: Position[] = [
      [x, y],
      [x + 1, y],
      [x + 1, y + 1],
      [x, y + 1],
    ];
    const ring = corners.flatMap((corner, i) => between(corner, corners[(i + 1) % 4]!));
    return { id: `${x}-${y}`, polygons: [[[...ring, ring[0]!]]] };
  };
  const areas = [0, 1, 2].flatMap(x => [0, 1, 2].map(y => cell(x, y)));
  const count = (of: readonly Area[]): number => of.reduce((sum, { polygons }) => sum + polygons.flat(2).length, 0);

  it('leaves what a page has room for as it is', () => expect(simplify(areas, 10_000)).toEqual(areas));

  it('thins boundaries out, keeps every area, and lays neighbours edge to edge: together they are as large as before', () => {
    const thin = simplify(areas, 300);
    expect(count(thin)).toBeLessThan(count(areas) / 2);
    expect(thin.map(({ id }) => id)).toEqual(areas.map(({ id }) => id));
    const total = thin.reduce((sum, { polygons }) => sum + Math.abs(signedArea(polygons[0]![0]!)) / 2, 0);
    // Gaps and overlaps would be counted here; the outer boundary alone may move.
    const corners = thin.flatMap(({ polygons }) => polygons.flat(2)).map(([x, y]) => `${x.toFixed(5)} ${y.toFixed(5)}`);
    const shared = new Map<string, number>();
    for (const corner of corners) shared.set(corner, (shared.get(corner) ?? 0) + 1);
    const inner = [...shared].filter(([corner]) => corner.split(' ').every(value => Number(value) > 0.1 && Number(value) < 2.9));
    expect(inner.filter(([, times]) => times < 2)).toEqual([]);
    expect(total).toBeGreaterThan(8.7);
    expect(total).toBeLessThan(9.3);
  });

  it('never loses an area, however small it is beside the others', () => {
    const speck: Area = { id: 'speck', polygons: [[square(5, 5, 1e-4)]] };
    const thin = simplify([...areas, speck], 100);
    expect(thin.at(-1)!.id).toBe('speck');
    expect(Math.abs(signedArea(thin.at(-1)!.polygons[0]![0]!))).toBeGreaterThan(0);
  });
});
