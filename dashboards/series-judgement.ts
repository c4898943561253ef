import type { CellJudgement } from '../pipeline/contract/judgements.ts';
import { round } from '../pipeline/contract/round.ts';
import type { SeriesJudgement } from '../pipeline/contract/series.ts';
import type { PointType, SpecialCause } from '../pipeline/contract/signals.ts';

/** What a chart draws of a judged cell, compactly; null where there is nothing. `members` are the file's indexes. */
export function seriesJudgement({ signals, forecast }: CellJudgement, members: string, decimals: number): SeriesJudgement | null {
  const drawn = (value: number): number => round(value, decimals + 2);
  const limit = (value: number | null): number | null => (value === null ? null : drawn(value));
  const segments = signals.segments.map(
    ({ first, last, mean, lpl, upl, season, reason }) =>
      [month(first), month(last), drawn(mean), limit(lpl), limit(upl), season?.map(drawn) ?? null, reason] as const,
  );
  const points = forecast?.points.map(
    ({ period_start, value, low, high }) => [month(period_start), drawn(value), limit(low), limit(high)] as const,
  );
  if (segments.length === 0 && points === undefined) return null;
  return { members, segments, signals: byCause(signals.points), forecast: points ?? [] };
}

/** A period by its first month. */
const month = (day: string): string => day.slice(0, 7);

function byCause(points: CellJudgement['signals']['points']): SeriesJudgement['signals'] {
  const periods = new Map<SpecialCause, { type: PointType; months: string[] }>();
  for (const { period_start, special_cause, point_type } of points) {
    if (special_cause === 'Common Cause') continue;
    const known = periods.get(special_cause) ?? { type: point_type, months: [] };
    known.months.push(month(period_start));
    periods.set(special_cause, known);
  }
  return [...periods].map(([cause, { type, months }]) => [cause, type, months]);
}
