import type { GroupStanding } from '../contract/comparisons.ts';
import type { MetricFacts } from '../contract/facts.ts';
import type { GroupFact, JudgedIndicator } from '../contract/goals.ts';
import { isSettled, type Observation } from '../contract/observation.ts';
import { isBelowYear, monthOf, periodEnd, periodStart } from '../contract/period.ts';
import { besideOf } from './beside.ts';
import { cellMembers, inOrder } from './cell-members.ts';
import { groupHistories } from './group-history.ts';
import { groupComparisons } from './group-comparison.ts';
import { isAbout } from './judge-indicator.ts';
import type { Judging } from './judging.ts';
import type { MetricCells } from './metric-cells.ts';
import { metricSentence } from './metric-sentence.ts';
import { isOwnTarget } from './own-targets.ts';
import { outcomeToDate } from './outcome-to-date.ts';
import { cellSignals } from './signals/cell-signals.ts';
import { trendOf } from './trend.ts';

/** A metric's answer for the whole and for each node that has rows. `indicators` are those of the plans in force. */
export const metricFacts = (judging: Judging, metric: MetricCells, indicators: readonly JudgedIndicator[]): MetricFacts[] =>
  placesOf(judging, metric).map(place => factsAt(judging, metric, place, indicators));

/** The places that have rows with every other dimension at its whole or own member; `*` first. */
function placesOf(judging: Judging, metric: MetricCells): string[] {
  const position = metric.declaration.dimensions.indexOf(judging.place ?? '');
  if (position < 0) return ['*'];
  const found = metric.cells.filter(members => String(members) === String(membersAt(judging, metric, members[position]!)));
  return ['*', ...new Set(found.map(members => members[position]!).filter(place => place !== '*'))];
}

const membersAt = (judging: Judging, metric: MetricCells, place: string): string[] =>
  inOrder(metric.declaration, cellMembers(judging, metric.declaration, {}, place));

function factsAt(judging: Judging, metric: MetricCells, place: string, all: readonly JudgedIndicator[]): MetricFacts {
  const members = membersAt(judging, metric, place);
  return { place, ...cellFacts(judging, metric, members, all), groups: groupHistories(judging, metric, members) };
}

/** The latest figures of one cell, and what is said of them. `all`: the indicators of the plans in force. */
export function cellFacts(
  judging: Judging,
  metric: MetricCells,
  members: readonly string[],
  all: readonly JudgedIndicator[],
): Omit<MetricFacts, 'place' | 'groups'> {
  const { declaration } = metric;
  const latest = latestSettled(judging, metric, members);
  const toDate = latest && yearToDate(judging, metric, latest);
  const indicators = all.filter(indicator => isAbout(indicator, declaration, members));
  const margin = latest && metric.margin(latest);
  const signals = cellSignals(metric, members, judging.asOf, indicators, judging.isGrowing(declaration));
  // A metric does not say how often it is measured; those who follow it do.
  const every = Math.max(1, ...indicators.map(indicator => indicator.every));
  const trend = toDate && trendOf(metric, toDate.row, signals, every);
  const beside = besideOf(judging, metric, members, { latest, toDate: toDate?.row ?? null }, indicators);
  const comparisons = latest ? beside.groups.flatMap(standing => comparedWith(judging, metric, latest, standing)) : [];
  // The sentence is about the latest period; a group that is compared for an earlier one is told beside, with its year.
  const comparison = comparisons.find(({ period_start }) => period_start === latest?.period_start) ?? null;
  return {
    metric: declaration.id,
    members,
    latest,
    to_date: toDate?.row ?? null,
    margin,
    trend,
    signals,
    comparison: comparisons[0] ?? null,
    comparisons,
    beside,
    indicators: indicators.filter(indicator => !isOwnTarget(indicator)).map(indicator => `${indicator.plan}/${indicator.id}`),
    sentence: metricSentence(judging, metric, { members, latest, margin, toDate, trend, signals, comparison, indicators }),
    example: judging.isInvented(metric.sources),
  };
}

/** The group's members, for the period that its standing is about. */
const comparedWith = (judging: Judging, metric: MetricCells, latest: Observation, { group, period_start }: GroupStanding): GroupFact[] =>
  groupComparisons(judging, metric, { ...latest, period_start }).filter(compared => compared.group === group);

/** The latest finest period that has ended and is settled. */
const latestSettled = (judging: Judging, metric: MetricCells, members: readonly string[]): Observation | null =>
  metric.finestRows(members).findLast(row => row.period_end < judging.asOf && isSettled(row, metric.declaration.accept_gaps)) ?? null;

/** The outcome to date of the year that holds the latest settled row; a yearly metric's is that row. */
function yearToDate(judging: Judging, metric: MetricCells, latest: Observation) {
  if (!isBelowYear(metric.finest)) return { row: latest, through: latest.period_end };
  const first = periodStart(monthOf(latest.period_start), 'year');
  const found = outcomeToDate(metric, latest.members, { grain: 'year', first, last: periodEnd(first, 'year') }, judging.asOf);
  return found && found.row.value !== null ? found : null;
}
