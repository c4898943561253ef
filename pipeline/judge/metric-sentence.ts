import { isBeforeTarget } from '../contract/before-target.ts';
import { formatSpan } from '../contract/format-day.ts';
import type { Unit } from '../contract/format-number.ts';
import type { GroupFact, JudgedIndicator, TrendFact } from '../contract/goals.ts';
import type { Observation } from '../contract/observation.ts';
import { GRAIN_MONTHS, monthOf, periodEnd, periodStart } from '../contract/period.ts';
import type { Signals } from '../contract/signals.ts';
import { withChance } from './forecast-words.ts';
import type { Judging } from './judging.ts';
import type { MetricCells } from './metric-cells.ts';
import type { OutcomeToDate } from './outcome-to-date.ts';
import { sayValue, sayWhen, sayWithMargin, spanOf, unitOf } from './say.ts';
import { signalWords } from './signals/signal-words.ts';
import { noFigureSentence, statusPredicate } from './status-words.ts';
import { targetSubject } from './target-words.ts';
import { signalsSv } from './texts/signals-sv.ts';
import { sv } from './texts/sv.ts';
import { trendSentence } from './trend-words.ts';
import { whyUnsettled } from './unsettled.ts';

export interface ToldFacts {
  members: readonly string[];
  latest: Observation | null;
  margin: number | null;
  toDate: OutcomeToDate | null;
  trend: TrendFact | null;
  signals: Signals;
  comparison: GroupFact | null;
  indicators: readonly JudgedIndicator[];
}

/** A cell's answer: the latest value and whether it is unusual, the year so far and its direction, the group, the targets, and what is late. */
export function metricSentence(judging: Judging, metric: MetricCells, facts: ToldFacts): string {
  const { declaration } = metric;
  const unit = unitOf(judging, declaration);
  const { latest } = facts;
  if (latest === null || latest.value === null) {
    const ended = metric.finestRows(facts.members).findLast(row => row.period_end < judging.asOf) ?? null;
    return noFigureSentence(declaration.name, whyUnsettled(ended, declaration.accept_gaps));
  }
  const signal = signalWords(facts.signals, metric.finest, unit);
  return [
    sv.figure(declaration.name, sv.valueAt(sayWithMargin(latest.value, facts.margin, unit), sayWhen(spanOf(metric, latest)))),
    ...(signal === null ? [] : [signal]),
    ...soFarWords(metric, latest, facts, unit),
    ...(facts.comparison ? [groupSentence(facts.comparison, unit)] : []),
    ...facts.indicators.flatMap(indicator => targetWords(judging, indicator, unit)),
    ...assuranceWords(judging, metric, facts, unit),
    ...lateWords(judging, metric, facts.members, latest),
  ].join(' ');
}

/** The year so far, where it is more than the latest period, with its direction. */
function soFarWords(metric: MetricCells, latest: Observation, { toDate, trend }: ToldFacts, unit: Unit): string[] {
  if (toDate === null || toDate.row.value === null) return [];
  const span = spanOf(metric, toDate.row, toDate.through);
  const own = spanOf(metric, latest);
  const direction = trend ? [trendSentence(trend, unit)] : [];
  if (span.first === own.first && span.last === own.last) return direction;
  return [sv.soFar(sayWhen(span), sayValue(toDate.row.value, unit)), ...direction];
}

const groupSentence = ({ name, members, better_than, median }: GroupFact, unit: Unit): string =>
  better_than === null ? sv.groupMedian(name, sayValue(median, unit)) : sv.betterThan(better_than, members.length, name);

/** `Målet på högst 7,8 % för 2026 bedöms inte uppfyllas (sannolikhet 1 på 10).` A target without a status is told on its own page. */
function targetWords(judging: Judging, indicator: JudgedIndicator, unit: Unit): string[] {
  const subject = targetSubject(judging, indicator, unit);
  const predicate = predicateOf(indicator);
  if (subject === null || predicate === null || indicator.measures === null) return [];
  const first = periodStart(monthOf(indicator.by), indicator.measures);
  return [sv.targetFor(subject, formatSpan(first, periodEnd(first, indicator.measures)), withChance(predicate, indicator))];
}

/** The status as a predicate; where it rests on an earlier period than the target's, with that period. */
function predicateOf(indicator: JudgedIndicator): string | null {
  const predicate = statusPredicate(indicator);
  if (predicate === null || !isBeforeTarget(indicator)) return predicate;
  return sv.byLatestKnown(predicate, formatSpan(monthOf(indicator.period_start!), monthOf(indicator.period_end!)));
}

/** What usual variation means for each target that is a number. */
const assuranceWords = (judging: Judging, metric: MetricCells, { indicators, signals }: ToldFacts, unit: Unit): string[] =>
  signals.assurance.flatMap(({ indicator: id, assurance }) => {
    const indicator = indicators.find(one => `${one.plan}/${one.id}` === id);
    const subject = indicator ? targetSubject(judging, indicator, unit) : null;
    return subject === null ? [] : [signalsSv.assurance[assurance](subject, metric.finest)];
  });

/** Periods after the latest known that the source should have delivered by now. */
function lateWords(judging: Judging, metric: MetricCells, members: readonly string[], latest: Observation): string[] {
  const late = metric
    .finestRows(members)
    .filter(row => row.marks.includes('late') && row.period_start > latest.period_end && row.period_end < judging.asOf);
  const [first, last] = [late[0], late.at(-1)];
  if (!first || !last) return [];
  const size = GRAIN_MONTHS[metric.finest];
  return [sv.dataLateFor(formatSpan(monthOf(first.period_start), monthOf(last.period_start) + size - 1))];
}
