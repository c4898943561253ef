import type { Finding } from '../words/finding.ts';
import type { MetricDeclaration } from '../words/metric.ts';

/** A finding that holds a metric, about its own file. */
export const metricFinding = (
  code: string,
  metric: MetricDeclaration,
  details: Finding['details'],
  line: number | null = null,
): Finding => ({
  code,
  severity: 'hold-metric',
  sources: [],
  metrics: [metric.id],
  file: metric.file,
  line,
  details: { metric: metric.name, ...details },
});
