import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { problemAt } from '../messages/problems.ts';
import { compareBytes } from '../words/compare-bytes.ts';
import { hasCode } from '../words/expected-error.ts';
import type { Problem } from '../words/problem.ts';

export type FileKind = 'municipality' | 'source' | 'query' | 'plan' | 'staging' | 'marts' | 'metrics' | 'checks' | 'geography';

/** One file of the project that could be read; the text is without byte order mark. */
export interface ProjectText {
  kind: FileKind;
  /** Relative to the project, with `/`. */
  path: string;
  text: string;
  sha256: string;
}

const PLACES: readonly (readonly [RegExp, FileKind])[] = [
  [/^malbild\.yaml$/, 'municipality'],
  [/^sources\/plans\/[^/]+\/[^/]+\.yaml$/, 'plan'],
  [/^sources\/(?!plans\/)[^/]+\/source\.yaml$/, 'source'],
  // What a connector asks a database.
  [/^sources\/(?!plans\/)[^/]+\/[^/]+\.sql$/, 'query'],
  [/^sql\/staging\/[^/]+\.sql$/, 'staging'],
  [/^sql\/marts\/[^/]+\.sql$/, 'marts'],
  [/^sql\/metrics\/[^/]+\.sql$/, 'metrics'],
  [/^sql\/checks\/[^/]+\.sql$/, 'checks'],
  // Boundaries for maps.
  [/^geography\/[^/]+\.(geo)?json$/, 'geography'],
];
const SQL_PLACES = 'sql/staging, sql/marts, sql/metrics and sql/checks, without folders inside';
const YAML_PLACES = 'sources/<id>/source.yaml and sources/plans/<plan>/<version>.yaml';

/** Every file that the project is declared in, in byte order of paths, with its sha256. Names that begin with a dot are passed over. */
export async function findFiles(root: string, problems: Problem[]): Promise<ProjectText[]> {
  const sources = await entriesOf(root, 'sources', problems);
  const folders = sources.filter(entry => entry.folder && entry.path !== 'sources/plans');
  const paths = [
    'malbild.yaml',
    ...sources.filter(entry => !entry.folder).map(entry => entry.path),
    ...(
      await Promise.all(folders.map(async ({ path: folder }) => [`${folder}/source.yaml`, ...(await queriesIn(root, folder, problems))]))
    ).flat(),
    ...(await filesBelow(root, 'sources/plans', problems)),
    ...(await filesBelow(root, 'sql', problems)),
    ...(await filesBelow(root, 'geography', problems)),
  ];
  const found: ProjectText[] = [];
  for (const file of paths.sort(compareBytes)) {
    const kind = PLACES.find(([place]) => place.test(file))?.[1];
    if (kind) found.push(...(await readText(root, file, kind, problems)));
    else if (/\.(sql|ya?ml)$/i.test(file))
      problems.push(problemAt(file, 1, 'misplaced-file', file.startsWith('sql/') ? SQL_PLACES : YAML_PLACES));
  }
  return found;
}

async function readText(root: string, file: string, kind: FileKind, problems: Problem[]): Promise<ProjectText[]> {
  try {
    const bytes = await readFile(path.join(root, file));
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // DuckDB would read no further than a NUL.
    if (text.includes('\u0000')) throw new TypeError('NUL');
    return [{ kind, path: file, text, sha256: createHash('sha256').update(bytes).digest('hex') }];
  } catch (error) {
    if (error instanceof TypeError) problems.push(problemAt(file, 1, 'not-utf8'));
    else if (hasCode(error, 'ENOENT')) problems.push(problemAt(file, 1, 'missing-file', path.posix.basename(file)));
    else problems.push(problemAt(file, 1, 'unreadable-file', `a file that cannot be read (${codeOf(error)})`));
    return [];
  }
}

async function filesBelow(root: string, folder: string, problems: Problem[]): Promise<string[]> {
  const entries = await entriesOf(root, folder, problems);
  const below = await Promise.all(entries.map(async entry => (entry.folder ? filesBelow(root, entry.path, problems) : [entry.path])));
  return below.flat();
}

const queriesIn = async (root: string, folder: string, problems: Problem[]): Promise<string[]> =>
  (await entriesOf(root, folder, problems)).filter(entry => !entry.folder && entry.path.endsWith('.sql')).map(entry => entry.path);

/** What a folder holds; nothing where there is no such folder. Links are followed. */
async function entriesOf(root: string, folder: string, problems: Problem[]): Promise<{ path: string; folder: boolean }[]> {
  try {
    const names = (await readdir(path.join(root, folder))).filter(name => !name.startsWith('.')).sort(compareBytes);
    return await Promise.all(
      names.map(async name => ({ path: `${folder}/${name}`, folder: await isFolder(path.join(root, folder, name)) })),
    );
  } catch (error) {
    if (!hasCode(error, 'ENOENT'))
      problems.push(problemAt(folder, 1, 'unreadable-file', `a folder that cannot be read (${codeOf(error)})`));
    return [];
  }
}

const isFolder = (file: string): Promise<boolean> =>
  stat(file).then(
    found => found.isDirectory(),
    () => false,
  );

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : String(error));
