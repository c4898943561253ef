import type { TopLevelSpec } from 'vega-lite';

/**
 * The marks that charts are made of. Every layer reads the data set of its own name, and its name is the class of its
 * path in the page, so the style sheet alone decides colours and widths. Domains come as the params `xdom` and `ydom`.
 */
export type LayeredSpec = Extract<TopLevelSpec, { layer: unknown }>;
type Layer = LayeredSpec['layer'][number];

const scaled = (field: string, domain: 'xdom' | 'ydom') => ({
  field,
  type: 'quantitative' as const,
  axis: null,
  scale: { type: 'linear' as const, zero: false, nice: false, domain: { expr: domain } },
});
const x = scaled('x', 'xdom');
const y = scaled('y', 'ydom');
const x2 = { field: 'x2' };
const y2 = { field: 'y2' };
/** A position that the chart's data gives in pixels, as labels that had to make room for each other. */
const pixelY = { field: 'py', type: 'quantitative' as const, scale: null, axis: null };

/** A line that breaks where `y` is null. */
export const line = (name: string): Layer => ({
  name,
  data: { name },
  mark: { type: 'line', invalid: 'break-paths-filter-domains' },
  encoding: { x, y },
});

/** Horizontal strokes from `x` to `x2` at `y`. */
export const strokes = (name: string): Layer => ({ name, data: { name }, mark: 'rule', encoding: { x, x2, y } });

/** Vertical hairlines at `x`, from the plot's floor and `length` px down. */
export const ticks = (name: string, length: number): Layer => ({
  name,
  data: { name },
  mark: 'rule',
  encoding: { x, y: { value: { expr: 'height' } }, y2: { value: { expr: `height + ${length}` } } },
});

/** Areas from `y` to `y2`, between `x` and `x2`. */
export const areas = (name: string): Layer => ({ name, data: { name }, mark: 'rect', encoding: { x, x2, y, y2 } });

/** One area along `x`, from `y` to `y2`, which breaks where `y` is null. */
export const ribbon = (name: string): Layer => ({
  name,
  data: { name },
  mark: { type: 'area', invalid: 'break-paths-filter-domains' },
  encoding: { x, y, y2 },
});

/** Vertical hairlines at `x`, through the whole plot. */
export const verticals = (name: string): Layer => ({
  name,
  data: { name },
  mark: 'rule',
  encoding: { x, y: { value: 0 }, y2: { value: { expr: 'height' } } },
});

const points = (name: string, shape: 'circle' | 'square', width: number): Layer => ({
  name,
  data: { name },
  mark: { type: 'point', shape, filled: true, size: width ** 2 },
  encoding: { x, y },
});

/** Discs of `radius` px. */
export const discs = (name: string, radius: number): Layer => points(name, 'circle', 2 * radius);

/** Squares with sides of `width` px; the style sheet stands them on a corner. */
export const squares = (name: string, width: number): Layer => points(name, 'square', width);

/** Texts at `x`, `py` px from the plot's top. */
export const texts = (name: string, align: 'left' | 'center' | 'right', dx = 0): Layer => ({
  name,
  data: { name },
  mark: { type: 'text', align, baseline: 'alphabetic', dx },
  encoding: { x, y: pixelY, text: { field: 'text' } },
});

/** A chart of such layers, drawn at 1000 px; the page stretches it, and its text stays as it is. */
export const chart = (height: number, layer: Layer[]): LayeredSpec => ({
  $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
  width: 1000,
  height,
  padding: 0,
  autosize: { type: 'none' },
  background: 'transparent',
  params: [
    { name: 'xdom', value: [0, 1] },
    { name: 'ydom', value: [0, 1] },
  ],
  config: { aria: false, mark: { aria: false }, view: { stroke: null }, font: 'inherit' },
  layer,
});
