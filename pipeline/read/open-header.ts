import { problemAt } from '../messages/problems.ts';
import type { Problem } from '../words/problem.ts';
import type { ProjectText } from './find-files.ts';
import { splitHeader } from './header.ts';
import type { DeclaredId } from './names.ts';
import { readYaml, type YamlDocument } from './read-yaml.ts';

/** A file whose first comment is YAML; the document is null where that cannot be read. */
export interface WithHeader extends DeclaredId {
  text: ProjectText;
  document: YamlDocument | null;
  /** The query, on the file's lines. */
  body: string;
}

/** Opens a metric's or check's file; `keys` are what its header has, for the message where there is none. */
export function openHeader(text: ProjectText, keys: string, problems: Problem[]): WithHeader {
  const parts = splitHeader(text.text);
  if (!parts) problems.push(problemAt(text.path, 1, 'no-header', keys));
  const document = parts && readYaml(text.path, parts.header, problems, parts.headerLine);
  return { ...declaredId(text.path, document), text, document, body: parts?.body ?? '' };
}

/** The id that a document declares, whatever else is wrong with it. */
export function declaredId(file: string, document: YamlDocument | null): DeclaredId {
  const id = (document?.value as { id?: unknown } | null | undefined)?.id;
  return { id: typeof id === 'string' ? id : null, file, line: document?.lineAt(['id']) ?? 1 };
}
