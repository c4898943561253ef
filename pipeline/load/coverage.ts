import { monthOf, monthsBetween, periodEnd, periodStart } from '../contract/period.ts';
import type { Day, Grain, Month } from '../contract/period.ts';
import type { Delivery } from '../words/delivery.ts';
import type { SourceDeclaration } from '../words/source.ts';
import type { Coverage } from '../words/stages.ts';
import { monthsOfName, replacesWhole } from './in-force.ts';

/**
 * Which months a source speaks for. `usable` are its readable deliveries in force order; `columnMonths` the months in the
 * column that `covers` names, each with the index in `usable` of the latest delivery that has it. A source that a delivery
 * replaces whole (snapshot, reference) speaks through its latest alone. Null for a source that declares no coverage.
 */
export function coverageOf(
  source: Pick<SourceDeclaration, 'covers' | 'kind' | 'cadence'>,
  usable: readonly Delivery[],
  columnMonths: ReadonlyMap<Month, number>,
): Coverage | null {
  const { covers } = source;
  if (covers === null) return null;
  if (covers.by === 'until-month-before-received') {
    const latest = usable.at(-1);
    if (!latest) return { months: new Map(), until: null, last: null };
    const month = monthOf(latest.received) - 1;
    return { months: new Map(), until: { month, received: latest.received }, last: month };
  }
  const months = covers.by === 'name' ? monthsOfNames(replacesWhole(source) ? usable.slice(-1) : usable) : new Map<Month, Day>();
  if (covers.by === 'column') for (const [month, index] of columnMonths) months.set(month, usable[index]!.received);
  const whole = wholePeriods(months, source.cadence?.every ?? 'month');
  return { months: whole, until: null, last: whole.size === 0 ? null : Math.max(...whole.keys()) };
}

/** A source that comes once a year, and dates its rows on a day of it, speaks for the whole year: so for every cadence. */
const wholePeriods = (months: ReadonlyMap<Month, Day>, grain: Grain): Map<Month, Day> =>
  new Map(
    [...months].flatMap(([month, received]) =>
      monthsBetween(periodStart(month, grain), periodEnd(periodStart(month, grain), grain)).map(each => [each, received] as const),
    ),
  );

const monthsOfNames = (deliveries: readonly Delivery[]): Map<Month, Day> =>
  new Map(deliveries.flatMap(({ period, received }) => monthsOfName(period).map(month => [month, received] as const)));
