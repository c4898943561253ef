import type * as z from 'zod';
import { problemAt, type ProblemText } from '../messages/problems.ts';
import type { Problem } from '../words/problem.ts';
import type { Path, YamlDocument } from './read-yaml.ts';
import { QUOTABLE } from './values.ts';

/** Decodes what stands at a path of a document. Null, with every problem at its line, where it does not fit the schema. */
export function decode<T>(document: YamlDocument, schema: z.ZodType<T>, problems: Problem[], path: Path = []): T | null {
  const result = schema.safeParse(valueAt(document.value, path));
  if (result.success) return result.data;
  for (const issue of result.error.issues) problems.push(...toProblems(document, issue, path));
  return null;
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inside, key) => (inside as Record<PropertyKey, unknown> | undefined)?.[key], value);
}

function toProblems(document: YamlDocument, issue: z.core.$ZodIssue, above: Path): Problem[] {
  const path = [...above, ...issue.path];
  const line = document.lineAt(path);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map(key => unknownKey(document, [...path, key], issue.message.split(' ').filter(Boolean)));
  if (issue.code === 'invalid_key')
    return issue.issues.map(
      inner =>
        problemOf(inner, document.file, line) ?? problemAt(document.file, line, 'wrong-value', `\`${String(path.at(-1))}\``, inner.message),
    );
  if (issue.code === 'invalid_union') {
    const branch = branchFor(issue.errors);
    if (branch) return branch.flatMap(inner => toProblems(document, inner, path));
  }
  return [problemOf(issue, document.file, line) ?? wrongValue(document, path, issue.message)];
}

/** A problem that a check of ours has named; null for zod's own. */
function problemOf(issue: z.core.$ZodIssue, file: string, line: number): Problem | null {
  const named = issue.code === 'custom' ? (issue.params?.problem as ProblemText | undefined) : undefined;
  return named ? { file, line, ...named } : null;
}

/** The problems of the only branch that takes this kind of value (a map, a text); null where none does. */
function branchFor(branches: readonly z.core.$ZodIssue[][]): readonly z.core.$ZodIssue[] | null {
  const ofThisKind = branches.filter(
    issues => !issues.some(issue => issue.path.length === 0 && (issue.code === 'invalid_type' || issue.code === 'invalid_value')),
  );
  return ofThisKind.length === 1 ? ofThisKind[0]! : null;
}

function unknownKey(document: YamlDocument, path: Path, known: readonly string[]): Problem {
  const place = document.placeAt(path);
  const key = String(path.at(-1));
  if (place?.insideBraces && place.bare) return problemAt(document.file, place.line, 'swallowed-by-comma', key);
  return problemAt(document.file, document.lineAt(path), 'unknown-key', key, known, place?.insideBraces ?? false);
}

function wrongValue(document: YamlDocument, path: Path, allowed: string): Problem {
  const { file } = document;
  const place = document.placeAt(path);
  if (place === null) return problemAt(file, document.lineAt(path), 'missing-key', String(path.at(-1)), allowed);
  if (place.insideBraces && place.bare) return problemAt(file, place.line, 'swallowed-by-comma', String(path.at(-1)));
  const value = valueAt(document.value, path);
  if (QUOTABLE.has(allowed) && (typeof value === 'number' || typeof value === 'boolean'))
    return problemAt(file, place.line, 'quote-it', place.written);
  return problemAt(file, place.line, 'wrong-value', place.written, allowed);
}
