import type { Effects } from '../effects/effects.ts';
import type { Finding } from '../words/finding.ts';
import type { Project } from '../words/project.ts';
import { noRecall, type Recall } from '../words/recall.ts';
import type { Loaded, Modelled, Warehouse } from '../words/stages.ts';
import { buildRelations } from './build-relations.ts';
import { eventFindings } from './event-findings.ts';
import { geographyFindings } from './geography-findings.ts';
import { readHierarchies } from './read-hierarchies.ts';
import { runChecks } from './run-checks.ts';

/**
 * raw → sql/staging → sql/marts, then the trees and sql/checks. A relation that fails is a finding; what reads it is
 * broken with it, and the rest is built. `recall`: what earlier runs found of the same SQL over the same deliveries.
 */
export async function model(
  project: Project,
  loaded: Loaded,
  warehouse: Warehouse,
  effects: Effects,
  recall: Recall = noRecall,
): Promise<Modelled> {
  effects.log.step('model.relations', `${project.staging.length + project.marts.length}`);
  const built = await buildRelations(project, loaded, warehouse, recall);
  effects.log.step('model.hierarchies');
  const trees = await readHierarchies(project, built, warehouse, recall);
  effects.log.step('model.checks', `${project.checks.length}`);
  const checked = await runChecks(project.checks, built, warehouse, recall);
  const findings: Finding[] = [
    ...built.findings,
    ...trees.findings,
    ...checked,
    ...geographyFindings(project, trees.hierarchies),
    ...eventFindings(project, trees.hierarchies),
  ];
  const { broken, sourcesOf, keys, ensure } = built;
  return { hierarchies: trees.hierarchies, broken, sourcesOf, keys, ensure, findings };
}
