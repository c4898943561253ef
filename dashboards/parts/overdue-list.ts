import { formatSpan } from '../../pipeline/contract/format-day.ts';
import type { JudgedGoal } from '../../pipeline/contract/goals.ts';
import { parsePeriod } from '../../pipeline/contract/period.ts';
import type { SiteSource } from '../../pipeline/contract/site.ts';
import { isEmpty } from '../broken-words.ts';
import type { Html } from '../html.ts';
import { html, nothing } from '../html.ts';
import type { PageContext } from '../page.ts';
import { link, paths } from '../paths.ts';
import { overviewTexts as t } from '#texts/overview.ts';
import type { PlacedGoal } from '../site-index.ts';
import { placeLink } from './place-link.ts';

/** What has not come in time: of some sources, with what rests on them, and the assessments of some goals; nothing where all has. */
export function overdueList(context: PageContext, page: string, from: readonly SiteSource[], of: readonly PlacedGoal[]): Html {
  const sources = from.filter(({ late, broken }) => late || broken);
  const goals = of.filter(({ goal }) => goal.reason === 'overdue');
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

const sourceWords = ({ site }: PageContext, source: SiteSource): string =>
  source.broken
    ? isEmpty(source)
      ? t.emptySource
      : t.brokenSource
    : t.lateSource(source.due, site.metrics.filter(({ sources }) => sources.includes(source.id)).length);

function assessmentWords({ assessed_by, assessments }: JudgedGoal): string {
  const latest = assessments
    .filter(({ role, status }) => role === assessed_by && status !== null)
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))
    .at(-1);
  if (latest === undefined) return t.overdueNever;
  const period = parsePeriod(latest.period);
  return t.overdueAssessment(latest.role, latest.date, period === null ? latest.period : formatSpan(period.first, period.last));
}
