import { problemText } from '../messages/problems.ts';
import type { MetricDeclaration } from '../words/metric.ts';
import type { Dimension } from '../words/project.ts';
import type { KeyedProblem } from './check-plan-items.ts';
import { nameProblem } from './names.ts';
import type { IndicatorAsWritten } from './plan-schema.ts';
import type { Metrics } from './read-metrics.ts';

/**
 * What an indicator asks of its metric and does not get. The plan is read all the same, since the decision stands: the
 * indicator keeps its metric's id and cannot be assessed.
 */
export function checkIndicator(it: IndicatorAsWritten, metrics: Metrics, dimensions: readonly Dimension[]): KeyedProblem[] {
  const found: KeyedProblem[] = [];
  const limit = it.target.type === 'at-most' || it.target.type === 'at-least' ? it.target.limit : null;
  const limitProblem = limit?.type === 'metric' ? nameProblem('metric', limit.id, metrics) : null;
  if (limitProblem) found.push(['target', limitProblem]);
  if (it.metric === undefined) return found;
  const problem = nameProblem('metric', it.metric, metrics);
  if (problem) return [['metric', problem], ...found];
  const metric = metrics.declarations.find(declared => declared.id === it.metric)!;
  if (it.measures && !metric.grains.includes(it.measures))
    found.push(['measures', problemText('metric-lacks', 'grain', it.measures, metric.id, metric.grains)]);
  return [...found, ...memberProblems(it, metric, dimensions), ...comparisonProblems(it, metric, dimensions)];
}

function memberProblems(it: IndicatorAsWritten, metric: MetricDeclaration, dimensions: readonly Dimension[]): KeyedProblem[] {
  return Object.entries(it.members ?? {}).flatMap(([dimension, member]): KeyedProblem[] => {
    if (!metric.dimensions.includes(dimension))
      return [['members', problemText('metric-lacks', 'dimension', dimension, metric.id, metric.dimensions)]];
    const members = Object.keys(dimensions.find(declared => declared.id === dimension)?.members ?? {});
    return members.length === 0 || ['*', 'unknown', ...members].includes(member)
      ? []
      : [['members', problemText('unknown-name', 'member', member, members)]];
  });
}

function comparisonProblems(it: IndicatorAsWritten, metric: MetricDeclaration, dimensions: readonly Dimension[]): KeyedProblem[] {
  if (it.target.type !== 'better-than-last-year' && it.target.type !== 'better-than-group') return [];
  const compared = dimensions.filter(dimension => !dimension.addsUp).map(dimension => dimension.id);
  return [
    ...(metric.desired === 'none' || metric.desired === 'target'
      ? [['target', problemText('no-direction', metric.id, metric.desired)] as const]
      : []),
    ...(it.target.type === 'better-than-group' && !metric.dimensions.some(dimension => compared.includes(dimension))
      ? [['target', problemText('metric-lacks', 'dimension', 'of `whole: none`', metric.id, compared)] as const]
      : []),
  ];
}
