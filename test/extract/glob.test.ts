import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findFiles } from '../../pipeline/extract/glob.ts';
import { tempFolder } from '../temp-folder.ts';

async function folderWith(...names: string[]): Promise<string> {
  const root = await tempFolder();
  for (const name of names) {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), '');
  }
  return root;
}
const namesOf = async (root: string, glob: string) => (await findFiles(root, glob)).map(file => file.name);

describe('findFiles', () => {
  it('matches * and ? within a name, in byte order', async () => {
    const root = await folderWith('in/b.csv', 'in/a.csv', 'in/ö.csv', 'in/a.csv.bak', 'in/under/c.csv', 'a.csv');
    expect(await namesOf(root, 'in/*.csv')).toEqual(['a.csv', 'b.csv', 'ö.csv']);
    expect(await namesOf(root, 'in/?.csv')).toEqual(['a.csv', 'b.csv', 'ö.csv']);
    expect(await namesOf(root, 'in/a.*')).toEqual(['a.csv', 'a.csv.bak']);
  });

  it('matches any folders with **, also none', async () => {
    const root = await folderWith('in/a.csv', 'in/2026/05/b.csv', 'in/2026/c.json');
    expect(await namesOf(root, 'in/**/*.csv')).toEqual(['2026/05/b.csv', 'a.csv']);
    expect(await namesOf(root, 'in/*/*.json')).toEqual(['2026/c.json']);
  });

  it('takes characters that mean something in a regular expression as they are', async () => {
    const root = await folderWith('in/a+(1).csv', 'in/aa1.csv');
    expect(await namesOf(root, 'in/a+(1).csv')).toEqual(['a+(1).csv']);
    expect(await namesOf(root, 'in/a.csv')).toEqual([]);
  });

  it('leaves lock files and other dotfiles alone, unless the pattern says the dot', async () => {
    const root = await folderWith('in/.~lock.a.csv', 'in/a.csv', 'in/.hidden/b.csv');
    expect(await namesOf(root, 'in/*.csv')).toEqual(['a.csv']);
    expect(await namesOf(root, 'in/**/*.csv')).toEqual(['a.csv']);
    expect(await namesOf(root, 'in/.*.csv')).toEqual(['.~lock.a.csv']);
  });

  it('finds files outside its root, by relative and absolute locations', async () => {
    const root = await folderWith('drop/a.csv', 'project/sources/x/source.yaml');
    expect(await namesOf(join(root, 'project/sources/x'), '../../../drop/*.csv')).toEqual(['a.csv']);
    expect(await namesOf('/', `${root}/drop/*.csv`)).toEqual(['a.csv']);
  });

  it('finds nothing where there is no folder, and never a folder', async () => {
    const root = await folderWith('in/folder.csv/x');
    expect(await namesOf(root, 'in/*.csv')).toEqual([]);
    expect(await namesOf(root, 'out/*.csv')).toEqual([]);
  });

  it('finds a link to nothing, so that it can be refused', async () => {
    const root = await folderWith('in/a.csv');
    await symlink(join(root, 'gone'), join(root, 'in/b.csv'));
    expect(await namesOf(root, 'in/*.csv')).toEqual(['a.csv', 'b.csv']);
  });
});
