import { formatPeriod } from '../../pipeline/contract/format-day.ts';
import type { Html } from '../html.ts';
import { html, nothing } from '../html.ts';
import type { MappedMetric } from '../mapped-metric.ts';
import { mapTexts as t } from '#texts/map.ts';

/** What a reader can choose with script: a period, and an area in the order of values. Without script they are gone. */
export const mapControls = ({ metric, periods, latest }: MappedMetric): Html =>
  html`<form class="controls" aria-label="${t.choose}">
      <label
        >${t.usualPeriod}
        <select name="period">
          ${[...periods].reverse().map(period => html`<option value="${period}" ?selected=${period === latest}>${formatPeriod(metric.finest, period)}</option>`)}
        </select></label
      >
      <label
        >${t.area}
        <select name="omrade">
          <option value="">${t.noArea}</option>
        </select></label
      >
    </form>
    <p class="map-said" role="status" data-part="said">${nothing}</p>`;
