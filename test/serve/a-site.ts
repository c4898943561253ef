import { mkdir, rename, symlink, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Writes an edition's trees and moves `current` to it. */
export async function putEdition(dist: string, edition: string, files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    const file = `${dist}/editions/${edition}/${path}`;
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  await symlink(`editions/${edition}`, `${dist}/next`);
  await rename(`${dist}/next`, `${dist}/current`);
}
