import { isEmpty } from '../broken-words.ts';
import { EDITION_DATE_TOKEN } from '../edition.ts';
import { formatDay } from '../../pipeline/contract/format-day.ts';
import { formatNumber } from '../../pipeline/contract/format-number.ts';
import type { SiteFinding, SiteSource } from '../../pipeline/contract/site.ts';
import type { Html } from '../html.ts';
import { html, nothing } from '../html.ts';
import type { Page, PageContext } from '../page.ts';
import { layout } from '../parts/layout.ts';
import { sourceCounts } from '../parts/proof.ts';
import { freshnessTable } from '../parts/source-table.ts';
import { exampleTag } from '../parts/tags.ts';
import { link, paths } from '../paths.ts';
import { dataQualityTexts as t } from '#texts/data-quality.ts';
import { layoutTexts } from '#texts/layout.ts';
import { metricTexts } from '#texts/metric.ts';
import { overviewTexts } from '#texts/overview.ts';
import { sourceTexts } from '#texts/source.ts';

/** How fresh sources are, what became of every record, what the checks found. */
export function dataQualityPage(context: PageContext): Page {
  const path = paths.dataQuality;
  const { site } = context;
  const { sources, findings } = site;
  const late = sources.filter(source => source.late && !source.broken).length;
  const empty = sources.filter(isEmpty).length;
  const broken = sources.filter(source => source.broken).length - empty;
  const example = exampleTag(sources.some(source => source.synthetic));
  const body = html`<h1>${t.title}</h1>
    <p class="lede">${t.lede(sources.length, late, empty, broken, findings.length)}</p>
    <p><a href="${link(path, paths.sources)}">${t.catalogue}</a></p>
    <p class="stamp">${overviewTexts.figuresPer(site.as_of)} ${metricTexts.edition(EDITION_DATE_TOKEN)}</p>
    <section aria-labelledby="anmarkningar">
      <h2 id="anmarkningar">${t.findings}</h2>
      ${
        findings.length === 0
          ? html`<p class="empty">${t.noFindings}</p>`
          : html`<ul class="findings">
              ${findings.map(finding => findingItem(context, finding))}
            </ul>`
      }
    </section>
    <section aria-labelledby="farskt">
      <h2 id="farskt">${t.freshness}</h2>
      ${freshnessTable(sources, 'kallor', html`${overviewTexts.freshCaption(sources.length, sources.length)}${example}`)}
    </section>
    <section aria-labelledby="rader-rubrik">
      <h2 id="rader-rubrik">${t.counts}</h2>
      ${sourceCounts(sources)}
    </section>
    <section aria-labelledby="avvisade">
      <h2 id="avvisade">${t.rejects}</h2>
      <p class="intro">${t.rejectsIntro}</p>
      ${rejects(sources, example)}
    </section>
    <section aria-labelledby="leveranser">
      <h2 id="leveranser">${t.deliveries}</h2>
      ${sources.filter(source => source.deliveries.length > 0).map(deliveries)}
    </section>`;
  return layout(context, { path, title: t.title, menu: null, crumbs: [[layoutTexts.menu.overview, paths.overview]], body });
}

function findingItem(context: PageContext, { severity, text, sources, metrics, file, line }: SiteFinding): Html {
  const names = [...sources.map(id => context.source(id)?.name ?? id), ...metrics.map(id => context.metric(id)?.name ?? id)];
  return html`<li>
    <span class="small quiet">${t.severity[severity]}</span>
    <div>
      <p>${text}</p>
      ${names.length === 0 ? nothing : html`<p class="quiet">${t.about(names)}</p>`}
      ${file === null ? nothing : html`<p class="quiet">${file}${line === null ? '' : `:${line}`}</p>`}
    </div>
  </li>`;
}

function rejects(sources: readonly SiteSource[], example: Html): Html {
  const rows = sources.flatMap(source => source.rejects.map(reject => ({ source, reject })));
  if (rows.length === 0) return html`<p class="empty">${t.noRejects}</p>`;
  const places = rows.some(({ reject }) => reject.file !== null);
  return html`<p class="cap" id="avvisade-tabell">${t.rejectsCaption}${example}</p>
    <div class="scroll" tabindex="0" role="region" aria-labelledby="avvisade-tabell">
      <table class="figs" aria-labelledby="avvisade-tabell">
        <thead>
          <tr>
            <th scope="col">${sourceTexts.source}</th>
            <th scope="col" class="l">${t.rule}</th>
            <th scope="col">${t.count}</th>
            ${places ? html`<th scope="col" class="l">${t.where}</th>` : nothing}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ({ source, reject }) =>
              html`<tr>
                <th scope="row">${source.name}</th>
                <td class="l wraps">${sourceTexts.rules[reject.rule] ?? reject.rule}</td>
                <td>${formatNumber(reject.count, 0)}</td>
                ${
                  places
                    ? html`<td class="l">${[reject.file, reject.line, reject.column].filter(part => part !== null).join(', ')}</td>`
                    : nothing
                }
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}

const deliveries = (source: SiteSource): Html =>
  html`<details>
    <summary id="leveranser-ur-${source.id}">${t.deliveriesOf(source.name, source.deliveries.length)}</summary>
    <p class="cap" id="leveranser-${source.id}">
      ${sourceTexts.kind}: ${sourceTexts.kinds[source.kind] ?? source.kind}. ${sourceTexts.owner}:
      ${source.owner}.${exampleTag(source.synthetic)}
    </p>
    <div class="scroll" tabindex="0" role="region" aria-labelledby="leveranser-ur-${source.id} leveranser-${source.id}">
      <table class="figs" aria-labelledby="leveranser-ur-${source.id} leveranser-${source.id}">
        <thead>
          <tr>
            <th scope="col">${t.delivery}</th>
            <th scope="col" class="l">${t.received}</th>
            <th scope="col">${sourceTexts.records}</th>
            <th scope="col">${sourceTexts.loaded}</th>
            <th scope="col">${sourceTexts.superseded}</th>
            <th scope="col">${sourceTexts.ignored}</th>
            <th scope="col">${sourceTexts.rejected}</th>
          </tr>
        </thead>
        <tbody>
          ${source.deliveries.map(
            delivery =>
              html`<tr>
                <th scope="row">${delivery.name}</th>
                <td class="l">${formatDay(delivery.received)}</td>
                ${[delivery.records, delivery.loaded, delivery.superseded, delivery.ignored, delivery.rejected].map(count => html`<td>${formatNumber(count, 0)}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
