import type { Finding } from '../words/finding.ts';
import type { MeasuredMetric } from '../words/stages.ts';
import { metricTerms } from '../words/metric-terms.ts';

/** Metrics that a finding holds: by name, by a source they rest on where none is named, or through a metric they are made of. */
export function heldMetrics(metrics: readonly MeasuredMetric[], findings: readonly Finding[]): Set<string> {
  const holding = findings.filter(finding => finding.severity === 'hold-metric');
  const held = new Set(
    metrics
      .filter(metric =>
        holding.some(finding =>
          finding.metrics.length > 0
            ? finding.metrics.includes(metric.declaration.id)
            : finding.sources.some(source => metric.sources.includes(source)),
        ),
      )
      .map(metric => metric.declaration.id),
  );
  const derived = metrics.filter(metric => metric.declaration.measure.type === 'derived');
  for (let grown = true; grown;) {
    const before = held.size;
    for (const { declaration } of derived)
      if (declaration.measure.type === 'derived' && metricTerms(declaration.measure.expression).some(term => held.has(term.id)))
        held.add(declaration.id);
    grown = held.size > before;
  }
  return held;
}
