import { formatNumber } from '../../pipeline/contract/format-number.ts';
import type { JudgedIndicator } from '../../pipeline/contract/goals.ts';
import { hasTarget } from '../../pipeline/contract/has-target.ts';
import type { SiteMetric } from '../../pipeline/contract/site.ts';
import type { Html } from '../html.ts';
import { html, nothing } from '../html.ts';
import { targetOf } from '../judged-figure.ts';
import { membersOf } from '../place-of.ts';
import type { PageContext } from '../page.ts';
import { metricTexts as t } from '#texts/metric.ts';
import { statusTexts } from '#texts/status.ts';
import { statusWord } from '../words.ts';
import { statusMark } from './status-mark.ts';
import { exampleTag } from './tags.ts';

const MOST_YEARS = 5;

/** Whole years against yearly targets; nothing where no target is about a year. */
export function yearTable(context: PageContext, metric: SiteMetric, place: string, indicators: readonly JudgedIndicator[]): Html {
  const yearly = indicators.filter(indicator => indicator.measures === 'year' && hasTarget(indicator));
  if (yearly.length === 0 || !metric.grains.includes('year')) return nothing;
  const cells = context.cells(metric, 'year', 'period', membersOf(context, metric, place));
  const yearOf = (indicator: JudgedIndicator) => (indicator.period_start ?? indicator.by).slice(0, 4);
  const years = [...new Set([...cells.map(cell => cell.period_start.slice(0, 4)), ...yearly.map(yearOf)])].sort().slice(-MOST_YEARS);
  const indicatorOf = (year: string) => yearly.find(indicator => yearOf(indicator) === year) ?? null;
  const value = (year: string): Html => {
    const indicator = indicatorOf(year);
    if (indicator !== null && indicator.forecast !== null && indicator.rests_on === 'forecast')
      return html`${formatNumber(indicator.forecast, metric.decimals)}<br /><span class="quiet">${t.forecastHead}</span>`;
    if (indicator !== null && indicator.rests_on === 'to-date' && (indicator.to_date?.value ?? null) !== null)
      return html`${formatNumber(indicator.to_date!.value!, metric.decimals)}<br /><span class="quiet">${t.toDateHead}</span>`;
    const cell = cells.find(({ period_start }) => period_start.startsWith(year));
    if (cell === undefined || (cell.value !== null && cell.marks.includes('partial'))) return '–';
    return cell.value === null
      ? html`<span class="flagged">${statusTexts.flagShort[cell.flag ?? 'missing']}</span>`
      : formatNumber(cell.value, metric.decimals);
  };
  const status = (year: string): Html => {
    const indicator = indicatorOf(year);
    return indicator === null
      ? '–'
      : html`<span class="with-mark"
          >${statusMark(indicator.status, indicator.rests_on)}${statusWord(indicator.status, indicator.rests_on)}</span
        >`;
  };
  return html`<p class="cap" id="helar">${t.years}${metric.unit === '' ? '' : `, ${metric.unit}`}.${exampleTag(metric.example)}</p>
    <div class="scroll" tabindex="0" role="region" aria-labelledby="helar">
      <table class="years" aria-labelledby="helar">
        <thead>
          <tr>
            <td></td>
            ${years.map(year => html`<th scope="col">${year}</th>`)}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">${t.year}</th>
            ${years.map(year => html`<td>${value(year)}</td>`)}
          </tr>
          <tr>
            <th scope="row">${t.targetRow}</th>
            ${years.map(year => html`<td>${indicatorOf(year) === null ? '–' : targetOf(context, indicatorOf(year)!)}</td>`)}
          </tr>
          <tr>
            <th scope="row">${t.statusRow}</th>
            ${years.map(year => html`<td>${status(year)}</td>`)}
          </tr>
        </tbody>
      </table>
    </div>`;
}
