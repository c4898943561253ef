import type { Html } from '../html.ts';
import { html, nothing } from '../html.ts';
import type { PageContext } from '../page.ts';
import { link, paths } from '../paths.ts';
import { reportsOf } from '../report/report.ts';
import { reportTexts as t } from '#texts/report.ts';

/** The way to the report of a board, or of the whole, `*`; nothing where it has none. */
export function reportLink(context: PageContext, page: string, place: string): Html {
  const report = reportsOf(context).find(one => one.place === place);
  if (report === undefined) return nothing;
  return html`<p class="links"><a href="${link(page, paths.report(place))}">${t.link(report.board?.name ?? null)}</a></p>`;
}
