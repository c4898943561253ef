import type { SignalPoint, Signals, SignalSegment } from '../../contract/signals.ts';
import { levelOf } from './segments.ts';

/** The latest point that has limits, with its segment; null where its segment does not vary, or there is none. */
export function latestPoint({
  points,
  segments,
}: Signals): { point: SignalPoint; segment: SignalSegment; own: readonly SignalPoint[] } | null {
  const [point, segment] = [points.at(-1), segments.at(-1)];
  if (!point || !segment || segment.lpl === null) return null;
  return { point, segment, own: points.filter(({ period_start }) => period_start >= segment.first) };
}

/** How many of a segment's last points lie on one side of its mean, season taken out. */
export function runLength(points: readonly SignalPoint[], segment: SignalSegment): number {
  const sides = points.map(point => Math.sign(levelOf(point, segment) - segment.mean));
  return sides.length - 1 - sides.findLastIndex(side => side !== sides.at(-1));
}

/** How many of a segment's last points, season taken out, each go the way of the last from the one before. */
export function trendLength(points: readonly SignalPoint[], segment: SignalSegment): number {
  const levels = points.map(point => levelOf(point, segment));
  const steps = levels.slice(1).map((level, i) => Math.sign(level - levels[i]!));
  return steps.length - 1 - steps.findLastIndex(step => step !== steps.at(-1));
}

const YEAR = 12;

/** True for a series that has been unusually high and unusually low within its last twelve points. */
export function swings({ points }: Signals): boolean {
  const causes = points.slice(-YEAR).map(({ special_cause }) => special_cause);
  return causes.some(cause => /Above|Increasing/.test(cause)) && causes.some(cause => /Below|Decreasing/.test(cause));
}
