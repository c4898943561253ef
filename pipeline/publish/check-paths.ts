import { MANIFEST, STATUS_FILES } from './publication.ts';

/** What `publish` itself writes into a tree. */
const RESERVED: ReadonlySet<string> = new Set([MANIFEST, ...STATUS_FILES]);

/**
 * Paths of pages hold ids from the municipality's own files and data: none may leave the tree, take the place of another file, or be a
 * name that no web server shows. Throws, naming the path, since ids are checked long before.
 */
export function checkPaths(paths: readonly string[]): void {
  const seen = new Set<string>();
  for (const path of paths) {
    if (path.split('/').some(segment => segment === '' || segment.startsWith('.') || /[\\\p{Cc}]/u.test(segment)))
      throw new Error(`a rendered file may not be called ${JSON.stringify(path)}: every part of a path has a plain name`);
    if (RESERVED.has(path) || path.startsWith('uppfoljning/'))
      throw new Error(`a rendered file may not be called ${path}: publish writes that itself`);
    if (seen.has(path)) throw new Error(`two rendered files are called ${path}`);
    seen.add(path);
  }
}
