import type { JudgedGoal, JudgedIndicator } from '../pipeline/contract/goals.ts';
import type { MetricLife } from '../pipeline/contract/life.ts';
import type { Day } from '../pipeline/contract/period.ts';
import type { Site, SiteMetric, SiteSource } from '../pipeline/contract/site.ts';
import { remember } from './remember.ts';

/**
 * The site with only what the pages and series of one metric may say. They are rendered from this and nothing else, so whatever changes outside it
 * cannot change them: its digest tells whether they must be made again. Of other metrics, names and units are left; of other sources, that they exist.
 */
export function narrowSite(site: Site, metric: SiteMetric): Site {
  const limits = new Set(site.plans.flatMap(plan => plan.goals.flatMap(goal => limitsOf(goal, metric.id))));
  const whole = (id: string): boolean => id === metric.id || limits.has(id);
  return {
    ...site,
    as_of: dayFor(site, metric.life),
    plans: site.plans.map(plan => ({ ...plan, goals: plan.goals.flatMap(goal => goalsAbout(goal, metric.id, limits.size > 0)) })),
    metrics: site.metrics.map(other => (other.id === metric.id ? metric : whole(other.id) ? withoutFiles(other) : named(other))),
    sources: site.sources.map(source => (metric.sources.includes(source.id) ? source : known(source))),
    reports: NO_REPORTS,
    editions: [],
    history: [],
    withdrawn: [],
    findings: [],
    attention: [],
    changes: { ...site.changes, follow_up: [], since_edition: null, edition: [] },
  };
}

/** Pages about a metric say nothing of reports. */
const NO_REPORTS: Site['reports'] = { metrics: null, boards: {}, formats: [], left_out: [] };

const isOn = (indicator: JudgedIndicator, metric: string): boolean => indicator.metric === metric;

/** The metrics that a metric's indicators are held against: a budget. */
const limitsOf = (goal: JudgedGoal, metric: string): string[] => [
  ...goal.indicators.flatMap(indicator =>
    isOn(indicator, metric) && 'metric' in indicator.target && indicator.target.metric !== null ? [indicator.target.metric] : [],
  ),
  ...goal.goals.flatMap(child => limitsOf(child, metric)),
];

/**
 * The goals that have something of the metric, side by side: its indicators. Where it is held against a budget, also what places have said of their
 * money.
 */
function goalsAbout(goal: JudgedGoal, metric: string, hasBudget: boolean): JudgedGoal[] {
  const indicators = goal.indicators.flatMap(one =>
    isOn(one, metric) ? [one] : hasBudget && saysAmount(one) ? [{ ...one, metric: null }] : [],
  );
  const below = goal.goals.flatMap(child => goalsAbout(child, metric, hasBudget));
  if (indicators.length === 0 && !(hasBudget && saysAmount(goal))) return below;
  return [{ ...goal, indicators, goals: [], activities: [], assignments: [] }, ...below];
}

const saysAmount = ({ assessments }: Pick<JudgedGoal, 'assessments'>): boolean => assessments.some(({ amount }) => amount !== null);

/** A metric's files are named by their content, which is that of its figures. */
const withoutFiles = remember((metric: SiteMetric): SiteMetric => ({ ...metric, json: {} }));

const named = remember((metric: SiteMetric): SiteMetric => ({
  ...withoutFiles(metric),
  sql: '',
  observations: [],
  parts: [],
  comparisons: [],
  revisions: [],
  reported: [],
  own_target: null,
  facts: [],
  judgements: () => [],
}));

/** A source that the metric does not rest on: its name, and whether it is invented. */
const known = remember((source: SiteSource): SiteSource => ({
  ...source,
  ...{ last_covered: null, due: null, late: false, broken: false },
  ...{ records: 0, loaded: 0, rejected: 0, ignored: 0, superseded: 0, deliveries: [], rejects: [] },
}));

/**
 * The latest day that these pages can tell from the one before, so that they are not made again each day: the first of the year, or a day in the
 * metric's life. Where pages print the day, that day.
 */
function dayFor({ as_of: asOf, demonstration }: Site, life: MetricLife | null): Day {
  if (demonstration) return asOf;
  const days = [`${asOf.slice(0, 4)}-01-01`, life?.proposed, life?.adopted?.date, life?.retired?.date];
  return days.reduce<Day>((latest, day) => (day && day <= asOf && day > latest ? day : latest), '');
}
