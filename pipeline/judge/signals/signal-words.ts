import { monthName } from '../../contract/format-day.ts';
import type { Unit } from '../../contract/format-number.ts';
import { monthOf, type Grain } from '../../contract/period.ts';
import type { Signals } from '../../contract/signals.ts';
import { sayValue } from '../say.ts';
import { signalsSv as sv } from '../texts/signals-sv.ts';
import { latestPoint, runLength, trendLength } from './latest-signal.ts';
import { seasonAt } from './segments.ts';

/** What the latest period's special cause says, in a sentence; null where it varies as usual. */
export function signalWords(signals: Signals, grain: Grain, unit: Unit): string | null {
  const latest = latestPoint(signals);
  if (latest === null) return null;
  const { point, segment, own } = latest;
  const { mean, lpl, upl, season } = segment;
  const month = monthOf(point.period_start);
  switch (point.special_cause) {
    case 'Above UCL':
    case 'Below LCL': {
      const [low, high] = [lpl!, upl!].map(limit => sayValue(limit + seasonAt(season, month), unit));
      return season ? sv.outsideSeason(low!, high!, monthName(month)) : sv.outside(low!, high!);
    }
    case '7 Point Trend (Increasing)':
    case '7 Point Trend (Decreasing)':
      return sv[season ? 'trendSeason' : 'trend'](point.special_cause.includes('Increasing'), trendLength(own, segment), grain);
    case '2 in 3 Above CL':
    case '2 in 3 Below CL':
      return sv.near(grain);
    case '7 Points Above CL':
    case '7 Points Below CL': {
      const isAbove = point.special_cause.includes('Above');
      const length = runLength(own, segment);
      return season ? sv.runSeason(isAbove, length, grain) : sv.run(isAbove, sayValue(mean, unit), length, grain);
    }
    case 'Common Cause':
      return null;
  }
}
