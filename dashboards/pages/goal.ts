import { EDITION_DATE_TOKEN } from '../edition.ts';
import { formatDay } from '../../pipeline/contract/format-day.ts';
import type { JudgedGoal } from '../../pipeline/contract/goals.ts';
import { levelledName, levelWord } from '../goal-level.ts';
import type { Html } from '../html.ts';
import { html, nothing } from '../html.ts';
import type { Page, PageContext } from '../page.ts';
import { decisionList } from '../parts/decision-list.ts';
import { goalActions } from '../parts/goal-actions.ts';
import { goalChain } from '../parts/goal-chain.ts';
import { goalStatus } from '../parts/goal-row.ts';
import { historyTable } from '../parts/history-table.ts';
import { indicatorTable } from '../parts/indicator-table.ts';
import { layout } from '../parts/layout.ts';
import { placeLink } from '../parts/place-link.ts';
import { ruleWords } from '../parts/rule-words.ts';
import { latestSaid, sayings } from '../parts/sayings.ts';
import { statusMark } from '../parts/status-mark.ts';
import { exampleTag } from '../parts/tags.ts';
import { paths } from '../paths.ts';
import type { PlacedGoal } from '../site-index.ts';
import { goalTexts as t } from '#texts/goal.ts';
import { layoutTexts } from '#texts/layout.ts';
import { metricTexts } from '#texts/metric.ts';
import { statusTexts } from '#texts/status.ts';

/** A goal at any level: where it stands, its status and how it is set, its parts, what is said and done, what was decided. */
export function goalPage(context: PageContext, placed: PlacedGoal): Page {
  const { plan, goal, above } = placed;
  const path = paths.goal(plan.plan, goal.id);
  const indicators = goal.indicators.map(indicator => ({ ...placed, indicator }));
  const said = goal.assessments.length > 0 || goal.indicators.some(({ assessments }) => assessments.length > 0);
  const body = html`<h1>
      ${goal.name}<span class="vh">. </span
      ><span class="place">${levelWord(context, goal)}, ${placeLink(context, path, goal.place)}, ${plan.name}</span>
    </h1>
    ${goal.sentence === '' ? nothing : html`<p class="lede">${goal.sentence}</p>`}
    <dl class="facts facts-two">
      <div>
        <dt>${t.status}</dt>
        <dd>${goalStatus(goal)}</dd>
      </div>
      <div class="wide">
        <dt>${t.basis}</dt>
        <dd><p>${ruleWords(goal)}</p></dd>
      </div>
      ${latestAssessment(goal)}
    </dl>
    <p class="stamp">
      ${exampleTag(goal.example)} ${metricTexts.edition(EDITION_DATE_TOKEN)}
      ${t.adopted(plan.version, plan.adopted.by, plan.adopted.date, plan.adopted.paragraph)}
    </p>
    <section aria-labelledby="plats">
      <h2 id="plats">${t.chain}</h2>
      <p class="intro">${t.chainIntro}${exampleTag(goal.example)}</p>
      ${goalChain(context, path, placed)}
    </section>
    ${
      indicators.length === 0
        ? nothing
        : html`<section aria-labelledby="indikatorer">
            <h2 id="indikatorer">${t.indicators}</h2>
            ${indicatorTable(context, path, 'indikatorer-tabell', t.indicatorsCaption, indicators)}
          </section>`
    }
    ${historyTable(context, path, placed)}
    ${
      said
        ? html`<section aria-labelledby="bedomningar">
            <h2 id="bedomningar">${t.assessments}</h2>
            ${assessments(goal)}
          </section>`
        : nothing
    }
    ${goalActions(context, goal)} ${decisionList(context, [placed])}`;
  const crumbs: [string, string][] = [
    [layoutTexts.menu.overview, paths.overview],
    [t.listTitle, paths.goals],
    ...above.map((one): [string, string] => [levelledName(context, one), paths.goal(plan.plan, one.id)]),
  ];
  return layout(context, { path, title: levelledName(context, goal), menu: 'goals', crumbs, body });
}

/** What was last said of a goal whose status is computed: beside it, never part of it. */
function latestAssessment({ rule, assessments }: JudgedGoal): Html {
  const latest = latestSaid(assessments);
  if (rule === 'assessed' || latest === null) return nothing;
  return html`<div class="wide">
    <dt>${t.assessment}</dt>
    <dd>
      ${latest.status === null ? nothing : html`<div class="say">${statusMark(latest.status, 'assessment')}${statusTexts.settled[latest.status]}</div>`}
      <p>${latest.role}, ${formatDay(latest.date)}</p>
    </dd>
  </div>`;
}

const assessments = (goal: JudgedGoal): Html => [
  sayings(goal.assessments),
  ...goal.indicators
    .filter(indicator => indicator.assessments.length > 0)
    .map(
      indicator =>
        html`<h3>${t.assessmentOf(indicator.name)}</h3>
          ${sayings(indicator.assessments)}`,
    ),
];
