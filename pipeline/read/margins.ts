import { problemText, type ProblemText } from '../messages/problems.ts';
import type { MetricDeclaration } from '../words/metric.ts';
import type { Problem } from '../words/problem.ts';
import { nameProblem } from './names.ts';
import type { YamlDocument } from './read-yaml.ts';

/**
 * The metrics without those whose margin of error is no metric, or has other dimensions: a figure that is known to be uncertain
 * is not published as if it were exact. `known`: the metrics that are measured or given, broken ones too.
 */
export function takeOutMargins(
  metrics: readonly MetricDeclaration[],
  known: readonly string[],
  documents: ReadonlyMap<string, YamlDocument>,
  problems: Problem[],
): MetricDeclaration[] {
  const left = new Map(metrics.map(metric => [metric.id, metric]));
  // One that is taken out may be another's margin, so this goes on until none is.
  for (let before = Infinity; before > left.size;) {
    before = left.size;
    for (const metric of left.values()) {
      const problem = marginProblem(metric, left, known);
      if (problem === null) continue;
      problems.push({ file: metric.file, line: documents.get(metric.id)!.lineAt(['margin']), ...problem });
      left.delete(metric.id);
    }
  }
  return [...left.values()];
}

function marginProblem(
  metric: MetricDeclaration,
  left: ReadonlyMap<string, MetricDeclaration>,
  known: readonly string[],
): ProblemText | null {
  if (metric.margin === null) return null;
  if (metric.margin === metric.id) return problemText('wrong-value', `\`metric(${metric.id})\``, 'another metric: its margin of error');
  const margin = left.get(metric.margin);
  if (!margin) return nameProblem('measured or given metric', metric.margin, { known, live: new Set(left.keys()) });
  const lacking = metric.dimensions.find(dimension => !margin.dimensions.includes(dimension));
  if (lacking !== undefined) return problemText('metric-lacks', 'dimension', lacking, margin.id, margin.dimensions);
  const more = margin.dimensions.find(dimension => !metric.dimensions.includes(dimension));
  return more === undefined ? null : problemText('metric-lacks', 'dimension', more, metric.id, metric.dimensions);
}
