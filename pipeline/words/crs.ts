/** A coordinate reference system that boundaries may come in: how PROJ writes it, and where in it Sweden and its surroundings are. */
export interface Crs {
  proj: string;
  /** West, south, east, north: a position outside is written in another system, or north before east. */
  bounds: readonly [number, number, number, number];
}

const WGS84: Crs = { proj: '+proj=longlat +datum=WGS84 +no_defs', bounds: [-180, -90, 180, 90] };
const utm = (zone: number): Crs => ({
  proj: `+proj=utm +zone=${zone} +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs`,
  bounds: [-500_000, 5_500_000, 1_500_000, 8_500_000],
});
/** A local zone of SWEREF 99, by its central meridian: `12 00` is 12. */
const zone = (meridian: number): Crs => ({
  proj: `+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=1 +x_0=150000 +y_0=0 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs`,
  bounds: [-1_000_000, 5_500_000, 1_300_000, 8_500_000],
});

/** SWEREF 99 differs from WGS 84 by less than a metre: no shift is made between them. */
export const KNOWN_CRS = {
  'EPSG:4326': WGS84,
  'EPSG:3006': utm(33),
  'EPSG:3007': zone(12),
  'EPSG:3008': zone(13.5),
  'EPSG:3009': zone(15),
  'EPSG:3010': zone(16.5),
  'EPSG:3011': zone(18),
  'EPSG:3012': zone(14.25),
  'EPSG:3013': zone(15.75),
  'EPSG:3014': zone(17.25),
  'EPSG:3015': zone(18.75),
  'EPSG:3016': zone(20.25),
  'EPSG:3017': zone(21.75),
  'EPSG:3018': zone(23.25),
} as const satisfies Readonly<Record<string, Crs>>;

export type CrsName = keyof typeof KNOWN_CRS;
export const CRS_NAMES = Object.keys(KNOWN_CRS) as [CrsName, ...CrsName[]];
