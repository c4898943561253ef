import type { Drawing } from './drawing.ts';

/** What is read of Vega's scenegraph: marks hold items, groups hold marks. */
export interface SceneItem {
  marktype?: string;
  name?: string;
  items?: readonly SceneItem[];
  x?: number;
  y?: number;
  x2?: number;
  y2?: number;
  width?: number;
  height?: number;
  size?: number;
  dx?: number;
  align?: string;
  text?: string;
  shape?: string;
  defined?: boolean;
}

/** Specs are drawn this wide; lines stretch with the page, texts and discs keep their size. */
const WIDTH = 1000;

/**
 * A scenegraph as SVG that is as wide as its place: lines and areas in an inner SVG that stretches (strokes do not), texts
 * and discs outside it at a share of the width. A mark's class is its layer's name.
 */
export function fluidSvg(root: SceneItem, drawing: Drawing): string {
  const marks = marksOf(root);
  const geometry = marks.map(geometryOf).join('');
  const rest = marks.map(mark => outside(mark, drawing.above)).join('');
  const { height, above, below, says } = drawing;
  const label = says
    ? ` role="img"><title>${escapeText(says.title)}</title><desc>${escapeText(says.description)}</desc>`
    : ` aria-hidden="true">`;
  return (
    `<svg width="100%" height="${above + height + below}"${label}` +
    `<svg y="${above}" width="100%" height="${height}" viewBox="0 0 ${WIDTH} ${height}" preserveAspectRatio="none" overflow="visible">${geometry}</svg>` +
    `${rest}</svg>`
  );
}

function marksOf(item: SceneItem): SceneItem[] {
  if (item.marktype && item.marktype !== 'group') return [item];
  return (item.items ?? []).flatMap(marksOf);
}

const layerOf = (mark: SceneItem): string => (mark.name ?? '').replace(/_marks$/, '');

function geometryOf(mark: SceneItem): string {
  const items = mark.items ?? [];
  const path = PATHS[mark.marktype ?? '']?.(items) ?? '';
  return path === '' ? '' : `<path class="${layerOf(mark)}" d="${path}"/>`;
}

const PATHS: Readonly<Record<string, (items: readonly SceneItem[]) => string>> = {
  line: linePath,
  area: areaPath,
  rule: items => items.map(({ x = 0, y = 0, x2 = x, y2 = y }) => `M${px(x)} ${px(y)}L${px(x2)} ${px(y2)}`).join(''),
  rect: items =>
    items.map(({ x = 0, y = 0, width = 0, height = 0 }) => `M${px(x)} ${px(y)}h${px(width)}v${px(height)}h${px(-width)}z`).join(''),
};

/** Forth along the one side and back along the other, for each run without a hole. */
function areaPath(items: readonly SceneItem[]): string {
  const runs: SceneItem[][] = [[]];
  for (const item of items) {
    if (item.defined === false) runs.push([]);
    else runs.at(-1)!.push(item);
  }
  return runs
    .filter(run => run.length > 0)
    .map(run => {
      const there = run.map(({ x = 0, y = 0 }) => `${px(x)} ${px(y)}`);
      // Vega gives an area's other side as a height from `y`.
      const back = run.map(({ x = 0, y = 0, height = 0 }) => `${px(x)} ${px(y + height)}`).reverse();
      return `M${[...there, ...back].join('L')}z`;
    })
    .join('');
}

function linePath(items: readonly SceneItem[]): string {
  let path = '';
  let pen = 'M';
  for (const { x = 0, y = 0, defined } of items) {
    if (defined === false) {
      pen = 'M';
      continue;
    }
    path += `${pen}${px(x)} ${px(y)}`;
    pen = 'L';
  }
  return path;
}

const ANCHORS: Readonly<Record<string, string>> = { center: ' text-anchor="middle"', right: ' text-anchor="end"' };

function outside(mark: SceneItem, above: number): string {
  const layer = layerOf(mark);
  const items = mark.items ?? [];
  if (mark.marktype === 'symbol') return items.map(item => symbol(item, layer, above)).join('');
  if (mark.marktype !== 'text') return '';
  return items
    .map(item => {
      const dx = item.dx ? ` dx="${px(item.dx)}"` : '';
      const anchor = ANCHORS[item.align ?? ''] ?? '';
      return `<text class="${layer}" x="${share(item.x)}" y="${px((item.y ?? 0) + above)}"${dx}${anchor}>${escapeText(item.text ?? '')}</text>`;
    })
    .join('');
}

function symbol({ x, y = 0, size = 0, shape }: SceneItem, layer: string, above: number): string {
  const [at, width] = [px(y + above), Math.sqrt(size)];
  // A share and px cannot be added here: the style sheet moves a square from its corner to its middle.
  return shape === 'square'
    ? `<rect class="${layer}" x="${share(x)}" y="${at}" width="${px(width)}" height="${px(width)}"/>`
    : `<circle class="${layer}" cx="${share(x)}" cy="${at}" r="${px(width / 2)}"/>`;
}

/** One decimal is enough on a screen, and keeps pages small. */
const px = (value: number): string => String(Math.round(value * 10) / 10 + 0);
const share = (x = 0): string => `${px((100 * x) / WIDTH)}%`;
const escapeText = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
