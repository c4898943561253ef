import { formatSpan } from '../../pipeline/contract/format-day.ts';
import { monthOf, yearOf } from '../../pipeline/contract/period.ts';
import type { JudgedPlan } from '../../pipeline/contract/goals.ts';
import type { SiteFollowUp } from '../../pipeline/contract/site.ts';
import { EDITION_DATE_TOKEN } from '../edition.ts';
import type { Html } from '../html.ts';
import { html, nothing } from '../html.ts';
import { allIndicators, countStatuses } from '../judged-figure.ts';
import type { Page, PageContext } from '../page.ts';
import { changeList } from '../parts/change-list.ts';
import { goalRows } from '../parts/goal-row.ts';
import { lateAssignments } from '../parts/late-assignments.ts';
import { layout } from '../parts/layout.ts';
import { overdueList } from '../parts/overdue-list.ts';
import { reportLink } from '../parts/report-link.ts';
import { freshnessTable } from '../parts/source-table.ts';
import { signalList } from '../parts/signal-list.ts';
import { exampleTag } from '../parts/tags.ts';
import { tally } from '../parts/tally.ts';
import { goesWell, needsAttention, watchList } from '../parts/watch-list.ts';
import { link, paths } from '../paths.ts';
import type { PlacedIndicator } from '../site-index.ts';
import { layoutTexts } from '#texts/layout.ts';
import { overviewTexts as t } from '#texts/overview.ts';

const MOST_SOURCES = 6;

/** The first page: the goals' statuses, what has changed, what needs attention, how fresh the figures are. */
export function overviewPage(context: PageContext): Page {
  const { site } = context;
  const path = paths.overview;
  const plans = site.plans.filter(plan => !plan.ended);
  const ended = site.plans.filter(plan => plan.ended);
  const title = plans[0] ? t.title(plans[0].name) : t.titleNoPlan;
  const body = html` ${answer(context, path, plans, title)} ${reportLink(context, path, '*')}
  ${plans.map((plan, i) => planGoals(context, path, plan, i === 0 ? null : plan.name))} ${changes(context, path)}
  ${plans.length === 0 ? nothing : attention(context, path)} ${lateAssignments(context, path, () => true)} ${signalList(context, path, '*')}
  ${fresh(context, path)} ${ended.length === 0 ? nothing : endedPlans(path, ended)}`;
  return layout(context, { path, title: layoutTexts.menu.overview, menu: 'overview', crumbs: [], body });
}

function answer(context: PageContext, path: string, plans: readonly JudgedPlan[], title: string): Html {
  const { site } = context;
  const goals = plans.flatMap(plan => plan.goals);
  const counts = countStatuses(goals);
  const ahead = goals.some(goal => goal.rests_on === 'forecast' || goal.rests_on === 'to-date');
  const counted = new Set(goals.map(({ plan, id }) => `${plan}/${id}`));
  const moved = site.changes.follow_up.filter(
    change => change.type === 'status' && change.kind === 'goal' && counted.has(`${change.plan}/${change.id}`),
  ).length;
  const late = site.sources.filter(source => source.late || source.broken).length;
  const lede = plans.length > 0 ? t.lede(counts, ahead) : site.plans.length === 0 ? t.noPlan : t.noPlanInForce;
  return html`<div class="answer">
    <div>
      <h1>${title}</h1>
      <p class="lede">${lede}${moved > 0 ? ` ${t.changedSince(moved)}` : ''}</p>
    </div>
    <div>${plans.length > 0 ? tally(counts, countStatuses(goals.flatMap(allIndicators))) : nothing}</div>
    <p class="stamp">
      ${exampleTag(goals.some(goal => goal.example))} ${t.figuresPer(site.as_of)}
      ${site.sources.length === 0 ? nothing : html`${t.sourcesInTime(site.sources.length - late, site.sources.length)}${late === 0 ? '.' : html`; <a href="${link(path, `${paths.overview}#farskt`)}">${t.lateLink(late)}</a>.`}`}
    </p>
  </div>`;
}

function planGoals(context: PageContext, path: string, plan: JudgedPlan, name: string | null): Html {
  const id = name === null ? 'mal' : `mal-${plan.plan}`;
  const placed = context.goals.filter(goal => goal.plan === plan && goal.above.length === 0);
  return html`<section aria-labelledby="${id}">
    <h2 id="${id}">${name ?? t.goals}</h2>
    <p class="intro">${t.marksKey}${exampleTag(placed.some(({ goal }) => goal.example))}</p>
    ${goalRows(context, path, placed)}
  </section>`;
}

function changes(context: PageContext, path: string): Html {
  const { since_follow_up, follow_up, since_edition, edition } = context.site.changes;
  // Where the edition before is the follow-up's, it is the same list.
  const isToldAlready = since_follow_up !== null && context.site.editions[0]?.edition === since_follow_up.edition;
  const example = exampleTag(context.site.metrics.some(metric => metric.example));
  return html`${
    since_follow_up === null
      ? nothing
      : html`<section aria-labelledby="andrat">
          <h2 id="andrat">${t.changesTitle}</h2>
          <p class="intro">${approvalWords(since_follow_up)}${example}</p>
          ${changeList(context, path, follow_up)}
        </section>`
  }${
    since_edition === null || edition.length === 0 || isToldAlready
      ? nothing
      : html`<section aria-labelledby="nyast">
          <h2 id="nyast">${t.changesEdition(since_edition)}</h2>
          <p class="intro">${example}</p>
          ${changeList(context, path, edition)}
        </section>`
  }`;
}

function approvalWords({ name, through, approval }: SiteFollowUp): string {
  const period = periodOf(through);
  return approval ? t.followUpApproved(name, period, approval.by, approval.date, approval.paragraph) : t.followUpNotApproved(name, period);
}

/** A follow-up is about its year through its last month. */
const periodOf = (through: string): string => formatSpan(yearOf(monthOf(through)) * 12, monthOf(through));

function attention(context: PageContext, path: string): Html {
  const column = (id: string, title: string, intro: string, none: string, picked: readonly PlacedIndicator[], more: Html) =>
    html`<section aria-labelledby="${id}">
      <h2 id="${id}">${title}</h2>
      ${
        picked.length === 0
          ? html`<p class="empty">${none}</p>`
          : html`<p class="intro">${intro}${exampleTag(picked.some(({ indicator }) => indicator.example))}</p>
              ${watchList(context, path, picked)}`
      }
      ${more}
    </section>`;
  const unusual = context.site.attention.find(({ place }) => place === '*')?.items ?? [];
  const running = context.goals.filter(({ plan }) => !plan.ended);
  const more = html`${overdueList(context, path, context.site.sources, running)}${unusual.length === 0 ? nothing : html`<p class="links"><a href="#sticker-ut">${t.unusualElsewhere}</a></p>`}`;
  return html`<div class="pair">
    ${column('obs', t.attention, t.attentionIntro, t.attentionNone, needsAttention(context), more)}
    ${column('bra', t.well, t.wellIntro, t.wellNone, goesWell(context), nothing)}
  </div>`;
}

function fresh({ site }: PageContext, path: string): Html {
  if (site.sources.length === 0) return nothing;
  const sources = [...site.sources]
    .sort((a, b) => Number(b.broken) - Number(a.broken) || Number(b.late) - Number(a.late))
    .slice(0, MOST_SOURCES);
  const caption = html`${t.freshCaption(sources.length, site.sources.length)}${exampleTag(sources.some(source => source.synthetic))}`;
  const live = site.follow_up === null && !site.demonstration;
  return html`<section aria-labelledby="farskt">
    <h2 id="farskt">${t.fresh}</h2>
    <div class="fresh">
      <div>
        <p>${t.figuresPer(site.as_of)} ${t.freshEdition(EDITION_DATE_TOKEN)}</p>
        ${live ? html`<p class="key">${t.freshTells}</p>` : nothing}
      </div>
      <div>${freshnessTable(sources, 'kallor', caption)}</div>
    </div>
    <p class="links">
      <a href="${link(path, paths.dataQuality)}">${t.allSources(site.sources.length)}</a>${(site.follow_up === null
        ? site.follow_ups
        : []
      ).map(
        followUp =>
          html`<a href="${link(path, paths.followUp(followUp.id))}">${t.followUpLink(followUp.name, periodOf(followUp.through))}</a>`,
      )}
    </p>
  </section>`;
}

const endedPlans = (path: string, ended: readonly JudgedPlan[]): Html =>
  html`<section aria-labelledby="tidigare">
    <h2 id="tidigare">${t.endedPlans}</h2>
    <p class="links">${ended.map(plan => html`<a href="${link(path, `${paths.goals}#${plan.plan}`)}">${plan.name}</a>`)}</p>
  </section>`;
