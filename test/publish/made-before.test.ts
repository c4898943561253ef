import { appendFile, rm } from 'node:fs/promises';
import { beforeEach, expect, it } from 'vitest';
import { realEffects } from '../../pipeline/effects/effects.ts';
import { madeBefore } from '../../pipeline/publish/made-before.ts';
import { publishEdition } from '../../pipeline/publish/publish-edition.ts';
import { tempFolder } from '../temp-folder.ts';
import { aPublication, idOf } from './a-publication.ts';

const made = { key: 'k', bytes: 2 };
let tree: string;
beforeEach(async () => {
  const dist = await tempFolder();
  await publishEdition(aPublication({ dist, id: idOf('a'), files: { 'data/a.csv': '1\n' } }), realEffects());
  tree = `${dist}/editions/${idOf('a')}/public`;
});

it('a file is there under the key that it was made by, and no other', async () => {
  const before = await madeBefore(tree, { 'data/a.csv': made, 'data/b.csv': made });
  expect(await before.find('data/a.csv', 'k')).toEqual({ path: 'data/a.csv', bytes: 2 });
  expect(await before.find('data/a.csv', 'l')).toBeNull();
  expect(await before.find('data/b.csv', 'k')).toBeNull();
  expect(await before.find('data/manifest.json', 'k')).toBeNull();
});

it.each<[string, () => Promise<void>]>([
  ['was changed on the disk', () => appendFile(`${tree}/data/a.csv`, '2\n')],
  ['is gone', () => rm(`${tree}/data/a.csv`)],
])('a file that %s is not there', async (_, harm) => {
  const before = await madeBefore(tree, { 'data/a.csv': made });
  await harm();
  expect(await before.find('data/a.csv', 'k')).toBeNull();
});
