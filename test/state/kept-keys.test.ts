import { readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { keepKeys, readKeys } from '../../pipeline/state/kept-keys.ts';
import { tempFolder } from '../temp-folder.ts';

const keys = {
  public: { 'nyckeltal/a/index.html': { key: 'p', bytes: 9 } },
  internal: { 'nyckeltal/a/index.html': { key: 'i', bytes: 9 } },
};

it('keys are kept for the latest edition, as one program made it', async () => {
  const state = join(await tempFolder(), 'state');
  expect(readKeys(state, 'e1', 'p1')).toBeNull();
  keepKeys(state, { edition: 'e1', program: 'p1', keys });
  expect(readKeys(state, 'e1', 'p1')).toEqual(keys);
  expect(readKeys(state, 'e2', 'p1')).toBeNull();
  expect(readKeys(state, 'e1', 'p2')).toBeNull();
});

it.each<[string, (path: string) => Promise<void>]>([
  ['was cut short', async path => truncate(path, (await readFile(path)).length - 3)],
  ['has a byte that is another', async path => writeFile(path, (await readFile(path)).fill(32, 60, 61))],
  ['is empty', path => truncate(path, 0)],
  ['was deleted', path => rm(path)],
])('a file of keys that %s says nothing', async (_, harm) => {
  const state = await tempFolder();
  keepKeys(state, { edition: 'e1', program: 'p1', keys });
  await harm(join(state, 'keys'));
  expect(readKeys(state, 'e1', 'p1')).toBeNull();
});
