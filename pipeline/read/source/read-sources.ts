import { posix } from 'node:path';
import { problemAt } from '../../messages/problems.ts';
import type { Problem } from '../../words/problem.ts';
import type { SourceDeclaration } from '../../words/source.ts';
import { decode } from '../decode.ts';
import type { ProjectText } from '../find-files.ts';
import { takeOutDuplicates, type Declared } from '../names.ts';
import { declaredId } from '../open-header.ts';
import { readYaml } from '../read-yaml.ts';
import type { YamlDocument } from '../read-yaml.ts';
import { findUndecided } from './find-undecided.ts';
import { sourceSchema } from './source-schema.ts';

export interface Sources extends Declared {
  declarations: readonly SourceDeclaration[];
}

/** Every source that has no problems, in path order. */
export function readSources(files: readonly ProjectText[], pinned: boolean, problems: Problem[]): Sources {
  const opened = files
    .filter(file => file.kind === 'source')
    .map(({ path, text }) => {
      const document = readYaml(path, text, problems);
      return { document, ...declaredId(path, document) };
    });
  const doubles = takeOutDuplicates(opened, problems);
  const declarations = opened.flatMap(({ document, file }): SourceDeclaration[] => {
    // What else is wrong rests on the decisions, and is told when they are made.
    const undecided = document ? findUndecided(document) : [];
    problems.push(...undecided);
    const source = document && undecided.length === 0 && decode(document, sourceSchema(file, pinned), problems);
    if (!source || doubles.has(file) || !hasQuery(source, document, files, problems)) return [];
    return [source];
  });
  return { known: opened.flatMap(({ id }) => id ?? []), live: new Set(declarations.map(source => source.id)), declarations };
}

/** Whether the query that a connector asks is there; a problem where it is not. */
function hasQuery(
  { connector, file }: SourceDeclaration,
  document: YamlDocument,
  files: readonly ProjectText[],
  problems: Problem[],
): boolean {
  if (connector === null || !('query' in connector)) return true;
  const path = posix.join(posix.dirname(file), connector.query);
  if (files.some(other => other.kind === 'query' && other.path === path)) return true;
  problems.push(problemAt(file, document.lineAt(['connector', 'query']), 'missing-file', path));
  return false;
}
