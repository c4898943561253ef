import type { AudienceName, Project, SourceClass } from '../words/project.ts';
import type { MeasuredMetric } from '../words/stages.ts';

/** Who may see a metric: as it declares, else public if every source's class is among public's classes. */
export function audienceOf(project: Project, metric: MeasuredMetric, classes: ReadonlyMap<string, SourceClass>): AudienceName {
  if (metric.declaration.audience !== null) return metric.declaration.audience;
  const open = project.municipality.audiences.public.classes;
  return metric.sources.every(source => open.includes(classes.get(source)!)) ? 'public' : 'internal';
}
