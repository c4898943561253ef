import type { MetricDeclaration } from '../words/metric.ts';
import { metricTerms } from '../words/metric-terms.ts';
import type { Project } from '../words/project.ts';

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
  const reads = new Set(metrics.flatMap(metric => metric.reads));
  for (const { hierarchy } of project.municipality.dimensions) if (hierarchy !== null) reads.add(hierarchy);
  // Each mart reads only earlier ones, and staging alone besides.
  for (const file of [...project.staging, ...project.marts].reverse()) if (reads.has(file.id)) file.reads.forEach(read => reads.add(read));
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
