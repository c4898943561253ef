import { formatNumber } from '../../pipeline/contract/format-number.ts';
import type { SiteMetric } from '../../pipeline/contract/site.ts';
import { EDITION_DATE_TOKEN } from '../edition.ts';
import type { Html } from '../html.ts';
import { html, nothing } from '../html.ts';
import { datasetId } from '../open-data/catalogue.ts';
import { LICENSES } from '../open-data/licenses.ts';
import type { Page, PageContext } from '../page.ts';
import { dataExample, dataKeys } from '../parts/data-keys.ts';
import { layout } from '../parts/layout.ts';
import { exampleTag } from '../parts/tags.ts';
import { link, paths } from '../paths.ts';
import { compareSwedish } from '../site-index.ts';
import { layoutTexts } from '#texts/layout.ts';
import { openDataTexts as t } from '#texts/open-data.ts';

/** What can be downloaded, how the files are read, and on what terms. */
export function openDataPage(context: PageContext): Page {
  const path = paths.openData;
  const { site } = context;
  const metrics = [...site.metrics].sort((a, b) => compareSwedish(a.name, b.name));
  const fromKolada = metrics.filter(metric => metric.measure === 'given' && metric.sources.some(id => context.source(id)?.kolada === true));
  const terms = site.municipality.open_data;
  const license = terms === null ? null : LICENSES[terms.license];
  const harvested = site.audience === 'public' && site.follow_up === null ? terms : null;
  const body = html`<h1>${t.title}</h1>
    <p class="lede">${t.lede(metrics.length)}</p>
    ${site.audience === 'internal' ? html`<p class="intro">${t.internal}</p>` : nothing}
    ${metrics.length === 0 ? nothing : files(path, metrics)}
    <section aria-labelledby="hela">
      <h2 id="hela">${t.whole}</h2>
      <ul class="entries">
        <li><a href="${link(path, paths.manifest)}">${t.manifest}</a><span>${t.manifestText}</span></li>
        <li><a href="${link(path, paths.goalsFile)}">${t.goals}</a><span>${t.goalsText}</span></li>
        <li><a href="${link(path, paths.dataPackage)}">${t.dataPackage}</a><span>${t.dataPackageText}</span></li>
        ${harvested === null ? nothing : catalogueFiles(path)}
      </ul>
    </section>
    ${dataKeys(site.dimensions.map(({ name }) => name))}
    <section aria-labelledby="adresser">
      <h2 id="adresser">${t.addresses}</h2>
      <div class="prose">${t.addressesText.map(text => html`<p>${text}</p>`)}</div>
    </section>
    <section aria-labelledby="villkor">
      <h2 id="villkor">${t.terms}</h2>
      <div class="prose">
        ${license === null ? nothing : html`<p>${t.license} <a href="${license.address}">${license.name}</a></p>`}
        ${t.termsText(site.municipality.name, license !== null).map(text => html`<p>${text}</p>`)}
        ${fromKolada.length === 0 ? nothing : html`<p>${t.kolada(fromKolada.map(({ name }) => name).join(', '))}</p>`}
      </div>
    </section>
    ${metrics.length === 0 ? nothing : dataExample(context, metrics[0]!)}`;
  return layout(context, { path, title: t.title, menu: null, crumbs: [[layoutTexts.menu.overview, paths.overview]], body });
}

const catalogueFiles = (path: string): Html =>
  html`<li><a href="${link(path, paths.catalogue('rdf'))}">${t.catalogueRdf}</a><span>${t.catalogueText}</span></li>
    <li><a href="${link(path, paths.catalogue('ttl'))}">${t.catalogueTurtle}</a><span>${t.catalogueSame}</span></li>
    <li><a href="${link(path, paths.feed)}">${t.feed}</a><span>${t.feedText}</span></li>`;

const files = (path: string, metrics: readonly SiteMetric[]): Html =>
  html`<section aria-labelledby="filer">
    <h2 id="filer">${t.files}</h2>
    <p class="intro">${t.filesText(EDITION_DATE_TOKEN)}</p>
    <p class="cap" id="filer-tabell">${t.filesCaption}</p>
    <div class="scroll" tabindex="0" role="region" aria-labelledby="filer-tabell">
      <table class="figs" aria-labelledby="filer-tabell">
        <thead>
          <tr>
            <th scope="col">${t.metric}</th>
            <th scope="col">${t.rows}</th>
            <th scope="col">${t.hidden}</th>
            <th scope="col" class="l">${t.columnFiles}</th>
          </tr>
        </thead>
        <tbody>
          ${metrics.map(
            metric =>
              html`<tr>
                <th scope="row" id="${datasetId(metric.id)}">
                  <a href="${link(path, paths.metric(metric.id))}">${metric.name}</a
                  >${metric.example ? html` ${exampleTag(true)}` : nothing}
                </th>
                <td>${formatNumber(metric.observations.length, 0)}</td>
                <td>${formatNumber(metric.observations.filter(({ flag }) => flag === 'suppressed').length, 0)}</td>
                <td class="l"><span class="files">${filesOf(path, metric)}</span></td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;

function filesOf(path: string, metric: SiteMetric): Html {
  const kinds: [string, string][] = [
    [t.csv, paths.observations(metric.id, 'csv')],
    [t.excelCsv, paths.excel(metric.id)],
    [t.json, paths.observations(metric.id, 'json')],
    [t.parquet, paths.observations(metric.id, 'parquet')],
    [t.judgements, paths.judgements(metric.id)],
    ...(metric.parts.length === 0 ? [] : [[t.parts, paths.parts(metric.id)] as [string, string]]),
  ];
  return kinds.map(([kind, file]) => html`<a href="${link(path, file)}" aria-label="${t.fileOf(kind, metric.name)}" download>${kind}</a> `);
}
