import { monthOf, type Day, type Month } from '../contract/period.ts';
import { digestOf } from '../words/digest.ts';
import { dueDay } from '../words/lateness.ts';
import type { MetricDeclaration } from '../words/metric.ts';
import type { Dimension } from '../words/project.ts';
import type { Cadence } from '../words/source.ts';
import type { LoadedSource, Modelled } from '../words/stages.ts';

/**
 * All that the figures of metrics over one body rest on: their declarations, what the body and the trees hold, what the sources cover, and of the day
 * only what it decides: which month it is in, and through which month each source is due.
 */
export function groupKey(
  group: readonly MetricDeclaration[],
  dimensions: readonly Dimension[],
  sources: readonly LoadedSource[],
  modelled: Pick<Modelled, 'keys'>,
  asOf: Day,
): string {
  const content = (relation: string) => [relation, modelled.keys.get(relation) ?? null];
  return digestOf([
    group.map(measured),
    [...new Set(group.flatMap(({ reads }) => reads))].sort().map(content),
    dimensions.map(dimension => [dimension, dimension.hierarchy === null ? null : content(dimension.hierarchy)]),
    sources.map(({ declaration: { id, synthetic, cadence, settles_days }, coverage }) => [
      id,
      synthetic,
      settles_days,
      coverage && [[...coverage.months], coverage.until, coverage.last],
      cadence && [cadence, lastDue(cadence, asOf)],
    ]),
    monthOf(asOf),
  ]);
}

/** The latest month whose figures are due before that day. */
function lastDue(cadence: Cadence, asOf: Day): Month {
  let month = monthOf(asOf);
  while (dueDay(cadence, month) >= asOf) month--;
  return month;
}

/** What is only said or decided of a metric's figures, and moves none of them. */
const NOT_MEASURED: ReadonlySet<string> = new Set<keyof MetricDeclaration>([
  ...(['text', 'sha256', 'question', 'decision', 'life', 'owner', 'kolada', 'margin'] as const),
  ...(['desired', 'decimals', 'threshold', 'zero', 'together', 'internal_full', 'audience', 'own_target', 'rebase'] as const),
]);

const measured = (declaration: MetricDeclaration): unknown => Object.entries(declaration).filter(([key]) => !NOT_MEASURED.has(key));
