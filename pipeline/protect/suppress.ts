import { keyOf, type Cell, type Comparison, type Observation, type PartObservation } from '../contract/observation.ts';
import type { MetricDeclaration } from '../words/metric.ts';
import type { AudienceName } from '../words/project.ts';
import type { MeasuredMetric, Origin, ProtectedMetric } from '../words/stages.ts';

type Rows = Pick<ProtectedMetric, 'observations' | 'parts' | 'comparisons'>;

/** The primary rule: a cell about 1 to threshold − 1 people may not be seen, nor one about nobody where the metric hides zeros. */
export function isSmall(metric: MetricDeclaration, population: number | null, audience: AudienceName): boolean {
  if (population === null || metric.measure.type === 'given' || isExempt(metric, audience)) return false;
  return population === 0 ? metric.zero === 'hide' : population < metric.threshold;
}

/** True where the audience sees small cells too. */
export const isExempt = (metric: MetricDeclaration, audience: AudienceName): boolean => audience === 'internal' && metric.internal_full;

/**
 * Hides small cells, and what else is to be hidden beside them. That there is nothing to divide by is said of many people, not of a few.
 * A derived row is hidden when a row it is made of is, whatever flag it has else: that it is missing, or that nothing can be divided by
 * it, would tell of a hidden part that it is zero. A comparison is hidden when either year is,
 * and a derived one when a part's is.
 */
export function suppress(
  metric: MeasuredMetric,
  declarations: ReadonlyMap<string, MetricDeclaration>,
  audience: AudienceName,
  beside: (row: Observation | PartObservation | Comparison) => boolean,
): Rows {
  const own = metric.declaration;
  const small = (population: number | null, by: MetricDeclaration): boolean => isSmall(by, population, audience);
  const fromSmall = (origins: readonly Origin[]): boolean =>
    origins.some(origin => small(origin.population, declarations.get(origin.metric) ?? own));
  return {
    observations: metric.observations.map(o =>
      beside(o) || small(o.population, own) || (metric.origins.size > 0 && fromSmall(metric.origins.get(keyOf(o)) ?? []))
        ? hide(o)
        : show(o),
    ),
    parts: metric.parts.map(part => (beside(part) || small(part.population, own) ? hide(part) : show(part))),
    comparisons: metric.comparisons.map(pair =>
      beside(pair) ||
      [pair.own, pair.before].some(cell => small(cell.population, own)) ||
      fromSmall(metric.compared_origins.get(keyOf(pair)) ?? [])
        ? { ...pair, own: hide(pair.own), before: hide(pair.before) }
        : { ...pair, own: show(pair.own), before: show(pair.before) },
    ),
  };
}

/** What is not applicable is about people too, and is no more said than what they come to. */
const show = <T extends Cell>(cell: T): T => (cell.flag === null || cell.population === null ? cell : { ...cell, population: null });

/** The key and marks stay; the numbers go. */
const hide = <T extends Cell>(cell: T): T => ({
  ...cell,
  value: null,
  numerator: null,
  denominator: null,
  population: null,
  flag: 'suppressed',
});
