import { wrap } from '../charts/end-labels.ts';
import { withLightTokens } from './light-tokens.ts';

export interface StandaloneSvg {
  markup: string;
  width: number;
  height: number;
}

/** The plot is drawn as wide as its spec, so that its paths stand as they are; px. */
const PLOT = 1000;
const MARGIN = { left: 56, ranked: 272, right: 180, edge: 24 } as const;
const TITLE = { size: 20, line: 28, characters: 100 } as const;
const WORDS = { size: 14, line: 20, characters: 165 } as const;
/** What is kept of a mark's style, with what SVG has where nothing is said. */
const KEPT = {
  fill: 'rgb(0, 0, 0)',
  stroke: 'none',
  'stroke-width': '1px',
  'stroke-dasharray': 'none',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'paint-order': 'normal',
};
const KEPT_OF_TEXT = { ...KEPT, 'font-size': '', 'font-weight': '400', 'text-anchor': 'start' };

/** A fluid chart of the page as one SVG of its own, with its title over it and `words` under it, in the light colours. */
export function standaloneSvg(chart: SVGSVGElement, title: string, words: readonly string[]): StandaloneSvg {
  return withLightTokens(() => {
    const left = chart.closest('.ranked') ? MARGIN.ranked : MARGIN.left;
    const width = left + PLOT + MARGIN.right;
    const titles = wrap(title, TITLE.characters, 3);
    const lines = words.flatMap(text => wrap(text, WORDS.characters, 4));
    const top = MARGIN.edge + titles.length * TITLE.line + 12;
    const below = top + Number(chart.getAttribute('height')) + 12;
    const height = below + lines.length * WORDS.line + MARGIN.edge;
    const tokens = getComputedStyle(document.documentElement);
    const [ink, quiet, paper, font] = ['--ink', '--quiet', '--paper', '--font'].map(token => tokens.getPropertyValue(token).trim()) as [
      string,
      string,
      string,
      string,
    ];
    const text = (content: string, y: number, size: number, weight: number, fill: string): string =>
      `<text x="${MARGIN.edge}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}">${escape(content)}</text>`;
    const markup =
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escape(font)}" role="img">` +
      `<title>${escape(title)}</title><desc>${escape(chart.querySelector('desc')?.textContent ?? '')}</desc>` +
      `<rect width="100%" height="100%" fill="${paper}"/>` +
      titles.map((line, i) => text(line, MARGIN.edge + i * TITLE.line + 20, TITLE.size, 650, ink)).join('') +
      `<g transform="translate(${left} ${top})">${[...chart.children].map(markupOf).join('')}</g>` +
      lines.map((line, i) => text(line, below + (i + 1) * WORDS.line - 5, WORDS.size, 400, quiet)).join('') +
      `</svg>\n`;
    return { markup, width, height };
  });
}

/** A mark with the colours and sizes that the page's style sheet gives it. */
function markupOf(element: Element): string {
  if (element instanceof SVGSVGElement) {
    return `<g transform="translate(0 ${element.getAttribute('y') ?? 0})">${[...element.children].map(markupOf).join('')}</g>`;
  }
  const style = styleOf(element, element instanceof SVGTextElement ? KEPT_OF_TEXT : KEPT);
  if (element instanceof SVGPathElement) return `<path d="${element.getAttribute('d')}"${style}/>`;
  if (element instanceof SVGCircleElement)
    return `<circle cx="${px(element, 'cx')}" cy="${px(element, 'cy')}" r="${px(element, 'r')}"${style}/>`;
  if (element instanceof SVGRectElement) {
    // The style sheet stands a square on its corner, about its own place.
    const [x, y, half] = [px(element, 'x'), px(element, 'y'), px(element, 'width') * Math.SQRT1_2];
    return `<path d="M${x} ${y - half}L${x + half} ${y}L${x} ${y + half}L${x - half} ${y}z"${style}/>`;
  }
  if (element instanceof SVGTextElement) {
    return `<text x="${px(element, 'x') + px(element, 'dx')}" y="${px(element, 'y')}"${style}>${escape(element.textContent)}</text>`;
  }
  return '';
}

function styleOf(element: Element, kept: Readonly<Record<string, string>>): string {
  const style = getComputedStyle(element);
  return Object.entries(kept)
    .map(([property, usual]) => [property, style.getPropertyValue(property), usual])
    .map(([property, value, usual]) => (value === usual ? '' : ` ${property}="${escape(value!)}"`))
    .join('');
}

/** A coordinate in px; a share is of the plot's width. */
function px(element: Element, attribute: string): number {
  const value = element.getAttribute(attribute) ?? '0';
  return value.endsWith('%') ? (Number.parseFloat(value) / 100) * PLOT : Number(value);
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
