import { problemAt, type ProblemCode, type ProblemDetails } from '../../pipeline/messages/problems.ts';
import { ProjectError } from '../../pipeline/read/project-error.ts';
import { readProject } from '../../pipeline/read/read-project.ts';
import type { Problem } from '../../pipeline/words/problem.ts';
import { writeProject, type Files } from './small-project.ts';

/** All problems of a project, whether it can be read or not, each by its line alone; check-sql.test.ts looks at columns. */
export async function problemsOf(files: Files): Promise<readonly Problem[]> {
  return (await placedProblemsOf(files)).map(({ code, file, line, found, allowed }) => ({ code, file, line, found, allowed }));
}

export async function placedProblemsOf(files: Files): Promise<readonly Problem[]> {
  const root = await writeProject(files);
  try {
    return (await readProject(root)).problems;
  } catch (error) {
    if (error instanceof ProjectError) return error.problems;
    throw error;
  }
}

/** Problems in themselves: what only rests on a broken file is left out. */
export const ownProblemsOf = async (files: Files): Promise<Problem[]> =>
  (await problemsOf(files)).filter(problem => problem.code !== 'rests-on-broken');

/** One text of one file of the small project replaced, and the problems that come of it in that file. */
export type Edit = [name: string, from: string, to: string, ...problems: At[]];
export type At = (file: string) => Problem;

/** A problem of the catalogue at a line of the edited file. */
export const at =
  <C extends ProblemCode>(line: number, code: C, ...details: ProblemDetails<C>): At =>
  file =>
    problemAt(file, line, code, ...details);
