import { formatNumber } from '../../pipeline/contract/format-number.ts';
import type { Html } from '../html.ts';
import { html, nothing } from '../html.ts';
import type { Page, PageContext } from '../page.ts';
import { layout } from '../parts/layout.ts';
import { link, paths } from '../paths.ts';
import { entriesOf } from '../search/entries-of.ts';
import type { Entry, EntryGroup } from '../search/entry.ts';
import { layoutTexts } from '#texts/layout.ts';
import { searchTexts as t } from '#texts/search.ts';

/** Everything that has a place of its own, by kind. It is also the index that the palette searches: `site/read-search-page.ts` reads it. */
export function searchPage(context: PageContext): Page {
  const path = paths.search;
  const groups = entriesOf(context);
  const count = groups.reduce((sum, { entries }) => sum + entries.length, 0);
  const body = html`<h1>${t.title}</h1>
    <p class="lede">${t.lede(formatNumber(count, 0))}</p>
    <p class="stamp">${t.keys}</p>
    <p class="links">${groups.map(({ id, kind }) => html`<a href="#${id}">${kind}</a>`)}</p>
    ${groups.map(group => groupSection(path, group))}`;
  return layout(context, { path, title: t.title, menu: null, crumbs: [[layoutTexts.menu.overview, paths.overview]], body });
}

const groupSection = (path: string, { id, kind, entries }: EntryGroup): Html =>
  html`<section aria-labelledby="${id}">
    <h2 id="${id}" data-kind="${kind}">${t.counted(kind, formatNumber(entries.length, 0))}</h2>
    <ul class="entries">
      ${entries.map(entry => item(path, entry))}
    </ul>
  </section>`;

const item = (path: string, { name, detail, terms, href }: Entry): Html =>
  html`<li data-terms="${terms === '' ? nothing : terms}">
    <a href="${link(path, href)}">${name}</a>${detail === '' ? nothing : html`<span>${detail}</span>`}
  </li>`;
