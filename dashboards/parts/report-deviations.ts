import type { Html } from '../html.ts';
import { html } from '../html.ts';
import type { PageContext } from '../page.ts';
import { link, paths } from '../paths.ts';
import { deviating, reportSources, type Report } from '../report/report.ts';
import { reportTexts as t } from '#texts/report.ts';
import { overdueList } from './overdue-list.ts';
import { placeLink } from './place-link.ts';
import { exampleTag } from './tags.ts';

/** What misses its target, in the words that the site has for it, and what has not come in time. */
export function reportDeviations(context: PageContext, path: string, report: Report): Html {
  const missed = deviating(report);
  return html`<section aria-labelledby="avvikelser">
    <h2 id="avvikelser">${t.deviations}</h2>
    ${
      missed.length === 0
        ? html`<p class="empty">${t.noDeviations}</p>`
        : html`<p class="intro">${t.deviationsIntro}${exampleTag(missed.some(({ indicator }) => indicator.example))}</p>
            <ul class="signals">
              ${missed.map(
                ({ plan, goal, indicator }) =>
                  html`<li>
                    <a href="${link(path, paths.goal(plan.plan, goal.id))}">${indicator.name}</a>,
                    ${placeLink(context, path, indicator.place)}
                    <p>${indicator.sentence}</p>
                  </li>`,
              )}
            </ul>`
    }
    ${overdueList(context, path, reportSources(context, report), report.goals)}
  </section>`;
}
