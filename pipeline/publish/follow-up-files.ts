import { readFile } from 'node:fs/promises';
import type { AudienceName } from '../words/project.ts';
import { sha256 } from './content-digest.ts';
import type { LinkedFile, ListedFollowUp } from './publication.ts';
import { editionFolder, MANIFEST, STATUS_FILES } from './publication.ts';
import { readManifest } from './read-manifest.ts';

/** A follow-up's whole tree for one audience, with its own manifest and status, as the tree that lists it names them. */
export async function followUpFiles(dist: string, followUp: ListedFollowUp, audience: AudienceName): Promise<LinkedFile[]> {
  const folder = `${editionFolder(dist, followUp.edition)}/${audience}`;
  const { files } = await readManifest(folder);
  const manifest = await readFile(`${folder}/${MANIFEST}`);
  const under = (path: string) => ({ from: `${folder}/${path}`, path: `uppfoljning/${followUp.id}/${path}` });
  return [
    ...files.map(file => ({ ...under(file.path), sha256: file.sha256, bytes: file.bytes, outside: false })),
    { ...under(MANIFEST), sha256: sha256(manifest), bytes: manifest.byteLength, outside: false },
    ...STATUS_FILES.map(path => ({ ...under(path), sha256: '', bytes: 0, outside: true })),
  ];
}
