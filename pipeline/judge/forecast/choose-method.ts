import type { Miss } from './back-test.ts';
import { METHODS, type Method } from './methods.ts';

/** A method is used instead of the naive one when its mean error is so much smaller … */
const LEAST_GAIN = 0.05;
/** … and it was better on this share of the days it was tried … */
const LEAST_WON = 0.75;
/** … of which at least so many are about periods that do not overlap. */
const LEAST_DAYS = 4;

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * The method with the smallest mean error of those that beat the naive forecast, over the same series and days; else the
 * naive one. Errors are scaled, so series of different size weigh the same.
 */
export function chooseMethod(misses: readonly Readonly<Record<Method, readonly Miss[]>>[], ahead: number): Method {
  const naive = byDay(misses.flatMap(series => comparable(series)));
  let best: Method = 'naive';
  let smallest = Infinity;
  for (const method of METHODS) {
    if (method === 'naive') continue;
    const own = byDay(misses.flatMap(series => series[method]));
    const days = [...own.keys()];
    if (days.length / ahead < LEAST_DAYS) continue;
    const won = days.filter(day => mean(own.get(day)!) < mean(naive.get(day)!)).length;
    const [error, naiveError] = [mean(days.flatMap(day => own.get(day)!)), mean(days.flatMap(day => naive.get(day)!))];
    if (error <= (1 - LEAST_GAIN) * naiveError && won >= LEAST_WON * days.length && error < smallest) {
      best = method;
      smallest = error;
    }
  }
  return best;
}

/** The naive errors of the days on which the other methods had a forecast too. */
function comparable(series: Readonly<Record<Method, readonly Miss[]>>): readonly Miss[] {
  const first = Math.min(...series.drift.map(miss => miss.origin));
  return series.naive.filter(miss => miss.origin >= first);
}

function byDay(misses: readonly Miss[]): Map<number, number[]> {
  const days = new Map<number, number[]>();
  for (const { origin, period } of misses) {
    const known = days.get(origin);
    if (known) known.push(period);
    else days.set(origin, [period]);
  }
  return days;
}
