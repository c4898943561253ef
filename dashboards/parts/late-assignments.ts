import type { Html } from '../html.ts';
import { html, nothing } from '../html.ts';
import type { PageContext } from '../page.ts';
import { link, paths } from '../paths.ts';
import { goalTexts as t } from '#texts/goal.ts';
import { placeLink } from './place-link.ts';
import { exampleTag } from './tags.ts';

/** The late assignments of running plans to the places that `covers` takes, with their latest answers; nothing where none is late. */
export function lateAssignments(context: PageContext, page: string, covers: (place: string) => boolean): Html {
  const late = context.goals
    .filter(({ plan }) => !plan.ended)
    .flatMap(({ plan, goal }) => goal.assignments.map(assignment => ({ plan, goal, assignment, place: assignment.to ?? goal.place })))
    .filter(({ assignment, place }) => assignment.late && covers(place));
  if (late.length === 0) return nothing;
  return html`<section aria-labelledby="sena-uppdrag">
    <h2 id="sena-uppdrag">${t.lateAssignments}</h2>
    <p class="intro">${exampleTag(late.some(({ goal }) => goal.example))}</p>
    <ul class="said">
      ${late.map(({ plan, goal, assignment, place }) => {
        const latest = assignment.answers.at(-1);
        return html`<li>
          <p>
            <a href="${link(page, `${paths.goal(plan.plan, goal.id)}#uppdrag`)}">${assignment.name}</a>, ${placeLink(context, page, place)}
          </p>
          <p>${assignment.sentence}${latest === undefined ? nothing : ` ${t.quoted(latest.text)}`}</p>
        </li>`;
      })}
    </ul>
  </section>`;
}
