import type { Assurance, PointType, ProcessLimits, SpecialCause } from '../contract/signals.ts';
import { round } from '../contract/round.ts';
import { assuranceOf } from './assurance.ts';
import { pointType, type Direction } from './point-type.ts';
import { processLimits } from './process-limits.ts';
import { specialCauses } from './special-causes.ts';

/** A series as `malbild spc` reads it: values in time order, null where one is missing. */
export interface Series {
  values: readonly (number | null)[];
  direction: Direction;
  target: number | null;
}

/** The series again, with what the method says of it; limits rounded to ten decimals, as the reference writes them. */
export interface JudgedSeries extends Series, ProcessLimits {
  special_cause: readonly SpecialCause[];
  point_type: readonly PointType[];
  assurance: Assurance | null;
}

const DECIMALS = 10;

export function judgeSeries({ values, direction, target }: Series): JudgedSeries {
  const limits = processLimits(values);
  const causes = specialCauses(values, limits);
  return {
    values,
    direction,
    target,
    mean: round(limits.mean, DECIMALS),
    lpl: limitOf(limits.lower),
    upl: limitOf(limits.upper),
    special_cause: causes,
    point_type: causes.map(cause => pointType(cause, direction)),
    assurance: target === null ? null : assuranceOf(target, limits, direction),
  };
}

const limitOf = (limit: number): number | null => (Number.isNaN(limit) ? null : round(limit, DECIMALS));
