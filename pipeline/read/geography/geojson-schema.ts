import * as z from 'zod';
import type { Polygon, Position } from '../../contract/geography.ts';

// A height is passed over.
const position = z
  .array(z.number({ error: 'numbers' }))
  .min(2, { error: 'two numbers or three' })
  .transform(([east, north]): Position => [east!, north!]);
const ring = z.array(position).min(4, { error: 'at least four positions' });
const polygon = z.array(ring).min(1, { error: 'at least one ring' });

const geometry = z.discriminatedUnion(
  'type',
  [
    z.object({ type: z.literal('Polygon'), coordinates: polygon }).transform(({ coordinates }): readonly Polygon[] => [coordinates]),
    z
      .object({ type: z.literal('MultiPolygon'), coordinates: z.array(polygon) })
      .transform(({ coordinates }): readonly Polygon[] => coordinates),
  ],
  { error: 'a geometry of type Polygon or MultiPolygon' },
);

const feature = z.object({
  type: z.literal('Feature', { error: 'Feature' }),
  properties: z.record(z.string(), z.unknown(), { error: 'a map of properties' }).nullable(),
  geometry: geometry.nullable(),
});

/** GeoJSON (RFC 7946), and the `crs` that it had before: the part of it that boundaries are. Other keys are passed over. */
export const geojsonSchema = z.object({
  type: z.literal('FeatureCollection', { error: 'FeatureCollection' }),
  features: z.array(feature, { error: 'a list of features' }).min(1, { error: 'at least one feature' }),
  crs: z.object({ properties: z.object({ name: z.string() }) }).nullish(),
});
export type GeoJson = z.infer<typeof geojsonSchema>;
