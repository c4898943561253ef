import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { texts } from '../../pipeline/cli/texts.ts';
import { tempFolder } from '../temp-folder.ts';
import { aWorld } from './a-world.ts';

async function aFolder(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await tempFolder();
  for (const [name, content] of Object.entries({ 'malbild.yaml': 'name: Åby\n', ...files })) await writeFile(`${folder}/${name}`, content);
  return folder;
}

describe('malbild new source', () => {
  it('writes the declaration, and says where each decision is and where the files go', async () => {
    const folder = await aFolder({ 'Fel 2026-03.csv': 'id;antal\na;1\nb;2\n' });
    const { malbild, said } = aWorld(folder);
    expect(await malbild('new', 'source', 'Fel 2026-03.csv')).toBe(0);
    const yaml = (await readFile(`${folder}/sources/fel/source.yaml`, 'utf8')).split('\n');
    expect(yaml[0]).toBe('id: fel');
    expect(said.out).toContain('wrote sources/fel/source.yaml: csv, 2 columns\nof its 2 records it would load 2, reject 0 and ignore 0\n');
    const open = [...said.out.matchAll(/^ {2}sources\/fel\/source\.yaml:(\d+): (\S+): /gm)].map(([, line, key]) => [
      yaml[Number(line) - 1],
      key,
    ]);
    expect(open.map(([, key]) => key)).toEqual(['name', 'owner', 'class', 'kind', 'covers', 'cadence']);
    for (const [line, key] of open) expect(line).toMatch(`${key}: DECIDE`);
    expect(said.out).toMatch(/put the files in sources\/fel\/in\/, then `malbild check`\n$/);
  });

  it('takes the id and the project it is told, and the file from where the person stands', async () => {
    const folder = await aFolder({ 'a.csv': 'id\nx\n' });
    await mkdir(`${folder}/by`);
    await writeFile(`${folder}/by/malbild.yaml`, '');
    const { malbild } = aWorld(folder);
    expect(await malbild('new', 'source', 'a.csv', '--id', 'e-services', '--project', 'by')).toBe(0);
    expect(await readFile(`${folder}/by/sources/e-services/source.yaml`, 'utf8')).toMatch(/^id: e-services\n/);
  });

  it('never writes over a declaration that is there', async () => {
    const folder = await aFolder({ 'a.csv': 'id\nx\n' });
    await mkdir(`${folder}/sources/a`, { recursive: true });
    await writeFile(`${folder}/sources/a/source.yaml`, 'mine');
    const { malbild, said } = aWorld(folder);
    expect(await malbild('new', 'source', 'a.csv')).toBe(1);
    expect(said.error).toBe(`malbild: ${texts.exists(`${folder}/sources/a/source.yaml`)}\n`);
    expect(await readFile(`${folder}/sources/a/source.yaml`, 'utf8')).toBe('mine');
  });

  it.each([
    ['nowhere.csv', 'it cannot be read (ENOENT)'],
    ['.', 'it cannot be read (EISDIR)'],
    ['empty.csv', 'it is empty'],
  ])('%s: %s, and nothing is made', async (file, why) => {
    const folder = await aFolder({ 'empty.csv': '' });
    const { malbild, said } = aWorld(folder);
    expect(await malbild('new', 'source', file)).toBe(1);
    expect(said.error).toMatch(`no source can be drafted from it: ${why}\n`);
    await expect(readFile(`${folder}/sources`)).rejects.toThrow('ENOENT');
  });

  it('makes nothing in a folder that is no project', async () => {
    const folder = await tempFolder();
    const { malbild } = aWorld(folder);
    expect(await malbild('new', 'source', 'a.csv')).toBe(2);
  });
});
