import { rename } from 'node:fs/promises';
import { PACKED } from '../contract/packed.ts';
import { digestOfFile } from './content-digest.ts';
import { forEachOf } from './files.ts';
import { damagedCopies } from './packed-copies.ts';
import { MANIFEST } from './publication.ts';
import { readManifest } from './read-manifest.ts';
import { isThere } from '../words/missing-files.ts';

/**
 * Puts the files of a tree that was built anew in the place of those that are gone or damaged in the same tree that was published, its manifest too, each in
 * one step. What is whole stays.
 */
export async function mendEdition(rebuilt: string, published: string): Promise<void> {
  const { files } = await readManifest(rebuilt);
  const put = async (name: string): Promise<void> => {
    if (await isThere(`${rebuilt}/${name}`)) await rename(`${rebuilt}/${name}`, `${published}/${name}`);
  };
  await forEachOf(files, async ({ path, sha256 }) => {
    const isWhole = (await digestOfFile(`${published}/${path}`)) === sha256;
    const endings = isWhole ? await damagedCopies(`${published}/${path}`, sha256) : ['', ...Object.values(PACKED)];
    for (const ending of endings) await put(`${path}${ending}`);
  });
  if ((await digestOfFile(`${published}/${MANIFEST}`)) !== (await digestOfFile(`${rebuilt}/${MANIFEST}`))) await put(MANIFEST);
}
