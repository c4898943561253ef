import { readFile, rm, stat } from 'node:fs/promises';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { realEffects } from '../../pipeline/effects/effects.ts';
import { publishEdition } from '../../pipeline/publish/publish-edition.ts';
import { tempFolder } from '../temp-folder.ts';
import { aPublication, idOf } from './a-publication.ts';

const [A, B, F] = [idOf('a'), idOf('b'), idOf('f')];
const SAME = 'rad\n'.repeat(500);
const PAGE = `<p>Utgåva @@edition@@ ${'x'.repeat(2000)}</p>`;

const publish = async (choices: Parameters<typeof aPublication>[0]): Promise<string> => {
  await publishEdition(aPublication(choices), realEffects());
  return `${choices.dist}/editions/${choices.id}`;
};
const inode = async (path: string): Promise<number> => (await stat(path)).ino;
const manifestPaths = async (tree: string): Promise<string[]> =>
  (JSON.parse(await readFile(`${tree}/data/manifest.json`, 'utf8')) as { files: { path: string }[] }).files.map(({ path }) => path);

describe('compressed copies', () => {
  it('lie beside every file that gets smaller, say the same, and are not in the manifest', async () => {
    const edition = await publish({
      dist: await tempFolder(),
      id: A,
      files: { 'index.html': PAGE, 'data/a.csv': SAME, 'data/b.csv': '1\n' },
    });
    for (const audience of ['public', 'internal']) {
      const tree = `${edition}/${audience}`;
      for (const path of ['index.html', 'data/a.csv']) {
        const bytes = await readFile(`${tree}/${path}`);
        expect(brotliDecompressSync(await readFile(`${tree}/${path}.br`)).equals(bytes)).toBe(true);
        expect(gunzipSync(await readFile(`${tree}/${path}.gz`)).equals(bytes)).toBe(true);
      }
      await expect(stat(`${tree}/data/b.csv.br`)).rejects.toThrow('ENOENT');
      expect(await manifestPaths(tree)).toEqual(['data/a.csv', 'data/b.csv', 'data/goals.json', 'index.html']);
    }
    // The same bytes are compressed once for both audiences.
    expect(await inode(`${edition}/public/data/a.csv.br`)).toBe(await inode(`${edition}/internal/data/a.csv.br`));
  });

  it('are linked with what has not changed, also under a follow-up', async () => {
    const dist = await tempFolder();
    const first = await publish({ dist, id: A, files: { 'index.html': PAGE, 'data/a.csv': SAME } });
    const reported = await publish({ dist, id: F, before: A, followUp: '2026-T1', files: { 'index.html': PAGE, 'data/a.csv': SAME } });
    const followUps = { internal: [{ id: '2026-T1', edition: F, withdrawn: false }] };
    const second = await publish({ dist, id: B, before: A, followUps, files: { 'index.html': `${PAGE}ny`, 'data/a.csv': SAME } });
    for (const ending of ['.br', '.gz']) {
      expect(await inode(`${second}/public/data/a.csv${ending}`)).toBe(await inode(`${first}/public/data/a.csv${ending}`));
      expect(await inode(`${second}/public/index.html${ending}`)).not.toBe(await inode(`${first}/public/index.html${ending}`));
      const under = `${second}/internal/uppfoljning/2026-T1/index.html${ending}`;
      expect(await inode(under)).toBe(await inode(`${reported}/internal/index.html${ending}`));
    }
  });

  it('are made for what an edition without them had', async () => {
    const dist = await tempFolder();
    const first = await publish({ dist, id: A, files: { 'data/a.csv': SAME } });
    for (const audience of ['public', 'internal'])
      for (const ending of ['.br', '.gz']) await rm(`${first}/${audience}/data/a.csv${ending}`);
    const second = await publish({ dist, id: B, before: A, files: { 'data/a.csv': SAME } });
    expect(gunzipSync(await readFile(`${second}/public/data/a.csv.gz`)).toString()).toBe(SAME);
  });

  it('are those of the build where it made them', async () => {
    const publication = aPublication({ dist: await tempFolder(), id: A, files: {} });
    const asset = {
      path: 'assets/main-1.js',
      bytes: Buffer.from(SAME),
      packed: { '.br': Buffer.from('built br'), '.gz': Buffer.from('built gz') },
    };
    const tree = { ...publication.trees.public, files: [...publication.trees.public.files, asset] };
    await publishEdition({ ...publication, trees: { ...publication.trees, public: tree } }, realEffects());
    expect(await readFile(`${publication.dist}/editions/${A}/public/assets/main-1.js.br`, 'utf8')).toBe('built br');
  });
});
