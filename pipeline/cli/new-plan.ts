import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { ExpectedError, hasCode } from '../words/expected-error.ts';
import { expectProject } from './place.ts';
import { schemaLine } from './schemas.ts';
import { texts } from './texts.ts';
import type { Place, World } from './world.ts';

/**
 * Writes `sources/plans/<plan>/<version>.yaml` from a workbook that was filled in, when nothing in it is wrong; never over a file. 1, with every problem by sheet
 * and cell, where something is.
 */
export async function newPlan(world: World, place: Place, file: string): Promise<number> {
  await expectProject(place.project);
  const { yaml, problems: unread, cellAt } = await world.readPlan(await bytesOf(resolve(world.cwd, file), file));
  const checked = await world.checkPlan(yaml, await world.readProject(place.project));
  // What could not be read is not there to be checked: that it lacks is no problem of its own.
  const lacking = new Set(unread.map(({ sheet, cell }) => `${sheet}!${cell}`));
  const inPlan = checked.problems.map(({ path, ...problem }) => ({ ...cellAt(path), ...problem }));
  const problems = [...unread, ...inPlan.filter(({ sheet, cell }) => !lacking.has(`${sheet}!${cell}`))];
  if (problems.length > 0) {
    world.out(problems.map(({ sheet, cell, found, allowed }) => `${file}: ${sheet}!${cell}: ${found}; ${allowed}\n`).join(''));
    world.out(texts.planNotWritten(problems.length));
    return 1;
  }
  const path = `sources/plans/${checked.plan}/${checked.version}.yaml`;
  const whole = `${place.project}/${path}`;
  await mkdir(dirname(whole), { recursive: true });
  try {
    await writeFile(whole, `${await schemaLine(place.project, path, 'plan')}${yaml}`, { flag: 'wx' });
  } catch (error) {
    if (hasCode(error, 'EEXIST')) throw new ExpectedError(texts.planExists(whole), { cause: error });
    throw error;
  }
  world.out(texts.wrotePlan(path));
  return 0;
}

async function bytesOf(path: string, file: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw new ExpectedError(texts.unreadable(file, String(error.code)), { cause: error });
    throw error;
  }
}
