import { formatValue } from '../../pipeline/contract/format-number.ts';
import type { HierarchyNode } from '../../pipeline/contract/manifest.ts';
import type { Observation } from '../../pipeline/contract/observation.ts';
import type { SiteMetric } from '../../pipeline/contract/site.ts';
import type { RankedMetric } from '../goal-metrics.ts';
import type { Html } from '../html.ts';
import { html, nothing } from '../html.ts';
import { metricPageOf } from '../judged-figure.ts';
import { latestFlagged } from '../latest-flagged.ts';
import type { PageContext } from '../page.ts';
import { link } from '../paths.ts';
import { stayShort } from '../stay-words.ts';
import { placeTexts as t } from '#texts/place.ts';
import { statusTexts } from '#texts/status.ts';
import { placeLink } from './place-link.ts';
import { exampleTag } from './tags.ts';

/** As many columns as a printed page has room for. */
const MOST_COLUMNS = 6;

interface Row {
  node: HierarchyNode;
  depth: number;
}

/**
 * Every unit that has stood under a place, a column a metric: the year to date, or the latest period. Wide tables are several. Metrics that
 * only one unit of several has are named, without a column: they stand on that unit's page.
 */
export function unitTable(context: PageContext, page: string, place: string, ranked: readonly RankedMetric[]): Html {
  const rows = descendants(context, place, 0);
  const known = ranked.map(({ metric }) => metric).filter(metric => rows.some(({ node }) => context.facts(metric, node.id) !== null));
  const metrics = known.filter(
    metric => rows.length === 1 || rows.filter(({ node }) => cellOf(context, metric, node.id) !== null).length > 1,
  );
  const alone = known.filter(metric => !metrics.includes(metric));
  if (metrics.length === 0) return nothing;
  const tables = Math.ceil(metrics.length / MOST_COLUMNS);
  const columns = Math.ceil(metrics.length / tables);
  const parts = Array.from({ length: tables }, (_, i) => metrics.slice(i * columns, (i + 1) * columns));
  return html`<section aria-labelledby="enheter">
    <h2 id="enheter">${t.units}</h2>
    ${parts.map((part, i) => tablePart(context, page, place, rows, part, i, tables))}
    ${alone.length === 0 ? nothing : html`<p class="intro">${t.unitsAlone(alone.map(({ name }) => name))}</p>`}
  </section>`;
}

function tablePart(
  context: PageContext,
  page: string,
  place: string,
  rows: readonly Row[],
  metrics: readonly SiteMetric[],
  i: number,
  tables: number,
): Html {
  const id = `enhetstabell-${i + 1}`;
  return html`<p class="cap" id="${id}">
      ${t.unitsCaption}${tables === 1 ? nothing : ` ${t.unitsPart(i + 1, tables)}`}${exampleTag(metrics.some(({ example }) => example))}
    </p>
    <div class="scroll" tabindex="0" role="region" aria-labelledby="${id}">
      <table class="figs" aria-labelledby="${id}">
        <thead>
          <tr>
            <th scope="col">${t.unit}</th>
            ${metrics.map(metric => html`<th scope="col"><a href="${link(page, metricPageOf(context, metric.id, place)!)}">${metric.name}</a></th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ({ node, depth }) =>
              html`<tr>
                <th scope="row" class="depth-${Math.min(depth, 3)}">${placeLink(context, page, node.id)}${stay(context, node)}</th>
                ${metrics.map(metric => html`<td>${value(context, metric, node.id)}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}

const stay = (context: PageContext, node: HierarchyNode): Html => {
  const words = stayShort(context, node);
  return words === '' ? nothing : html` <span class="quiet">${words}</span>`;
};

function cellOf(context: PageContext, metric: SiteMetric, node: string): Observation | null {
  const facts = context.facts(metric, node);
  return facts?.to_date ?? facts?.latest ?? latestFlagged(context, metric, node);
}

function value(context: PageContext, metric: SiteMetric, node: string): Html {
  const cell = cellOf(context, metric, node);
  if (cell === null) return '–';
  return cell.value === null
    ? html`<span class="flagged">${statusTexts.flagShort[cell.flag ?? 'missing']}</span>`
    : formatValue(cell.value, metric);
}

function descendants(context: PageContext, id: string, depth: number): Row[] {
  return context.children(id).flatMap(node => [{ node, depth }, ...descendants(context, node.id, depth + 1)]);
}
