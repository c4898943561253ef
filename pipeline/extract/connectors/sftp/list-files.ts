import { constants } from 'node:fs';
import type { Attributes, FileEntry, SFTPWrapper } from 'ssh2';
import { compareBytes } from '../../../words/compare-bytes.ts';
import { splitGlob } from '../../../words/drop-folder.ts';
import { segmentPattern } from '../../glob.ts';

/** A file that the server lists. Its name is one segment: no folder, no control character. */
export interface RemoteFile {
  name: string;
  path: string;
  /** What the listing says; of a link, what the link itself is. */
  version: string;
}

/**
 * The files of the location's folder that its pattern matches, the oldest first, and how many names there are that no file can
 * have here (a `/`, a control character, bytes that are not UTF-8): those are never asked for.
 */
export async function listFiles(sftp: SFTPWrapper, location: string): Promise<{ files: RemoteFile[]; misnamed: number }> {
  const { folder, segments } = splitGlob(location);
  const pattern = segmentPattern(segments[0]!);
  const entries = await new Promise<FileEntry[]>((resolve, reject) =>
    sftp.readdir(folder, (error, list) => (error ? reject(error) : resolve(list))),
  );
  const ours = entries.filter(({ filename }) => filename.includes('/') || pattern.test(filename));
  const named = ours.filter(({ filename }) => !/[/\p{Cc}\ufffd]/u.test(filename) && !/^\.{1,2}$/.test(filename));
  const files = named
    .filter(({ attrs }) => isFile(attrs) || kindOf(attrs) === constants.S_IFLNK)
    .sort((a, b) => a.attrs.mtime - b.attrs.mtime || compareBytes(a.filename, b.filename))
    .map(({ filename, attrs }) => ({ name: filename, path: `${folder}/${filename}`, version: versionOf(attrs) }));
  return { files, misnamed: ours.length - named.length };
}

/** Size in bytes and time of last change in seconds since 1970, which is all that SFTP tells. */
export const versionOf = ({ size, mtime }: Pick<Attributes, 'size' | 'mtime'>): string => `${size} ${mtime}`;

const kindOf = ({ mode }: Partial<Attributes>): number => (mode ?? 0) & constants.S_IFMT;

/** True for a file, and where the server does not say what it is. */
export const isFile = (attrs: Partial<Attributes>): boolean => [constants.S_IFREG, 0].includes(kindOf(attrs));
