import type { MetricDeclaration } from '../words/metric.ts';
import type { Loaded, LoadedSource, MeasuredMetric, Modelled } from '../words/stages.ts';
import { byChance } from './choose.ts';
import { metricTerms } from '../words/metric-terms.ts';
import type { Asked, Context } from './read-body.ts';
import { spanKey } from './spans.ts';

/** The metric and the `over_time` it is computed with: a term of a derived metric may say another one than the metric's. */
export const variantKey = ({ id, over_time }: Pick<MetricDeclaration, 'id' | 'over_time'>): string => `${id}|${over_time}`;

export function sourcesOf({ declaration }: MeasuredMetric, loaded: Loaded, modelled: Modelled): LoadedSource[] {
  const ids = new Set(declaration.reads.flatMap(relation => modelled.sourcesOf.get(relation) ?? []));
  return loaded.sources.filter(source => ids.has(source.declaration.id));
}

const isOverFacts = ({ measure }: MetricDeclaration): boolean => measure.type === 'ratio' || measure.type === 'aggregate';

/** Every metric over facts, and once more for each other `over_time` that a derived metric says; those of one body together. */
export function asking(metrics: readonly MeasuredMetric[], loaded: Loaded, modelled: Modelled, context: Context): Asked[][] {
  const asked = new Map<string, Asked>();
  const ask = (metric: MeasuredMetric, overTime: MetricDeclaration['over_time'], windows: readonly string[]): void => {
    const declaration = { ...metric.declaration, over_time: overTime };
    const before = asked.get(variantKey(declaration));
    const wanted = new Set([...(before?.wanted ?? []), ...windows]);
    asked.set(variantKey(declaration), { declaration, metric, sources: sourcesOf(metric, loaded, modelled), wanted });
  };
  const overTerms = (metric: MeasuredMetric, windows: readonly string[]): void => {
    if (metric.declaration.measure.type !== 'derived') return;
    for (const term of metricTerms(metric.declaration.measure.expression)) {
      const part = metrics.find(({ declaration }) => declaration.id === term.id);
      if (part && isOverFacts(part.declaration)) ask(part, term.over_time ?? part.declaration.over_time, windows);
      else if (part) overTerms(part, windows);
    }
  };
  for (const metric of metrics)
    if (isOverFacts(metric.declaration)) ask(metric, metric.declaration.over_time, []);
    else overTerms(metric, windowsOf(metric, context));
  const bodies = new Map<string, Asked[]>();
  for (const each of asked.values()) {
    const { body, time, finest } = each.declaration;
    const key = JSON.stringify([body.trim(), time, finest]);
    bodies.set(key, [...(bodies.get(key) ?? []), each]);
  }
  return [...bodies.values()];
}

/** Windows of a derived metric, by chance. */
const windowsOf = ({ declaration, observations }: MeasuredMetric, { asOf, extent }: Context): string[] =>
  byChance(`${declaration.id}|${asOf}`, [...new Set(observations.map(spanKey))]).slice(0, extent.spans);
