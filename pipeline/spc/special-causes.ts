import type { SpecialCause } from '../contract/signals.ts';
import type { Limits } from './process-limits.ts';

const RUN = 7;

/**
 * Each point's special cause, by the rules and the precedence of NHSRplotthedots 0.2.2 (NHS *Making Data Count*): outside a
 * limit; in a trend of seven, each strictly above (or below) the one before; near a limit, and one of two such in three
 * adjacent points that are all on one side of the mean; in a run of seven on one side of the mean. A point that equals the
 * mean is on neither side, one that equals a limit is inside it. A missing point (null) breaks trends, runs and threes, and
 * is `Common Cause`, as is every point of a series that does not vary.
 */
export function specialCauses(values: readonly (number | null)[], limits: Limits): SpecialCause[] {
  const sides = values.map(value => (value === null ? 0 : Math.sign(value - limits.mean)));
  const isOutside = values.map(value => value !== null && (value > limits.upper || value < limits.lower));
  const isNear = values.map((value, i) => value !== null && !isOutside[i] && (value < limits.nearLower || value > limits.nearUpper));
  const steps = values.map((value, i) => stepTo(value, values[i - 1] ?? null));
  const inTrend = partOf(values.length, RUN, last => isSame(steps.slice(last - RUN + 2, last + 1)));
  const inRun = partOf(values.length, RUN, last => isSame(sides.slice(last - RUN + 1, last + 1)));
  const inThree = partOf(values.length, 3, last => {
    const three = [last - 2, last - 1, last];
    return isSame(three.map(i => sides[i]!)) && three.filter(i => isNear[i]).length >= 2;
  });

  return values.map((_, i) => {
    const isAbove = sides[i]! > 0;
    if (isOutside[i]) return isAbove ? 'Above UCL' : 'Below LCL';
    if (inTrend[i]) return trendAt(i) > 0 ? '7 Point Trend (Increasing)' : '7 Point Trend (Decreasing)';
    if (inThree[i] && isNear[i]) return isAbove ? '2 in 3 Above CL' : '2 in 3 Below CL';
    if (inRun[i]) return isAbove ? '7 Points Above CL' : '7 Points Below CL';
    return 'Common Cause';
  });

  /**
   * The direction of the trend that a point is in: of the step to the next point where that is in a trend too, else of the
   * step to this one. Where one trend ends beside another at the same value, the reference calls the step between a decrease.
   */
  function trendAt(i: number): number {
    return (inTrend[i + 1] ? steps[i + 1] : steps[i]) ?? 0;
  }
}

const stepTo = (value: number | null, before: number | null): number => (value === null || before === null ? 0 : Math.sign(value - before));

const isSame = (signs: readonly number[]): boolean => signs[0] !== 0 && signs.every(sign => sign === signs[0]);

/** For each point, whether it is in any stretch of `size` points that `holds`, named by its last point. */
function partOf(length: number, size: number, holds: (last: number) => boolean): boolean[] {
  const part = new Array<boolean>(length).fill(false);
  for (let last = size - 1; last < length; last++) if (holds(last)) part.fill(true, last - size + 1, last + 1);
  return part;
}
