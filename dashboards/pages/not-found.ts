import { EDITION_DATE_TOKEN, EDITION_TOKEN } from '../edition.ts';
import { html, nothing } from '../html.ts';
import type { Page, PageContext } from '../page.ts';
import { htmlDocument } from '../parts/html-document.ts';
import { paths } from '../paths.ts';
import { layoutTexts } from '#texts/layout.ts';
import { notFoundTexts as t } from '#texts/not-found.ts';

/**
 * Up to the root of a host from any depth there is, since an address cannot go above it. A server shows this page in the place of any
 * other, so it knows neither how deep it stands nor a sub-path, and refers to nothing else.
 */
const TO_ROOT = '../'.repeat(10);

/** `404.html`: what a server shows for an address that there is nothing at. */
export function notFoundPage(context: PageContext): Page {
  const { municipality } = context.site;
  const body = html`<body>
    <header class="site">
      <div class="wrap">
        <p class="brand"><b>${layoutTexts.product}</b> ${municipality.name}</p>
      </div>
    </header>
    <main class="wrap">
      <div class="answer">
        <h1>${t.title}</h1>
        <p class="lede">${t.lede}</p>
        <p class="links"><a href="${TO_ROOT}${paths.overview}">${t.toOverview}</a><a href="${TO_ROOT}${paths.search}">${t.toSearch}</a></p>
      </div>
    </main>
    <footer class="foot">
      <div class="wrap">
        <p>${layoutTexts.edition} <span class="edition">${EDITION_TOKEN}</span>, ${EDITION_DATE_TOKEN}.</p>
      </div>
    </footer>
  </body>`;
  return { path: paths.notFound, html: htmlDocument(context, t, nothing, body) };
}
