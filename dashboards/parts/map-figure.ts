import { formatPeriod } from '../../pipeline/contract/format-day.ts';
import { formatNumber } from '../../pipeline/contract/format-number.ts';
import { drawAreas } from '../charts/area-shapes.ts';
import { drawMap } from '../charts/draw-map.ts';
import type { Html } from '../html.ts';
import { html, raw } from '../html.ts';
import { classAt, classOf } from '../map/map-classes.ts';
import type { MappedMetric } from '../mapped-metric.ts';
import { mapValue } from '../mapped-metric.ts';
import { capital } from '#texts/numeral.ts';
import { mapTexts as t } from '#texts/map.ts';

/** The map of the period that is shown, with its key in words, numbers and how many areas each class has. */
export function mapFigure(mapped: MappedMetric): Html {
  const { metric, geography, dimension, members, latest, breaks } = mapped;
  const period = formatPeriod(metric.finest, latest);
  const values = new Map(members.map(member => [member.id, mapValue(metric, member, latest)]));
  const styleOf = (id: string): string => classOf(values.get(id) ?? null, breaks);
  const own = members.find(({ id }) => id === dimension.own);
  const ownValue = own && mapValue(metric, own, latest);
  const svg = drawMap({
    title: t.mapTitle(metric.question, period),
    description: `${t.describe(geography.areas.length, period)} ${t.inTable}`,
    drawn: drawAreas(geography),
    classOf: styleOf,
    own: own
      ? { id: own.id, label: t.own(own.name, ownValue === null || ownValue === undefined ? null : formatNumber(ownValue, metric.decimals)) }
      : null,
  });
  const counts = new Map<string, number>();
  for (const { id } of geography.areas) counts.set(styleOf(id), (counts.get(styleOf(id)) ?? 0) + 1);
  const line = (style: string, words: string): Html =>
    html`<li>
      <svg width="28" height="16" aria-hidden="true"><rect class="${style}" width="28" height="16" /></svg> ${words}
      <span class="quiet" data-count="${style}">${t.count(counts.get(style) ?? 0)}</span>
    </li>`;
  return html`<figure class="map-figure">
    <div class="map">${raw(svg)}</div>
    <figcaption>
      <p class="cap" data-part="period">${capital(period)}</p>
      <p>${t.keyTitle(metric.unit)}</p>
      <ul class="map-key">
        ${classWords(breaks, metric.decimals).map((words, i) => line(classAt(i, breaks.length + 1), words))} ${line('na', t.noValue)}
      </ul>
      <p class="quiet">${t.note}</p>
    </figcaption>
  </figure>`;
}

/** Each class by its limits, the lowest first. */
function classWords(breaks: readonly number[], decimals: number): string[] {
  const printed = breaks.map(value => formatNumber(value, decimals));
  if (printed.length === 0) return [t.classes.only];
  return [
    t.classes.lowest(printed[0]!),
    ...printed.slice(1).map((below, i) => t.classes.between(printed[i]!, below)),
    t.classes.highest(printed.at(-1)!),
  ];
}

/** The stripes of what has no value: once a page, since charts and keys use the same. */
export const STRIPES =
  '<svg class="sprite" aria-hidden="true" width="0" height="0"><defs><pattern id="streckat" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">' +
  '<rect class="stripe-ground" width="6" height="6"/><rect class="stripe" width="1.5" height="6"/></pattern></defs></svg>';
