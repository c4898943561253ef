import { formatPeriod } from '../../pipeline/contract/format-day.ts';
import type { JudgedGoal, JudgedIndicator, JudgedPlan } from '../../pipeline/contract/goals.ts';
import { hasTarget } from '../../pipeline/contract/has-target.ts';
import type { SiteMetric } from '../../pipeline/contract/site.ts';
import { budgetYears } from '../budget-rows.ts';
import { buildTools } from '../build-tools.ts';
import { comparedMetric } from '../compare-group.ts';
import { controlsTemplate } from '../drill/controls-template.ts';
import { unitHash } from '../drill/drill-hash.ts';
import type { DrillView } from '../drill/drill-view.ts';
import { drillView, onlyChild } from '../drill/drill-view.ts';
import { ledeTemplate } from '../drill/lede-template.ts';
import type { MetricSetup } from '../drill/metric-setup.ts';
import { defaultState } from '../drill/metric-setup.ts';
import type { SeriesModel } from '../drill/series-model.ts';
import { seriesModel } from '../drill/series-model.ts';
import { trendTemplate } from '../drill/trend-template.ts';
import { unitsTemplate } from '../drill/units-template.ts';
import { EDITION_DATE_TOKEN } from '../edition.ts';
import { hasWhole } from '../has-whole.ts';
import type { Html } from '../html.ts';
import { html, nothing } from '../html.ts';
import { judgementAt } from '../judged-figure.ts';
import { hasMap } from '../mapped-metric.ts';
import { metricSetupOf } from '../metric-setup-of.ts';
import type { Page, PageContext } from '../page.ts';
import { budgetTable } from '../parts/budget-table.ts';
import { comparisons } from '../parts/comparisons.ts';
import { followUpTable } from '../parts/follow-up-table.ts';
import { indicatorTable } from '../parts/indicator-table.ts';
import { layout } from '../parts/layout.ts';
import { lifeTag } from '../parts/metric-life.ts';
import { memberTables } from '../parts/member-tables.ts';
import { metricFacts } from '../parts/metric-facts.ts';
import { ownTarget } from '../parts/own-target.ts';
import { proof } from '../parts/proof.ts';
import { reportedTable } from '../parts/reported-table.ts';
import { exampleTag } from '../parts/tags.ts';
import { yearTable } from '../parts/year-table.ts';
import { link, paths } from '../paths.ts';
import { isAboutWhole, placeName } from '../place-of.ts';
import { drillPath, isWithin, placePath, unitNodes } from '../place-tree.ts';
import { remember } from '../remember.ts';
import { seriesFile } from '../series-file.ts';
import type { PlacedIndicator } from '../site-index.ts';
import { compareTexts } from '#texts/compare.ts';
import { drillTexts } from '#texts/drill.ts';
import { layoutTexts } from '#texts/layout.ts';
import { metricTexts as t } from '#texts/metric.ts';

/** The nodes that a metric has a page for: the whole, and each board that has figures. */
export function metricNodes(context: PageContext, metric: SiteMetric): string[] {
  const boards = metric.dimensions.includes(context.place?.id ?? '') ? context.boards : [];
  return ['*', ...boards.map(board => board.id).filter(board => context.facts(metric, board) !== null)];
}

export function metricPage(context: PageContext, metric: SiteMetric, node: string): Page {
  const facts = context.facts(metric, node);
  const path = paths.metricAt(metric.id, node);
  const followed = indicatorsAt(context, metric, node);
  // Those about exactly this cell: the page's key figure is judged by them. Others, as a sex's, are listed below.
  const own = followed.filter(({ indicator }) => isAboutWhole(context, indicator)).map(({ indicator }) => indicator);
  const inForce = followed
    .filter(({ plan, indicator }) => !plan.ended && own.includes(indicator) && hasTarget(indicator))
    .map(({ indicator }) => indicator);
  const ownTargetHere = metric.own_target !== null && homeOf(context, metric.own_target) === node ? [metric.own_target] : [];
  const targets = [...own, ...ownTargetHere.filter(indicator => isAboutWhole(context, indicator))];
  const setup = metricSetupOf(context, metric, node, path, targets);
  const isPlaced = setup.place !== null;
  // Figures for each member alone, such as a strategy's targets: there is no whole to speak of.
  const perMember = own.length === 0 && metric.observations.some(({ value }) => value !== null) && !hasWhole(context, metric, node);
  const body = html`<mb-drill data-setup="${JSON.stringify(setup)}"
      ><div data-part="answer">
        <h1>${metric.name}${isPlaced ? html` <span class="place">${setup.nodeName}</span>` : nothing}</h1>
        ${ledeTemplate({ html }, perMember ? t.perMember(followed.length > 0) : (facts?.sentence ?? t.noFigures))}
        ${facts === null || perMember ? nothing : metricFacts(context, metric, facts, [...inForce, ...targets.slice(own.length)])}
        ${stamp(context, path, metric, node, followed)}
      </div>
      ${drill(context, metric, node, path, setup, targets)}</mb-drill
    >
    ${node === '*' && !(perMember && followed.length > 0) ? memberTables(context, metric) : nothing}
    ${budgetYears(context, node)
      .filter(({ outcome }) => outcome.id === metric.id)
      .map(year => budgetTable(year, context.site.as_of.slice(0, 4)))}
    ${facts === null || perMember ? nothing : comparisons(metric, facts.beside, moreComparisons(context, path, metric))}
    ${ownTargetHere.map(target => ownTarget(context, target))} ${followed.length === 0 ? nothing : followedBy(context, path, followed)}
    ${isPlaced ? boardLinks(context, path, metric, node) : nothing} ${reportedTable(context, path, metric, node)}
    ${proof(context, path, metric, perMember ? null : (facts?.latest ?? null), judgementAt(context, metric, node), perMember ? followed.map(({ indicator }) => indicator) : own)}`;
  const board: [string, string][] = node === '*' ? [[t.listTitle, paths.metrics]] : [[placeName(context, node), paths.board(node)]];
  const crumbs: [string, string][] = [[layoutTexts.menu.overview, paths.overview], ...board];
  const title = isPlaced && node !== '*' ? `${metric.name}, ${setup.nodeName}` : metric.name;
  return layout(context, { path, title, menu: 'metrics', crumbs, body });
}

/** Indicators on the metric at this place; a metric without places has all of its indicators on its one page. */
function indicatorsAt(context: PageContext, metric: SiteMetric, node: string): readonly PlacedIndicator[] {
  const isPlaced = metric.dimensions.includes(context.place?.id ?? '');
  return context.indicators.filter(({ indicator }) => indicator.metric === metric.id && (!isPlaced || indicator.place === node));
}

/** The page that a metric's own target is told on: its board's, else the whole's. */
const homeOf = (context: PageContext, { place }: JudgedIndicator): string =>
  context.boards.some(board => board.id === place) ? place : '*';

function stamp(context: PageContext, path: string, metric: SiteMetric, node: string, followed: readonly PlacedIndicator[]): Html {
  const facts = context.facts(metric, node);
  const place = placePath(context, node);
  const goals = [...new Map(followed.map(placed => [placed.goal, placed])).values()];
  return html`<p class="stamp">
    ${exampleTag(metric.example)}${lifeTag(context, metric)}
    ${facts?.latest ? t.figuresThrough(formatPeriod(facts.latest.grain, facts.latest.period_start)) : nothing}
    ${t.edition(EDITION_DATE_TOKEN)}
    ${place === null ? nothing : html`<a href="${link(path, place)}">${drillTexts.allAbout(placeName(context, node))}</a>. `}
    ${goals.length === 0 ? nothing : html`${t.belongsTo}${goals.map(({ plan, goal }, i) => html`${i > 0 ? ', ' : ''}<a href="${link(path, paths.goal(plan.plan, goal.id))}">${goalName(goal, plan, goals)}</a>`)}.`}
  </p>`;
}

/** A goal that several plans have is told apart by its plan. */
const goalName = ({ name }: JudgedGoal, { plan }: JudgedPlan, goals: readonly PlacedIndicator[]): string =>
  goals.filter(({ goal }) => goal.name === name).length > 1 ? t.goalOf(name, plan) : name;

function drill(
  context: PageContext,
  metric: SiteMetric,
  node: string,
  path: string,
  setup: MetricSetup,
  indicators: readonly JudgedIndicator[],
): Html {
  const { site } = context;
  const tools = buildTools(context.charts);
  const own = modelOf(seriesFile(site, metric, node));
  const above = setup.above === null ? null : modelOf(seriesFile(site, metric, setup.above.node));
  const under = modelUnder(context, metric, setup, own);
  const view = drillView(setup, defaultState(setup), own, above, under);
  const note = t.chartNote(
    metric.sources
      .flatMap(id => context.source(id) ?? [])
      .map(({ name, deliveries }) => ({ name, delivered: deliveries[0]?.received ?? null })),
  );
  const pageOf = (unit: string): string | null => {
    const board = context.boards.find(({ id }) => id === unit);
    return board && context.facts(metric, unit) ? link(path, paths.metricAt(metric.id, unit)) : null;
  };
  return html`<section aria-labelledby="fraga">
      <h2 id="fraga" tabindex="-1">${metric.question}</h2>
      ${controlsTemplate(tools, setup)}
      <div data-part="trail"></div>
      <div data-part="trend" data-figure="${metric.id}" data-note="${note}">${trendTemplate(tools, view, note)}</div>
      <div data-part="years">${yearTable(context, metric, node, indicators)}${followUpTable(context, metric, node)}</div>
    </section>
    ${unlistedUnits(context, metric, node, view)}
    <div data-part="units">${unitsTemplate(tools, view, pageOf)}</div>`;
}

/** Where links to units that the table does not list lead without script; their own pages have their figures. */
function unlistedUnits(context: PageContext, metric: SiteMetric, node: string, { units }: DrillView): Html {
  if (node === '*') return nothing;
  const listed = new Set(units?.rows.filter(row => !row.sum).map(row => unitHash([...units.path, row.id])));
  return unitNodes(context)
    .filter(({ id }) => isWithin(context, id, node) && context.facts(metric, id) !== null)
    .map(({ id }) => unitHash(drillPath(context, id)))
    .filter(hash => !listed.has(hash))
    .map(hash => html`<span id="${hash}"></span>`);
}

/** The series whose units are listed: the node's own, or that of its only child, if that has units. */
function modelUnder(context: PageContext, metric: SiteMetric, setup: MetricSetup, own: SeriesModel): SeriesModel {
  const child = onlyChild(setup, own);
  return child === null || setup.files[child] === undefined
    ? own
    : modelUnder(context, metric, setup, modelOf(seriesFile(context.site, metric, child)));
}

const followedBy = (context: PageContext, path: string, followed: readonly PlacedIndicator[]): Html =>
  html`<section aria-labelledby="mal">
    <h2 id="mal">${t.indicators}</h2>
    ${indicatorTable(context, path, 'mal-tabell', t.indicatorsCaption, followed, t.goalHead, ({ plan, goal, indicator }) => ({
      text: goal.name,
      target: paths.goal(plan.plan, goal.id),
      note: isAboutWhole(context, indicator) ? null : indicator.name,
    }))}
  </section>`;

function boardLinks(context: PageContext, path: string, metric: SiteMetric, node: string): Html {
  const boards = context.boards.filter(board => board.id !== node && context.facts(metric, board.id) !== null);
  if (boards.length === 0) return nothing;
  return html`<section aria-labelledby="namnder">
    <h2 id="namnder">${node === '*' ? t.boards : t.otherBoards}</h2>
    <p class="links">${boards.map(board => html`<a href="${link(path, paths.metricAt(metric.id, board.id))}">${board.name}</a>`)}</p>
  </section>`;
}

/** The pages that compare the metric, and show it on a map. */
function moreComparisons(context: PageContext, path: string, metric: SiteMetric): Html {
  const links = [
    ...(comparedMetric(context, metric)
      ? [html`<a href="${link(path, paths.compareMetric(metric.id))}">${compareTexts.fromMetric}</a>`]
      : []),
    ...(hasMap(context, metric) ? [html`<a href="${link(path, paths.mapMetric(metric.id))}">${compareTexts.toMap}</a>`] : []),
  ];
  return links.length === 0 ? nothing : html`<p class="links">${links}</p>`;
}

const modelOf = remember(seriesModel);
