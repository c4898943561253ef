import type { DrillView } from '../drill/drill-view.ts';
import { readMonths, readPoint } from '../drill/read-point.ts';

const SVG = 'http://www.w3.org/2000/svg';
const SIZES = ['wide', 'narrow'] as const;

/** Says the period that a range control stands at, and marks it in the chart beside it: a rule, and a ring about each point. */
export function readChart(view: DrillView, control: HTMLInputElement): void {
  const months = readMonths(view, 'wide');
  const month = months[control.valueAsNumber]!;
  const figure = control.closest('[data-figure]')!;
  const said = readPoint(view, 'wide', month).text;
  control.setAttribute('aria-valuetext', said);
  control.closest('p')!.querySelector('output')!.textContent = said;
  for (const size of SIZES) {
    const chart = figure.querySelector(`figure .plot.${size === 'wide' ? 'broad' : 'narrow'} > svg`);
    chart?.querySelector('.focus')?.remove();
    // A narrow chart has fewer periods: an earlier one is said, and stands in no place there. The size that is not shown may not be drawn yet.
    if (chart === null || !readMonths(view, size).includes(month)) continue;
    const { x, ys } = readPoint(view, size, month);
    const plot = chart.querySelector('svg')!;
    const [top, height] = [Number(plot.getAttribute('y')), Number(plot.getAttribute('height'))];
    const at = `${100 * x}%`;
    const group = shape('g', { class: 'focus' });
    group.append(
      shape('line', { x1: at, x2: at, y1: top, y2: top + height }),
      ...ys.map(y => shape('circle', { cx: at, cy: top + y, r: 7 })),
    );
    chart.append(group);
  }
}

function shape(name: string, attributes: Readonly<Record<string, string | number>>): Element {
  const element = document.createElementNS(SVG, name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, String(value));
  return element;
}
