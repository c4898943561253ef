import type { SiteMetric } from '../../pipeline/contract/site.ts';
import { buildTools } from '../build-tools.ts';
import { EDITION_DATE_TOKEN } from '../edition.ts';
import { chartTemplate } from '../explore/chart-template.ts';
import { exploreMetric } from '../explore/explore-metric.ts';
import { tableOf } from '../explore/explore-table.ts';
import { aboutWords, axisName, sourceWords } from '../explore/explore-words.ts';
import { offerOf } from '../explore/offer.ts';
import { startWords } from '../explore/pick.ts';
import { pivot } from '../explore/pivot.ts';
import { tableTemplate } from '../explore/table-template.ts';
import { usualState } from '../explore/usual-state.ts';
import type { Html } from '../html.ts';
import { html } from '../html.ts';
import type { Page, PageContext } from '../page.ts';
import { layout } from '../parts/layout.ts';
import { link, paths } from '../paths.ts';
import { compareSwedish } from '../site-index.ts';
import { exploreTexts as t } from '#texts/explore.ts';
import { layoutTexts } from '#texts/layout.ts';

/** Where readers put tables together: what it does, an example, and every metric's files; the element makes it work. */
export function explorePage(context: PageContext): Page {
  const path = paths.explore;
  const metrics = [...context.site.metrics].sort((a, b) => compareSwedish(a.name, b.name));
  const first = firstToShow(context, metrics);
  const code = context.assets.explore;
  const body = html`<h1>${t.title}</h1>
    <p class="lede">${t.lede}</p>
    <mb-explore data-bytes="${code.bytes}" data-packed="${code.packed}" data-edition="${EDITION_DATE_TOKEN}">
      <section aria-labelledby="valj">
        <h2 id="valj">${t.choose}</h2>
        <p class="intro">${t.how} <span class="without-script">${t.withoutScript}</span></p>
        ${picker(path, metrics, first, code)}
      </section>
      <div data-part="result">${example(context, first)}</div>
    </mb-explore>
    ${files(path, metrics)}`;
  return layout(context, { path, title: t.title, menu: 'explore', crumbs: [[layoutTexts.menu.overview, paths.overview]], body });
}

/** The first that a plan follows by place; else any that is broken down by place, since such an example shows most; else any. */
function firstToShow(context: PageContext, metrics: readonly SiteMetric[]): SiteMetric {
  const followed = context.indicators.flatMap(({ indicator }) => metrics.find(({ id }) => id === indicator.metric) ?? []);
  const shown = [...followed, ...metrics].filter(({ observations }) => observations.length > 0);
  const placed = shown.filter(({ dimensions }) => dimensions.includes(context.place?.id ?? ''));
  return placed[0] ?? shown[0] ?? metrics[0]!;
}

const picker = (page: string, metrics: readonly SiteMetric[], first: SiteMetric, code: PageContext['assets']['explore']): Html =>
  html`<form class="controls pick" aria-label="${t.choose}">
    <label
      >${t.metric}<select name="nyckeltal" autocomplete="off">
        ${metrics.map(metric => {
          const file = metric.explore();
          return html`<option
            value="${metric.id}"
            data-file="${link(page, file.path)}"
            data-bytes="${file.bytes}"
            data-packed="${file.packed}"
          >
            ${metric.name}
          </option>`;
        })}
      </select></label
    >
    <button type="button" data-act="add">${t.add}</button>
    <ul class="picked" aria-label="${t.chosen}">
      <li data-metric="${first.id}">
        ${first.name} <button type="button" data-act="remove">${t.remove}<span class="vh"> ${first.name}</span></button>
      </li>
    </ul>
    <p class="quiet" data-part="size" role="status">${startWords(code, [first.explore()])}</p>
    <button type="button" class="start" data-act="start">${t.start}</button>
  </form>`;

/** What a reader gets, drawn at build from the first metric. */
function example(context: PageContext, metric: SiteMetric): Html {
  const tools = buildTools(context.charts);
  const table = tableOf(exploreMetric(context.site, metric), metric.observations);
  const offer = offerOf([table]);
  const state = usualState(offer);
  const [shown] = pivot([table], offer, state);
  const about = aboutWords(offer, state);
  const source = `${sourceWords(offer.metrics)} ${t.edition(EDITION_DATE_TOKEN)}`;
  return html`<section aria-labelledby="exempel">
    <h2 id="exempel">${t.example(metric.name)}</h2>
    <p class="intro">${t.exampleIntro}</p>
    ${chartTemplate(tools, { pivot: shown!, chart: state.chart, grain: state.grain, about, source })}
    ${tableTemplate(tools, { pivot: shown!, rowsName: axisName(offer, state.rows), about, source, sort: null, sortable: false, most: 30, id: 'exempeltabell' })}
  </section>`;
}

const files = (page: string, metrics: readonly SiteMetric[]): Html =>
  html`<section aria-labelledby="filer">
    <h2 id="filer">${t.list}</h2>
    <p class="cap" id="fillista">${t.listIntro}</p>
    <div class="scroll" tabindex="0" role="region" aria-labelledby="fillista">
      <table class="short" aria-labelledby="fillista">
        <thead>
          <tr>
            <th scope="col">${t.listHeads.metric}</th>
            <th scope="col">${t.listHeads.files}</th>
          </tr>
        </thead>
        <tbody>
          ${metrics.map(
            ({ id, name }) =>
              html`<tr>
                <th scope="row"><a href="${link(page, paths.metric(id))}">${name}</a></th>
                <td>
                  ${(['csv', 'parquet'] as const).map(format => html`<a href="${link(page, paths.observations(id, format))}">${format}<span class="vh">, ${name}</span></a> `)}
                </td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
