import type { CheckedPlan } from '../words/plan.ts';
import type { Problem } from '../words/problem.ts';
import type { Project } from '../words/project.ts';
import { problemText } from '../messages/problems.ts';
import { checkIndicator } from './check-indicator.ts';
import { knownNames } from './known-names.ts';
import { planSchemas } from './plan-schema.ts';
import { readWhole } from './read-plans.ts';
import { readYaml, type Path } from './read-yaml.ts';

/** Reads the text of a whole plan that is in no file yet, as `readProject` would, and says what is wrong by path in it: so also a version that is there already. */
export function checkPlan(text: string, project: Project): CheckedPlan {
  const found: Problem[] = [];
  const document = readYaml('', text, found);
  const paths: Path[] = [];
  // In place of lines, which a text in no file has none of: the number of the path.
  const lineAt = (path: Path): number => paths.push(path) - 1;
  const placed = document && {
    ...document,
    lineAt,
    placeAt: (path: Path) => {
      const place = document.placeAt(path);
      return place && { ...place, line: lineAt(path) };
    },
  };
  const read = placed && readWhole(placed, planSchemas(knownNames(project.municipality)), found);
  const metrics = {
    known: project.metrics.map(({ id }) => id),
    live: new Set(project.metrics.map(({ id }) => id)),
    declarations: project.metrics,
  };
  const problems = found.map(({ line, found, allowed }) => ({ path: paths[line] ?? [], found, allowed }));
  if (!read) return { plan: '', version: 0, problems };
  const { plan, version } = read.standing.plan;
  const taken = project.plans.find(other => other.plan === plan && other.version === version);
  return {
    plan,
    version,
    problems: [
      ...problems,
      ...read.indicators.flatMap(({ indicator, path }) =>
        checkIndicator(indicator, metrics, project.municipality.dimensions).map(([key, problem]) => ({ path: [...path, key], ...problem })),
      ),
      ...(taken ? [{ path: ['version'], ...problemText('duplicate-id', `${plan} version ${version}`, [taken.file]) }] : []),
    ],
  };
}
