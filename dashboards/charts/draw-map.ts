import type { DrawnAreas } from './area-shapes.ts';

/** An area's part of a map: the style of its class. */
export interface MapInput {
  title: string;
  description: string;
  drawn: DrawnAreas;
  classOf(id: string): string;
  /** The area that is outlined, and what stands beside it; null where none is the reader's own. */
  own: { id: string; label: string } | null;
}

/** Digits of a share that are enough for a place on a screen. */
const percent = (share: number): string => `${Math.round(share * 1000) / 10}%`;
const escapeText = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/**
 * A map: the areas in an SVG that scales, and over it one that does not, with the own area's ring and name. Stripes for what has
 * no value are a pattern, so that they need no colour.
 */
export function drawMap({ title, description, drawn, classOf, own }: MapInput): string {
  const { width, height, shapes } = drawn;
  // The own area last: its outline lies over its neighbours'.
  const ordered = [...shapes.filter(({ id }) => id !== own?.id), ...shapes.filter(({ id }) => id === own?.id)];
  const paths = ordered.map(
    ({ id, path }) => `<path class="${classOf(id)}${id === own?.id ? ' mine' : ''}" data-area="${escapeText(id)}" d="${path}"/>`,
  );
  return (
    `<svg class="areas" viewBox="0 0 ${width} ${height}" role="img"><title>${escapeText(title)}</title><desc>${escapeText(description)}</desc>` +
    `${paths.join('')}</svg>${own === null ? '' : label(drawn, own)}`
  );
}

/** The name stands on the side that has most of the map. */
function label({ shapes }: DrawnAreas, own: { id: string; label: string }): string {
  const shape = shapes.find(({ id }) => id === own.id);
  if (shape === undefined) return '';
  const [x, y] = shape.middle;
  const beside = x > 0.6 ? ` dx="-14" text-anchor="end"` : ` dx="14"`;
  return (
    `<svg class="over" width="100%" height="100%" aria-hidden="true"><circle class="halo" cx="${percent(x)}" cy="${percent(y)}" r="9"/><circle cx="${percent(x)}" cy="${percent(y)}" r="9"/>` +
    `<text x="${percent(x)}" y="${percent(y)}" dy="5"${beside}>${escapeText(own.label)}</text></svg>`
  );
}
