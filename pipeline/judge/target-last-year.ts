import { isSettled } from '../contract/observation.ts';
import { firstDay, GRAIN_MONTHS, monthOf } from '../contract/period.ts';
import { round } from '../contract/round.ts';
import { isBetter } from './better.ts';
import { notAssessable, reached, type Candidate, type TargetVerdict } from './target-verdict.ts';
import { againstLastYear, monthsText, type LastYear } from './last-year.ts';
import { finestSize, type MetricCells } from './metric-cells.ts';
import type { Reason } from '../contract/status.ts';

/** Strictly better than the same periods a year before, or the measurement before, both sides rounded. */
export function judgeAgainstLastYear(metric: MetricCells, candidate: Candidate): TargetVerdict {
  const compared =
    candidate.row === null ? forecastAgainstLastYear(metric, candidate) : againstLastYear(metric, candidate.row, candidate.every);
  if ('reason' in compared) return notAssessable(compared.reason);
  const { decimals, desired } = metric.declaration;
  const better = isBetter(round(compared.own, decimals), round(compared.before, decimals), desired);
  if (better === null) return notAssessable('nothing-to-compare');
  return reached(better, false, { compared: compared.own, against: compared.before, months: monthsText(metric, compared.months) });
}

/** A forecast is of the whole period, so only a settled year before is like it. */
function forecastAgainstLastYear(metric: MetricCells, { key, value }: Candidate): LastYear | { reason: Reason } {
  const first = monthOf(key.period_start);
  const before = metric.row({ ...key, period_start: firstDay(first - 12) });
  if (before === null || before.value === null || !isSettled(before, metric.declaration.accept_gaps))
    return { reason: 'nothing-to-compare' };
  const size = finestSize(metric);
  const months = Array.from({ length: GRAIN_MONTHS[key.grain] / size }, (_, i) => firstDay(first + i * size));
  return { own: value, before: before.value, months, reduced: false };
}
