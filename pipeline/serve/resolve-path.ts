import { realpath, stat } from 'node:fs/promises';
import { hasCode } from '../words/expected-error.ts';

/** Where a request leads: a file of the tree that `current` points at now, another address, or nowhere. */
export type Place =
  | { type: 'file'; path: string; size: number; etag: string; immutable: boolean }
  /** `to` is relative to the address asked for. */
  | { type: 'redirect'; to: string }
  | { type: 'not-found' }
  /** There is no edition yet. */
  | { type: 'nothing-published' };

/** Names that change with their content, of a tree and of the follow-ups it holds. Elsewhere a folder may have the same name: that of a metric, `nyckeltal/assets/`. */
const HASHED = /^(?:uppfoljning\/[^/]+\/)?(?:assets|data\/pages|data\/explore)\/[^/]+$/;

/**
 * Finds what a request's path names in `dist/current/<audience>`. The link is followed anew for each request, so that a new edition is
 * seen at once. Nothing outside the tree is ever found, and nothing whose name begins with a point.
 */
export async function resolvePath(dist: string, audience: string, requested: string): Promise<Place> {
  const segments = decodedSegments(requested);
  if (segments === null) return { type: 'not-found' };
  const tree = await publishedTree(dist, audience);
  if (tree === null) return { type: 'nothing-published' };
  const isFolder = segments.at(-1) === '';
  const path = [tree, ...(isFolder ? [...segments.slice(0, -1), 'index.html'] : segments)].join('/');
  const found = await orNull(() => stat(path));
  if (found?.isDirectory())
    // Relative, so that it holds behind a proxy that has put the site under a path, which the request here need not name.
    return isFolder ? { type: 'not-found' } : { type: 'redirect', to: `${encodeURIComponent(segments.at(-1)!)}/${queryOf(requested)}` };
  if (!found?.isFile() || (await realpath(path)) !== path) return { type: 'not-found' };
  return {
    type: 'file',
    path,
    size: found.size,
    // A file's bytes never change under the same inode, size and time: editions are never rewritten, status is renamed into place.
    etag: `${found.ino.toString(36)}-${found.size.toString(36)}-${Math.round(found.mtimeMs * 1000).toString(36)}`,
    immutable: HASHED.test(segments.join('/')),
  };
}

/** The folder of the tree that `current` points at now; null when there is none. */
export const publishedTree = (dist: string, audience: string): Promise<string | null> =>
  orNull(() => realpath(`${dist}/current/${audience}`));

const queryOf = (requested: string): string => /\?[^#]*/.exec(requested)?.[0] ?? '';

/** The parts of a path, decoded once; null where it is no plain path. The last is empty for a folder. */
function decodedSegments(requested: string): string[] | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(requested.replace(/[?#].*$/s, ''));
  } catch {
    return null;
  }
  if (!decoded.startsWith('/') || /[\\\p{Cc}]/u.test(decoded)) return null;
  const segments = decoded.slice(1).split('/');
  const isPlain = segments.every((segment, i) => !segment.startsWith('.') && (segment !== '' || i === segments.length - 1));
  return isPlain ? segments : null;
}

async function orNull<T>(find: () => Promise<T>): Promise<T | null> {
  try {
    return await find();
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP')) return null;
    throw error;
  }
}
