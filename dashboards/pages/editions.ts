import { formatDay } from '../../pipeline/contract/format-day.ts';
import type { FeedEntry } from '../../pipeline/contract/feed.ts';
import type { SiteFollowUp } from '../../pipeline/contract/site.ts';
import { drawFigureTable } from '../drill/figure-table.ts';
import { EDITION_TOKEN } from '../edition.ts';
import type { Html } from '../html.ts';
import { html, nothing } from '../html.ts';
import type { Page, PageContext } from '../page.ts';
import { changeList } from '../parts/change-list.ts';
import { layout } from '../parts/layout.ts';
import { link, paths } from '../paths.ts';
import { editionTexts as t } from '#texts/editions.ts';
import { layoutTexts } from '#texts/layout.ts';

/** Days whose changes are told, and changes of each. */
const DAYS = 20;
const EACH = 8;

/** What has been published: this edition, the follow-ups with who approved them, and the editions before with what changed. */
export function editionsPage(context: PageContext): Page {
  const path = paths.editions;
  const { site } = context;
  const body = html`<h1>${t.title}</h1>
    <p class="lede">${t.lede(site.follow_ups.length)}</p>
    <section aria-labelledby="denna">
      <h2 id="denna">${t.thisOne}</h2>
      <p>${t.thisText(site.as_of)} <code class="small" translate="no">${EDITION_TOKEN}</code></p>
      ${
        site.changes.since_edition === null
          ? nothing
          : html`<h3>${t.now}</h3>
              ${changeList(context, path, site.changes.edition)}`
      }
    </section>
    ${site.follow_ups.length === 0 ? nothing : followUps(context, path)} ${site.withdrawn.length === 0 ? nothing : withdrawn(context)}
    <section aria-labelledby="tidigare">
      <h2 id="tidigare">${t.earlier}</h2>
      <div class="prose">${site.editions.length === 0 ? html`<p class="empty">${t.noEarlier}</p>` : earlier(context, path)}</div>
    </section>`;
  return layout(context, { path, title: t.title, menu: null, crumbs: [[layoutTexts.menu.overview, paths.overview]], body });
}

const followUps = ({ site }: PageContext, path: string): Html =>
  html`<section aria-labelledby="uppfoljningar">
    <h2 id="uppfoljningar">${t.followUps}</h2>
    ${
      drawFigureTable(
        { html, nothing },
        { id: 'uppfoljningar-tabell', caption: t.followUpsCaption, columns: t.followUpColumns, words: 1 },
        site.follow_ups.map(followUp => followUpRow(followUp, site.follow_up === null ? link(path, paths.followUp(followUp.id)) : null)),
      ) as Html
    }
  </section>`;

const followUpRow = ({ name, through, as_of, approval, edition }: SiteFollowUp, target: string | null): Html =>
  html`<tr>
    <th scope="row">${target === null ? name : html`<a href="${target}">${name}</a>`}</th>
    <td class="l">${formatDay(through)}</td>
    <td class="l">${formatDay(as_of)}</td>
    <td class="l">${t.approval(approval)}</td>
    <td class="l">${identity(edition)}</td>
  </tr>`;

/** Who withdrew what, and why. */
const withdrawn = ({ site }: PageContext): Html =>
  html`<section aria-labelledby="aterkallade">
    <h2 id="aterkallade">${t.withdrawn}</h2>
    ${
      drawFigureTable(
        { html, nothing },
        { id: 'aterkallade-tabell', caption: t.withdrawnCaption, columns: t.withdrawnColumns, words: 1 },
        site.withdrawn.map(
          ({ as_of, date, by, reason, edition }) =>
            html`<tr>
              <th scope="row">${t.perDay(as_of)}</th>
              <td class="l">${formatDay(date)}</td>
              <td class="l">${by}</td>
              <td class="l wraps">${reason}</td>
              <td class="l">${identity(edition)}</td>
            </tr>`,
        ),
      ) as Html
    }
  </section>`;

/** The editions before by day, the latest first. What changed is told of the day, since that is what the feed knows. */
function earlier({ site }: PageContext, path: string): Html {
  const days = [...new Set(site.editions.map(({ as_of }) => as_of))].slice(0, DAYS);
  return html`<p>${t.earlierText}</p>
    ${days.map(
      day =>
        html`<h3>${t.perDay(day)}</h3>
          <p>${site.editions.filter(({ as_of }) => as_of === day).map(({ edition }) => html`${identity(edition)} `)}</p>
          ${changesOf(
            path,
            site.history.filter(({ updated }) => updated === day),
          )}`,
    )}`;
}

function changesOf(page: string, entries: readonly FeedEntry[]): Html {
  if (entries.length === 0) return html`<p class="quiet">${t.sameFigures}</p>`;
  return html`<ul>
    ${entries.slice(0, EACH).map(({ title, path }) => html`<li><a href="${link(page, path)}">${title}</a></li>`)}
    ${entries.length > EACH ? html`<li>${t.moreChanges(entries.length - EACH)}</li>` : nothing}
  </ul>`;
}

/** Enough of an edition's id to tell it by, and all of it for who points at it. */
const identity = (edition: string): Html => html`<code class="small" translate="no" title="${edition}">${edition.slice(0, 12)}</code>`;
