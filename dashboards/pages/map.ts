import { formatPeriod } from '../../pipeline/contract/format-day.ts';
import { formatValue } from '../../pipeline/contract/format-number.ts';
import { comparedMetric } from '../compare-group.ts';
import type { Html } from '../html.ts';
import { html, nothing, raw } from '../html.ts';
import type { MappedMetric } from '../mapped-metric.ts';
import { mappedMetrics, mapValue } from '../mapped-metric.ts';
import type { Page, PageContext } from '../page.ts';
import { compareSentence } from '../parts/compare-sentence.ts';
import { figureTable } from '../parts/figure-table.ts';
import { layout } from '../parts/layout.ts';
import { mapControls } from '../parts/map-controls.ts';
import { mapFigure, STRIPES } from '../parts/map-figure.ts';
import { mapTable } from '../parts/map-table.ts';
import { figuresNote } from '../parts/figures-note.ts';
import { exampleTag } from '../parts/tags.ts';
import { link, paths } from '../paths.ts';
import { compareTexts } from '#texts/compare.ts';
import { layoutTexts } from '#texts/layout.ts';
import { mapTexts as t } from '#texts/map.ts';

/** Every metric that there is a map of. */
export function mapListPage(context: PageContext): Page {
  const path = paths.map;
  const metrics = mappedMetrics(context);
  const row = (mapped: MappedMetric): Html => {
    const { metric, members, latest, geography } = mapped;
    const [high, low, count] = ends(mapped);
    return html`<tr>
      <th scope="row"><a href="${link(path, paths.mapMetric(metric.id))}">${metric.name}</a>${exampleTag(metric.example)}</th>
      <td>${formatPeriod(metric.finest, latest)}</td>
      <td>${t.of(count, Math.max(members.length, geography.areas.length))}</td>
      <td class="l wraps">${t.named(low.name, formatValue(low.value, metric))}</td>
      <td class="l wraps">${t.named(high.name, formatValue(high.value, metric))}</td>
    </tr>`;
  };
  const body = html`<h1>${t.listTitle}</h1>
    <p class="lede">${t.listLede(metrics.length)}</p>
    <section aria-label="${t.listTitle}">
      ${figureTable('kartor', t.listCaption, Object.values(t.listColumns), metrics.map(row), 3)}
    </section>`;
  return layout(context, { path, title: t.listTitle, menu: 'compare', crumbs: crumbs(context), body });
}

/** One metric on a map, with every value under it. */
export function mapPage(context: PageContext, mapped: MappedMetric): Page {
  const { metric, members } = mapped;
  const path = paths.mapMetric(metric.id);
  const title = t.pageTitle(metric.name);
  const [high, low, count] = ends(mapped);
  const period = formatPeriod(metric.finest, mapped.latest);
  const compared = comparedMetric(context, metric);
  const extremes = [
    t.extremes(period, high.name, formatValue(high.value, metric), low.name, formatValue(low.value, metric)),
    ...(count < members.length ? [t.without(members.length - count, members.length)] : []),
  ].join(' ');
  const history = compared?.facts.groups.find(({ group, latest }) => group === null && latest === mapped.latest);
  const body = html`${raw(STRIPES)}
    <h1>${title}</h1>
    <p class="lede">${compared && history ? compareSentence(compared, history) : extremes}</p>
    ${compared && history ? html`<p class="after-lede">${extremes}</p>` : nothing}
    <p class="links">
      ${compared ? html`<a href="${link(path, paths.compareMetric(metric.id))}">${compareTexts.toCompare}</a>` : nothing}
      <a href="${link(path, paths.metric(metric.id))}">${compareTexts.toMetric(metric.name)}</a>
    </p>
    ${figuresNote(context, metric)}
    <mb-map data-unit="${metric.unit}" data-breaks="${JSON.stringify(mapped.breaks)}" data-usual="${mapped.latest}">
      <section aria-labelledby="kartan">
        <h2 id="kartan">${metric.question}</h2>
        ${mapControls(mapped)} ${mapFigure(mapped)} ${mapTable(mapped)}
      </section>
    </mb-map>`;
  return layout(context, { path, title, menu: 'compare', crumbs: [...crumbs(context), [t.listTitle, paths.map]], body });
}

/** The highest and the lowest of the shown period, and how many have a value. */
function ends({ metric, members, latest }: MappedMetric): [high: Named, low: Named, count: number] {
  const valued = members.flatMap((member): Named[] => {
    const value = mapValue(metric, member, latest);
    return value === null ? [] : [{ name: member.name, value }];
  });
  return [valued[0]!, valued.at(-1)!, valued.length];
}

interface Named {
  name: string;
  value: number;
}

const crumbs = (context: PageContext): [string, string][] => [
  [layoutTexts.menu.overview, paths.overview],
  ...(context.site.metrics.some(metric => comparedMetric(context, metric))
    ? [[layoutTexts.menu.compare, paths.compare] as [string, string]]
    : []),
];
