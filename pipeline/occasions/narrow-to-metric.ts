import type { MetricDeclaration } from '../words/metric.ts';
import { metricTerms } from '../words/metric-terms.ts';
import type { Project } from '../words/project.ts';
import { relationsUnder } from '../words/relations-under.ts';

/** The project with one metric, what it is made of and compared with, and the relations and sources under them; no plans, no checks. */
export function narrowToMetric(project: Project, id: string): Project {
  const wanted = new Set<string>();
  const want = (metric: string): void => {
    const declaration = project.metrics.find(other => other.id === metric);
    if (!declaration || wanted.has(metric)) return;
    wanted.add(metric);
    namedBy(declaration).forEach(want);
  };
  want(id);
  const metrics = project.metrics.filter(metric => wanted.has(metric.id));
  const asked = [
    ...metrics.flatMap(metric => metric.reads),
    ...project.municipality.dimensions.flatMap(({ hierarchy }) => hierarchy ?? []),
  ];
  const relations = relationsUnder(asked, project);
  const reads = new Set([...asked, ...relations.flatMap(relation => relation.reads)]);
  return {
    ...project,
    metrics,
    marts: project.marts.filter(mart => reads.has(mart.id)),
    staging: project.staging.filter(file => reads.has(file.id)),
    sources: project.sources.filter(source => reads.has(`raw.${source.id}`)),
    plans: [],
    checks: [],
  };
}

function namedBy({ measure, own_target }: MetricDeclaration): string[] {
  const target = own_target?.indicator.target;
  const limit = target && 'limit' in target && target.limit.type === 'metric' ? [target.limit.id] : [];
  return [...(measure.type === 'derived' ? metricTerms(measure.expression).map(term => term.id) : []), ...limit];
}
