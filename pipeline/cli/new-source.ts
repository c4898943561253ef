import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Draft } from '../draft/draft.ts';
import { ExpectedError, hasCode } from '../words/expected-error.ts';
import { expectProject } from './place.ts';
import { schemaLine } from './schemas.ts';
import { texts } from './texts.ts';
import type { Place, World } from './world.ts';

/** Drafts a source's declaration from a file, and says what is left to decide. Never writes over one that is there. */
export async function newSource(world: World, place: Place, file: string, id: string | null): Promise<number> {
  await expectProject(place.project);
  const draft = await world.draftSource(resolve(world.cwd, file), id);
  const path = `sources/${draft.id}/source.yaml`;
  const whole = `${place.project}/${path}`;
  const first = await schemaLine(place.project, path, 'source');
  await mkdir(dirname(whole), { recursive: true });
  try {
    await writeFile(whole, `${first}${draft.yaml}`, { flag: 'wx' });
  } catch (error) {
    if (hasCode(error, 'EEXIST')) throw new ExpectedError(texts.exists(whole), { cause: error });
    throw error;
  }
  world.out(told(path, draft, first === '' ? 0 : 1));
  return 0;
}

/** `above` is how many lines stand before the draft's own. */
function told(path: string, { id, type, columns, records, decisions }: Draft, above: number): string {
  const { read, loaded, ignored, all } = records;
  const open = decisions.map(({ line, key, choices }) => `  ${path}:${line + above}: ${key}: ${choices}\n`);
  return [
    `wrote ${path}: ${type}, ${columns} column${columns === 1 ? '' : 's'}\n`,
    `of ${all ? 'its' : 'the first and some other'} ${read} records it would load ${loaded}, reject ${read - loaded - ignored} and ignore ${ignored}\n`,
    `to decide (${decisions.length}), each marked DECIDE; every line after \`# inferred\` is to be read too:\n`,
    ...open,
    `put the files in sources/${id}/in/, then \`malbild check\`\n`,
  ].join('');
}
