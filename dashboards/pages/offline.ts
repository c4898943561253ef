import { html } from '../html.ts';
import type { Page, PageContext } from '../page.ts';
import { layout } from '../parts/layout.ts';
import { link, paths } from '../paths.ts';
import { layoutTexts } from '#texts/layout.ts';
import { offlineTexts as t } from '#texts/offline.ts';

/** What the service worker shows where a page is asked for that is not kept, and there is no network. */
export function offlinePage(context: PageContext): Page {
  const path = paths.offline;
  const body = html`<h1>${t.title}</h1>
    <p class="lede">${t.lede}</p>
    <div class="prose"><p>${t.saved}</p></div>
    <p class="links"><a href="${link(path, paths.overview)}">${layoutTexts.menu.overview}</a></p>`;
  return layout(context, { path, title: t.title, menu: null, crumbs: [], body });
}
