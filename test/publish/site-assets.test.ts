import { mkdir, writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { siteAssets } from '../../pipeline/publish/site-assets.ts';
import { tempFolder } from '../temp-folder.ts';

const MANIFEST = {
  style: 'assets/style-1.css',
  drill: 'assets/main-2.js',
  due: 'assets/due-3.js',
  offline: 'assets/offline-5.js',
  explore: { bytes: 400_000, packed: 80_000 },
  files: ['assets/due-3.js', 'assets/main-2.js', 'assets/offline-5.js', 'assets/take-over-4.js'],
};

it('siteAssets gives the style sheet as text, and every file that a tree needs', async () => {
  const folder = await tempFolder();
  await mkdir(`${folder}/assets`);
  await writeFile(`${folder}/manifest.json`, JSON.stringify(MANIFEST));
  for (const path of [...MANIFEST.files, MANIFEST.style]) await writeFile(`${folder}/${path}`, path);
  const assets = await siteAssets(folder);
  expect(assets.css).toBe('assets/style-1.css');
  expect(assets.scripts).toEqual({ drill: 'assets/main-2.js', due: 'assets/due-3.js', offline: 'assets/offline-5.js' });
  expect(assets.explore).toEqual(MANIFEST.explore);
  expect(assets.files.map(file => [file.path, Buffer.from(file.bytes).toString()])).toEqual(MANIFEST.files.map(path => [path, path]));
});

it('siteAssets gives the compressed copies that the build made of what is worth it', async () => {
  const folder = await tempFolder();
  await mkdir(`${folder}/assets`);
  await writeFile(`${folder}/manifest.json`, JSON.stringify(MANIFEST));
  for (const path of MANIFEST.files) await writeFile(`${folder}/${path}`, path);
  const large = 'assets/main-2.js';
  for (const ending of ['', '.br', '.gz']) await writeFile(`${folder}/${large}${ending}`, `${ending}${'x'.repeat(1024)}`);
  await writeFile(`${folder}/${MANIFEST.style}`, '');
  const { files } = await siteAssets(folder);
  const packed = files.flatMap(file =>
    Object.entries(file.packed ?? {}).map(([ending, bytes]) => [file.path, ending, Buffer.from(bytes).toString().slice(0, 4)]),
  );
  expect(packed).toEqual([
    [large, '.br', '.brx'],
    [large, '.gz', '.gzx'],
  ]);
});

it('siteAssets says what to do where nothing is built', async () => {
  await expect(siteAssets(await tempFolder())).rejects.toThrow(/manifest\.json is missing; run `npm run build` first/);
});
