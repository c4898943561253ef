import type { Reason } from './status.ts';
import type { Day } from './period.ts';

/**
 * What made a point unusual, by the names that NHSRplotthedots prints. A point has one: the first that holds, in this
 * order; `Common Cause` where none does.
 */
export const SPECIAL_CAUSES = [
  'Above UCL',
  'Below LCL',
  '7 Point Trend (Increasing)',
  '7 Point Trend (Decreasing)',
  '2 in 3 Above CL',
  '2 in 3 Below CL',
  '7 Points Above CL',
  '7 Points Below CL',
  'Common Cause',
] as const;
export type SpecialCause = (typeof SPECIAL_CAUSES)[number];

/** What a special cause means by the desired direction. */
export const POINT_TYPES = [
  'common_cause',
  'special_cause_improvement',
  'special_cause_concern',
  'special_cause_neutral_high',
  'special_cause_neutral_low',
] as const;
export type PointType = (typeof POINT_TYPES)[number];

/** What usual variation means for a target: always reached, never reached, or now one and now the other. */
export type Assurance = 'consistent_pass' | 'consistent_fail' | 'inconsistent';

/** The mean and the natural process limits; limits are null where a series does not vary, or has a single point. */
export interface ProcessLimits {
  mean: number;
  lpl: number | null;
  upl: number | null;
}

/** A part of a series with limits of its own: all of it, or up to or from a declared change. */
export interface SignalSegment extends ProcessLimits {
  first: Day;
  last: Day;
  /** How many points the limits are computed from. */
  points: number;
  /** Why it begins where it does; null for the first. */
  reason: string | null;
  /** True where figures from before are not of the same thing. */
  redefined: boolean;
  /**
   * What each calendar month (January first) usually lies above the mean, where the series is seasonal; it was taken out before
   * the limits were computed, so the limits of a month are `lpl` and `upl` and this. Null where no season was found.
   */
  season: readonly number[] | null;
}

export interface SignalPoint {
  period_start: Day;
  value: number;
  special_cause: SpecialCause;
  point_type: PointType;
}

/** A period that no limit is computed from and that has no cause: hidden, missing, not settled, or in too short a segment. */
export interface LeftOutPoint {
  period_start: Day;
  reason: Reason | 'too-few-points';
}

/** What usual variation means for an indicator's target. */
export interface AssuranceFact {
  /** `<plan>/<id>`. */
  indicator: string;
  assurance: Assurance;
}

/** The signals of one cell, from its settled periods at its finest grain, in time order. */
export interface Signals {
  /** Why there are none; null where there are. */
  reason: 'too-few-points' | null;
  segments: readonly SignalSegment[];
  points: readonly SignalPoint[];
  left_out: readonly LeftOutPoint[];
  assurance: readonly AssuranceFact[];
}

/** A cell whose latest period is unusual in the direction that is not desired. */
export interface AttentionItem {
  metric: string;
  place: string;
  period_start: Day;
  value: number;
  special_cause: SpecialCause;
  /** How often chance alone gives something as unusual. */
  p: number;
  /** What is said of it. */
  sentence: string;
  example: boolean;
}

/** What a reader's own level should look at, worst first: the boards for the whole, its children for a node, itself for a unit without any. */
export interface AttentionList {
  /** `*` for the whole. */
  place: string;
  /** How many series were looked at. */
  tested: number;
  items: readonly AttentionItem[];
}
