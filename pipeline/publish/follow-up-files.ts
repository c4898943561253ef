import { readFile } from 'node:fs/promises';
import type { AudienceName } from '../words/project.ts';
import { sha256 } from './content-digest.ts';
import type { LinkedFile, ListedFollowUp } from './publication.ts';
import { editionFolder, MANIFEST, STATUS_FILES } from './publication.ts';
import { readManifest } from './read-manifest.ts';

/** A follow-up's whole tree for one audience, with its own manifest and status, as the tree that lists it names them; of a withdrawn one the page that is left. */
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
    ...STATUS_FILES.map(path => ({ ...under(path), sha256: '', bytes: 0, outside: true })),
  ];
}
