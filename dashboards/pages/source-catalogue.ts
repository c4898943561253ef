import type { SiteMetric, SiteSource } from '../../pipeline/contract/site.ts';
import type { Html } from '../html.ts';
import { html, nothing } from '../html.ts';
import type { Page, PageContext } from '../page.ts';
import { layout } from '../parts/layout.ts';
import { exampleTag } from '../parts/tags.ts';
import { link, paths } from '../paths.ts';
import { compareSwedish } from '../site-index.ts';
import { layoutTexts } from '#texts/layout.ts';
import { sourceCatalogueTexts as t } from '#texts/source-catalogue.ts';

/** Which systems the figures come from: what each source holds, whose it is, how it is reached, how often, what rests on it. */
export function sourceCataloguePage(context: PageContext): Page {
  const path = paths.sources;
  const { site } = context;
  const sources = [...site.sources].sort((a, b) => compareSwedish(a.name, b.name));
  const systems = new Set(sources.flatMap(({ system }) => system ?? [])).size;
  const metricsOf = (source: SiteSource): SiteMetric[] =>
    site.metrics.filter(metric => metric.sources.includes(source.id)).sort((a, b) => compareSwedish(a.name, b.name));
  const body = html`<h1>${t.title}</h1>
    <p class="lede">${t.lede(sources.length, systems)}</p>
    <p><a href="${link(path, paths.dataQuality)}">${t.quality}</a></p>
    <section aria-label="${t.title}">${table(sources)}</section>
    <section aria-labelledby="vilar">
      <h2 id="vilar">${t.rests}</h2>
      ${sources.map(source => restsOn(source, metricsOf(source), path))}
    </section>`;
  return layout(context, { path, title: t.title, menu: null, crumbs: [[layoutTexts.menu.overview, paths.overview]], body });
}

const table = (sources: readonly SiteSource[]): Html =>
  html`<p class="cap" id="katalog">${t.caption}${exampleTag(sources.some(source => source.synthetic))}</p>
    <div class="scroll" tabindex="0" role="region" aria-labelledby="katalog">
      <table aria-labelledby="katalog">
        <thead>
          <tr>
            ${[t.source, t.system, t.owner, t.access, t.often, t.classification].map(name => html`<th scope="col">${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${sources.map(
            source =>
              html`<tr>
                <th scope="row">${source.name}</th>
                <td class="wraps">${source.system ?? t.unknownSystem}</td>
                <td class="wraps">${source.owner}</td>
                <td class="wraps">${t.accesses[source.access] ?? source.access}</td>
                <td class="wraps">${cadence(source)}</td>
                <td class="wraps">${t.classes[source.class] ?? source.class}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;

const cadence = ({ cadence: promised }: SiteSource): string =>
  promised === null ? t.noCadence : t.cadence(t.everies[promised.every] ?? promised.every, promised.due_days);

function restsOn(source: SiteSource, metrics: readonly SiteMetric[], path: string): Html {
  const { information, klassa } = source;
  return html`<details>
    <summary>${t.restsOn(source.name, metrics.length)}</summary>
    ${information === null ? nothing : html`<p>${information}</p>`}
    ${klassa === null ? nothing : html`<p class="quiet">${t.klassa(klassa.confidentiality, klassa.integrity, klassa.availability)}</p>`}
    ${
      metrics.length === 0
        ? html`<p class="empty">${t.nothing}</p>`
        : html`<ul>
            ${metrics.map(metric => html`<li><a href="${link(path, paths.metric(metric.id))}">${metric.name}</a></li>`)}
          </ul>`
    }
  </details>`;
}
