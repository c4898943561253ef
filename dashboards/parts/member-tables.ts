import { formatPeriodShort } from '../../pipeline/contract/format-day.ts';
import { formatNumber, formatSigned } from '../../pipeline/contract/format-number.ts';
import type { Observation } from '../../pipeline/contract/observation.ts';
import { firstDay, monthOf } from '../../pipeline/contract/period.ts';
import { printedDifference } from '../../pipeline/contract/round.ts';
import type { SiteDimension, SiteMetric } from '../../pipeline/contract/site.ts';
import type { Html } from '../html.ts';
import { html, nothing } from '../html.ts';
import { memberName } from '../member-name.ts';
import type { PageContext } from '../page.ts';
import { membersOf } from '../place-of.ts';
import { comparisonTexts } from '#texts/comparisons.ts';
import { metricTexts as t } from '#texts/metric.ts';
import { statusTexts } from '#texts/status.ts';
import { figureTable } from './figure-table.ts';
import { exampleTag } from './tags.ts';

/**
 * For each dimension without a tree that a metric is broken down by alone: every member in the latest period and the same a
 * year before, in the order that they are declared. Members of which one is the reader's own are compared elsewhere.
 */
export const memberTables = (context: PageContext, metric: SiteMetric): Html =>
  html`${metric.breakdowns
    .flatMap(breakdown => (breakdown.length === 1 ? context.site.dimensions.filter(({ id }) => id === breakdown[0]) : []))
    .filter(dimension => dimension.nodes.length === 0 && dimension.own === null)
    .map(dimension => memberTable(context, metric, dimension))}`;

function memberTable(context: PageContext, metric: SiteMetric, dimension: SiteDimension): Html {
  const at = metric.dimensions.indexOf(dimension.id);
  const whole = membersOf(context, metric, '*');
  const rows = [...Object.keys(dimension.members), 'unknown'].flatMap(member => {
    const cells = context.cells(metric, metric.finest, 'period', whole.with(at, member));
    return cells.length === 0 ? [] : [{ name: memberName(dimension, member), cells }];
  });
  const known = rows.flatMap(({ cells }) => cells).filter(cell => cell.value !== null && !cell.marks.includes('partial'));
  if (known.length === 0) return nothing;
  const latest = known.reduce((last, { period_start }) => (period_start > last ? period_start : last), '');
  const before = firstDay(monthOf(latest) - 12);
  const [now, then] = [latest, before].map(day => formatPeriodShort(metric.finest, day));
  const heading = `delat-${dimension.id}`;
  return html`<section aria-labelledby="${heading}">
    <h2 id="${heading}">${t.byMember(dimension.name)}</h2>
    ${figureTable(
      `${heading}-tabell`,
      html`${t.byMemberCaption(metric.unit)}${exampleTag(metric.example)}`,
      [dimension.name, now!, then!, metric.unit_id === 'percent' ? comparisonTexts.percentagePoints : comparisonTexts.columns.difference],
      rows.map(({ name, cells }) => memberRow(metric, name, cellAt(cells, latest), cellAt(cells, before))),
    )}
  </section>`;
}

const cellAt = (cells: readonly Observation[], day: string): Observation | null => cells.find(cell => cell.period_start === day) ?? null;

function memberRow(metric: SiteMetric, name: string, now: Observation | null, then: Observation | null): Html {
  const { decimals } = metric;
  const value = (cell: Observation | null): Html => {
    if (cell === null) return '–';
    if (cell.value !== null) return formatNumber(cell.value, decimals);
    return html`<span class="flagged">${statusTexts.flagShort[cell.flag ?? 'missing']}</span>`;
  };
  const [own, before] = [now?.value ?? null, then?.value ?? null];
  const difference = own === null || before === null ? null : printedDifference(own, before, decimals);
  return html`<tr>
    <th scope="row">${name}</th>
    <td>${value(now)}</td>
    <td>${value(then)}</td>
    <td>${difference === null ? '–' : formatSigned(difference, decimals)}</td>
  </tr>`;
}
