import type { TrendSize } from '../charts/draw-trend.ts';

/** True where the style sheet shows charts in their wide size, else in their narrow one. */
const isWide = matchMedia('(min-width: 64em)');

/** How the charts are drawn that nothing shows yet, by what stands in their places. */
const later = new WeakMap<Element, () => Node>();

/** A chart in one of its two sizes: drawn at once where it is shown, else when a wider or narrower window, a print or a file needs it. */
export function drawSized(size: TrendSize, draw: () => Node): Node {
  if (isWide.matches === (size === 'wide')) return draw();
  const place = document.createElement('span');
  place.dataset.later = '';
  later.set(place, draw);
  return place;
}

/** Draws what has waited. */
export function drawLater(within: ParentNode): void {
  for (const place of within.querySelectorAll('[data-later]')) place.replaceWith(later.get(place)!());
}

isWide.addEventListener('change', () => drawLater(document));
window.addEventListener('beforeprint', () => drawLater(document));
