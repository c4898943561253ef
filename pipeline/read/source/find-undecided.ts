import { problemAt } from '../../messages/problems.ts';
import type { Problem } from '../../words/problem.ts';
import { UNDECIDED } from '../../words/undecided.ts';
import type { Path, YamlDocument } from '../read-yaml.ts';

/** What of a drafted declaration nobody has decided yet, each at its line. */
export function findUndecided({ file, value, lineAt }: YamlDocument): Problem[] {
  const look = (at: unknown, path: Path): Problem[] => {
    if (at === UNDECIDED) return [problemAt(file, lineAt(path), 'undecided', path.map(String).join('.'))];
    if (Array.isArray(at)) return at.flatMap((item, i) => look(item, [...path, i]));
    return at !== null && typeof at === 'object' ? Object.entries(at).flatMap(([key, inner]) => look(inner, [...path, key])) : [];
  };
  return look(value, []);
}
