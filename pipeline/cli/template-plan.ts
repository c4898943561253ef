import { publishedTree } from '../serve/resolve-path.ts';
import { ExpectedError } from '../words/expected-error.ts';
import type { PlanVersion } from '../words/plan.ts';
import type { Project } from '../words/project.ts';
import { expectProject } from './place.ts';
import { texts } from './texts.ts';
import type { Place, World } from './world.ts';
import { writeNewFile } from './write-new-file.ts';

/**
 * Writes the workbook that a plan is filled in, into the folder the person stands in; never over a file. `from` is a plan of the project, whose latest version it is
 * filled in with.
 */
export async function templatePlan(world: World, place: Place, from: string | null): Promise<number> {
  await expectProject(place.project);
  const project = await world.readProject(place.project);
  const plan = from === null ? null : latestOf(project, from);
  const workbook = await world.writePlan(plan, project, await publishedTree(place.out, 'internal'), world.effects.now());
  const name = `plan${from === null ? '' : `_${from}`}.xlsx`;
  await writeNewFile(world, name, workbook);
  world.out(texts.wrotePlanForm(name));
  return 0;
}

function latestOf({ plans }: Project, id: string): PlanVersion {
  const latest = plans.findLast(({ plan }) => plan === id);
  if (!latest) throw new ExpectedError(texts.noSuchPlan(id, [...new Set(plans.map(({ plan }) => plan))]));
  return latest;
}
