import { posix } from 'node:path';

/** The glob's leading part without wildcards, as a folder, and the segments after it. The last segment always names files. */
export function splitGlob(glob: string): { folder: string; segments: readonly string[] } {
  const all = glob.split('/');
  const wild = all.findIndex(segment => /[*?]/.test(segment));
  const fixed = wild === -1 ? all.length - 1 : wild;
  return {
    folder: all.slice(0, fixed).join('/') || (glob.startsWith('/') ? '/' : '.'),
    segments: all.slice(fixed).filter(segment => segment !== ''),
  };
}

/** Where a source's files are dropped, relative to the project (`sources/absence/in`), or absolute where its location is. */
export const dropFolder = ({ file, location }: { file: string; location: string }): string => {
  const { folder } = splitGlob(location);
  return folder.startsWith('/') ? folder : posix.join(posix.dirname(file), folder);
};
