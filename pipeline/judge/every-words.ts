import type { JudgedIndicator } from '../contract/goals.ts';
import type { Observation } from '../contract/observation.ts';
import { monthOf, yearOf, type Day } from '../contract/period.ts';
import { sv } from './texts/sv.ts';

/**
 * How often a figure is measured, and when it is next: `Nyckeltalet mäts vartannat år, nästa gång 2026.` Nothing of what
 * is measured every year. `shown` is the row its figure is read from.
 */
export function everyWords({ every }: Pick<JudgedIndicator, 'every'>, shown: Observation | null, asOf: Day): string[] {
  if (every === 1) return [];
  const how = sv.measured(every);
  if (shown === null || shown.value === null) return [sv.nextMeasured(how, null)];
  const next = yearOf(monthOf(shown.period_start)) + every;
  return [next < yearOf(monthOf(asOf)) ? sv.measurementMissing(how, String(next)) : sv.nextMeasured(how, String(next))];
}
