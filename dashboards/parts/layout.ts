import { EDITION_DATE_TOKEN, EDITION_TOKEN } from '../edition.ts';
import { ICON_PATH } from '../icon.ts';
import type { Html } from '../html.ts';
import { html, nothing, raw } from '../html.ts';
import type { Page, PageContext } from '../page.ts';
import { link, paths } from '../paths.ts';
import { layoutTexts as t } from '#texts/layout.ts';
import { searchTexts } from '#texts/search.ts';
import { dueBanner } from './due-banner.ts';
import { htmlDocument } from './html-document.ts';
import { SPRITE } from './status-mark.ts';

export type MenuItem = keyof typeof t.menu;

export interface PageContent {
  path: string;
  title: string;
  /** The part of the site it belongs to; null for what is only in the footer. */
  menu: MenuItem | null;
  /** Pages above this one, from the overview: name and path. */
  crumbs: readonly (readonly [string, string])[];
  body: Html;
  /** True for what is filed apart from the site: every sheet of paper names its edition. */
  isFiled?: boolean;
}

/** A whole page around its content. */
export function layout(context: PageContext, content: PageContent): Page {
  const { site, assets } = context;
  const { path } = content;
  const to = (target: string) => link(path, target);
  const showsDue = site.follow_up === null && !site.demonstration;
  // A follow-up's pages lie under a tree whose worker keeps them too.
  const isKept = assets.scripts.offline !== undefined && site.follow_up === null;
  const links = html`<link rel="icon" href="${to(ICON_PATH)}" />
    ${isKept ? html`<meta name="malbild-offline" content="${to(paths.worker)}" />` : nothing}
    <script type="module" src="${to(assets.scripts.drill)}"></script>
    ${showsDue ? html`<script defer src="${to(paths.status)}"></script>` : nothing}
    <script defer src="${to(assets.scripts.due)}"></script>`;
  const body = html`<body>
    <a class="skip" href="#innehall">${t.skip}</a>
    ${raw(SPRITE)}
    <header class="site">
      <div class="wrap">
        <a class="brand" href="${to(paths.overview)}"><b>${t.product}</b> ${site.municipality.name}</a>
        <nav aria-label="${t.menuLabel}">
          <ul class="menu">
            ${menu(context, content)}
          </ul>
        </nav>
        <a class="find" data-search href="${to(paths.search)}" aria-current="${path === paths.search ? 'page' : nothing}"
          >${searchTexts.action}</a
        >
      </div>
    </header>
    ${notices(context)} ${showsDue ? dueBanner(context) : nothing}
    <main id="innehall" class="wrap" tabindex="-1">${content.crumbs.length === 0 ? nothing : crumbs(content, to)} ${content.body}</main>
    <footer class="foot">
      <div class="wrap">
        <ul>
          <li><a href="${to(paths.dataQuality)}">${t.footer.dataQuality}</a></li>
          ${site.sources.length === 0 ? nothing : html`<li><a href="${to(paths.sources)}">${t.footer.sources}</a></li>`}
          <li><a href="${to(paths.editions)}">${t.footer.editions}</a></li>
          <li><a href="${to(paths.openData)}">${t.footer.openData}</a></li>
          <li><a href="${to(paths.about)}">${t.footer.about}</a></li>
          <li><a href="${to(`${paths.about}#tillganglighet`)}">${t.footer.accessibility}</a></li>
        </ul>
        <p data-edition="${EDITION_DATE_TOKEN}">
          ${t.edition} <span class="edition">${EDITION_TOKEN}</span>, ${EDITION_DATE_TOKEN}. ${t.responsible(site.municipality.name)}
          ${site.sources.some(source => source.synthetic) ? t.synthetic : nothing}
        </p>
      </div>
    </footer>
  </body>`;
  return { path, html: htmlDocument(context, content, links, body) };
}

const crumbs = ({ crumbs, title }: PageContent, to: (target: string) => string): Html =>
  html`<nav class="crumbs" aria-label="${t.crumbsLabel}">
    <ol>
      ${crumbs.map(([name, target]) => html`<li><a href="${to(target)}">${name}</a></li>`)}
      <li aria-current="page">${title}</li>
    </ol>
  </nav>`;

function menu(context: PageContext, content: PageContent): Html {
  const shown: [MenuItem, string, boolean][] = [
    ['overview', paths.overview, true],
    ['goals', paths.goals, context.site.plans.length > 0],
    ['boards', paths.boards, context.boards.length > 0],
    ['metrics', paths.metrics, true],
    ['compare', paths.compare, context.site.compares],
    ['explore', paths.explore, context.site.metrics.length > 0],
  ];
  return shown
    .filter(([, , exists]) => exists)
    .map(
      ([item, target]) =>
        html`<li>
          <a
            href="${link(content.path, target)}"
            aria-current="${content.menu !== item ? nothing : content.path === target ? 'page' : 'true'}"
            >${t.menu[item]}</a
          >
        </li>`,
    );
}

function notices({ site }: PageContext): Html {
  const lines = [
    ...(site.audience === 'internal' ? [t.internal] : []),
    ...(site.follow_up ? [`${t.followUp(site.follow_up)} ${t.approvalElsewhere}`] : []),
    ...(site.demonstration && !site.follow_up ? [t.demonstration(site.as_of)] : []),
  ];
  return lines.length === 0
    ? nothing
    : html`<aside class="notice" aria-label="${t.notices}"><div class="wrap">${lines.map(line => html`<p>${line}</p> `)}</div></aside>`;
}
