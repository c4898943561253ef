import type { QueryError } from '../warehouse/query.ts';
import type { Finding } from '../words/finding.ts';
import type { MetricDeclaration } from '../words/metric.ts';
import type { Measured } from '../words/stages.ts';
import type { Difference } from './compare.ts';
import { metricTerms } from '../words/metric-terms.ts';

const holding = (code: string, metric: MetricDeclaration, details: Finding['details']): Finding => ({
  code,
  severity: 'hold-metric',
  sources: [],
  metrics: [metric.id],
  file: metric.file,
  line: null,
  details: { metric: metric.name, ...details },
});

/** Says where, and in which column, never a figure: a small cell's is nobody's to read here. */
export function differs(metric: MetricDeclaration, differences: readonly Difference[]): Finding {
  const { period, members, what } = differences[0]!;
  const details = { rows: differences.length, period, members: members.join(', '), what };
  return holding('rederived-otherwise', metric, details);
}

export const notRederived = (metric: MetricDeclaration, error: QueryError): Finding =>
  holding('not-rederived', metric, { error: error.message.split('\n')[0]! });

/** The metrics that were held, those that the findings hold, and all that are derived from one of these. */
export function holdAlso({ metrics, held }: Measured, findings: readonly Finding[]): Set<string> {
  const all = new Set([...held, ...findings.flatMap(finding => finding.metrics)]);
  const restsOnHeld = ({ measure }: MetricDeclaration): boolean =>
    measure.type === 'derived' && metricTerms(measure.expression).some(term => all.has(term.id));
  for (let before = -1; before < all.size;) {
    before = all.size;
    for (const { declaration } of metrics) if (restsOnHeld(declaration)) all.add(declaration.id);
  }
  return all;
}
