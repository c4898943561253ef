import { isBelowYear } from '../../contract/period.ts';
import type { MetricDeclaration } from '../../words/metric.ts';
import type { Summed } from '../../words/stages.ts';
import type { Told } from './rows.ts';

/**
 * The years to date that are small though nobody publishes them: a small January and a small February are told together by a tertial less
 * what is shown of it. `told`: a metric's own rows; `isSmall` is of how many people.
 */
export function smallToDate(metric: MetricDeclaration, told: readonly Told[], isSmall: (people: number) => boolean): Summed[] {
  const population = told[0]?.sum.composition.population;
  if (!population || (population.function !== 'count' && population.function !== 'sum')) return [];
  if (metric.windows.includes('ytd') || !isBelowYear(metric.finest)) return [];
  const byYear = new Map<string, { sum: Summed; people: number }[]>();
  for (const { sum, population: people } of told) {
    if (sum.units.length !== 1 || people === null || people === 0) continue;
    const key = `${Math.floor(sum.units[0]! / 12)} ${sum.cell}`;
    const known = byYear.get(key) ?? [];
    if (!known.some(other => other.sum.units[0] === sum.units[0])) byYear.set(key, [...known, { sum, people }]);
  }
  return [...byYear.values()].flatMap(months => {
    const inTime = months.sort((a, b) => a.sum.units[0]! - b.sum.units[0]!);
    const through = inTime.map((_, i) => inTime.slice(0, i + 1));
    return through
      .filter(some => some.length > 1 && isSmall(some.reduce((all, { people }) => all + people, 0)))
      .map(some => ({ ...some[0]!.sum, units: some.map(({ sum }) => sum.units[0]!) }));
  });
}
