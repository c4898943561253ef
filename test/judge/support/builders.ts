import { lastDay, monthOf, periodEnd, type Day, type Grain } from '../../../pipeline/contract/period.ts';
import type { Observation } from '../../../pipeline/contract/observation.ts';
import type { Aggregate, Measure, MetricDeclaration } from '../../../pipeline/words/metric.ts';
import type { Goal, Indicator, PlanVersion, Target } from '../../../pipeline/words/plan.ts';
import type { Dimension, Group, Project } from '../../../pipeline/words/project.ts';
import type { ProtectedMetric, Report } from '../../../pipeline/words/stages.ts';
import { judge, type JudgeInput } from '../../../pipeline/judge/judge.ts';
import { prepareJudging, type Judging } from '../../../pipeline/judge/judging.ts';

export const aggregate = (name: Aggregate['function']): Aggregate => ({ function: name, argument: 'x', fraction: null, filter: null });
export const SUM: Measure = { type: 'aggregate', aggregate: aggregate('sum') };
export const MEDIAN: Measure = { type: 'aggregate', aggregate: aggregate('median') };
export const AVERAGE: Measure = { type: 'aggregate', aggregate: aggregate('avg') };
export const RATIO: Measure = { type: 'ratio', numerator: aggregate('sum'), denominator: aggregate('sum') };
export const GIVEN: Measure = { type: 'given', value: 'value', flag: true, preliminary: false };

/** A monthly percentage of the organisation, with ytd, lower is better. */
export const metric = (changes: Partial<MetricDeclaration> = {}): MetricDeclaration => ({
  id: 'sick',
  name: 'Sjukfrånvaro',
  question: 'Hur sjuka är vi?',
  decision: null,
  life: null,
  owner: 'HR',
  kolada: null,
  own_target: null,
  margin: null,
  unit: 'percent',
  decimals: 1,
  desired: 'lower',
  measure: RATIO,
  per: 100,
  over_time: 'sum',
  population: null,
  threshold: 5,
  zero: 'show',
  together: [],
  internal_full: false,
  time: 'month',
  finest: 'month',
  grains: ['month', 'tertial', 'year'],
  windows: ['period', 'ytd'],
  breakdowns: [['organisation']],
  dimensions: ['organisation'],
  accept_gaps: false,
  nulls_allowed: 0,
  rebase: [],
  covers_rows: false,
  audience: 'public',
  body: '',
  reads: [],
  text: '',
  file: 'sql/metrics/sick.sql',
  sha256: '',
  ...changes,
});

/** A row for the whole municipality in the period of the grain that begins on a day. */
export function row(grain: Grain, start: Day, value: number | null, changes: Partial<Observation> = {}): Observation {
  const period_end = lastDay(periodEnd(monthOf(start), grain));
  return {
    grain,
    window: 'period',
    period_start: start,
    period_end,
    members: ['*'],
    value,
    numerator: null,
    denominator: null,
    population: null,
    flag: null,
    marks: [],
    ...changes,
  };
}

export const cells = (
  declaration: MetricDeclaration,
  observations: readonly Observation[],
  changes: Partial<ProtectedMetric> = {},
): ProtectedMetric => ({
  declaration,
  sources: ['absence'],
  observations,
  parts: [],
  comparisons: [],
  revisions: [],
  ...changes,
});

export const indicator = (changes: Partial<Indicator> = {}): Indicator => ({
  id: 'I1',
  name: null,
  metric: 'sick',
  members: {},
  measures: 'year',
  lag: 0,
  max_age: 0,
  every: 1,
  by: '2026-12-31',
  target: { type: 'at-most', limit: { type: 'number', value: 8 }, partly: null },
  late: 'not-met',
  weight: 1,
  ...changes,
});

export const atMost = (value: number, partly: number | null = null): Target => ({
  type: 'at-most',
  limit: { type: 'number', value },
  partly,
});

export const milestone = (changes: Partial<Indicator> = {}): Indicator =>
  indicator({ id: 'M1', name: 'Rutin', metric: null, measures: null, target: { type: 'milestone' }, by: '2026-06-30', ...changes });

export const goal = (changes: Partial<Goal> = {}): Goal => ({
  id: 'G1',
  name: 'Ett mål',
  place: null,
  rule: 'all',
  assessed_by: null,
  cadence: null,
  coverage: 0.5,
  counts: 'both',
  limits: { met: 0.75, partly: 0.4 },
  weight: 1,
  indicators: [],
  goals: [],
  activities: [],
  assignments: [],
  ...changes,
});

export const planVersion = (changes: Partial<PlanVersion> = {}): PlanVersion => ({
  plan: '2026',
  version: 1,
  name: 'Verksamhetsplan 2026',
  adopted: { by: 'Kommunfullmäktige', date: '2025-11-24', paragraph: '§ 187', case: null, link: null },
  in_force: { from: '2026-01-01', to: '2026-12-31' },
  vision: null,
  goals: [],
  changed: [],
  decided: {},
  file: 'sources/plans/2026/1.yaml',
  ...changes,
});

export const report = (changes: Partial<Report> = {}): Report => ({
  plan: '2026',
  id: 'M1',
  period: '2026-T2',
  date: '2026-06-20',
  role: 'HR-chef',
  status: null,
  state: null,
  amount: null,
  benefit: null,
  text: 'Text.',
  ...changes,
});

export const ORGANISATION: Dimension = {
  id: 'organisation',
  name: 'Organisation',
  hierarchy: 'marts.organisation',
  levels: {},
  members: {},
  addsUp: true,
  own: null,
};
export const SEX: Dimension = { ...ORGANISATION, id: 'sex', name: 'Kön', hierarchy: null };
export const MUNICIPALITY: Dimension = { ...ORGANISATION, id: 'municipality', name: 'Kommun', hierarchy: null, addsUp: false, own: '9901' };

export const project = (metrics: readonly MetricDeclaration[], plans: readonly PlanVersion[], groups: readonly Group[] = []): Project => ({
  root: '.',
  municipality: {
    name: 'Åby kommun',
    code: '9901',
    as_of: null,
    time_zone: 'Europe/Stockholm',
    grains: ['month', 'tertial', 'year'],
    place: 'organisation',
    dimensions: [ORGANISATION, SEX, MUNICIPALITY],
    groups,
    geographies: [],
    units_of_measure: [],
    retention_months: null,
    follow_ups: [],
    events: [],
    audiences: { public: { classes: ['open'] }, internal: { classes: ['open', 'internal', 'personal'] } },
    schedule: null,
    contact: null,
    open_data: null,
    complements: true,
    audit: 'hold',
    reports: { pdf: false, metrics: null, boards: {} },
  },
  sources: [],
  staging: [],
  marts: [],
  metrics,
  checks: [],
  plans,
  geographies: [],
  eventPlaces: [],
  files: [],
  problems: [],
  warnings: [],
});

export const SOURCES: JudgeInput['sources'] = [
  { declaration: { id: 'absence', kind: 'period', synthetic: false } },
  { declaration: { id: 'reports', kind: 'reports', synthetic: false } },
];

export interface Case {
  metrics?: readonly ProtectedMetric[];
  /** Declared metrics beside those that have cells. */
  declared?: readonly MetricDeclaration[];
  goals?: readonly Goal[];
  plans?: readonly PlanVersion[];
  groups?: readonly Group[];
  reports?: readonly Report[];
  sources?: JudgeInput['sources'];
  hierarchies?: JudgeInput['hierarchies'];
  audience?: 'public' | 'internal';
  asOf?: Day;
}

export function inputOf({
  metrics = [],
  declared = [],
  goals = [],
  plans,
  groups,
  reports = [],
  sources = SOURCES,
  hierarchies = {},
  audience = 'internal',
  asOf = '2026-10-15',
}: Case): JudgeInput {
  const declarations = [...metrics.map(m => m.declaration), ...declared];
  return {
    project: project(declarations, plans ?? [planVersion({ goals })], groups),
    cells: { audience, metrics, reports },
    sources,
    hierarchies,
    asOf,
  };
}

export const judging = (of: Case): Judging => prepareJudging(inputOf(of));
export const judged = (of: Case) => judge(inputOf(of));

/** One indicator under one goal, judged. */
export function judgedIndicator(one: Indicator, of: Case = {}) {
  return judged({ ...of, goals: [goal({ indicators: [one] })] }).plans[0]!.goals[0]!.indicators[0]!;
}
