import type { Project } from '../words/project.ts';
import { expectProject } from './place.ts';
import { printProblems, problemsOf } from './print-run.ts';
import type { Place, World } from './world.ts';

/**
 * Reads the project, its SQL bound to what the sources declare, runs the metrics' cases, and lists every problem, then what is worth a second look. 1 when
 * there are problems. Nothing is loaded or published.
 */
export async function check(world: World, place: Place, json: boolean): Promise<number> {
  await expectProject(place.project);
  const project = await readOrProblems(world, place);
  const { warnings } = project;
  const problems = [...project.problems, ...('sources' in project ? await world.checkCases(project, world.effects) : [])];
  if (json) world.out(`${JSON.stringify({ problems, warnings })}\n`);
  else world.out(`${printProblems(problems)}${printProblems(warnings, 'warning: ')}${summary(project, problems.length)}\n`);
  return problems.length === 0 ? 0 : 1;
}

type Checked = Project | Pick<Project, 'problems' | 'warnings'>;

function summary(project: Checked, problems: number): string {
  const { warnings } = project;
  const also = warnings.length === 0 ? '' : `, ${counted(warnings.length, 'warning')}`;
  if (problems > 0 || !('sources' in project)) return `${counted(problems, 'problem')}${also}`;
  return `no problems${also}: ${project.sources.length} sources, ${project.metrics.length} metrics, ${project.plans.length} plan versions`;
}

/** The project; its problems alone where malbild.yaml cannot be read. */
async function readOrProblems(world: World, place: Place): Promise<Checked> {
  try {
    return await world.readProject(place.project);
  } catch (error) {
    const problems = problemsOf(error);
    if (problems === null) throw error;
    return { problems, warnings: [] };
  }
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
