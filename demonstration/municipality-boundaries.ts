// Makes geography/municipalities.geojson: npx tsx demonstration/municipality-boundaries.ts GEOJSON
// Each municipality with its code and name, its boundary to four decimals of a degree (about ten metres).
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Municipality {
  properties: { id: string; kom_namn: string };
  geometry: { type: string; coordinates: unknown };
}

const [given] = process.argv.slice(2);
if (!given) throw new Error('Usage: npx tsx demonstration/municipality-boundaries.ts GEOJSON');
const { features } = JSON.parse(readFileSync(given, 'utf8')) as { features: Municipality[] };

/** Numbers, however deep they stand, to four decimals. */
const rounded = (value: unknown): unknown => (Array.isArray(value) ? value.map(rounded) : Math.round(Number(value) * 1e4) / 1e4);
const lines = features
  .sort((a, b) => (a.properties.id < b.properties.id ? -1 : 1))
  .map(({ properties: { id, kom_namn }, geometry: { type, coordinates } }) =>
    JSON.stringify({ type: 'Feature', properties: { id, name: kom_namn }, geometry: { type, coordinates: rounded(coordinates) } }),
  );
const folder = join(import.meta.dirname, '../geography');
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'municipalities.geojson'), `{"type":"FeatureCollection","features":[\n${lines.join(',\n')}\n]}\n`);
