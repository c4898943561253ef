import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readProject } from '../../pipeline/read/read-project.ts';
import { smallProject, writeProject } from '../read/small-project.ts';
import { tempFolder } from '../temp-folder.ts';
import { aWorld } from './a-world.ts';

const json = async (path: string) => JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>;

describe('malbild schemas', () => {
  it('writes a schema for each kind of file, with the project’s names, and the editor’s settings', async () => {
    const folder = await writeProject(smallProject);
    const { malbild, said } = aWorld(folder, { readProject });
    expect(await malbild('schemas')).toBe(0);
    expect((await readdir(`${folder}/schemas`)).sort()).toEqual(['check.json', 'malbild.json', 'metric.json', 'plan.json', 'source.json']);
    expect(await json(`${folder}/schemas/plan.json`)).toMatchObject({ $schema: 'http://json-schema.org/draft-07/schema#' });
    expect(await readFile(`${folder}/schemas/plan.json`, 'utf8')).toContain('"lika"');
    expect(await json(`${folder}/.vscode/settings.json`)).toEqual({
      'yaml.schemas': {
        './schemas/malbild.json': 'malbild.yaml',
        './schemas/source.json': 'sources/*/source.yaml',
        './schemas/plan.json': 'sources/plans/*/*.yaml',
      },
    });
    expect(said.out).toContain('wrote .vscode/settings.json');
    // What a run reads is as it was.
    expect((await readProject(folder)).problems).toEqual([]);
  });

  it('writes over its own files and never over the editor’s settings, which it shows instead', async () => {
    const folder = await tempFolder();
    await mkdir(`${folder}/.vscode`);
    await mkdir(`${folder}/schemas`);
    await writeFile(`${folder}/malbild.yaml`, 'name: [broken\n');
    await writeFile(`${folder}/.vscode/settings.json`, '{ "mine": true }');
    await writeFile(`${folder}/schemas/plan.json`, 'old');
    const { malbild, said } = aWorld(folder, { readProject });
    expect(await malbild('schemas')).toBe(0);
    expect(await readFile(`${folder}/.vscode/settings.json`, 'utf8')).toBe('{ "mine": true }');
    expect(said.out).toContain('.vscode/settings.json is there already');
    expect(said.out).toContain('"./schemas/plan.json": "sources/plans/*/*.yaml"');
    expect(await json(`${folder}/schemas/plan.json`)).toHaveProperty('$schema');
  });

  it('a source that is drafted afterwards says which schema it has, and its decisions’ lines are right', async () => {
    const folder = await writeProject(smallProject);
    const { malbild, said } = aWorld(folder, { readProject });
    await malbild('schemas');
    await writeFile(`${folder}/fel.csv`, 'id;antal\na;1\n');
    expect(await malbild('new', 'source', 'fel.csv')).toBe(0);
    const yaml = (await readFile(`${folder}/sources/fel/source.yaml`, 'utf8')).split('\n');
    expect(yaml.slice(0, 2)).toEqual(['# yaml-language-server: $schema=../../schemas/source.json', 'id: fel']);
    for (const [, line, key] of said.out.matchAll(/^ {2}sources\/fel\/source\.yaml:(\d+): (\S+): /gm))
      expect(yaml[Number(line) - 1]).toContain(`${key!}: DECIDE`);
  });
});
