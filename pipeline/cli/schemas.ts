import { access, mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { hasCode } from '../words/expected-error.ts';
import type { Project } from '../words/project.ts';
import { expectProject } from './place.ts';
import { problemsOf } from './print-run.ts';
import { texts } from './texts.ts';
import type { Place, World } from './world.ts';

/** Where VS Code's YAML extension is told which schema each file has; the SQL headers have schemas too, which no editor applies in a comment. */
const SETTINGS = '.vscode/settings.json';
const SETTINGS_TEXT = `${JSON.stringify(
  {
    'yaml.schemas': {
      './schemas/malbild.json': 'malbild.yaml',
      './schemas/source.json': 'sources/*/source.yaml',
      './schemas/plan.json': 'sources/plans/*/*.yaml',
    },
  },
  null,
  2,
)}\n`;

/**
 * Writes the JSON Schemas of a project's files into `schemas/`, with the names that the project declares; over those of last time. The editor's settings are
 * written where there are none, else shown.
 */
export async function schemas(world: World, place: Place): Promise<number> {
  await expectProject(place.project);
  const written = await world.jsonSchemas(await declaredIn(world, place.project));
  await mkdir(`${place.project}/schemas`, { recursive: true });
  for (const [name, schema] of Object.entries(written))
    await writeFile(`${place.project}/schemas/${name}.json`, `${JSON.stringify(schema, null, 2)}\n`);
  world.out(texts.wroteSchemas(Object.keys(written)));
  world.out((await writeSettings(place.project)) ? texts.wroteSettings(SETTINGS) : texts.settingsThere(SETTINGS, SETTINGS_TEXT));
  return 0;
}

/** The first line of a YAML file that says which schema it has, for editors of any make; nothing where the project has no schemas. */
export async function schemaLine(project: string, file: string, schema: 'source' | 'plan'): Promise<string> {
  try {
    await access(`${project}/schemas/${schema}.json`);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return '';
    throw error;
  }
  return `# yaml-language-server: $schema=${'../'.repeat(file.split('/').length - 1)}schemas/${schema}.json\n`;
}

/** What the project's files may name; nothing where malbild.yaml cannot be read, which an editor may be about to mend. */
async function declaredIn(world: World, folder: string): Promise<Pick<Project, 'municipality' | 'metrics'> | null> {
  try {
    return await world.readProject(folder);
  } catch (error) {
    if (problemsOf(error) === null) throw error;
    return null;
  }
}

async function writeSettings(project: string): Promise<boolean> {
  await mkdir(dirname(`${project}/${SETTINGS}`), { recursive: true });
  try {
    await writeFile(`${project}/${SETTINGS}`, SETTINGS_TEXT, { flag: 'wx' });
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}
