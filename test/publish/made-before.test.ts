import { appendFile, rm } from 'node:fs/promises';
import { beforeEach, expect, it } from 'vitest';
import { realEffects } from '../../pipeline/effects/effects.ts';
import { madeBefore } from '../../pipeline/publish/made-before.ts';
import { publishEdition } from '../../pipeline/publish/publish-edition.ts';
import { tempFolder } from '../temp-folder.ts';
import { aPublication, idOf } from './a-publication.ts';

let tree: string;
beforeEach(async () => {
  const dist = await tempFolder();
  await publishEdition(aPublication({ dist, id: idOf('a'), files: { 'data/a.csv': '1\n' } }), realEffects());
  tree = `${dist}/editions/${idOf('a')}/public`;
});

it('a file is there under the key that it was made by, and no other', async () => {
  const before = await madeBefore(tree, { 'data/a.csv': 'k', 'data/b.csv': 'k' });
  expect(await before.has('data/a.csv', 'k')).toBe(true);
  expect(await before.has('data/a.csv', 'l')).toBe(false);
  expect(await before.has('data/b.csv', 'k')).toBe(false);
  expect(await before.has('data/manifest.json', 'k')).toBe(false);
});

it.each<[string, () => Promise<void>]>([
  ['was changed on the disk', () => appendFile(`${tree}/data/a.csv`, '2\n')],
  ['is gone', () => rm(`${tree}/data/a.csv`)],
])('a file that %s is not there', async (_, harm) => {
  const before = await madeBefore(tree, { 'data/a.csv': 'k' });
  await harm();
  expect(await before.has('data/a.csv', 'k')).toBe(false);
});
