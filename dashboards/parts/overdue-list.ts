import { formatSpan } from '../../pipeline/contract/format-day.ts';
import type { JudgedGoal } from '../../pipeline/contract/goals.ts';
import { parsePeriod } from '../../pipeline/contract/period.ts';
import type { SiteSource } from '../../pipeline/contract/site.ts';
import type { Html } from '../html.ts';
import { html, nothing } from '../html.ts';
import type { PageContext } from '../page.ts';
import { link, paths } from '../paths.ts';
import { overviewTexts as t } from '#texts/overview.ts';
import { placeLink } from './place-link.ts';

/** What has not come in time: sources with what rests on them, and assessments of goals in plans in force; nothing where all has. */
export function overdueList(context: PageContext, page: string): Html {
  const sources = context.site.sources.filter(({ late, broken }) => late || broken);
  const goals = context.goals.filter(({ plan, goal }) => !plan.ended && goal.reason === 'overdue');
  if (sources.length + goals.length === 0) return nothing;
  return html`<h3>${t.overdue}</h3>
    <ul class="signals">
      ${sources.map(
        source =>
          html`<li>
            <a href="${link(page, paths.dataQuality)}">${source.name}</a>
            <p>${sourceWords(context, source)}</p>
          </li>`,
      )}${goals.map(
        ({ plan, goal }) =>
          html`<li>
            <a href="${link(page, paths.goal(plan.plan, goal.id))}">${goal.name}</a
            >${goal.place === '*' ? nothing : html`, ${placeLink(context, page, goal.place)}`}
            <p>${assessmentWords(goal)}</p>
          </li>`,
      )}
    </ul>`;
}

const sourceWords = ({ site }: PageContext, { id, broken, due }: SiteSource): string =>
  broken ? t.brokenSource : t.lateSource(due, site.metrics.filter(({ sources }) => sources.includes(id)).length);

function assessmentWords({ assessed_by, assessments }: JudgedGoal): string {
  const latest = assessments
    .filter(({ role, status }) => role === assessed_by && status !== null)
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))
    .at(-1);
  if (latest === undefined) return t.overdueNever;
  const period = parsePeriod(latest.period);
  return t.overdueAssessment(latest.role, latest.date, period === null ? latest.period : formatSpan(period.first, period.last));
}
