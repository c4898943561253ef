import { readFile, readdir } from 'node:fs/promises';
import { sep } from 'node:path';
import type { AudienceName } from '../words/project.ts';
import { sha256 } from './content-digest.ts';
import type { LinkedFile, ListedFollowUp } from './publication.ts';
import { editionFolder, MANIFEST, STATUS_FILES } from './publication.ts';
import { readManifest } from './read-manifest.ts';

/** A follow-up's whole tree for one audience, with its own manifest, status and printed reports, as the tree that lists it names them; of a withdrawn one the page that is left. */
export async function followUpFiles(dist: string, followUp: ListedFollowUp, audience: AudienceName): Promise<LinkedFile[]> {
  const folder = `${editionFolder(dist, followUp.edition)}/${audience}`;
  const under = (path: string) => ({ from: `${folder}/${path}`, path: `uppfoljning/${followUp.id}/${path}` });
  const whole = async (path: string): Promise<LinkedFile> => {
    const bytes = await readFile(`${folder}/${path}`);
    return { ...under(path), sha256: sha256(bytes), bytes: bytes.byteLength, outside: false };
  };
  if (followUp.withdrawn) return [await whole('index.html')];
  const { files } = await readManifest(folder);
  return [
    ...files.map(file => ({ ...under(file.path), sha256: file.sha256, bytes: file.bytes, outside: false })),
    await whole(MANIFEST),
    ...[...STATUS_FILES, ...(await printedIn(folder))].map(path => ({ ...under(path), sha256: '', bytes: 0, outside: true })),
  ];
}

/** What was printed of a tree, which its manifest does not list. */
async function printedIn(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  return names.filter(name => name.endsWith('.pdf')).map(name => name.replaceAll(sep, '/'));
}
