import { mkdir, writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { siteAssets } from '../../pipeline/publish/site-assets.ts';
import { tempFolder } from '../temp-folder.ts';

it('siteAssets gives the entries and every file that Vite lists', async () => {
  const folder = await tempFolder();
  for (const inside of ['.vite', 'assets']) await mkdir(`${folder}/${inside}`);
  const manifest = {
    'element/entry.ts': { file: 'assets/entry-1.js', isEntry: true, imports: ['_drill.js'], css: ['assets/entry-2.css'] },
    '_drill.js': { file: 'assets/drill-3.js' },
  };
  await writeFile(`${folder}/.vite/manifest.json`, JSON.stringify(manifest));
  for (const path of ['assets/entry-1.js', 'assets/entry-2.css', 'assets/drill-3.js']) await writeFile(`${folder}/${path}`, path);
  const assets = await siteAssets(folder);
  expect(assets.entries).toEqual({ 'element/entry.ts': { file: 'assets/entry-1.js', css: ['assets/entry-2.css'] } });
  expect(assets.files.map(file => file.path)).toEqual(['assets/drill-3.js', 'assets/entry-1.js', 'assets/entry-2.css']);
  expect(Buffer.from(assets.files[0]!.bytes).toString()).toBe('assets/drill-3.js');
});

it('siteAssets says what to do where nothing is built', async () => {
  await expect(siteAssets(await tempFolder())).rejects.toThrow(/npm run build/);
});
