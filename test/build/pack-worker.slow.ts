import { cp, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { realEffects } from '../../pipeline/effects/effects.ts';
import { packApart } from '../../pipeline/publish/pack-apart.ts';
import { publishEdition } from '../../pipeline/publish/publish-edition.ts';
import { aPublication, idOf } from '../publish/a-publication.ts';
import { tempFolder } from '../temp-folder.ts';
import { buildBundle } from './build-bundle.ts';

const built = buildBundle('pack');
const script = (): URL => built('pack-worker.js');

/** A published tree with and without its compressed copies. */
async function twoTrees(): Promise<{ whole: string; bare: string }> {
  const dist = await tempFolder();
  const files = { 'index.html': 'x'.repeat(2000), 'a/b.csv': 'y'.repeat(3000), 'small.txt': 'z' };
  await publishEdition(aPublication({ dist, id: idOf('a'), files }), realEffects());
  const [whole, bare] = [`${dist}/editions/${idOf('a')}/public`, await tempFolder()];
  await cp(whole, bare, { recursive: true });
  for (const file of await everyFile(bare)) if (/\.(br|gz)$/.test(file)) await rm(join(bare, file));
  return { whole, bare };
}

const everyFile = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();

describe('the thread that compresses', () => {
  it('makes the very copies that are made without it, and says which and of what', async () => {
    const { whole, bare } = await twoTrees();
    const made = new Map<string, string>();
    const written = await packApart(bare, made, script());
    expect(written.map(file => file.slice(bare.length + 1)).sort()).toEqual(['a/b.csv.br', 'a/b.csv.gz', 'index.html.br', 'index.html.gz']);
    expect([...made.values()].sort()).toEqual([`${bare}/a/b.csv`, `${bare}/index.html`]);
    expect(await everyFile(bare)).toEqual(await everyFile(whole));
    for (const file of await everyFile(whole)) expect(await readFile(join(bare, file)), file).toEqual(await readFile(join(whole, file)));
    expect(await packApart(whole, made, script())).toEqual([]);
  });

  it('throws what the disk says', async () => {
    const { bare } = await twoTrees();
    await rm(join(bare, 'a/b.csv'));
    await expect(packApart(bare, new Map(), script())).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
