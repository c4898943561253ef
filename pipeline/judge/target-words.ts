import type { JudgedIndicator } from '../contract/goals.ts';
import type { Unit } from '../contract/format-number.ts';
import { isBelowYear } from '../contract/period.ts';
import { round } from '../contract/round.ts';
import type { Judging } from './judging.ts';
import { decimalsOf, sayBeside, sayDifference, sayLimit, sayMonths, sayValue, unitOf } from './say.ts';
import { sv } from './texts/sv.ts';

type Judged = Omit<JudgedIndicator, 'sentence'>;

/** The target as the subject of a sentence: `målet på högst 6,5 %`. Null where what it is about is not known. */
export function targetSubject(judging: Judging, judged: Judged, unit: Unit): string | null {
  const { target } = judged;
  switch (target.type) {
    case 'at-most':
    case 'at-least': {
      const limit = limitWords(judging, judged, unit);
      return limit && (target.type === 'at-most' ? sv.atMost(limit) : sv.atLeast(limit));
    }
    case 'between':
      return sv.between(sayLimit(target.low, { ...unit, unit: '' }), sayLimit(target.high, unit));
    case 'better-than-last-year':
      return judged.every > 1 ? sv.betterThanBefore : sv.betterThanLastYear;
    case 'better-than-group':
      return sv.betterThanGroup(target.group_name);
    case 'milestone':
    case 'none':
      return null;
  }
}

function limitWords(judging: Judging, judged: Judged, unit: Unit): string | null {
  const { target, against } = judged;
  if (target.type !== 'at-most' && target.type !== 'at-least') return null;
  if (target.limit !== null) return sayLimit(target.limit, unit);
  const other = judging.project.metrics.find(m => m.id === target.metric);
  return other && typeof against === 'number' ? sv.byMetric(sayValue(against, unitOf(judging, other)), other.name) : null;
}

/** A figure beside its target: `0,3 procentenheter över målet på högst 6,5 %`. Null where they are not compared in one clause. */
export function againstTarget(judging: Judging, judged: Judged, value: number, unit: Unit): string | null {
  const { target, against } = judged;
  const subject = targetSubject(judging, judged, unit);
  const printed = round(value, unit.decimals);
  if (target.type === 'between' && subject !== null) {
    if (printed > target.high) return sv.above(differenceFrom(printed, target.high, unit), subject);
    if (printed < target.low) return sv.below(differenceFrom(printed, target.low, unit), subject);
    return sv.inside(subject);
  }
  if (target.type === 'better-than-last-year' && typeof against === 'number')
    return sv.againstBefore(sayBeside(against, unit), yearBefore(judged));
  if (target.type === 'better-than-group' && typeof against === 'number') {
    return sv.againstGroup(target.than, target.group_name, sayBeside(against, unit), judged.n ?? 0);
  }
  if ((target.type !== 'at-most' && target.type !== 'at-least') || subject === null || typeof against !== 'number') return null;
  const other = judging.project.metrics.find(m => m.id === target.metric);
  const limit = other ? round(against, other.decimals) : against;
  if (printed === limit) return sv.equalTo(subject);
  return printed > limit
    ? sv.above(differenceFrom(printed, limit, unit), subject)
    : sv.below(differenceFrom(printed, limit, unit), subject);
}

/** An outcome to date is compared with a part of the year before. */
const yearBefore = ({ measures, rests_on, every }: Judged): string =>
  every > 1
    ? sv.inMeasurementBefore(sv.measurementBefore(every))
    : measures !== null && !isBelowYear(measures) && rests_on !== 'to-date'
      ? sv.yearBefore
      : sv.samePeriodYearBefore;

/** A limit may have more decimals than the metric; then so has the difference. */
const differenceFrom = (printed: number, limit: number, unit: Unit): string =>
  sayDifference(printed, limit, { ...unit, decimals: Math.max(unit.decimals, decimalsOf(limit)) });

/** The comparison over the periods that both years have, where it is not over all of them. */
export const overCommonMonths = (judged: Judged, unit: Unit): string | null =>
  judged.months !== null && judged.compared !== null && typeof judged.against === 'number'
    ? sv.overMonths(sayMonths(judged.months), sayBeside(judged.compared, unit), sayBeside(judged.against, unit))
    : null;
