import type { TopLevelSpec } from 'vega-lite';

/**
 * Areas as they lie, in a transverse Mercator around their own middle meridian: a map of one country or town keeps its shapes,
 * and north is up. Colours are the page's. Drawn at build alone: no page's script has what draws it.
 */
export const mapSpec = (side: number): TopLevelSpec => ({
  $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
  width: side,
  height: side,
  padding: 0,
  autosize: { type: 'none' },
  background: 'transparent',
  params: [{ name: 'meridian', value: 0 }],
  config: { aria: false, mark: { aria: false }, view: { stroke: null } },
  // No points are added between those of the boundaries.
  projection: { type: 'transverseMercator', rotate: { expr: '[-meridian, 0, 0]' }, precision: 0 },
  layer: [{ name: 'area', data: { name: 'area' }, mark: { type: 'geoshape' } }],
});
